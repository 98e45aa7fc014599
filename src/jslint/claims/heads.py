"""Sentences that only name what the next ones are about, up to their stops: 公务接待费, 小学教育（项）."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import joints, layout, lists, names, namesakes, senses
from jslint.claims.model import Account

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader


def read(reader: Reader, token: Token) -> None:
    """Note what a sentence names that says nothing of it, up to its stop."""
    walk, tokens = reader.walk, reader.tokens
    if tokens.account is not None and reader.first is not None:
        _next_account(reader, token, tokens.account)
        return
    if not tokens.number or tokens.account or reader.first is not None:
        return
    named = layout.HEAD.fullmatch(tokens.masked, tokens.head, token.start)
    name = names.subject(named["name"], walk.unit_name) if named else ""
    if name and not names.is_generic(name):
        reader.first = namesakes.find_or_add(reader, name)
        walk.main = walk.last = reader.first


def turn_to(reader: Reader, token: Token, words: str) -> None:
    """收入：本年 9 万元，上年 8 万元；支出：本年 7 万元: what is told of behind a semicolon, where its amounts have no name."""
    name = names.subject(words, reader.walk.unit_name)
    begun = reader.sentence.semis in reader.sentence.heads
    money = names.plain(name) in senses.SIDES or (
        names.is_of_money(name) and not names.is_generic(name)
    )
    if not begun and money and reader.is_followed(token, joints.NAMELESS) and not reader.walk.lists:
        reader.walk.last = namesakes.find_or_add(reader, name)
        reader.sentence.topics.append(reader.walk.last)


def _next_account(reader: Reader, token: Token, before: Account) -> None:
    """A（类）B（款）C（项）。…。D（项）。…: a further account of the same class and group in one paragraph."""
    named = layout.LAST_LEVEL.fullmatch(reader.tokens.masked, reader.clause, token.start)
    if named is None or reader.clause <= reader.tokens.head:
        return
    called = (*before.names[:2], named["name"].strip())
    topic = namesakes.add(reader, "".join(called), Account(called))
    reader.first = reader.walk.main = reader.walk.last = topic
    lists.join(reader, topic)

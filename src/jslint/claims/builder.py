"""Walks a report's paragraphs and collects what they claim.

The walk keeps what a reader keeps in mind: the topic being spoken of, the base of a comparison
until the sentence ends, the list being read. A figure whose role is not certain becomes no claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jslint.claims import cues, names
from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
    BUDGET,
    CHANGE,
    COMPLETION,
    FLAT,
    GROWTH,
    MENTION,
    ORDER,
    PRIOR,
    SHARE,
    THRESHOLD,
    Account,
    Claim,
    Claims,
    Group,
    Topic,
)
from jslint.claims.sentence import Token, Tokens, tokenise
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    from jslint.document import Section, Text

Path = tuple["Section", ...]


@dataclass
class _Open:
    """A list being read: its whole is settled when its first part is known."""

    candidates: tuple[int, ...]
    cue: str
    closed: bool
    depth: str  # "sentence", or "paragraphs" for a list that goes on in the next ones
    parts: list[int] = field(default_factory=list)
    hedged: bool = False
    style: str | None = ""  # how the paragraphs of the list are numbered, once known


@dataclass
class _Sentence:
    """What holds until the sentence ends."""

    base: str = ""
    aside: str = ""
    contexts: list[str] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    spread: bool = False


@dataclass
class _Walk:
    unit_name: str
    topics: list[Topic] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    silent: list[tuple[Text, int, int, Path]] = field(default_factory=list)
    lists: list[_Open] = field(default_factory=list)
    main: int | None = None  # the topic that opens the paragraph or item
    last: int | None = None  # the topic spoken of last
    scope: tuple[str, ...] = ()
    scope_start: int = 0
    heading: tuple[str, ...] = ()


def walk_paragraphs(paragraphs: list[tuple[Path, Text]], unit_name: str) -> Claims:
    """Collect the claims of paragraphs given in reading order with their sections."""
    walk = _Walk(unit_name)
    for path, text in paragraphs:
        _paragraph(walk, path, text)
    _close_lists(walk, "")
    return Claims(tuple(walk.topics), tuple(walk.claims), tuple(walk.groups), (), tuple(walk.silent))


def _paragraph(walk: _Walk, path: Path, text: Text) -> None:
    _enter(walk, path)
    tokens = tokenise(text.value)
    item = cues.ITEM.match(tokens.masked)
    reader = _Reader(walk, path, text, tokens, item["number"].strip() if item else "")
    reader.edge = item.end() if item else 0
    reader.read()


def _enter(walk: _Walk, path: Path) -> None:
    """Note where the paragraph stands: lists and topics do not cross headings."""
    heading = tuple(section.heading.value for section in path)
    if heading != walk.heading:
        _close_lists(walk, "")
        walk.heading, walk.main, walk.last = heading, None, None
    scope = tuple(section.heading.value for section in path if section.level <= 2)  # noqa: PLR2004
    if scope != walk.scope:
        walk.scope, walk.scope_start = scope, len(walk.topics)


def _close_lists(walk: _Walk, depth: str) -> None:
    """Close the open lists of this depth and those inside; all of them where it is empty."""
    while walk.lists and (not depth or walk.lists[-1].depth in (depth, "bracket")):
        _settle(walk, walk.lists.pop())


def _settle(walk: _Walk, found: _Open) -> None:
    whole = _whole_for(walk, found)
    parts = tuple(dict.fromkeys(part for part in found.parts if part != whole))
    if whole is not None and parts:
        closed = found.closed or all(walk.topics[part].account for part in parts)
        walk.groups.append(
            Group(len(walk.groups), whole, parts, found.cue, closed, found.hedged)
        )


def _whole_for(walk: _Walk, found: _Open) -> int | None:
    """The nearest topic before the list that is counted in the same unit as its first part."""
    units = _units(walk, found.parts[0]) if found.parts else set()
    return next(
        (topic for topic in found.candidates if not units or units & _units(walk, topic)), None
    )


def _units(walk: _Walk, topic: int) -> set[str]:
    """The units in which a topic is stated; all amounts of money count as one."""
    return {
        "money" if claim.figure.unit.dimension is Dimension.AMOUNT else claim.figure.unit.name
        for claim in walk.claims
        if claim.topic == topic and claim.figure and claim.kind in (AMOUNT, CHANGE)
    } | {"money" for claim in walk.claims if claim.topic == topic and claim.kind == FLAT}


class _Reader:
    """Reads one paragraph token by token into the walk."""

    def __init__(self, walk: _Walk, path: Path, text: Text, tokens: Tokens, number: str) -> None:
        self.walk, self.path, self.text, self.tokens = walk, path, text, tokens
        self.number = number
        self.sentence = _Sentence()
        self.edge = 0  # where the words of the next token begin
        self.clause = 0
        self.figured = False  # whether the clause has had a figure
        self.first_in_paragraph: int | None = None
        self.account = self._account()

    def read(self) -> None:
        """Read the whole paragraph."""
        self._open_paragraph()
        for token in self.tokens.row:
            getattr(self, f"_on_{token.kind}")(token)
        self._end_sentence()

    def _open_paragraph(self) -> None:
        """Settle how the paragraph relates to a list that the previous one left open."""
        lists = self.walk.lists
        if lists and lists[-1].style is None:
            lists[-1].style = self.style
        while lists and lists[-1].style == "" and self.number:
            _settle(self.walk, lists.pop())
        if self.number or self.account:
            self.walk.last = None
        if self.account:
            name = "".join(self.account.names)
            topic = self._new_topic(name, account=self.account)
            self.first_in_paragraph = self.walk.main = topic
            self._join_list(topic)

    @property
    def style(self) -> str:
        """How the paragraph is numbered: ``1.``, ``(1)``, ``①``, or not at all."""
        return "" if not self.number else re.sub(r"\d+", "1", self.number).replace(" ", "")

    def _account(self) -> Account | None:
        match = cues.ACCOUNT.search(self.tokens.masked[:160])
        if match is None or match.start() > 8:  # noqa: PLR2004 - an item opens with its account
            return None
        return Account(
            (match["c0"].lstrip("0123456789.、 "), match["c1"], match["c2"]),
            (match["n0"], match["n1"], match["n2"]),
        )

    # -- tokens ---------------------------------------------------------------------------------

    def _on_stop(self, token: Token) -> None:
        self._end_sentence()
        self._advance(token, clause=True)

    def _on_semi(self, token: Token) -> None:
        self.sentence.contexts.clear()
        if self.sentence.aside != "reason" or self.walk.lists:
            self.sentence.aside = ""
        lists = self.walk.lists
        if len(lists) > 1 and lists[-1].depth == lists[-2].depth == "sentence":
            _settle(self.walk, lists.pop())
        self._advance(token, clause=True)

    def _on_comma(self, token: Token) -> None:
        words = self._words(token)
        if words.endswith(("中", "上", "下")) and not words.lstrip().startswith("在"):
            self._offer_whole(words[:-1])
        elif words and not self.figured:
            self.sentence.contexts.append(words)
        self._advance(token, clause=True)

    def _on_inside(self, token: Token) -> None:
        """（含 A 1 万元）: a part of what was just stated, and not the only one."""
        if not self.sentence.aside:
            opened = _Open(self._candidates(""), self._shown(token), closed=False, depth="bracket")
            self.walk.lists.append(opened)
        self._advance(token)

    def _on_close(self, token: Token) -> None:
        if self.walk.lists and self.walk.lists[-1].depth == "bracket":
            _settle(self.walk, self.walk.lists.pop())

    def _on_colon(self, token: Token) -> None:
        self._advance(token)

    def _on_group(self, token: Token) -> None:
        cue = self._shown(token)
        words = self._words(token)
        listing = "其中" not in cue
        if self.sentence.aside == "reason" or (self.sentence.aside and listing):
            self._advance(token)
            return
        if listing and not self.sentence.topics and not names.subject(words.replace("支出", "")):
            self._advance(token)
            return
        self.sentence.aside = ""
        self.sentence.contexts.clear()
        opened = _Open(self._candidates(words), cue, closed=listing, depth="sentence")
        if self._ends_at(token):
            opened.depth, opened.style = "paragraphs", None
        elif not self.tokens.masked[: token.start].strip():
            opened.depth, opened.style = "paragraphs", ""
        self.walk.lists.append(opened)
        self._advance(token, clause=True)

    def _ends_at(self, token: Token) -> bool:
        """Whether nothing but a colon follows, so that the list stands in the next paragraphs."""
        return not self.tokens.masked[token.end :].strip(" \n\t:：")

    def _on_reason(self, token: Token) -> None:
        self.sentence.aside = "reason"
        self._advance(token)

    def _on_purpose(self, token: Token) -> None:
        self.sentence.aside = self.sentence.aside or "purpose"
        self._advance(token)

    def _on_former(self, token: Token) -> None:
        self.sentence.base = PRIOR

    def _on_planned(self, token: Token) -> None:
        assert token.match is not None
        self.sentence.base = _budget(token.match["planned_name"])

    def _on_order(self, token: Token) -> None:
        match = token.match
        assert match is not None
        relation = match["relation"]
        if relation in "与同和" and not match["level"]:
            return
        sign = 0 if relation in ("与", "同", "和", "等于") else _RELATIONS[relation]
        topic = self._speaks_of(self._words(token))
        if topic is not None:
            start = token.start + match.start("relation") - match.start()
            end = match.end("level") if match["level"] else match.end("against")
            self._claim(ORDER, topic, start, end, direction=sign, measure=_budget(match["against"]))

    def _on_flat(self, token: Token) -> None:
        words = self.tokens.masked[self.edge : token.start]
        if self.sentence.aside == "reason":
            return
        base = self.sentence.base or PRIOR
        former = cues.BASE.search(words)
        name = words[: former.start()] if former else words
        topic = self._speaks_of(name)
        if topic is None and names.subject(name, self.walk.unit_name):
            topic = self._new_topic(names.subject(name, self.walk.unit_name))
        if topic is not None:
            self._claim(FLAT, topic, token.start, token.end, measure=base, direction=0)
            self._join_sentence_list(topic)

    def _on_figure(self, token: Token) -> None:
        figure = token.figure
        assert figure is not None
        words = self._words(token)
        dimension = figure.unit.dimension
        before = len(self.walk.claims)
        if dimension in (Dimension.RATE, Dimension.BARE):
            self._rate(token, words)
        elif dimension is Dimension.POINT:
            self._mention(token)
        else:
            self._amount(token, words)
        if len(self.walk.claims) == before and dimension is not Dimension.BARE:
            self.walk.silent.append((self.text, token.start, token.end, self.path))
        self.edge = max(self.edge, token.end)
        self.figured = True

    # -- figures --------------------------------------------------------------------------------

    def _rate(self, token: Token, words: str) -> None:
        share = cues.SHARE.search(words)
        if share and not cues.BUDGETED.fullmatch(share["whole"]):
            self._share(token, share["whole"].strip())
        elif self.sentence.aside:
            self._mention(token)
        elif completion := cues.COMPLETION.search(words):
            topic = self._speaks_of(words[: completion.start()])
            base = completion["base"] or completion["base2"] or "预算"
            if topic is not None:
                self._claim(COMPLETION, topic, token.start, token.end, token, measure=_budget(base))
        elif turn := cues.TURN.search(words):
            self._turn(token, words[: turn.start()], turn, GROWTH)

    def _share(self, token: Token, whole_name: str) -> None:
        topic = self.walk.last
        if topic is None or self.sentence.aside == "reason":
            return
        whole = None
        if whole_name and not names.is_generic(whole_name):
            whole = self._find(whole_name, everywhere=True)
        self._claim(SHARE, topic, token.start, token.end, token, whole=whole, whole_name=whole_name)

    def _turn(self, token: Token, words: str, turn: object, kind: str) -> None:
        former = cues.BASE.search(words)
        name = words[: former.start()] + words[former.end() :] if former else words
        subject = names.subject(name.strip(), self.walk.unit_name)
        topic = self._speaks_of(subject)
        if topic is None and subject:
            topic = self._new_topic(subject)
        if topic is None:
            return
        sign = None if turn["choice"] else cues.direction(turn["word"])  # type: ignore[index]
        base = self.sentence.base or PRIOR
        self._claim(kind, topic, token.start, token.end, token, measure=base, direction=sign)
        self._join_sentence_list(topic)
        self.walk.last = topic

    def _amount(self, token: Token, words: str) -> None:
        if (limit := cues.LIMIT_AFTER.match(self.tokens.masked, token.end)) or (
            cues.LIMIT_BEFORE.search(words)
        ):
            self._claim(THRESHOLD, self._anything(words), token.start, token.end, token)
            self.edge = limit.end() if limit else token.end
            return
        if cues.SPREAD.search(words):
            self.sentence.spread = True
        turn = cues.TURN.search(words)
        money = token.figure is not None and token.figure.unit.dimension is Dimension.AMOUNT
        if self.sentence.spread or (money and cues.NEW_LEVEL.search(words)):
            return
        if self.sentence.aside:
            self._mention(token)
        elif turn:
            self._turn(token, words[: turn.start()], turn, CHANGE)
        else:
            self._state(token, words + self._counted(token))

    def _counted(self, token: Token) -> str:
        """The noun that follows a count (8 个科室), which is the subject rather than the words before."""
        assert token.figure is not None
        if token.figure.unit.dimension is not Dimension.COUNT:
            return ""
        noun = cues.COUNTED.match(self.tokens.masked, token.end)
        return noun[0].strip() if noun else ""

    def _state(self, token: Token, words: str) -> None:
        measure = ACTUAL
        if budgeted := cues.BUDGETED.search(words):
            measure, words = _budget(budgeted["name"]), words[: budgeted.start()]
        elif (formerly := cues.FORMERLY.search(words)) and _says_former(formerly["name"]):
            measure, words = PRIOR, words[: formerly.start()]
        topic = self._topic_of(words, new=measure == ACTUAL)
        if topic is None:
            return
        self._claim(AMOUNT, topic, token.start, token.end, token, measure=measure)
        self.sentence.contexts.clear()
        self.sentence.topics.append(topic)
        self.walk.last = topic
        if self.first_in_paragraph is None:
            self.first_in_paragraph = self.walk.main = topic
        self._join_list(topic)

    def _mention(self, token: Token) -> None:
        self._claim(MENTION, self._anything(""), token.start, token.end, token)

    # -- topics ---------------------------------------------------------------------------------

    def _topic_of(self, words: str, *, new: bool) -> int | None:
        """The topic of an amount: the one its words name, else the one being spoken of."""
        subject = names.subject(words, self.walk.unit_name)
        if names.is_generic(subject) and not self._modifiers():
            return self._continued(subject, new=new)
        name = "".join([*self._modifiers(), subject])
        found = self._find(name)
        return found if found is not None else self._new_topic(name)

    def _continued(self, subject: str, *, new: bool) -> int | None:
        """The topic of an amount whose subject is only 支出, 收入, 决算数 or nothing."""
        current = self._current()
        if current is None:
            return self._new_topic(subject) if new and subject else None
        name = self.walk.topics[current].name
        for side, other in (("支出", "收入"), ("收入", "支出")):
            if side in subject and name.endswith(other):
                twin = name.removesuffix(other) + side
                found = self._find(twin)
                return found if found is not None else self._new_topic(twin)
        return current

    def _modifiers(self) -> list[str]:
        """The clauses before, of this sentence, that narrow the subject down."""
        kept = []
        for words in self.sentence.contexts:
            plain = names.subject(words, self.walk.unit_name)
            if plain and not cues.BASE.search(words):
                kept.append(plain[-24:])
        return kept[-2:]

    def _current(self) -> int | None:
        """The topic that a clause without a subject speaks of; None where that is not certain."""
        if self.walk.last is not None:
            return self.walk.last
        return self.first_in_paragraph

    def _speaks_of(self, words: str) -> int | None:
        """The known topic that these words name, or the current one where they name none."""
        subject = names.subject(words, self.walk.unit_name)
        if names.is_generic(subject):
            return self._current()
        found = self._find(subject)
        return found if found is not None else self._similar(subject)

    def _find(self, name: str, *, everywhere: bool = False) -> int | None:
        """The latest topic of this section (or of the report) that goes by the same name."""
        key = names.key(name)
        start = 0 if everywhere else self.walk.scope_start
        for topic in reversed(self.walk.topics[start:]):
            if topic.key == key and topic.account is None:
                return topic.index
        return None

    def _similar(self, name: str) -> int | None:
        """The topic of this paragraph whose name is the same in other words."""
        key = names.key(name)
        for topic in (self._current(), self.first_in_paragraph, self.walk.main):
            if topic is None or topic < self.walk.scope_start:
                continue
            other = self.walk.topics[topic].key
            if set(other) == set(key) or (len(key) > 1 and (other.endswith(key) or key.endswith(other))):
                return topic
        return None

    def _new_topic(self, name: str, account: Account | None = None) -> int:
        index = len(self.walk.topics)
        self.walk.topics.append(
            Topic(index, name, names.key(name), self.path, account, self.number)
        )
        return index

    def _anything(self, words: str) -> int:
        """A topic to hang a mention on."""
        current = self._current()
        return current if current is not None else self._new_topic(names.subject(words))

    # -- lists ----------------------------------------------------------------------------------

    def _candidates(self, words: str) -> tuple[int, ...]:
        """Topics that a list beginning here can divide, the likeliest first."""
        subject = names.subject(words, self.walk.unit_name)
        named = None if names.is_generic(subject) else self._find(subject)
        row = [named, *reversed(self.sentence.topics), self.walk.last, self.first_in_paragraph,
               self.walk.main]
        return tuple(dict.fromkeys(topic for topic in row if topic is not None))

    def _offer_whole(self, words: str) -> None:
        """Words such as 支出决算中 or 主要用于以下方面 name a whole that was stated before."""
        subject = names.subject(words, self.walk.unit_name)
        if not subject or names.is_generic(subject):
            return
        found = self._find(subject)
        if found is not None:
            self.walk.lists.append(_Open((found,), words.strip(), closed=True, depth="sentence"))

    def _join_list(self, topic: int) -> None:
        """Make the topic a part of the innermost list, if it stands where parts stand."""
        if not self.walk.lists:
            return
        opened = self.walk.lists[-1]
        first = topic == self.first_in_paragraph and opened.style == self.style
        if opened.depth != "paragraphs" or first or not opened.parts:
            opened.parts.append(topic)

    def _join_sentence_list(self, topic: int) -> None:
        if self.walk.lists and self.walk.lists[-1].depth == "sentence":
            self._join_list(topic)

    # -- movement -------------------------------------------------------------------------------

    def _words(self, token: Token) -> str:
        """The words before a token: from the last delimiter or figure on."""
        return self.tokens.masked[self.edge : token.start]

    def _shown(self, token: Token) -> str:
        return self.tokens.masked[token.start : token.end]

    def _advance(self, token: Token, *, clause: bool = False) -> None:
        self.edge = token.end
        if clause:
            self.clause = token.end
            self.figured = False

    def _end_sentence(self) -> None:
        """Close the sentence's lists."""
        _close_lists(self.walk, "sentence")
        self.sentence = _Sentence()

    def _claim(
        self, kind: str, topic: int, start: int, end: int, token: Token | None = None, **more: object
    ) -> None:
        claim = Claim(
            len(self.walk.claims), kind, topic, self.text, start, end, self.clause, self.path,
            figure=token.figure if token else None,
        )
        self.walk.claims.append(replace(claim, **more))  # type: ignore[arg-type]


_RELATIONS = {"大于": 1, "高于": 1, "超过": 1, "超出": 1, "多于": 1, "小于": -1, "低于": -1, "少于": -1}


def _budget(name: str) -> str:
    """The measure for a budget by its printed name: ``budget:年初``, or ``budget`` alone."""
    kind = next((word for word in ("年初", "全年", "调整") if word in name), "")
    return f"{BUDGET}:{kind}" if kind else BUDGET


def _says_former(name: str) -> bool:
    return not name.startswith("20")

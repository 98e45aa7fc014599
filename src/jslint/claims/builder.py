"""Walks a report's paragraphs and collects what they claim.

The walk keeps what a reader keeps in mind: the topic being spoken of, the base of a comparison
until the sentence ends, the list being read. A figure whose role is not certain becomes no claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import (
    amounts,
    comparisons,
    cues,
    enumeration,
    groups,
    heads,
    joints,
    lists,
    names,
    namesakes,
    openings,
    rates,
    scenes,
    senses,
    spreads,
    sums,
    times,
    topics,
    within,
)
from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
    CHANGE,
    ELSEWHEN,
    FLAT,
    GROWTH,
    MENTION,
    PRIOR,
    SHARE,
    Claims,
    budget_of,
)
from jslint.claims.sentence import pieces, tokenise
from jslint.claims.state import PURPOSE, REASON, Bracket, Reader, Sentence, Walk
from jslint.document import Section
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    from collections.abc import Callable

    from jslint.claims.sentence import Token
    from jslint.claims.state import Path
    from jslint.document import Text


def walk_paragraphs(
    paragraphs: list[tuple[Path, Text]], unit_name: str, year: int | None = None
) -> Claims:
    """Collect the claims of paragraphs given in reading order with their sections.

    ``unit_name`` and ``year`` are the report's own, which its subjects need not repeat.
    """
    walk = Walk(unit_name, year)
    for path, text in paragraphs:
        _enter(walk, path)
        for piece in pieces(text):
            sentence = Sentence(start=len(walk.claims))
            _read(Reader(walk, path, piece, tokenise(piece.value), sentence))
    groups.close(walk)
    return Claims(
        tuple(walk.topics), tuple(walk.claims), tuple(walk.groups), (), tuple(walk.silent)
    )


def _enter(walk: Walk, path: Path) -> None:
    """Note where the paragraph stands: lists and topics do not cross headings."""
    heading = tuple(section.heading.value for section in path)
    if heading != walk.heading:
        groups.close(walk)
        walk.heading, walk.main, walk.last = heading, None, None
        walk.time = times.of_section(walk, heading)
        walk.told, walk.reasoned, walk.item = (), False, 0
    deepest = _scope_level(walk, path)
    scope = tuple(section.heading.value for section in path if section.level <= deepest)
    if scope != walk.scope:
        walk.scope, walk.scene = scope, ""
        scenes.begin(walk)


#: The level of 一、.
_SECTION = 2
#: A 一、 of more sections than this is a whole part of the report, though it is not called one.
_MANY = 6


def _scope_level(walk: Walk, path: Path) -> int:
    """The level of the sections that each speak of their own topics: 一、, or （一） in a whole part."""
    deepest = max((section.level for section in path if section.level <= _SECTION), default=0)
    for section in path:
        within = _sections_in(walk, section)
        many = within > _MANY or (within and names.is_part(section.heading.value))
        if section.level == deepest and many:
            return _below(section)
    return _SECTION


def _below(section: Section) -> int:
    """The level of the sections right in another, which is that of 一、 at the highest."""
    levels = (block.level for block in section.blocks if isinstance(block, Section))
    return max(_SECTION, min(levels, default=_SECTION))


def _sections_in(walk: Walk, section: Section) -> int:
    """How many sections stand right in one; it is asked again for each of their paragraphs."""
    found = walk.within.get(id(section))
    if found is None:
        found = sum(isinstance(block, Section) for block in section.blocks)
        walk.within[id(section)] = found
    return found


def _read(reader: Reader) -> None:
    """Read a whole paragraph."""
    reader.edge = reader.clause = reader.tokens.head
    reader.sentence.time = reader.walk.time
    _open(reader)
    for token in reader.tokens.row:
        if token.kind != "figure" and token.start < reader.edge:
            continue  # within a name that stands behind its amount
        if _is_in_name(reader, token):
            continue
        if spreads.goes_on(reader, token):
            reader.edge = token.end
            continue
        if token.kind != "comma":
            spreads.end(reader)
        _HANDLERS[token.kind](reader, token)
    lists.leave_open(reader)
    if enumeration.CUT.search(reader.tokens.masked):
        for opened in reader.walk.lists:
            opened.sure = False  # whose parts the next paragraph states is not certain
    _end_sentence(reader)
    reader.walk.silent += [(reader.text, *place, reader.path) for place in reader.tokens.bare]
    if reader.walk.last is None:
        reader.walk.last = reader.first  # an item whose figures stand in the next paragraph


def _is_in_name(reader: Reader, token: Token) -> bool:
    """Whether a token stands in brackets that are a part of a name, and divides nothing."""
    if token.kind in ("open", "inside") and token.start >= reader.named:
        found = cues.WITHIN_NAME.match(reader.tokens.masked, token.start)
        reader.named = found.end() if found else reader.named
    return token.start < reader.named


def _open(reader: Reader) -> None:
    """Settle how the paragraph relates to what the previous one left open."""
    walk, number, account = reader.walk, reader.tokens.number, reader.tokens.account
    scenes.open_paragraph(reader)
    lists.begin_paragraph(reader)
    lists.end_within(reader)
    if walk.lists and walk.lists[-1].style is None:
        walk.lists[-1].style = reader.style
        walk.lists[-1].fresh = not number and not account
    while walk.lists and walk.lists[-1].style == "" and lists.ends_before(reader):
        groups.settle(walk, walk.lists.pop())
    if number and enumeration.FIRST.fullmatch(number):
        lists.end_numbered(reader)
    if number and enumeration.FIRST.fullmatch(number) and not _is_in_list(reader):
        openings.enumerate_below(reader)
    named = reader.tokens.named
    if number or account or named:
        walk.last, walk.told = None, ()
        walk.item = len(walk.claims) + 1
    if named:
        reader.first = walk.main = namesakes.add(reader, named)
        lists.join(reader, reader.first)
    if account:
        topic = namesakes.add(reader, "".join(account.names), account)
        reader.first = walk.main = topic
        lists.join(reader, topic)
    if walk.reasoned and cues.REASONED.match(reader.tokens.masked):
        reader.sentence.aside = REASON
    reader.clause = 0


def _is_in_list(reader: Reader) -> bool:
    """Whether a list is open that numbers its parts in no other way than this paragraph is numbered."""
    lists_open = reader.walk.lists
    return bool(lists_open) and (lists_open[-1].style or reader.style) == reader.style


def _figure(reader: Reader, token: Token) -> None:
    figure = token.figure
    assert figure is not None
    words, before = reader.words(token), len(reader.walk.claims)
    dimension = figure.unit.dimension
    if _is_behind_another(reader, token, words):
        pass  # 较上年 A 万元 B 万元: what the second is was left out
    elif not amounts.is_about(reader, token, words) and spreads.begin(reader, token, words):
        pass
    elif dimension in (Dimension.RATE, Dimension.BARE):
        rates.read(reader, token, words)
    elif dimension is Dimension.POINT:
        amounts.mention(reader, token)
    else:
        amounts.read(reader, token, words)
    held = reader.sentence.spread is not None
    if len(reader.walk.claims) == before and not held and dimension is not Dimension.BARE:
        reader.silent(token)
    reader.edge = max(reader.edge, token.end)
    reader.figured = True


def _is_behind_another(reader: Reader, token: Token, words: str) -> bool:
    """Whether an amount stands right behind the amount of a base, with no word of what it is."""
    before = reader.walk.claims[-1:]
    return (
        not words.strip()
        and bool(before)
        and before[0].text is reader.text
        and before[0].kind == AMOUNT
        and before[0].measure != ACTUAL
        and before[0].end == reader.edge
        and token.is_money
    )


def _stop(reader: Reader, token: Token) -> None:
    heads.read(reader, token)
    _end_sentence(reader)
    if reader.walk.reasoned and enumeration.ENUMERATED.match(reader.tokens.masked, token.end):
        reader.sentence.aside = REASON
    reader.advance(token, clause=True)


def _semi(reader: Reader, token: Token) -> None:
    sentence, walk = reader.sentence, reader.walk
    sentence.contexts.clear()
    sentence.planned = ""
    if sentence.once and not (walk.lists and walk.lists[-1].start >= sentence.start):
        sentence.time, sentence.once = ACTUAL, False
    lists.end_clause(reader, token)
    sentence.semis += 1
    goes_on = sentence.aside == REASON and reader.is_followed(token, cues.REASONED)
    if not goes_on and (
        sentence.aside != REASON
        or walk.lists
        or reader.is_followed(token, cues.RESTART)
        or comparisons.is_next_part(reader, token)
        or (_is_plain(reader) and comparisons.is_begun_anew(reader, token))
    ):
        sentence.aside = ""
    reader.advance(token, clause=True)


def _is_plain(reader: Reader) -> bool:
    """Whether the last claim is of no figure within a reason or a purpose."""
    return bool(reader.walk.claims) and reader.walk.claims[-1].kind != MENTION


def _comma(reader: Reader, token: Token) -> None:
    words = reader.words(token)
    comparisons.turned(reader, token)
    lists.end_row(reader, token)
    if not reader.figured and not cues.BASE.search(words):
        reader.sentence.time = times.of_clause(reader, words)[0]
    claimed = reader.walk.claims[-1:] and reader.walk.claims[-1].clause == reader.clause
    base = cues.BASE.search(words)
    if base and not (claimed and reader.walk.claims[-1].text is reader.text):
        name = names.subject(words[: base.start()], reader.walk.unit_name)
        nameless = names.is_generic(name) and not senses.is_joint(name)
        now = topics.current(reader)
        if nameless and now is not None:
            # 支出 A 元；收入与上年相比，增加 …: of the other side than what was spoken of last
            reader.walk.last = namesakes.of_side(reader, now, name)
        reader.sentence.head = "" if nameless else name
    if words.endswith(("中", "上", "下")) and not words.lstrip().startswith("在"):
        openings.offer(reader, words[:-1])
    elif named := cues.WITHIN.fullmatch(words):
        openings.offer_named(reader, named["name"])
        reader.sentence.contexts += [] if reader.sentence.within else [words]
    elif cues.ALL_IS.match(words):
        pass  # 年末结转结余 A 万元，均为项目资金，较上年末 …: no subject of what follows
    elif words and not reader.sentence.aside and (not reader.figured or cues.EXCEPT.search(words)):
        reader.sentence.contexts.append(words)
        if cues.SAYS.match(words):
            reader.sentence.bodies = reader.sentence.semis
    goes_on = cues.LED_TO if reader.sentence.led else cues.RESUMED if _is_plain(reader) else None
    if reader.sentence.aside == REASON and goes_on and reader.is_followed(token, goes_on):
        reader.sentence.aside, reader.sentence.led = "", False
    reader.advance(token, clause=True)


def _bracket(reader: Reader, token: Token) -> None:
    """Remember what holds outside the bracket."""
    sentence, walk = reader.sentence, reader.walk
    reader.brackets.append(
        Bracket(
            walk.last,
            sentence.base,
            sentence.aside,
            len(walk.lists),
            len(walk.claims),
            len(sentence.topics),
            sentence.time,
        )
    )
    if token.kind == "inside":
        openings.include(reader, token)
    else:
        openings.bracket(reader, token)


def _close(reader: Reader, token: Token) -> None:
    """Go back to what held outside, if anything was claimed inside."""
    if not reader.brackets:
        return
    outside, walk = reader.brackets.pop(), reader.walk
    reader.sentence.time = outside.time
    while len(walk.lists) > outside.lists:
        groups.settle(walk, walk.lists.pop())
    if len(walk.claims) > outside.claims:
        walk.last = outside.last
        del reader.sentence.topics[outside.topics :]
        reader.sentence.base, reader.sentence.aside = outside.base, outside.aside
        reader.advance(token)


def _colon(reader: Reader, token: Token) -> None:
    """公务接待费：支出决算为 …: what a sentence is about, or divides, stands before a colon."""
    words, sentence = reader.words(token), reader.sentence
    bare = bool(words.strip()) and not reader.figured and not sentence.aside
    lists_before = len(reader.walk.lists)
    if bare and words.endswith("中"):
        openings.offer(reader, words[:-1])
        lists.go_below(reader, token, lists_before)
    if bare and not sentence.topics and len(reader.walk.lists) == lists_before:
        sentence.head = names.subject(words, reader.walk.unit_name)
        if joints.OPENER.fullmatch(sentence.head):
            sentence.head = ""
        within.head(reader, token, sentence.head)
        _name_next(reader, token)
    elif bare:
        heads.turn_to(reader, token, words)
    openings.behind_colon(reader, token)
    names_next = bool(words.strip()) and not sentence.aside and bool(sentence.topics)
    if not (names_next and reader.is_followed(token, cues.NEXT_FIGURE)):
        reader.advance(token)  # A：9 万元；B：8 万元: else the name of what follows at once


def _name_next(reader: Reader, token: Token) -> None:
    """教育支出： alone in its paragraph: what the next one states without a subject is of that."""
    walk, name = reader.walk, reader.sentence.head
    alone = not reader.tokens.masked[reader.tokens.head : token.start].strip().strip(name)
    if not alone or not reader.is_followed(token, cues.NOTHING):
        return
    if names.is_generic(name) or not names.is_of_money(name):
        return
    reader.first = walk.main = walk.last = namesakes.find_or_add(reader, name)
    walk.told = (reader.first,)


def _reason(reader: Reader, token: Token) -> None:
    comparisons.turned(reader, token)
    begun = reader.sentence.aside or len(reader.walk.claims) > reader.sentence.start
    reader.sentence.led = not begun and cues.BECAUSE.fullmatch(reader.shown(token)) is not None
    reader.sentence.aside = REASON
    reader.advance(token)


def _purpose(reader: Reader, token: Token) -> None:
    """A purpose, unless 用于 only opens the subject: 2024年度用于… 的日常支出 A 万元."""
    sentence = reader.sentence
    source = cues.SOURCE.search(reader.words(token)) or _tells_source(reader, token)
    if source or _is_used_beside(reader, token) or openings.is_part_used(reader, token):
        reader.advance(token)
        return
    if not sentence.aside and reader.is_followed(token, enumeration.USED_SHARED):
        openings.begin(reader, token)
        return
    opens = not sentence.topics and not reader.figured
    # 其中：A 1 万元，用于某事业的B支出 2 万元
    opens = opens or (bool(reader.walk.lists) and reader.is_followed(token, cues.USE_NAMED))
    opens = opens and cues.OPENS.match(reader.shown(token)) is not None
    if not (opens and names.is_generic(names.subject(reader.words(token)))):
        sentence.aside = sentence.aside or PURPOSE
    reader.advance(token)


def _is_used_beside(reader: Reader, token: Token) -> bool:
    """支出中，用于A 3 万元，占 60%；用于B 2 万元，占 40%: what follows is used beside what the clause before names so."""
    before = reader.walk.claims[max(reader.sentence.start, len(reader.walk.claims) - 2) :]
    if [one.kind for one in before] != [AMOUNT, SHARE] or reader.words(token).strip():
        return False
    named = reader.tokens.masked[before[0].clause : before[0].start].lstrip()
    return cues.USE_BEGINS.match(named) is not None and not reader.sentence.aside


def _tells_source(reader: Reader, token: Token) -> bool:
    """决算报表反映，本年度收入 A 万元: what follows is read there, and used for nothing."""
    return reader.shown(token) == "反映" and reader.is_followed(token, cues.BREAK)


def _former(reader: Reader, token: Token) -> None:
    assert token.match is not None
    if cues.YEAR_BEFORE.search(reader.words(token)) and cues.YEAR_TOO.match(reader.shown(token)):
        return  # 2022年和2023年的A分别为 …: no year that anything is compared with
    year = names.year(token.match["former_name"] or "")
    usual = year is None or reader.walk.year in (None, year + 1)
    if usual and year is not None and reader.sentence.base == PRIOR and _has_grown(reader):
        usual = reader.sentence.based == year  # 同比增长 p，与2019年同期相比增长 q
    reader.sentence.based = year
    reader.elsewhen = times.is_of_other_year(reader, reader.words(token))
    if year is None and reader.elsewhen:
        usual = False  # 2025年预算较上年增加 A 万元: no year before the one reported
    if reader.sentence.aside == PURPOSE and not reader.words(token).strip():
        reader.sentence.aside = ""  # what follows is compared, and used for nothing
    reader.sentence.base = PRIOR if usual else f"{PRIOR}:{year}" if year else ELSEWHEN


def _has_grown(reader: Reader) -> bool:
    """Whether a change, or none, was claimed last, so that a base of another name may be another year."""
    return bool(reader.walk.claims) and reader.walk.claims[-1].kind in (CHANGE, FLAT, GROWTH)


def _planned(reader: Reader, token: Token) -> None:
    assert token.match is not None
    name = token.match["planned_name"]
    year = names.year(name)
    usual = (year is None or reader.walk.year in (None, year)) and not cues.LAST_BUDGET.match(name)
    reader.sentence.base = budget_of(name) if usual else f"{PRIOR}:{name}"


def _end_sentence(reader: Reader) -> None:
    """Close what ends with the sentence."""
    spreads.end(reader)
    walk, sentence = reader.walk, reader.sentence
    reader.brackets.clear()
    lists.end_sentence(walk)
    walk.told = tuple(sentence.topics) or walk.told
    walk.reasoned = sentence.aside == REASON
    reader.sentence = Sentence(time=walk.time, start=len(walk.claims), within=reader.within)


_HANDLERS: dict[str, Callable[[Reader, Token], None]] = {
    "stop": _stop,
    "semi": _semi,
    "group": openings.begin,
    "plus": sums.add,
    "inside": _bracket,
    "open": _bracket,
    "close": _close,
    "comma": _comma,
    "colon": _colon,
    "reason": _reason,
    "purpose": _purpose,
    "order": comparisons.order,
    "inverse": comparisons.inverse,
    "beyond": comparisons.beyond,
    "former": _former,
    "planned": _planned,
    "flat": comparisons.flat,
    "figure": _figure,
}

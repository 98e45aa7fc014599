"""What a report says of itself on its cover and in its headings: whose it is, and of which year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jslint.document import EMPTY, Meta, Paragraph, Table
from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.numbering import PART, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.document import Report, Section, Text

_YEAR = regex(r"(20\d\d|二[〇○零0Ｏ][〇○零一二三四五六七八九]{2})年度?(?!\d{1,2}月)")
_HAN_DIGITS = str.maketrans("〇○零0Ｏ一二三四五六七八九", "00000123456789")
_DATED = regex(
    r"(?P<before>[与比较同和]\s?)?(?P<year>20\d\d)\s?年(?!\s?(?:\d|[前以]|来|[一-龥]{0,4}(?:月|底|末|初)))"
    r"(?P<planned>度?[一-龥]{0,6}预算)?"
)
_KIND = regex(r"(部门|单位)[预决]算")
_PLANNED = regex(r"(?:部门|单位|本级|年度?|收支|收入|支出|经费)预算|预算(?:公开|编制|草案|安排)")
#: The budgets of funds (公共预算, 基金预算), and what accounts say of theirs.
_OF_ACCOUNTS = regex(r"[共金营]预算|预算(?:绩|执行|管理|调整)|(?:年初|全年|调整|上年)预算")
_LABEL = regex(r"(?:部门|单位)(?:名称)?[：:]")
_BODY = "[局厅委心院所校学园馆站队会社府处署团部室办司科场库台镇乡道]"
# What a title says that it is, after whose: a state (…况), an introduction, a budget or accounts and
# what is done with them, in words that end no body's name.
_TITLE = regex(
    r"(?:(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?)?的?(?:部门|单位)?"
    rf"(?:(?:基本)?[^\W\d]况|简介|[预决]算(?:(?!{_BODY})[^\W\d]){{0,8}})?$"
)
_BEFORE = regex(r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?")
_NAME = regex(rf"[^\x00-\x27\x2a-\x40：，。、；]{{2,40}}{_BODY}")
_COVER_WEIGHT = 3
#: Words of which any page of a report has one, in either script.
_ACCOUNTS = regex(r"[决決预預]算|收入|支出|收支|[经經][费費]|[拨撥]款|[财財]政")
_GENERAL = regex(r"(?:本|我|我们)?(?:部门|单位|处|局)$")


def meta(cover: Sequence[Text], headings: Sequence[Text], prose: Iterable[Text]) -> Meta:
    """What the cover's lines, the headings and, for the year, the paragraphs say."""
    titles = [texts.squeeze(text) for text in (*cover, *headings)]
    prose = tuple(prose)
    parts = [text for text in titles[len(cover) :] if _level(text) == PART]
    return Meta(
        unit=_unit([*titles[: len(cover)], *parts]),
        year=_year([text.value for text in titles], len(cover), prose),
        kind=_kind([text.value for text in titles]),
        budget=_is_budget([text.value for text in titles], len(cover), prose),
    )


def meta_of(report: Report, cover: Sequence[Text] | None = None) -> Meta:
    """The same for a report whose cover is given, or stands in its paragraphs of that role."""
    sections = [path[-1] for path in report.walk()]
    written = [one for section in sections for one in section.blocks if isinstance(one, Paragraph)]
    front = [one.text for one in written if one.role == "cover"] if cover is None else cover
    headings = [section.heading for section in sections if section.heading]
    return meta(front, headings, (one.text for one in written))


def _level(text: Text) -> int:
    found = mark(text.value)
    return found.level if found else PART


def _unit(titles: Sequence[Text]) -> Text:
    """The first name of a body among the titles, without the year and what the report is."""
    for title in titles:
        name = _name(title)
        if _NAME.fullmatch(name.value) and not _GENERAL.fullmatch(name.value):
            return name
    return EMPTY


def _name(title: Text) -> Text:
    found = mark(title.value)
    label = _LABEL.match(title.value)
    start = found.end if found else label.end() if label else 0
    before = _BEFORE.match(title.value, start)
    start = before.end() if before else start
    after = _TITLE.search(title.value, start)
    return texts.cut(title, start, after.start() if after else None)


def _year(titles: Sequence[str], cover: int, prose: Iterable[Text]) -> int | None:
    """The year that the cover names, else the headings; where they name several, the commonest.

    A year of the cover or the headings that the rest hardly names was forgotten there: then the
    commonest one counts too, and titles have more weight than the prose, in which a year that is
    compared with speaks for the year after it; a budget that is compared with may be that of the year
    or of the one before. Nothing is known where each is named but once there.
    """
    said = Counter(
        int(match["year"]) + bool(match["before"])
        for text in prose
        for match in _DATED.finditer(text.value)
        if not (match["before"] and match["planned"])
    )
    headed = Counter(year for title in titles[cover:] for year in _named(title))
    front = Counter(year for title in titles[:cover] for year in _named(title))
    rest = _weighed(headed) + said
    for named, others in ((front, rest), (headed, said)):
        if len(named) == 1 and others[min(named)] * _COVER_WEIGHT >= max(
            others.values(), default=0
        ):
            return min(named)
    years = _weighed(front) + rest
    most = max(years.values(), default=0)
    if most == 1 and len(years) > 1:
        return None  # several years, each named once in prose: any of them may be the report's
    return max((year for year, count in years.items() if count == most), default=None)


def _weighed(years: Counter[int]) -> Counter[int]:
    return Counter({year: count * _COVER_WEIGHT for year, count in years.items()})


def _named(title: str) -> list[int]:
    return [int(match[1].translate(_HAN_DIGITS)) for match in _YEAR.finditer(title)]


def _is_budget(titles: Sequence[str], cover: int, prose: Iterable[Text]) -> bool:
    """Whether the titles speak of a budget and not of accounts, those of the cover above all.

    Where only headings do, nothing in the report may speak of accounts: some forms head a section
    of the accounts so.
    """
    weights = [_COVER_WEIGHT if at < cover else 1 for at in range(len(titles))]
    planned = [_PLANNED.search(_OF_ACCOUNTS.sub("", title)) is not None for title in titles]
    settled = ["决算" in title for title in titles]
    ahead = sum(
        weight * (plan - done) for weight, plan, done in zip(weights, planned, settled, strict=True)
    )
    if ahead <= 0:
        return False
    return any(planned[:cover]) or not any("决算" in text.value for text in prose)


def _kind(titles: Iterable[str]) -> str:
    """``单位`` or ``部门``, whichever the titles say more often."""
    kinds = Counter(match[1] for title in titles for match in _KIND.finditer(title))
    return kinds.most_common(1)[0][0] if kinds else ""


def speaks_of_accounts(report: Report) -> bool:
    """Whether anything in it is plausibly Chinese of a report: few words, but no other text's."""
    written = (text for path in report.walk() for text in _written(path[-1]))
    return any(_ACCOUNTS.search("".join(text.value.split())) for text in written)


def _written(section: Section) -> Iterator[Text]:
    """All texts of a section but those of the sections in it."""
    yield section.heading
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield block.title
            yield from (cell for row in block.rows for cell in row)

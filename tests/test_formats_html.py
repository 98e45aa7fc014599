"""The page of html: well-formed, inert whatever a report holds, and shown by a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from jslint import cli
from jslint.diagnostic import Account, Diagnostic, Related, Result, Seen, Severity, Suppressed
from jslint.document import Meta, Paragraph, Place, Report, Section, Table, Text
from jslint.document import Run as Stretch
from jslint.formatters import render
from jslint.formatters.webpage.assets import SCRIPT
from jslint.rules.ground.entry import Entry
from jslint.run import Compared, Failure, Run

if TYPE_CHECKING:
    from pathlib import Path

_VOID = {"meta", "br", "input"}
_ATTACK = (
    """</p></u></style></title>'"><script>document.title='hit'</script><img src=x onerror=1>"""
)
LINE = "本年收入合计400.00万元，其他收入占35.0%。"
FOUND = Diagnostic(
    rule="SHA101",
    name="share",
    severity=Severity.ERROR,
    message="占比有误",
    place=Place(line=2, column=21, end_line=2, end_column=26),
    section="一、收入",
    excerpt="占35.0%",
)
ENTRY = Entry(
    id="SHA101",
    name="share",
    title="占比计算有误",
    severity=Severity.ERROR,
    messages={"zh": "占比"},
    reason="读者会复核。",
    basis="除法",
)


#: A figure that no rule looked at, every word of which is an attack.
SEEN = Account(
    (
        Seen(
            Place(order=(14, 1), line=14, column=1),
            _ATTACK[:5],
            _ATTACK,
            understood=False,
            checked=False,
            name=_ATTACK,
            reason=_ATTACK,
        ),
    )
)


def run_of(found: Diagnostic = FOUND, line: str = LINE, **values: object) -> Run:
    """A run over a report of a heading and one line."""
    result = Result("报告.txt", (found,), lines=("一、收入", line))
    return Run((result,), entries={"SHA101": ENTRY}, **values)  # type: ignore[arg-type]


def spoken(words: str, line: int) -> Text:
    """Words on a line of the report."""
    place = Place(order=(line, 1), line=line, column=1)
    return Text(words, (Stretch(0, place),))


def report_of(words: str) -> Report:
    """A report whose every text is these words."""
    texts = [spoken(words, line) for line in range(10, 20)]
    rows = ((texts[0], texts[1]), (texts[2], texts[3]))
    blocks = (
        Paragraph(texts[4]),
        Paragraph(texts[5], "unit"),
        Table(texts[6], rows, Place(), unread=words, notes=(Paragraph(texts[7]),)),
    )
    sections = (Section(texts[8], 1, blocks=blocks),)
    return Report(words, sections, Meta(texts[9], 2024, words), (texts[9],))


class _Page(HTMLParser):
    """Reads a page strictly: every element is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += attrs
        if tag not in _VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]][-1] += data


def page(run: Run) -> _Page:
    """The page of a run, found well-formed."""
    read = _Page(render("html", run))
    assert read.open == []
    return read


@pytest.mark.parametrize(
    "run",
    [
        pytest.param(run_of(), id="a diagnostic"),
        pytest.param(run_of(replace(FOUND, place=Place(page=3), section="")), id="on a page"),
        pytest.param(Run(()), id="nothing"),
        pytest.param(Run((Result("a.txt"),), (Failure("b.txt", "没有"),)), id="nothing found"),
        pytest.param(run_of(configs=("配置.yaml",), lang="en"), id="English"),
    ],
)
def test_well_formed(run: Run) -> None:
    assert page(run).seen[:2] == ["html", "head"]


@pytest.mark.parametrize(
    "run",
    [
        pytest.param(run_of(replace(FOUND, message=_ATTACK)), id="message"),
        pytest.param(run_of(replace(FOUND, section=_ATTACK)), id="section"),
        pytest.param(run_of(replace(FOUND, place=Place(), excerpt=_ATTACK)), id="excerpt"),
        pytest.param(run_of(line=_ATTACK), id="line"),
        pytest.param(run_of(replace(FOUND, expected=_ATTACK)), id="expected"),
        pytest.param(run_of(replace(FOUND, rule=_ATTACK)), id="rule"),
        pytest.param(run_of(replace(FOUND, place=Place(cell=_ATTACK))), id="cell"),
        pytest.param(run_of(replace(FOUND, related=(Related(Place(), _ATTACK),))), id="related"),
        pytest.param(run_of(configs=(_ATTACK,)), id="configuration"),
        pytest.param(run_of(failures=(Failure(_ATTACK, _ATTACK, _ATTACK),)), id="not read"),
        pytest.param(
            replace(
                run_of(replace(FOUND, rule=_ATTACK)),
                entries={_ATTACK: replace(ENTRY, title=_ATTACK, reason=_ATTACK, basis=_ATTACK)},
            ),
            id="rule of a pack",
        ),
        pytest.param(
            Run((Result(_ATTACK, (FOUND,), unread=((Place(), _ATTACK),)),)), id="path, not read"
        ),
        pytest.param(
            Run((Result(_ATTACK, (FOUND,), form=_ATTACK, report=report_of(_ATTACK)),)), id="report"
        ),
        pytest.param(
            Run((Result("a"), Result("b", report=report_of(_ATTACK), account=SEEN))),
            id="figures and reasons, in one of two reports",
        ),
    ],
)
def test_whatever_a_report_holds_is_text(run: Run) -> None:
    read = page(run)

    assert "img" not in read.seen
    assert read.texts["script"] == [SCRIPT]
    assert not any(name.startswith("on") or name == "style" for name, _ in read.attributes)


def test_nothing_is_fetched() -> None:
    text = render("html", run_of())

    assert not re.search(r"https?:|src=|url\(|@import|<link", text)
    assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text
    assert "unsafe" not in text


@pytest.mark.parametrize(
    ("found", "line", "quoted"),
    [
        pytest.param(FOUND, LINE, ("35.0%", "2 本年收入合计400.00万元，其他收入占。"), id="words"),
        pytest.param(
            replace(FOUND, place=Place(line=2, column=71, end_line=2, end_column=73)),
            "甲" * 70 + "乙乙" + "丙" * 70,
            ("乙乙", f"2 …{'甲' * 60}{'丙' * 60}…"),
            id="cut around the words",
        ),
        pytest.param(
            replace(FOUND, place=Place(page=3), excerpt="占\n35.0%"),
            LINE,
            ("占35.0%", ""),
            id="no line: the excerpt",
        ),
        pytest.param(
            replace(FOUND, place=Place(line=9, column=1)), LINE, ("占35.0%", ""), id="no such line"
        ),
        pytest.param(
            replace(FOUND, place=Place(page=3), excerpt="甲" * 301),
            LINE,
            ("甲" * 300 + "…", ""),
            id="long words",
        ),
    ],
)
def test_words_are_underlined_in_their_line(
    found: Diagnostic, line: str, quoted: tuple[str, str]
) -> None:
    text = render("html", run_of(found, line))

    quote = re.search(r"<blockquote>(.*)</blockquote>", text, re.DOTALL)
    assert quote
    underlined = re.findall(r"<u>(.*?)</u>", quote[1])
    around = re.sub(r"<u>.*?</u>|<[^>]+>", "", quote[1])
    assert (*underlined, around) == quoted


def test_words_over_several_lines_are_underlined_on_each() -> None:
    found = replace(FOUND, place=Place(line=1, column=3, end_line=2, end_column=3))

    assert re.findall("<u>(.*?)</u>", render("html", run_of(found))) == ["收入", "本年"]


def test_a_rule_is_explained_once_and_linked() -> None:
    read = page(
        replace(run_of(), results=(Result("a.txt", (FOUND, FOUND)), Result("b.txt", (FOUND,))))
    )

    assert read.attributes.count(("href", "#SHA101")) == 3
    assert read.attributes.count(("id", "SHA101")) == 1
    assert read.texts["dt"].count("SHA101 占比计算有误") == 1


def test_a_rule_that_no_pack_declares_has_no_link() -> None:
    read = page(replace(run_of(), entries={}))

    assert ("href", "#SHA101") not in read.attributes
    assert ("id", "rules") not in read.attributes


# In a browser -------------------------------------------------------------------------------------


def _browse(folder: Path, run: Run, *options: str, anchor: str = "") -> str:
    """What a browser prints of the page of a run; the test is left out where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium here to show the page")
    (folder / "结果.html").write_text(render("html", run), encoding="utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")
    quiet = ("--disable-background-networking", f"--user-data-dir={folder / 'profile'}")
    done = subprocess.run(
        [chromium, *flags, *quiet, *options, f"{(folder / '结果.html').as_uri()}{anchor}"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return done.stdout


def test_a_browser_runs_nothing_of_a_report(tmp_path: Path) -> None:
    found = replace(FOUND, message=_ATTACK, excerpt=_ATTACK)

    shown = _Page(_browse(tmp_path, run_of(found, _ATTACK), "--dump-dom"))

    assert shown.texts["title"] == ["报告.txt"]
    assert "img" not in shown.seen
    assert shown.seen.count("script") == 1
    assert any(_ATTACK in text for text in shown.texts["dd"])


def test_paper_holds_everything(tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    printed = tmp_path / "结果.pdf"

    _browse(tmp_path, run_of(), f"--print-to-pdf={printed}", "--no-pdf-header-footer")

    document = pypdfium2.PdfDocument(printed)
    text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert all(words in text for words in ("占比有误", "其他收入占35.0%", "读者会复核", "除法"))


def test_a_browser_runs_nothing_of_the_text_of_a_report(tmp_path: Path) -> None:
    result = Result(_ATTACK, (replace(FOUND, message=_ATTACK),), report=report_of(_ATTACK))

    shown = _Page(_browse(tmp_path, Run((replace(result, account=SEEN),)), "--dump-dom"))

    assert "img" not in shown.seen
    assert shown.seen.count("script") == shown.seen.count("style") == 1
    assert shown.texts["title"][0].startswith(_ATTACK)
    assert not any(name.startswith("on") for name, _ in shown.attributes)


# The report itself --------------------------------------------------------------------------------

FIGURES = (
    Seen(Place(order=(1, 3), line=1, column=3), "400.00万元", "", True, True, "收入"),
    Seen(Place(order=(1, 16), line=1, column=16), "3.5%", "", True, False, "占比", "没有"),
)


def shown_of(*found: Diagnostic, words: str = "收入400.00 万元，占全部3.5%。") -> str:
    """The paragraph that the page makes of a sentence with two figures."""
    sections = (Section(spoken("", 9), 1, blocks=(Paragraph(spoken(words, 1)),)),)
    report = Report("a.txt", sections)
    result = Result("a.txt", found, account=Account(FIGURES), report=report)
    text = render("html", Run((result,), lang="en"))
    paper = re.search(r'id="paper".*?<p>(.*?)</p>', text, re.DOTALL)
    assert paper
    return re.sub(r' (?:data-\w+|id)="[^"]*"', "", paper[1])


def on(column: int, end: int, **values: object) -> Diagnostic:
    """A finding about these columns of the sentence."""
    place = Place(order=(1, column), line=1, column=column, end_line=1, end_column=end)
    return replace(FOUND, place=place, **values)


_LAST = Place(order=(1, 3))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(
            (),
            '收入<a class="f" href="#u1">400.00 万元</a>，占全部'
            '<a class="f un" href="#u2">3.5%</a>。',
            id="figures with blanks in them, checked and not",
        ),
        pytest.param(
            (on(16, 20, figures=(_LAST,)),),
            '收入<a class="f" href="#u1">400.00 万元</a>，占全部'
            '<a class="f bad e" href="#n1">3.5%<sup><i>error </i>1</sup></a>。',
            id="a figure that is wrong",
        ),
        pytest.param(
            (on(13, 16), on(14, 16, severity=Severity.INFO)),
            '收入<a class="f" href="#u1">400.00 万元</a>，'
            '<a class="t e" href="#n1">占全部<span></span><span></span>'
            "<sup><i>error </i>1 2</sup></a>"
            '<a class="f un" href="#u2">3.5%</a>。',
            id="overlapping words are one link",
        ),
        pytest.param(
            (on(1, 13),),
            '<a class="t e" href="#n1">收入<span></span><sup><i>error </i>1</sup></a>'
            '<a class="f" href="#u1">400.00 万元</a>，占全部<a class="f un" href="#u2">3.5%</a>。',
            id="words around a figure",
        ),
        pytest.param(
            (on(16, 20),),
            '收入<a class="f" href="#u1">400.00 万元</a>，占全部'
            '<a class="f bad e" href="#n1">3.5%<span></span><sup><i>error </i>1</sup></a>。',
            id="words that are a figure",
        ),
    ],
)
def test_figures_and_words_are_links(found: tuple[Diagnostic, ...], expected: str) -> None:
    assert shown_of(*found).replace(' data-why=""', "") == expected


def test_the_unit_of_a_table_stands_below_its_title() -> None:
    unit, title, cell = (spoken(one, line) for line, one in enumerate(("单位：万元", "表", "甲")))
    blocks = (Paragraph(unit, "unit"), Table(title, ((cell,),), Place()))
    report = Report("a", (Section(spoken("", 9), 1, blocks=blocks),))

    text = render("html", Run((Result("a", report=report),)))

    assert '<p class="title">表</p>\n<p class="unit">单位：万元</p>\n<div class="wide"' in text


def test_merged_cells_are_one() -> None:
    head, left, right, blank = (
        spoken(one, line) for line, one in enumerate(("头", "甲", "乙", ""))
    )
    rows = ((head, head), (left, right), (left, blank))
    table = Table(spoken("表", 8), rows, Place(), header_rows=1)
    report = Report("a", (Section(spoken("", 9), 1, blocks=(table,)),))

    text = render("html", Run((Result("a", report=report),)))

    assert '<thead><tr><th scope="col" colspan="2">头</th></tr></thead>' in text
    assert '<tr><th scope="row" rowspan="2">甲</th><td>乙</td></tr>\n<tr><td></td></tr>' in text


def test_what_is_accepted_or_known_is_told() -> None:
    accepted = (Suppressed(FOUND, "经核实无误", Place()),)
    result = Result("a", suppressed=accepted, known=(FOUND,))

    read = page(Run((result,), baseline=Compared("基线.json")))

    assert any("没有新的问题" in words for words in read.texts["span"])
    assert any("经核实无误" in words for words in read.texts["li"])
    assert ("id", "old") in read.attributes


_WRONG = "本年支出合计500.00万元，其中：基本支出300.00万元，占62.0%。"


def test_reports_in_a_folder(tmp_path: Path) -> None:
    inputs = tmp_path / "报告"
    inputs.mkdir()
    for name in ("十 2.txt", "十 10.txt"):
        (inputs / name).write_text(f"一、支出\n\n{_WRONG}\n", encoding="utf-8")
    folder = tmp_path / "网页"

    options = ("--pack", "arithmetic", "--no-config", "--output-format", "html", "--lang", "zh")
    cli.main(("check", *map(str, sorted(inputs.iterdir())), *options, "-o", f"{folder}/"))

    names = sorted(path.name for path in folder.iterdir())
    assert names == ["1-十-10.html", "2-十-2.html", "index.html"]
    index = (folder / "index.html").read_text("utf-8")
    assert re.findall(r'href="([^"#]+)"', index) == ["2-十-2.html", "1-十-10.html"]
    page = (folder / "1-十-10.html").read_text("utf-8")
    assert re.findall(r'href="([^"#]+)"', page) == ["index.html"]
    assert page.count('class="n ') == 1

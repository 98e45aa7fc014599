"""The summary's page in a real browser: links, keys, phone, and what axe finds."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_page import _ENTER, _TAB, Browser, _faults

from jslint import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The summary of three reports, one of which cannot be read, beside their pages."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("summary")
        patch.chdir(folder)
        Path("报告").mkdir()
        shutil.copy(EXAMPLES / "faulty" / "report.txt", "报告/1.txt")
        shutil.copy(EXAMPLES / "clean" / "report.txt", "报告/2.txt")
        Path("报告/3.report.yaml").write_text("jslint: 1\nsections: [", encoding="utf-8")
        Path("名单.csv").write_text("单位\n云岭市没有交的单位\n", encoding="utf-8")
        options = ("--lang", "zh", "--no-config", "-q")
        cli.main(("check", "报告", *options, "--output-format", "html=页面/"))
        beside = ("--pages", "页面", "--roster", "名单.csv")
        cli.main(("summary", "报告", *options, *beside, "-o", "汇总.html"))
    return folder / "汇总.html"


@pytest.fixture(scope="module")
def opened(written: Path) -> Iterator[Browser]:
    browser = Browser(written)
    yield browser
    browser.driver.quit()


@pytest.fixture
def browser(opened: Browser) -> Iterator[Browser]:
    """The page loaded afresh on a desktop; afterwards nothing stands in the console."""
    opened.resize(1280)
    opened.open()
    yield opened
    assert opened.driver.get_log("browser") == []


def test_every_sheet_is_reached_from_the_top(browser: Browser) -> None:
    dead = browser.ask("""
        return [...document.querySelectorAll('nav a')].map(a => a.hash.slice(1))
            .filter(id => !document.getElementById(id))""")

    assert dead == []
    assert browser.count("nav a") == browser.count("main table") == browser.count("main h2") >= 4


def test_every_finding_leads_to_what_it_is_of_on_its_page(browser: Browser) -> None:
    leads = browser.ask("""
        return [...document.querySelectorAll('main a')].map(a => a.href).filter(h => h.includes('#m'))
        """)
    assert len(leads) == len(set(leads)) > 20

    placed = []
    for lead in [one for one in leads if "/1-1.html" in one][:8]:
        browser.driver.get("about:blank")
        browser.driver.get(lead)
        placed.append(
            browser.ask("""
                const card = document.getElementById(location.hash.slice(1));
                const to = card.querySelector('a').hash;
                return [to, document.getElementById('panel').hidden]""")
        )

    assert sum(to.startswith("#f") for to, _ in placed) > 2
    assert [to for to, hidden in placed if hidden and not to.startswith("#n")] == []


def test_links_are_reached_by_keys_alone(browser: Browser) -> None:
    browser.press(_TAB)
    assert browser.ask("return document.activeElement.closest('nav') !== null")

    browser.press(_ENTER)

    assert browser.ask("return location.hash") == "#s1"
    seen = set()
    for _ in range(12):
        browser.press(_TAB)
        seen.add(browser.ask("const e = document.activeElement; return e.href || e.className"))
    assert any("%E9%A1%B5%E9%9D%A2" in one for one in seen)  # 页面


def test_a_phone_scrolls_tables_not_the_page(browser: Browser) -> None:
    browser.resize(390)
    browser.open()

    assert browser.ask("return document.scrollingElement.scrollWidth") <= 390
    assert browser.ask("""
        return [...document.querySelectorAll('.wide')].some(w => w.scrollWidth > w.clientWidth)""")


@pytest.mark.slow
def test_axe_finds_no_fault(browser: Browser) -> None:
    assert _faults(browser) == []


@pytest.mark.slow
def test_axe_finds_no_fault_on_a_dark_phone(written: Path) -> None:
    browser = Browser(written, width=390, dark=True)
    try:
        assert _faults(browser) == []
    finally:
        browser.driver.quit()

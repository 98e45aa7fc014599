"""The page of html in a real browser: keys, panel, filters, no script, phone, and what axe finds."""

from __future__ import annotations

import shutil
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jslint import cli, engine, readers
from jslint.cli import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Result

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium drives the browser")
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_DRIVER = shutil.which("chromedriver")
if _CHROMIUM is None or _DRIVER is None:
    pytest.skip("no chromium and chromedriver here to show the page", allow_module_level=True)

ROOT = Path(__file__).parents[1]
FAULTY = ROOT / "examples" / "faulty" / "report.txt"
_TAB = "\ue004"
_ENTER = "\ue007"
_ESCAPE = "\ue00c"
_RIGHT = "\ue014"


class Browser:
    """A browser with one page open, as few words as tests need."""

    def __init__(self, page: Path, *, script: bool = True, width: int = 1280, dark: bool = False):
        options = webdriver.ChromeOptions()
        options.binary_location = _CHROMIUM
        for flag in (
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--force-color-profile=srgb",
        ):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        if not script:
            setting = {"profile.managed_default_content_settings.javascript": 2}
            options.add_experimental_option("prefs", setting)
        service = webdriver.ChromeService(executable_path=_DRIVER)
        self.driver: Any = webdriver.Chrome(options=options, service=service)
        self.resize(width)
        if dark:
            media = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        self.driver.set_script_timeout(240)
        self.page = page.as_uri()
        self.open()

    def open(self, anchor: str = "") -> None:
        """Load the page afresh."""
        self.driver.get("about:blank")
        self.driver.get(self.page + anchor)

    def resize(self, width: int) -> None:
        """A desktop, or a phone."""
        size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def ask(self, script: str, *arguments: object) -> Any:
        """What a script returns."""
        return self.driver.execute_script(script, *arguments)

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def focused(self) -> str:
        """The id, or where it leads, of what has the focus."""
        return self.ask("const e = document.activeElement; return e.id || e.hash || e.tagName")

    def count(self, selector: str) -> int:
        """How many elements fit that are shown."""
        return self.ask(
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.offsetParent).length",
            selector,
        )

    def choose(self, name: str, value: str) -> None:
        """Set a field of the filter."""
        self.ask(
            "const f = document.getElementById('filter')[arguments[0]]; f.value = arguments[1];"
            "f.dispatchEvent(new Event('change', {bubbles: true}))",
            name,
            value,
        )


@cache
def _result() -> Result:
    report = readers.read(str(FAULTY), FAULTY.read_bytes())
    packs = rulebook.chosen(("auto",), report)
    return engine.lint(report, rulebook.choose(packs, (), (), {}), "zh")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the faulty example."""
    target = tmp_path_factory.mktemp("page") / "结果.html"
    options = ("--lang", "zh", "--no-config", "--output-format", "html", "-o", str(target))
    cli.main(("check", str(FAULTY), *options))
    return target


@pytest.fixture(scope="module")
def opened(written: Path) -> Iterator[Browser]:
    """A browser for all tests that need no other."""
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


def test_every_figure_of_the_account_is_there(browser: Browser) -> None:
    shown = browser.ask("""
        return [...document.querySelectorAll('#paper a.f[id]')].map(a => {
            const copy = a.cloneNode(true);
            copy.querySelectorAll('sup').forEach(s => s.remove());
            return [a.id, copy.textContent.replace(/\\s/g, '')];
        })""")

    figures = _result().account.figures
    expected = {f"f{number}": one.text for number, one in enumerate(figures, 1)}
    assert len(expected) > 400
    assert dict(shown) == expected
    assert len(shown) == len(expected)


def test_every_link_leads_somewhere(browser: Browser) -> None:
    dead = browser.ask("""
        return [...document.querySelectorAll('a')].map(a => decodeURIComponent(a.hash.slice(1)))
            .filter(id => !document.getElementById(id))""")
    double = browser.ask("""
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
        return ids.filter((id, at) => ids.indexOf(id) !== at)""")

    assert (dead, double) == ([], [])


def test_every_finding_is_reached_by_tab(browser: Browser) -> None:
    wanted = {f"#{one}" for one in browser.ask(
        "return [...document.querySelectorAll('.n h4 a')].map(a => a.hash.slice(1))"
    )}  # fmt: skip
    reached = set()
    for _ in range(400):
        browser.press(_TAB)
        reached.add(browser.focused())
        if wanted <= reached:
            break

    assert len(wanted) >= len(_result().diagnostics) - 4
    assert wanted <= reached


def test_n_goes_from_finding_to_finding_in_the_report(browser: Browser) -> None:
    places = browser.ask("""
        return [...document.querySelectorAll('#paper a')].filter(a => a.hash.startsWith('#n'))
            .map(a => a.hash)""")
    browser.ask("document.querySelector('#paper a[tabindex=\"0\"]').focus()")

    met = [browser.ask("return document.activeElement.hash")]
    for _ in places[1:]:
        browser.press("n")
        met.append(browser.ask("return document.activeElement.hash"))

    assert met == places
    assert browser.count("#panel") == 1


def test_from_a_finding_to_its_place_and_back(browser: Browser) -> None:
    browser.ask("document.querySelector('#n3 h4 a').focus()")

    browser.press(_ENTER)
    there = browser.ask("return document.activeElement.hash")
    shown = browser.ask("return document.getElementById('panel').textContent")
    browser.press(_ESCAPE)

    assert there == "#n3"
    assert "1,201.40" in shown
    assert "1,945.00" in shown
    assert browser.ask("return document.activeElement.closest('.n').id") == "n3"
    assert browser.count("#panel") == 0


def test_a_checked_figure_shows_its_relations(browser: Browser) -> None:
    browser.ask("document.querySelector('#paper td a.f:not(.bad):not(.un)').click()")

    assert browser.count("#pbody li") > 0
    assert "✓" in browser.ask("return document.getElementById('pbody').textContent")
    assert browser.ask("return document.querySelectorAll('#paper .rel').length") > 0


def test_a_figure_not_checked_says_why(browser: Browser) -> None:
    browser.ask("document.querySelector('#paper a.un').click()")

    assert "没有核对：" in browser.ask("return document.getElementById('pbody').textContent")


def test_arrows_go_from_figure_to_figure(browser: Browser) -> None:
    browser.ask("const a = document.getElementById('f7'); a.tabIndex = 0; a.focus()")

    browser.press(_RIGHT, _RIGHT)

    assert browser.focused() != "f7"
    assert browser.ask("return document.querySelectorAll('#paper a[tabindex=\"0\"]').length") <= 2


def test_filters(browser: Browser) -> None:
    every = browser.count(".n")
    browser.choose("f", "TXT")
    texts = browser.count(".n")
    told = browser.ask("return document.getElementById('shown').textContent")
    browser.choose("f", "PCT101")
    shares = browser.count(".n")
    browser.choose("f", "")
    browser.ask("document.querySelector('[name=s][value=e]').click()")
    mild = browser.count(".n")

    found = _result().diagnostics
    assert every == len(found)
    assert texts == sum(one.rule.startswith("TXT") for one in found)
    assert told == f"{every} 条中的 {texts} 条"
    assert shares == sum(one.rule == "PCT101" for one in found)
    assert mild == sum(one.severity != "error" for one in found)


def test_filter_by_section(browser: Browser) -> None:
    section = "二、机构设置"

    browser.choose("c", f"1 {section}")

    found = _result().diagnostics
    assert browser.count(".n") == sum(one.section == section for one in found) > 0


@pytest.mark.parametrize("by", ["place", "rule"])
def test_sorting(browser: Browser, by: str) -> None:
    browser.choose("o", by)

    rules = browser.ask("return [...document.querySelectorAll('.n')].map(n => n.dataset.f)")
    found = [one.rule for one in _result().diagnostics]
    assert sorted(rules) == sorted(found)
    if by == "rule":
        assert rules == sorted(found)
    browser.choose("o", "")
    numbers = browser.ask("return [...document.querySelectorAll('.n')].map(n => n.value)")
    assert numbers == sorted(numbers)


def test_a_link_to_a_place_opens_it(browser: Browser) -> None:
    browser.open("#f9")

    assert browser.focused() == "f9"
    assert browser.count("#panel") == 1


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_does_not_scroll_sideways(browser: Browser, width: int) -> None:
    browser.resize(width)
    browser.open()

    assert browser.ask("return document.documentElement.scrollWidth") == width


def test_it_opens_fast(browser: Browser) -> None:
    took = browser.ask("return performance.getEntriesByType('navigation')[0].loadEventEnd")

    assert took < 5000  # some 0.4 s; the machine of a test may be busy


def test_all_of_it_is_readable_without_script(written: Path) -> None:
    browser = Browser(written, script=False)
    try:
        assert browser.count("#filter") == 0
        assert browser.count(".n") == len(_result().diagnostics)
        link = browser.ask("return document.querySelector('#paper a.f[href^=\"#r\"]').hash")
        browser.driver.find_element("css selector", "#paper a.f[href^='#r']").click()
        assert browser.ask("return location.hash") == link
        assert browser.count("#ledger[open] li:target") == 1
    finally:
        browser.driver.quit()


# What axe finds -----------------------------------------------------------------------------------


def _axe() -> str:
    spec = find_spec("axe_core_python")
    if spec is None or spec.origin is None:
        pytest.skip("no axe-core-python here")
    return Path(spec.origin).with_name("axe.min.js").read_text("utf-8")


def _faults(browser: Browser) -> list[str]:
    browser.ask(_axe())
    found = browser.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run().then(r => done(r.violations), e => done([{id: String(e), nodes: []}]))"
    )
    return [
        f"{one['id']} ({one.get('impact')}): {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in found
    ]


_PANEL = "document.querySelector('#paper a.bad').click()"
_STATES = {
    "panel": _PANEL,
    "ledger, sorted": "document.getElementById('ledger').open = true;"
    "const f = document.getElementById('filter'); f.o.value = 'place';"
    "f.dispatchEvent(new Event('change'))",
}


@pytest.mark.slow
@pytest.mark.parametrize("state", _STATES)
def test_axe_finds_no_fault(browser: Browser, state: str) -> None:
    browser.ask(_STATES[state])

    assert _faults(browser) == []


@pytest.mark.slow
def test_axe_finds_no_fault_on_a_dark_phone(written: Path) -> None:
    browser = Browser(written, width=390, dark=True)
    try:
        browser.ask(_PANEL)
        assert _faults(browser) == []
    finally:
        browser.driver.quit()

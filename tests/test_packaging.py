"""The project as others get it: the wheel holds the packs, the docs and the layers are as promised."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from configparser import ConfigParser
from importlib.util import find_spec
from pathlib import Path

import pytest

from jslint import __version__, pack, spoken
from jslint.authoring import review
from jslint.diagnostic import Diagnostic
from jslint.formatters import FORMATS
from jslint.readers import READERS, text
from jslint.rules import KINDS
from jslint.rules.ground.context import Context

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT), str(ROOT / "tools")]

import dev  # noqa: E402 - a script at the top of the checkout
import docs_pages  # noqa: E402 - a script beside the sources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def built(folder: Path, kind: str) -> Path:
    """A distribution of the checkout, made without a package index."""
    if find_spec("build") is None or find_spec("hatchling") is None:
        pytest.skip("build and hatchling are not installed")
    options = ["--no-isolation", kind, "-o", str(folder), str(ROOT)]
    subprocess.run([sys.executable, "-m", "build", *options], check=True, capture_output=True)
    return next(path for path in folder.iterdir() if path.suffix in (".whl", ".gz"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    return built(tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's files and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with the folder's packages before all others."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "JSLINT_NO_CACHE": "1"},
    )


@pytest.mark.slow
def test_wheel_is_named_for_the_distribution_and_holds_every_pack(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert wheel.name == f"juesuan_lint-{__version__}-py3-none-any.whl"
    packs = {path.name for path in (ROOT / "rules").rglob("*.yaml")}
    assert {Path(name).name for name in names if name.startswith("jslint/_rules/")} == packs
    assert "jslint/schemas/report.schema.json" in names
    assert "jslint/schemas/pack.schema.json" in names
    assert "jslint/py.typed" in names


@pytest.mark.slow
def test_installed_command_is_the_function_that_the_wheel_names(installed: Path) -> None:
    (points,) = installed.glob("*.dist-info/entry_points.txt")
    parser = ConfigParser()
    parser.read_string(points.read_text(encoding="utf-8"))
    module, function = parser["console_scripts"]["jslint"].split(":")

    done = run(installed, "-c", f"import {module} as m; print(callable(m.{function}))")

    assert done.stdout.strip() == "True", done.stderr


@pytest.mark.slow
def test_installed_packs_are_those_of_the_wheel(installed: Path) -> None:
    done = run(installed, "-c", "from jslint import pack; print(pack.folder())")

    assert Path(done.stdout.strip()) == installed / "jslint" / "_rules", done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        pytest.param(("rules",), 0, "SUM101", id="rules"),
        pytest.param(("check", "clean/report.txt", "-q"), 0, "", id="clean example"),
        pytest.param(("check", "faulty/report.txt", "-q"), 1, "[PCT101]", id="faulty example"),
        pytest.param(("schema", "report"), 0, "$schema", id="schema"),
        pytest.param(("--version",), 0, f"jslint {__version__}", id="version"),
    ],
)
def test_installed_program_runs(
    installed: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    given = [str(ROOT / "examples" / one) if "/" in one else one for one in arguments]

    done = run(installed, "-m", "jslint", *given)

    assert done.returncode == status, done.stderr
    assert said in done.stdout


@pytest.mark.slow
def test_source_distribution_holds_all_that_a_wheel_and_the_tests_need(tmp_path: Path) -> None:
    with tarfile.open(built(tmp_path, "--sdist")) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}

    needed = {f"rules/{path.name}" for path in (ROOT / "rules").glob("*.yaml")} | {
        *("dev.py", ".ci/run", ".importlinter", ".pre-commit-hooks.yaml", "tools/docs_pages.py"),
        *("README.md", "CONTRIBUTING.md", "LICENSE", "tests/conftest.py"),
        "examples/clean/report.txt",
    }
    assert needed - names == set()


def test_checkout_uses_its_own_packs() -> None:
    assert Path(pack.folder()).resolve() == ROOT / "rules"


@pytest.mark.parametrize("page", docs_pages.WRITERS)
def test_generated_page_is_up_to_date(page: str) -> None:
    """``python3 dev.py docs`` writes it."""
    assert docs_pages.WRITERS[page]() == (ROOT / page).read_text(encoding="utf-8")


def test_every_rule_is_on_the_rules_page() -> None:
    page = docs_pages.rules()

    ids = {rule.entry.id for rule in pack.load([info.name for info in pack.available()]).rules}
    ids |= {*docs_pages.SYNTAX, *docs_pages.SUPPRESSIONS}
    lint = {check.code for check in review.CHECKS}
    assert set(re.findall(r"^### (\S+)$", page, re.MULTILINE)) == ids | lint


def test_published_schema_is_the_one_that_is_enforced() -> None:
    shipped = ROOT / "src" / "jslint" / "schemas" / "report.schema.json"

    assert (ROOT / "docs" / "report.schema.json").read_bytes() == shipped.read_bytes()


def test_ci_calls_the_second_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = readme.split("```sh\n", 1)[1].split("```", 1)[0].splitlines()

    assert commands == ["python3 dev.py demo", "python3 dev.py test"]
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_dependency_is_explained() -> None:
    explained = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    asked = [*PROJECT["dependencies"]]
    for requirements in PROJECT["optional-dependencies"].values():
        asked += requirements
    names = {re.split(r"[<>=\[ ]", entry)[0] for entry in asked} - {PROJECT["name"]}

    assert sorted(name for name in names if name not in explained) == []


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "CONTRIBUTING.md",
        *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")),
    ],
)
def test_links_lead_somewhere(document: str) -> None:
    page = (ROOT / document).read_text(encoding="utf-8")
    found = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page)

    missing = [link for link in found if not (ROOT / document).parent.joinpath(link).exists()]
    assert missing == []


@pytest.mark.parametrize(
    ("contract", "modules"),
    [
        pytest.param("readers", set(READERS.values()), id="readers"),
        pytest.param("formatters", set(FORMATS.values()), id="formatters"),
    ],
)
def test_independence_contract_names_every_registered_module(
    contract: str, modules: set[str]
) -> None:
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")

    named = parser[f"importlinter:contract:{contract}"]["modules"].split()
    assert sorted(named) == sorted(modules)


def test_every_file_of_a_kind_is_registered() -> None:
    files = {path.stem for path in (ROOT / "src/jslint/rules/kinds").glob("[!_]*.py")}

    assert {kind.__module__.rpartition(".")[2] for kind in KINDS.values()} == files


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """An environment of the script's own below a temporary folder; the commands it runs are kept."""
    ran: list[list[str]] = []

    def record(command: list[str], cwd: Path | None = None) -> int:
        ran.append(command[1:])
        if "venv" in command:
            dev.PYTHON.parent.mkdir(parents=True)
            dev.PYTHON.touch()
        return 0

    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(dev, "_run", record)
    monkeypatch.setattr(dev, "_works", lambda: dev.PYTHON.exists())
    return ran


def test_environment_is_made_once(environment: list[list[str]]) -> None:
    dev.main(["demo"])
    first = len(environment)
    dev.main(["demo"])

    assert environment[0][:2] == ["-m", "venv"]
    assert ["-m", "pip", "-q", "install", "-e", ".[all]"] in environment
    assert environment[first:] == [["-m", "jslint", "check", "examples/faulty/report.txt"]]


def test_environment_of_the_tests_serves_the_demo(environment: list[list[str]]) -> None:
    dev.main(["test"])
    first = len(environment)
    dev.main(["run", "rules"])

    assert environment[first:] == [["-P", "-m", "jslint", "rules"]]


def test_environment_is_brought_up_to_date_with_the_project(
    environment: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.main(["run", "rules"])
    first = len(environment)
    monkeypatch.setattr(dev, "_stamp", lambda: "another pyproject.toml")
    dev.main(["run", "rules"])

    assert ["-m", "pip", "-q", "install", "-e", ".[all]"] in environment[first:]
    assert not any("venv" in command for command in environment[first:])


def test_old_python_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST", (9, 0))

    assert dev.main(["demo"]) == 2
    assert "3.11" in capsys.readouterr().out


def test_every_check_runs_and_the_failed_are_named(
    environment: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "_python", lambda *call: int("mypy" in call))

    assert dev.main(["test"]) == 1
    shown = capsys.readouterr().out
    assert [line[2:] for line in shown.splitlines() if line.startswith("$ ")] == list(dev.CHECKS)
    assert shown.splitlines()[-1] == "未通过：mypy"


def shown_packs(name: str) -> dict[str, str]:
    """The packs that a page shows whole, by the name of their file."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    blocks = re.findall(
        r'^```yaml(?: title="([^"\n]+)")?\n(.*?)^```$', page, re.DOTALL | re.MULTILINE
    )
    return {title or "our-city.yaml": text for title, text in blocks}


@pytest.mark.parametrize(
    ("page", "last", "ids"),
    [
        pytest.param("architecture.md", "our-city.yaml", ["OUR101", "OUR102"], id="architecture"),
        pytest.param("write-a-pack.md", "文字.yaml", ["OUR101"], id="tutorial, words"),
        pytest.param("write-a-pack.md", "改写.yaml", ["OUR102", "OUR103"], id="tutorial, the rest"),
    ],
)
def test_packs_of_a_page_do_what_it_says(
    tmp_path: Path, page: str, last: str, ids: list[str]
) -> None:
    for name, shown in shown_packs(page).items():
        (tmp_path / name).write_text(shown, encoding="utf-8")

    loaded = pack.load([str(tmp_path / last)])

    own = [rule for rule in loaded.rules if rule.entry.id.startswith("OUR")]
    assert [rule.entry.id for rule in own] == ids
    for rule in own:
        for example in rule.entry.examples:
            report = text.read(example.text.encode(), "example.txt")
            outcomes = rule.check(Context(report, loaded.quantities))
            found = [
                spoken.diagnostic(one, "zh") for one in outcomes if isinstance(one, Diagnostic)
            ]
            said = [one.message + one.excerpt for one in found]
            assert len(said) == example.bad
            assert all(words in said[0] for words in example.finds)

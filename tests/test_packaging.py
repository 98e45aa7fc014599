"""The project as others get it: the wheel holds the packs, the docs and the layers are as promised."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import rules_page  # noqa: E402 - a script beside the sources


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    if find_spec("build") is None or find_spec("hatchling") is None:
        pytest.skip("build and hatchling are not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "-o",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_wheel_is_named_for_the_distribution_and_holds_every_pack(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert wheel.name.startswith("juesuan_lint-")
    packs = {path.name for path in (ROOT / "rules").glob("*.yaml")}
    assert {Path(name).name for name in names if name.startswith("jslint/_rules/")} == packs


@pytest.mark.slow
def test_unpacked_wheel_checks_a_report(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    report = ROOT / "examples" / "clean" / "report.txt"

    done = subprocess.run(
        [sys.executable, "-m", "jslint", "check", str(report), "--output-format", "concise"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "JSLINT_NO_CACHE": "1"},
    )

    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_rules_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rules_page.page()


def test_ci_calls_the_second_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = readme.split("```sh\n", 1)[1].split("```", 1)[0].split("\n")

    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_dependency_is_explained() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    explained = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    names = [entry.split(">=")[0] for entry in project["dependencies"]]

    assert [name for name in names if name not in explained] == []

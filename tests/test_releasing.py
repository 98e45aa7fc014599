"""How a release is made: the same bytes each time, its tag and changes, and what the workflows do."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from jslint import __version__
from jslint.formatters import FORMATS

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "tools"), str(ROOT / "tools" / "program")]

import release  # noqa: E402 - a script beside the sources
import trial  # noqa: E402 - likewise

FLOWS = ROOT / ".github" / "workflows"


def flow(name: str) -> dict[str, Any]:
    return YAML(typ="safe").load((FLOWS / name).read_text(encoding="utf-8"))


def steps(name: str, job: str) -> list[dict[str, Any]]:
    return flow(name)["jobs"][job]["steps"]


def project(folder: Path, module: str = "VALUE = 1\n") -> Path:
    """A small project under git, built as jslint is."""
    files = {
        "pyproject.toml": '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        '[project]\nname = "small"\nversion = "1"\nrequires-python = ">=3.11"\n',
        "src/small/__init__.py": module,
        "src/small/多.py": "",
        ".gitignore": "left/\n",
        "left/over.py": "",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "small")):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


needs_build = pytest.mark.skipif(
    find_spec("build") is None or find_spec("hatchling") is None or shutil.which("git") is None,
    reason="build, hatchling or git is not installed",
)


@needs_build
@pytest.mark.slow
def test_two_builds_of_the_checkout_are_the_same(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")

    made = release.twice(ROOT, tmp_path)

    assert made == release.digests(tmp_path)
    wheel, source = (f"juesuan_lint-{__version__}{end}" for end in ("-py3-none-any.whl", ".tar.gz"))
    assert sorted(made) == [wheel, source]


@needs_build
def test_what_git_ignores_is_not_built_and_what_differs_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "project")
    build, calls = release._build, []

    def tampered(copy: Path, out: Path, moment: str) -> None:
        calls.append(moment)
        assert not (copy / "left").exists()
        (copy / "src/small/__init__.py").write_text(f"VALUE = {len(calls)}\n", encoding="utf-8")
        build(copy, out, moment)

    made = release.twice(root, tmp_path / "made")
    assert set(made) == {"small-1-py3-none-any.whl", "small-1.tar.gz"}
    names = zipfile.ZipFile(tmp_path / "made" / "small-1-py3-none-any.whl").namelist()
    assert "small/多.py" in names

    monkeypatch.setattr(release, "_build", tampered)
    with pytest.raises(release.ReleaseError, match="两次所造的不同：small-1-py3-none-any.whl"):
        release.twice(root, tmp_path / "again")
    assert len(set(calls)) == 1


CHANGES = "# 变更记录\n\n## 未发布 0.3.0\n\n- 三\n\n## 0.2.0（2026-05-06）\n\n- 二\n\n## 0.1.0（2026-01-02）\n\n- 一\n"


@pytest.mark.parametrize(("wanted", "said"), [("0.2.0", "- 二\n"), ("0.1.0", "- 一\n")])
def test_notes_are_the_section_of_the_version(wanted: str, said: str) -> None:
    assert release.notes(CHANGES, wanted) == said


@pytest.mark.parametrize("wanted", ["0.3.0", "0.4.0", "0.1"])
def test_a_version_without_a_dated_section_is_not_released(wanted: str) -> None:
    with pytest.raises(release.ReleaseError, match=wanted):
        release.notes(CHANGES, wanted)


@pytest.mark.parametrize("tag", ["0.2.0", "v0.2", "v0.2.1"])
def test_a_tag_of_another_version_is_refused(tag: str) -> None:
    with pytest.raises(release.ReleaseError, match=r"应为 v0\.2\.0"):
        release.fits(tag, "0.2.0")


def test_the_version_is_that_of_the_program() -> None:
    assert release.version() == __version__


def test_the_one_file_program_is_asked_for_every_format() -> None:
    assert trial.FORMATS == list(FORMATS)


def test_tests_run_on_three_systems_and_each_supported_python() -> None:
    matrix = flow("tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = [one.rpartition(" ")[2] for one in project["classifiers"] if "Python :: 3." in one]

    assert {name.partition("-")[0] for name in matrix["os"]} == {"ubuntu", "windows", "macos"}
    assert matrix["python"] == stated
    assert {"run": "python dev.py test", "env": {"PYTHONUTF8": "1"}} in steps("tests.yml", "tests")


def test_only_the_job_that_publishes_may_write_and_no_secret_is_kept() -> None:
    released = flow("release.yml")

    assert flow("tests.yml")["permissions"] == released["permissions"] == {"contents": "read"}
    allowed = {name: job.get("permissions") for name, job in released["jobs"].items()}
    assert allowed.pop("publish") == {
        "contents": "write",
        "id-token": "write",
        "attestations": "write",
    }
    assert set(allowed.values()) == {None}
    assert "secrets." not in "".join(path.read_text(encoding="utf-8") for path in FLOWS.iterdir())


def test_what_is_published_was_built_tried_and_attested_before() -> None:
    used = [str(step.get("uses")) for step in steps("release.yml", "publish")]
    order = [
        next(at for at, one in enumerate(used) if one.startswith(name))
        for name in ("actions/attest-build-provenance", "pypa/gh-action-pypi-publish")
    ]

    assert flow("release.yml")["jobs"]["publish"]["needs"] == ["build", "program"]
    assert order == sorted(order)


@pytest.mark.parametrize("name", sorted(path.name for path in FLOWS.iterdir()))
def test_a_workflow_runs_only_sessions_that_are_there(name: str) -> None:
    sessions = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    runs = [
        step["run"] for job in flow(name)["jobs"].values() for step in job["steps"] if "run" in step
    ]

    asked = [
        word for run in runs if " nox -s " in run for word in run.rpartition(" -s ")[2].split()
    ]
    assert asked
    assert [one for one in asked if f"def {one}(session" not in sessions] == []


def test_no_script_of_a_workflow_is_made_of_what_others_name() -> None:
    """A branch or a tag may be called anything: it reaches a shell as a variable only."""
    runs = [
        step.get("run", "")
        for path in FLOWS.iterdir()
        for job in flow(path.name)["jobs"].values()
        for step in job["steps"]
    ]

    assert [run for run in runs if "${{ github" in run] == []

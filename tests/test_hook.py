"""The pre-commit hook: which files it takes, and a real run of it in a scratch repository."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from jslint.readers import READERS

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
GOOD = """\
三、支出决算情况说明
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.0%；项目支出200.00万元，占40.0%。
"""
BAD = GOOD.replace("60.0%", "62.0%").replace("40.0%", "38.0%")
# Signs that the environment could not be made, which is no fault of the hook.
OFFLINE = (
    "No matching distribution",
    "Could not find a version",
    "ConnectionError",
    "NewConnection",
)


def hooks() -> dict[str, dict[str, Any]]:
    """The hooks of the manifest by their ids."""
    every = YAML(typ="safe").load(MANIFEST.read_text(encoding="utf-8"))
    return {one["id"]: one for one in every}


def hook(name: str = "jslint") -> dict[str, Any]:
    """One of them."""
    return hooks()[name]


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        pytest.param("2024年度单位决算公开.txt", True, id="text"),
        pytest.param("报告/决算说明.md", True, id="Markdown in a folder"),
        pytest.param("决算.report.yaml", True, id="structured"),
        pytest.param("报告/report.yml", True, id="structured, plain name"),
        pytest.param("决算.report.json", True, id="JSON"),
        pytest.param("说明.txt", False, id="another text"),
        pytest.param("决算/说明.txt", False, id="the folder's name is not the file's"),
        pytest.param("决算公开.docx", True, id="a Word file"),
        pytest.param("决算公开.pdf", False, id="a format that needs an extra"),
        pytest.param("决算公开.txt.bak", False, id="a backup"),
        pytest.param("决算规则.yaml", False, id="a rule pack"),
        pytest.param("myreport.yaml", False, id="another report"),
    ],
)
def test_files_are_taken_by_name(path: str, *, taken: bool) -> None:
    assert bool(re.search(hook()["files"], path)) is taken


def test_every_text_format_is_taken() -> None:
    texts = ("text", "markdown", "structured")
    names = {
        suffix: f"{'决算.report' if module.endswith('structured') else '决算'}{suffix}"
        for suffix, module in READERS.items()
        if module.endswith(texts)
    }

    assert {
        suffix for suffix, name in names.items() if not re.search(hook()["files"], name)
    } == set()


def test_the_hook_is_chosen_by_name_not_by_type() -> None:
    assert hook()["id"] == "jslint"
    assert hook()["entry"] == "jslint check --with-manifest"
    assert hook()["language"] == "python"
    assert "types" not in hook()


@pytest.mark.parametrize(
    ("name", "taken", "passed"),
    [
        pytest.param("jslint", "附件/清单.yaml", "清单.docx", id="all"),
        pytest.param("jslint-text", "2024决算.md", "2024决算.docx", id="text"),
        pytest.param("jslint-structured", "a.report.json", "2024决算.txt", id="structured"),
        pytest.param("jslint-word", "2024决算.docx", "说明.docx", id="Word"),
        pytest.param("jslint-excel", "2024决算.xls", "2024决算.docx", id="Excel"),
        pytest.param("jslint-pdf", "2024决算.pdf", "2024决算.txt", id="PDF"),
    ],
)
def test_there_is_a_hook_for_each_kind_of_input(name: str, taken: str, passed: str) -> None:
    assert re.search(hook(name)["files"], taken)
    assert not re.search(hook(name)["files"], passed)
    assert hook(name)["require_serial"] is True
    assert hook(name)["entry"] == hook()["entry"]


def test_tags_are_those_that_identify_gives() -> None:
    identify = pytest.importorskip("identify.identify")
    for one in hooks().values():
        assert {*one.get("types", ()), *one.get("types_or", ())} <= identify.ALL_TAGS
    examples = {
        "jslint-text": "决算.md",
        "jslint-structured": "a.report.yaml",
        "jslint-pdf": "a.pdf",
    }
    for name, path in examples.items():
        tags = identify.tags_from_filename(path)
        one = hook(name)
        assert {*one.get("types", ())} <= tags
        assert not one.get("types_or") or {*one["types_or"]} & tags


def test_what_hooks_install_is_what_the_extras_install() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    assert hook("jslint-pdf")["additional_dependencies"] == extras["pdf"]
    assert hook("jslint-excel")["additional_dependencies"] == extras["xlsx"]


def _environment(home: Path) -> dict[str, str]:
    """The environment for git and pre-commit, apart from the repository that runs the tests."""
    kept = {
        name: value for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PYTHON", "PRE_COMMIT"))
    }  # fmt: skip
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "test"), ("EMAIL", "test@example.org"))}  # fmt: skip
    return {**kept, **who, "PRE_COMMIT_HOME": str(home), "LANG": "C.UTF-8"}


def _commit(folder: Path, environment: dict[str, str]) -> str:
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "x")):
        subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True)
    said = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=folder, env=environment, check=True, capture_output=True,
        text=True,
    )  # fmt: skip
    return said.stdout.strip()


def _copy_project(target: Path) -> None:
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", MANIFEST.name):
        shutil.copy(ROOT / name, target / name)


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"
)
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_real_run_in_a_scratch_repository(tmp_path: Path) -> None:
    environment = _environment(tmp_path / "home")
    project, scratch = tmp_path / "project", tmp_path / "scratch"
    project.mkdir()
    scratch.mkdir()
    _copy_project(project)
    revision = _commit(project, environment)
    (scratch / ".pre-commit-config.yaml").write_text(
        f"repos: [{{repo: {project}, rev: {revision}, hooks: [{{id: jslint}}]}}]\n",
        encoding="utf-8",
    )
    (scratch / "说明.txt").write_text(BAD, encoding="utf-8")
    (scratch / "决算公开.txt").write_text(BAD, encoding="utf-8")
    _commit(scratch, environment)
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"]

    def commit_hook() -> tuple[int, str]:
        done = subprocess.run(
            command,
            cwd=scratch,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        said = done.stdout + done.stderr
        if any(sign in said for sign in OFFLINE):
            pytest.skip("no package index to install the hook from")
        return done.returncode, said

    status, said = commit_hook()
    assert status == 1
    assert "决算公开.txt:2:39: 错误[PCT101] " in said
    assert "\n说明.txt" not in said

    (scratch / "决算公开.txt").write_text(GOOD, encoding="utf-8")
    status, said = commit_hook()
    assert status == 0, said
    assert "Passed" in said

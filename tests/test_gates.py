"""Gates: manifests taken along, the GitHub action, the GitLab template, the container."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from jslint import cli

ROOT = Path(__file__).parents[1]
TEXT = """\
三、支出决算情况说明
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占62.0%；项目支出200.00万元，占40.0%。
"""


def loaded(name: str) -> list[Any]:
    return list(YAML(typ="safe").load_all((ROOT / name).read_text(encoding="utf-8")))


# Manifests ----------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    for name in ("甲/说明.txt", "甲/附/续.txt", "乙.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT, encoding="utf-8")
    Path("甲/清单.yaml").write_text("jslint: 1\nfiles: [说明.txt, 附/续.txt]\n", encoding="utf-8")
    Path("甲/坏.yaml").write_text("files: [", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("given", "checked"),
    [
        pytest.param(["甲/说明.txt"], ["甲/清单.yaml"], id="a file of a manifest"),
        pytest.param(["甲/附/续.txt"], ["甲/清单.yaml"], id="a file in a folder below"),
        pytest.param(["甲/附/续.txt", "乙.txt", "甲/说明.txt"], ["甲/清单.yaml", "乙.txt"], id="once"),
        pytest.param(["甲/清单.yaml", "甲/说明.txt"], ["甲/清单.yaml"], id="the manifest too"),
        pytest.param(["乙.txt"], ["乙.txt"], id="a file of none"),
        pytest.param(["./甲/说明.txt"], ["./甲/清单.yaml"], id="another spelling"),
    ],
)  # fmt: skip
def test_manifests_are_taken_along(
    given: list[str], checked: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(
        ["check", *given, "--pack", "arithmetic", "--with-manifest", "--output-format", "json"]
    )

    assert json.loads(capsys.readouterr().out)["inputs"] == checked


def test_without_the_option_files_stand_for_themselves(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["check", "甲/说明.txt", "--output-format", "json"])

    assert json.loads(capsys.readouterr().out)["inputs"] == ["甲/说明.txt"]


def test_no_manifest_above_the_current_folder_is_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir("甲/附")

    cli.main(["check", "续.txt", "--with-manifest", "--output-format", "json"])

    assert json.loads(capsys.readouterr().out)["inputs"] == ["续.txt"]


# The action ---------------------------------------------------------------------------------------


def test_the_action_puts_no_input_into_its_script() -> None:
    (action,) = loaded("action.yml")

    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_the_script_of_the_action(tmp_path: Path) -> None:
    (action,) = loaded("action.yml")
    script = action["runs"]["steps"][-1]["run"]
    (tmp_path / "报 告.txt").write_text(TEXT, encoding="utf-8")
    command = tmp_path / "bin" / "jslint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jslint "$@"\n')
    command.chmod(0o755)

    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={
            **os.environ,
            "PATH": f"{command.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "JSLINT_PATHS": "报 告.txt\n$(touch x)\n",
            "JSLINT_ARGS": "--pack=arithmetic\n--lang=zh",
            "JSLINT_SARIF": "结果.sarif",
        },
    )

    assert done.returncode == 2, done.stderr
    assert (tmp_path / "output").read_text() == "status=2\n"
    assert "::error file=报 告.txt,line=2" in done.stdout
    assert "$(touch x): 没有这个文件" in done.stderr
    assert not (tmp_path / "x").exists()
    assert json.loads((tmp_path / "结果.sarif").read_text("utf-8"))["version"] == "2.1.0"


# GitLab -------------------------------------------------------------------------------------------


def test_the_template_writes_the_reports_that_it_declares(tmp_path: Path) -> None:
    _, template = loaded("ci/gitlab.yml")
    job = template["jslint"]
    reports = job["artifacts"]["reports"]
    line = job["script"][-1].replace("$JSLINT_ARGS", "--pack arithmetic")
    arguments = line.replace("$JSLINT_PATHS", "决算.txt").split()
    (tmp_path / "决算.txt").write_text(TEXT, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "LANG": "zh_CN.UTF-8"},
    )

    assert done.returncode == 1, done.stderr
    assert json.loads((tmp_path / reports["codequality"]).read_text("utf-8"))
    assert (tmp_path / reports["junit"]).read_text("utf-8").startswith("<?xml")


# The container ------------------------------------------------------------------------------------


def test_the_container_gets_what_the_wheel_is_built_from() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    copied = {name for line in re.findall(r"^COPY (?!--)(.+)$", dockerfile, re.MULTILINE)
              for name in line.split()[:-1]}  # fmt: skip
    allowed = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)

    assert copied == set(allowed)
    assert all((ROOT / name).exists() for name in copied)
    assert "USER jslint" in dockerfile


def _builder() -> bool:
    if shutil.which("docker") is None:
        return False
    done = subprocess.run(["docker", "info"], capture_output=True, check=False, timeout=20)
    return done.returncode == 0


@pytest.mark.slow
def test_a_real_build(tmp_path: Path) -> None:
    if not _builder():
        pytest.skip("there is nothing to build a container with")
    build = subprocess.run(
        ["docker", "build", "-q", "-t", "jslint-test", str(ROOT)], capture_output=True, check=False
    )
    if b"network" in build.stderr.lower() or b"pull" in build.stderr.lower():
        pytest.skip("no registry to build from")
    assert build.returncode == 0, build.stderr.decode()
    (tmp_path / "决算.txt").write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        ["docker", "run", "--rm", "-v", f"{tmp_path}:/work:ro", "jslint-test", "check", "决算.txt"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    assert "PCT101" in done.stdout.decode()

"""Sets the project up in a private environment and runs it; needs nothing but Python 3.11 or later.

    python3 dev.py demo     checks the faulty example report
    python3 dev.py test     runs all checks and tests
    python3 dev.py run ...  runs ``jslint ...`` from the checkout
    python3 dev.py docs     writes docs/rules.md from the packs

The environment is ``.venv`` beside this file. It is made at the first use, and brought up to date
when pyproject.toml changes; nothing outside this folder is touched.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("importlinter.cli", "lint_imports"),
    ("pytest", "-n", "2"),
)


def main() -> int:
    """Do what the first argument says; the exit status of what was run."""
    if sys.version_info < OLDEST:
        print(f"需要 Python 3.11 或更高版本，现在是 {sys.version.split()[0]}。", file=sys.stderr)
        return 2
    command, *rest = sys.argv[1:] or ["help"]
    if command == "demo":
        return _demo()
    if command == "test":
        return _test()
    if command == "run":
        _environment("all")
        return _run([str(PYTHON), "-m", "jslint", *rest])
    if command == "docs":
        _environment("dev")
        return _run([str(PYTHON), str(HERE / "tools" / "rules_page.py")])
    print(__doc__)
    return 0 if command in ("help", "-h", "--help") else 2


def _demo() -> int:
    _environment("all")
    report = Path("examples") / "faulty" / "report.txt"
    print(f"\n$ jslint check {report.as_posix()}\n", flush=True)
    # The example is full of planted faults, so 1 is the right answer here.
    return 0 if _run([str(PYTHON), "-m", "jslint", "check", str(report)]) == 1 else 1


def _test() -> int:
    _environment("dev")
    for tool in CHECKS:
        print(f"\n$ {' '.join(tool)}", flush=True)
        status = _run(_call(tool))
        if status:
            return status
    return 0


def _call(tool: tuple[str, ...]) -> list[str]:
    if tool[0] == "importlinter.cli":
        code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
        return [str(PYTHON), "-c", code]
    return [str(PYTHON), "-m", *tool]


def _environment(extra: str) -> None:
    """Make the environment with an extra's packages, unless it is there for this pyproject.toml."""
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    mark = VENV / f"installed-{extra}"
    if PYTHON.exists() and mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return
    if not PYTHON.exists():
        _make_venv()
    print(f"正在安装 juesuan-lint[{extra}] 到 {VENV} ……", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "-q"]
    status = _run([*pip, "install", "-e", f".[{extra}]"])
    if status:
        sys.exit(f"安装失败（pip 退出码 {status}）；请检查网络或软件源后重试。")
    # Bytecode is compiled once here, for machines that forbid Python to write it on the way.
    _run([str(PYTHON), "-m", "compileall", "-q", "src"])
    mark.write_text(wanted, encoding="utf-8")


def _make_venv() -> None:
    print(f"正在建立虚拟环境 {VENV} ……", flush=True)
    if _run([sys.executable, "-m", "venv", str(VENV)]) or not PYTHON.exists():
        sys.exit(
            "不能建立虚拟环境：此 Python 缺少 venv 或 ensurepip。\n"
            "Debian、Ubuntu 请先运行：apt-get install python3-venv；其他系统请安装 python.org 的 Python。"
        )


def _run(command: list[str]) -> int:
    return subprocess.run(command, cwd=HERE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

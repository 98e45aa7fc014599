"""Sets the project up in a private environment and runs it; needs nothing but Python 3.11 or later.

The environment is ``.venv`` beside this file. It is made at the first use, and brought up to date
when pyproject.toml changes; nothing outside this folder is installed into or removed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

USAGE = """\
用法：python3 dev.py 命令

  demo       检查示例报告 examples/faulty/report.txt
  test       运行全部检查和测试（ruff、mypy、import-linter、pytest）
  run ...    用这里的代码运行 jslint ...；在哪个文件夹里运行都可以
  format     排版代码
  site       把文档建成网站，放在 site/；不联网也能读
  release [标签]  造出 wheel 和源码包各两次，相同才放进 dist/，附 SHA256SUMS
  evidence ...    量 README 的证据表里的数：--only 部分，--full 全量，--list 有哪些
  man        由帮助生成手册页，放在 man/
  docs       由规则包和程序重新生成 docs/rules.md、docs/kinds.md、图和各页里命令的输出
"""

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)

#: The environment of an extra also serves for those that it includes.
SERVED_BY = {"all": ("all", "dev"), "docs": ("docs", "dev"), "dev": ("dev",)}

#: What ``test`` runs, in order; pytest last, so that its count of passed tests ends the output.
CHECKS = {
    "ruff check .": ("-m", "ruff", "check", "."),
    "ruff format --check .": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    # By its function: a script's first line fails in folders with a long or blank-holding name.
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
    "pytest -n 2": ("-m", "pytest", "-n", "2"),
}

#: What the user set for other environments does not reach into this one.
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX", "PIP_USER")


def main(arguments: list[str]) -> int:
    """Do what the first argument says; the exit status of what was run."""
    if sys.version_info < OLDEST:
        found = sys.version.split()[0]
        print(f"需要 Python 3.11 或更高版本，现在是 {found}；请用 python3.11 dev.py 这样的命令。")
        return 2
    command, *rest = arguments or ["help"]
    if command == "demo":
        return _demo()
    if command == "test":
        return _test()
    if command == "run":
        _prepare("all")
        # In the folder of the user, whose files are named; -P, lest its modules are taken for ours.
        return _run([str(PYTHON), "-P", "-m", "jslint", *rest], cwd=Path.cwd())
    if command == "format":
        _prepare("dev")
        return _python("-m", "ruff", "format", ".")
    if command == "docs":
        _prepare("dev")
        return _python(str(HERE / "tools" / "docs_pages.py"))
    if command == "release":
        _prepare("dev")
        return _python(str(HERE / "tools" / "release.py"), *rest)
    if command == "evidence":
        _prepare("dev")
        return _python("-m", "benchmarks.evidence", *rest)
    if command == "man":
        _prepare("all")
        return _python(str(HERE / "tools" / "man_pages.py"), str(HERE / "man"))
    if command == "site":
        _prepare("docs")
        return _python(str(HERE / "tools" / "build_site.py"))
    print(USAGE, end="")
    return 0 if command in ("help", "-h", "--help") else 2


def _demo() -> int:
    _prepare("all")
    report = "examples/faulty/report.txt"
    print(f"\n$ jslint check {report}\n", flush=True)
    # The example is full of planted faults, so 1 is the right answer here.
    return 0 if _python("-m", "jslint", "check", report) == 1 else 1


def _test() -> int:
    _prepare("dev")
    failed = []
    for name, call in CHECKS.items():
        print(f"\n$ {name}", flush=True)
        if _python(*call):
            failed.append(name)
    if failed:
        print(f"\n未通过：{'；'.join(failed)}", flush=True)
    return 1 if failed else 0


def _prepare(extra: str) -> None:
    """Make the environment with an extra's packages, unless it is there for this pyproject.toml."""
    if any(_stamped(_mark(served)) for served in SERVED_BY[extra]):
        return
    if not _works():
        _make()
    print(f"正在安装 juesuan-lint[{extra}] 到 {VENV} ……", flush=True)
    status = _python("-m", "pip", "-q", "install", "-e", f".[{extra}]")
    if status:
        sys.exit(
            f"安装失败（pip 退出码 {status}）。请检查网络后重试；需要镜像时先设置 PIP_INDEX_URL，"
            "例如 https://pypi.tuna.tsinghua.edu.cn/simple。"
        )
    # Bytecode is compiled once here, for machines that forbid Python to write it on the way.
    _python("-m", "compileall", "-q", "src")
    _mark(extra).write_text(_stamp(), encoding="utf-8")


def _mark(extra: str) -> Path:
    """The file that says for what an extra was installed."""
    return VENV / f"installed-{extra}"


def _stamped(mark: Path) -> bool:
    return PYTHON.exists() and mark.exists() and mark.read_text(encoding="utf-8") == _stamp()


def _stamp() -> str:
    """What the installed packages depend on: what is asked for, where it stands, which Python."""
    project = (HERE / "pyproject.toml").read_bytes()
    return hashlib.sha256(project + f"\n{HERE}\n{PYTHON.resolve()}".encode()).hexdigest()


def _works() -> bool:
    """Whether the environment has a Python that is new enough and its pip."""
    code = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    try:
        done = subprocess.run(
            [str(PYTHON), "-c", code], env=_surroundings(), capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def _make() -> None:
    """Make the environment anew; a Python without ensurepip lends its own pip where it has one."""
    print(f"正在建立虚拟环境 {VENV} ……", flush=True)
    complete = find_spec("ensurepip") is not None
    if find_spec("venv") is not None:
        how = ["--clear"] if complete else ["--clear", "--without-pip"]
        _run([sys.executable, "-m", "venv", *how, str(VENV)])
    if not complete and PYTHON.exists() and find_spec("pip") is not None:
        _run([sys.executable, "-m", "pip", "-q", "--python", str(PYTHON), "install", "pip"])
    if not _works():
        sys.exit(
            f"不能建立虚拟环境：{sys.executable} 缺少 venv 或 ensurepip。\n"
            "Debian、Ubuntu 请先运行 apt install python3-venv；"
            "其他系统请安装 python.org 的 Python。"
        )


def _python(*arguments: str) -> int:
    return _run([str(PYTHON), *arguments])


def _run(command: list[str], cwd: Path = HERE) -> int:
    return subprocess.run(command, cwd=cwd, env=_surroundings(), check=False).returncode


def _surroundings() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    # 0 also overrides a configuration file that asks for installations into the user's home.
    return {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


if __name__ == "__main__":
    # A console that cannot show Chinese gets question marks, not a traceback.
    sys.stdout.reconfigure(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

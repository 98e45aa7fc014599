"""The checks of ``dev.py test`` in environments of their own: ``nox -s lint``, ``tests``, ``lowest``, ``docs``.

``tests`` wants every supported Python that this machine has; ``lowest`` runs against the oldest
versions that pyproject.toml allows. Of a release: ``program``, ``sbom`` and ``audit``, which are run
when asked for; ``oracle`` runs a million sums against Arelle.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import nox

# Nox runs this file from its own folder, but not as a script of it.
HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "tools")]

import release
from dev import CHECKS

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]

nox.options.sessions = ("lint", "tests", "lowest", "docs")
nox.options.error_on_missing_interpreters = False


@nox.session
def lint(session: nox.Session) -> None:
    """Everything but the tests, in the order of ``dev.py test``."""
    session.install("-e", ".[dev]")
    for name, arguments in CHECKS.items():
        if not name.startswith("pytest"):
            session.run("python", *arguments)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests under each Python."""
    session.install("-e", ".[dev]")
    session.run("python", *CHECKS["pytest -n 2"], *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests against the lowest versions of what the program itself needs."""
    session.install("-e", ".[dev]")
    session.install(*(one.replace(">=", "==") for one in needed() if ">=" in one))
    session.run("python", *CHECKS["pytest -n 2"], *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """The pages that are written by the program are up to date, and the site builds."""
    session.install("-e", ".[docs,dev]")
    session.run("python", "tools/docs_pages.py")
    session.run("python", "tools/build_site.py")


@nox.session
def oracle(session: nox.Session) -> None:
    """A million random sums by Arelle's Calculations 1.1, and the rates of small numbers."""
    session.install("-e", ".", "arelle-release>=2.37")
    session.run("python", "benchmarks/oracles.py", "sums", "--count", "1000000", *session.posargs)
    session.run("python", "benchmarks/oracles.py", "rates", "--most", "12")


@nox.session
def program(session: nox.Session) -> None:
    """The one-file program for this system, in ``dist/``; it is then tried and measured."""
    session.install(".[all]", "pyinstaller>=6.10", "pytest")
    session.run("pyinstaller", "--noconfirm", "--log-level", "WARN", "tools/program/jslint.spec")
    name = "jslint.exe" if sys.platform == "win32" else "jslint"
    session.run("python", "tools/program/trial.py", f"dist/{name}")


@nox.session
def sbom(session: nox.Session) -> None:
    """What a full installation consists of, as CycloneDX JSON in ``dist/``."""
    session.install("cyclonedx-bom>=5")
    target = Path("dist", "juesuan-lint.cdx.json")
    target.parent.mkdir(exist_ok=True)
    # The tool reads no version that is to be found elsewhere.
    described = Path(session.create_tmp(), "pyproject.toml")
    text = Path("pyproject.toml").read_text(encoding="utf-8")
    version = f'version = "{release.version()}"'
    described.write_text(text.replace('dynamic = ["version"]', version), encoding="utf-8")
    options = ("--pyproject", str(described), "--output-reproducible", "--validate")
    session.run("cyclonedx-py", "environment", *options, "-o", str(target), installed(session))


@nox.session
def audit(session: nox.Session) -> None:
    """No installed package has a known vulnerability; fails where the service does not answer."""
    session.install("pip-audit>=2.7")
    listing = ("-m", "pip", "--python", installed(session), "freeze", "--exclude", "juesuan-lint")
    asked = Path(session.create_tmp(), "requirements.txt")
    asked.write_text(str(session.run("python", *listing, silent=True)), encoding="utf-8")
    # Strict: a package that the service does not know was not audited, and that is no pass.
    options = ("--strict", "--no-deps", "--disable-pip", "--progress-spinner", "off")
    session.run("pip-audit", *options, "-r", str(asked), *session.posargs)


def installed(session: nox.Session) -> str:
    """The interpreter of an environment that holds jslint with all extras, and nothing else."""
    place = Path(session.create_tmp(), "all").resolve()
    session.run("python", "-m", "venv", "--clear", "--without-pip", str(place))
    python = str(place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    session.run("python", "-m", "pip", "--python", python, "install", "-q", ".[all]")
    return python


def needed() -> list[str]:
    """What the program and its extras for formats need, without their markers."""
    extras = PROJECT["optional-dependencies"]
    return [
        *PROJECT["dependencies"],
        *(one for name in ("pdf", "docx", "xlsx") for one in extras[name]),
    ]

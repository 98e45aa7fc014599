"""The checks of ``dev.py test`` in environments of their own: ``nox -s lint``, ``tests``, ``lowest``, ``docs``.

``tests`` wants every supported Python that this machine has; ``lowest`` runs against the oldest
versions that pyproject.toml allows.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import nox

# Nox runs this file from its own folder, but not as a script of it.
sys.path.insert(0, str(Path(__file__).parent))

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


def needed() -> list[str]:
    """What the program and its extras for formats need, without their markers."""
    extras = PROJECT["optional-dependencies"]
    return [
        *PROJECT["dependencies"],
        *(one for name in ("pdf", "docx", "xlsx") for one in extras[name]),
    ]

"""What the tests of the text rules share: a rule from its YAML, and what it says of a small text."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from jslint import pack
from jslint.diagnostic import Diagnostic
from jslint.readers import text
from jslint.rules import KINDS
from jslint.rules.brackets import Brackets
from jslint.rules.contents import Contents
from jslint.rules.context import Context
from jslint.rules.ending import Ending
from jslint.rules.halfwidth import Halfwidth
from jslint.rules.numbering import Numbering
from jslint.rules.obsolete import ObsoleteNames
from jslint.rules.pattern import Pattern
from jslint.rules.repetition import Repetition
from jslint.rules.sections import Sections
from jslint.rules.tables import Tables
from jslint.rules.unit_name import UnitName
from jslint.rules.year import Year

if TYPE_CHECKING:
    from jslint.diagnostic import Outcome
    from jslint.rules.base import Rule

TEXT_KINDS: dict[str, type[Rule]] = {
    "brackets": Brackets,
    "contents": Contents,
    "ending": Ending,
    "halfwidth": Halfwidth,
    "numbering": Numbering,
    "obsolete-names": ObsoleteNames,
    "pattern": Pattern,
    "repetition": Repetition,
    "sections": Sections,
    "tables": Tables,
    "unit-name": UnitName,
    "year": Year,
}
COVER = "2024年度\n河源县规划和自然资源局\n部门决算\n"


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the text kinds registered, whether or not the registry names them."""
    for name, kind in TEXT_KINDS.items():
        monkeypatch.setitem(KINDS, name, kind)


def rule(kind: str, options: str = "", message: str = "{excerpt}") -> Rule:
    """A rule of a kind with these options (YAML), severity warning, id TXT999."""
    source = (
        "pack: t\ntitle: t\nrules:\n  - id: TXT999\n    name: t\n    title: t\n"
        f"    kind: {kind}\n    severity: warning\n    message: '{message}'\n"
        f"    reason: t\n    basis: t\n{indent(options.strip(), '    ')}\n"
    )
    return pack.parse(source, "t.yaml").rules[0]


def context(source: str) -> Context:
    """A report as the text reader gives it, ready to be checked."""
    return Context(text.read(source.encode(), "t.txt"))


def outcomes(checked: Rule, source: str) -> list[Outcome]:
    """What became of each place that a rule looks at in a text."""
    return list(checked.check(context(source)))


def diagnostics(checked: Rule, source: str) -> list[Diagnostic]:
    """What a rule complains of in a text."""
    return [found for found in outcomes(checked, source) if isinstance(found, Diagnostic)]


def excerpts(checked: Rule, source: str) -> list[str]:
    """The words that a rule complains of in a text."""
    return [found.excerpt for found in diagnostics(checked, source)]

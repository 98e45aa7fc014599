"""The settings of a command that has some of the options of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.cli import wanted
from jslint.cli.commands import check
from jslint.cli.settings import Settings, asked_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def asked_for(options: Mapping[str, object]) -> Settings:
    """What ``jslint check`` would do with these options, the others as they are without any."""
    given = wanted.apart({**check.make_context("check", []).params, **options})
    given.pop("show_config")
    return asked_of(given)

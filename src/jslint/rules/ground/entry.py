"""What a pack says of a rule; all of it that is left where a result is kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.diagnostic import Severity
    from jslint.rules.ground.examples import Example
    from jslint.tree import Node

#: What is to be done about a rule's words: what they should be is certain, or for a person to
#: confirm, or one of two words of a form, which the figures decide.
SAFE, UNSAFE, CHOICE = FIXES = ("safe", "unsafe", "choice")


class Entry(Struct, frozen=True, kw_only=True, dict=True):
    """What a pack says of a rule, whatever its kind.

    ``name`` is a short English slug, ``title`` one line in Chinese, as ``reason`` and ``basis`` are;
    ``english`` holds them in English, as far as the pack does. ``messages`` holds a template for
    each language (``zh``, ``en``); ``path`` and ``line`` are where the pack declares it. ``fix``
    is one of ``FIXES``: whether what should stand there may be put there.
    """

    id: str
    name: str
    title: str
    severity: Severity
    kind: str = ""
    messages: Mapping[str, str]
    reason: str = ""
    basis: str = ""
    english: Mapping[str, str] = {}
    fix: str = ""
    samples: Node | None = None
    path: str = ""
    line: int = 0

    def told(self, lang: str, what: str) -> str:
        """The ``title``, ``reason`` or ``basis`` in a language; empty where the pack has none in it."""
        return str(getattr(self, what)) if lang == "zh" else self.english.get(what, "")

    def called(self, lang: str) -> str:
        """The title in a language, where the pack has none the name."""
        return self.told(lang, "title") or self.name

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The rule's examples; read when asked for, since a check needs none of them."""
        from jslint.rules.ground.examples import examples  # noqa: PLC0415 - seldom asked for

        return () if self.samples is None else examples(self.samples)

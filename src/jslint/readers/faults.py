"""What a reader finds wrong with the form of its input, at its exact place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from jslint.document import Place
    from jslint.phrases import Phrase


class Fault(Struct, frozen=True):
    """One place where a structured report is not well formed.

    ``code`` is ``SYN001`` (syntax), ``SYN002`` (a key named twice) or ``SYN003`` (against the
    schema); ``excerpt`` is what stands at the place.
    """

    code: str
    message: Phrase
    place: Place
    excerpt: str = ""


class Malformed(Exception):  # noqa: N818 - reported as diagnostics, not as an error of the run
    """An input has these faults, in reading order, and so is no report."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults; there is at least one."""
        self.faults = faults
        super().__init__("; ".join(fault.message.said("zh") for fault in faults))

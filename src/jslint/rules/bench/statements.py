"""What a report states of the topics that go by a name, wherever it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import names, senses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import re2

    from jslint.claims.model import Claim, Claims


#: A key of no more characters may be another's: 项目 is not 项目支出.
_SHORT = 2


def topics(claims: Claims, pattern: re2._Regexp) -> list[int]:
    """The topics that a pattern means."""
    return [
        at
        for at, topic in enumerate(claims.topics)
        if topic.account is None and pattern.matches(names.plain(topic.name))
    ]


def only(claims: Claims, known: Iterable[int], kind: str, measure: str) -> Claim | None:
    """The first statement of a measure, where all others have the same value and direction."""
    found = [
        claim
        for topic in known
        for claim in claims.about(topic, kind, measure)
        if claim.figure and claim.is_money and not claim.carried
    ]
    values = {(claim.figure.exact(), claim.direction) for claim in found if claim.figure}
    return min(found, key=lambda claim: claim.index) if len(values) == 1 else None


def are_listed(claims: Claims, wholes: Collection[int], parts: Sequence[Claim]) -> bool:
    """Whether a list of the whole states all of these parts, which ``division`` then adds up."""
    return any(
        group.whole in wholes
        and all(
            part.topic in group.parts and group.start <= part.index < group.end for part in parts
        )
        for group in claims.groups
    )


def is_called(name: str, other: str) -> bool:
    """Whether two names are the same in short, and word by word where that is next to nothing: 项目."""
    if len(names.key(name)) > _SHORT or (senses.is_total(name) and senses.is_total(other)):
        return True
    return names.plain(names.subject(other)) == names.plain(name)

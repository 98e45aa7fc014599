"""Which files of a folder are one report: a narrative, and the workbooks with its tables."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Of several narratives of one name the first of these has the workbooks.
_NARRATIVES = (".docx", ".docm", ".doc", ".pdf", ".txt", ".text", ".md", ".markdown")
_WORKBOOKS = (".xlsx", ".xlsm", ".xls")
#: More workbooks than a report has tables are not all of one report.
_MOST = 20


def pairs(paths: Iterable[str], searched: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The files of each report of several, by its narrative.

    Workbooks go with the narrative of the same name. Where no name fits and a folder has one
    narrative only, they all go with that; of files that were named, and not ``searched`` for, only
    the name counts, for what else lies beside them is not known.
    """
    found: dict[str, tuple[str, ...]] = {}
    folders: dict[str, list[str]] = {}
    for path in paths:
        folders.setdefault(os.path.dirname(path), []).append(path)
    for members in folders.values():
        found |= _of_folder(members, searched)
    return found


def _of_folder(paths: list[str], searched: frozenset[str]) -> dict[str, tuple[str, ...]]:
    narratives = sorted((path for path in paths if _rank(path) >= 0), key=_rank)
    workbooks = [path for path in paths if _extension(path) in _WORKBOOKS]
    found: dict[str, tuple[str, ...]] = {}
    for narrative in narratives:
        same = tuple(book for book in workbooks if _stem(book) == _stem(narrative))
        if same and not any(_stem(other) == _stem(narrative) for other in found):
            found[narrative] = (narrative, *same)
    alone = len(narratives) == 1 and 0 < len(workbooks) <= _MOST and not found
    if alone and searched.issuperset((*narratives, *workbooks)):
        found[narratives[0]] = (narratives[0], *workbooks)
    return found


def _rank(path: str) -> int:
    extension = _extension(path)
    return _NARRATIVES.index(extension) if extension in _NARRATIVES else -1


def _extension(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]

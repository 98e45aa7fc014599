"""Writes the documents with their labels, and freezes them: a manifest with the hash of each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.documents import drawing
from benchmarks.documents.labels import labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.documents.labels import Label

#: Goes up whenever a document or a label changes; scores of two versions are not to be compared.
VERSION = 4
SEED = 1
PAIRS, QUICK = 150, 30
MANIFEST = Path(__file__).parent / "manifest.json"


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its labels; ``twin`` is the same report without the faults, or with them."""

    name: str
    pair: int
    manner: str
    faulty: bool
    twin: str
    text: str
    labels: list[Label]

    @property
    def answers(self) -> str:
        """The labels as they are written."""
        said = {
            "version": VERSION,
            "document": self.name,
            "twin": self.twin,
            "faulty": self.faulty,
            "labels": self.labels,
        }
        return json.dumps(said, ensure_ascii=False, indent=1) + "\n"

    @property
    def entry(self) -> dict[str, object]:
        """What the manifest says of it."""
        return {
            "pair": self.pair,
            "faulty": self.faulty,
            "manner": self.manner,
            "text": digest(self.text),
            "labels": digest(self.answers),
        }


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def name(number: int, *, faulty: bool) -> str:
    """A name that does not tell which report has faults, nor which is its twin."""
    return f"d{digest(f'{SEED}/{number}/{faulty}')[:7]}"


def documents(pairs: int) -> Iterator[Document]:
    """The documents of so many pairs."""
    for pair in drawing.pairs(SEED, pairs):
        for faulty in (False, True):
            mine, other = (
                name(pair.number, faulty=faulty),
                name(pair.number, faulty=not faulty),
            )
            sheet = pair.faulty if faulty else pair.clean
            found = labels(pair, mine, faulty=faulty)
            yield Document(mine, pair.number, pair.manner, faulty, other, sheet.text, found)


def make(folder: Path, pairs: int) -> int:
    """Write documents and labels; how many documents."""
    made = list(documents(pairs))
    for part in ("documents", "labels"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for one in made:
        for path, text in (
            (folder / "documents" / f"{one.name}.txt", one.text),
            (folder / "labels" / f"{one.name}.json", one.answers),
        ):
            path.write_text(text, encoding="utf-8", newline="\n")
    return len(made)


def frozen() -> dict[str, object]:
    """The manifest as it is kept."""
    return json.loads(MANIFEST.read_text(encoding="utf-8"))


def freeze() -> None:
    """Write the manifest, a line a document."""
    entries = {one.name: one.entry for one in documents(PAIRS)}
    rows = ",\n".join(f' "{key}": {json.dumps(entry)}' for key, entry in sorted(entries.items()))
    head = f'"version": {VERSION}, "seed": {SEED}, "pairs": {PAIRS}, "quick": {QUICK}'
    MANIFEST.write_text(
        f'{{{head}, "documents": {{\n{rows}\n}}}}\n', encoding="utf-8", newline="\n"
    )


def changed(pairs: int) -> list[str]:
    """The documents of the first pairs that are not those of the manifest."""
    kept = frozen()["documents"]
    assert isinstance(kept, dict)
    return [one.name for one in documents(pairs) if kept.get(one.name) != one.entry]

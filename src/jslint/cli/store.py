"""The folder of an archive's tables: on this machine, or wherever an address of fsspec leads.

Each table is a folder of files in Parquet, one a part. A file is written whole or not at all; the one
of ``accounts`` is written last, and says that its part is done.
"""

from __future__ import annotations

import io
import json
import os
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import Meta, Struct

from jslint import __version__, regular
from jslint.archive.columns import TABLES, Leaf, Many
from jslint.archive.parts import MARK
from jslint.cli import files
from jslint.cli.addresses import asking, filesystem, is_address
from jslint.cli.words import say, system
from jslint.errors import UsageError
from jslint.formatters.jsontext import dumps
from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jslint.archive.columns import Kind

    Rows: TypeAlias = list[dict[str, Any]]

tell = Family("archives")
#: The table whose files say which parts are done.
LAST = "accounts"
_ENDING = ".parquet"
_KIND = "archive"
#: A file that is larger is none of ours.
_LARGEST = 1 << 30


class Mark(Struct, frozen=True):
    """What a folder says of itself: which run it is of, how large its parts are, and which there are.

    ``made`` stands for the inputs and the settings of the run, ``inputs`` are those as they were given.
    ``parts`` is None until all are there.
    """

    made: str
    size: Annotated[int, Meta(ge=1)]
    inputs: tuple[str, ...] = ()
    parts: tuple[Annotated[str, Meta(pattern="^[0-9a-f]+$")], ...] | None = None


class Store(Struct, frozen=True):
    """An archive's folder by its path or address."""

    address: str
    lang: str

    def mark(self) -> Mark | None:
        """What the folder says of itself; None where jslint did not write it."""
        data = self._load(MARK)
        if data is None:
            return None
        try:
            said = json.loads(data)
            if said["kind"] != _KIND:
                return None
            return msgspec.convert(said, Mark)
        except (ValueError, KeyError, TypeError, RecursionError):
            return None

    def put(self, mark: Mark) -> None:
        """Let the folder say of itself what it is; it begins as all that jslint writes."""
        tool = {"name": "jslint", "version": __version__}
        said = {"version": 1, "tool": tool, "kind": _KIND, **msgspec.to_builtins(mark)}
        self._save(MARK, dumps(said).encode())

    def is_marked(self) -> bool:
        """Whether there is a file in which it should say so."""
        return MARK in self._listed("")

    def is_empty(self) -> bool:
        """Whether there is nothing, or no such folder."""
        return not self._listed("")

    def prepare(self) -> None:
        """Make the folder and those of its tables; raise ``UsageError``."""
        if is_address(self.address):
            return  # the stores that have folders make them with their files
        for table in TABLES:
            try:
                os.makedirs(os.path.join(self.address, table), exist_ok=True)
            except (OSError, ValueError) as error:
                raise self._unwritten(error) from error

    def parts(self, table: str) -> set[str]:
        """The names of the parts that a table has."""
        names = self._listed(table)
        return {name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING)}

    def keep(self, names: Iterable[str]) -> None:
        """Remove all parts but these, and of these what is not done; and what a killed run left."""
        done = self.parts(LAST).intersection(names)
        for table in ("accounts", "findings", "failures"):
            for part in self.parts(table) - done:
                self._remove(f"{table}/{part}{_ENDING}")
            for name in self._listed(table):
                if name.startswith(".jslint."):
                    self._remove(f"{table}/{name}")

    def forget(self, table: str, part: str) -> None:
        """Remove a part of a table: of the last one, what says that the part is done."""
        self._remove(f"{table}/{part}{_ENDING}")

    def clear(self) -> None:
        """Remove all tables."""
        self.keep(())
        for part in self.parts("rules"):
            self._remove(f"rules/{part}{_ENDING}")

    def write(self, table: str, part: str, rows: Rows) -> None:
        """Write a part of a table; raise ``UsageError``."""
        self._save(f"{table}/{part}{_ENDING}", _packed(TABLES[table], rows))

    def read(self, table: str, part: str, columns: Iterable[str] | None = None) -> Rows:
        """The rows of a part of a table, of all columns or of these; raise ``UsageError``."""
        data = self._load(f"{table}/{part}{_ENDING}")
        try:
            file = pq.ParquetFile(io.BytesIO(data or b""))
            if not file.schema_arrow.equals(schema(TABLES[table])):
                raise self.wrong("damaged", table, part)
            rows: Rows = file.read(list(columns) if columns else None).to_pylist()
        except (pa.ArrowException, OSError, ValueError) as error:
            raise self.wrong("damaged", table, part) from error
        return rows

    def holds(self, table: str, part: str) -> bool:
        """Whether a part of a table is there and whole."""
        try:
            self.read(table, part, ("report",) if table != "rules" else None)
        except UsageError:
            return False
        return True

    def wrong(self, key: str, table: str = "", part: str = "") -> UsageError:
        """What is wrong with a part of a table, or with the folder's own file."""
        name = f"{table}/{part}{_ENDING}" if table else MARK
        return UsageError(tell(self.lang, key, path=f"{self.address.rstrip('/')}/{name}"))

    def _path(self, name: str) -> str:
        if is_address(self.address):
            return f"{self.address.rstrip('/')}/{name}".rstrip("/")
        return os.path.join(self.address, name)

    def _listed(self, folder: str) -> list[str]:
        try:
            if not is_address(self.address):
                return os.listdir(self._path(folder))
            held, path = filesystem(self._path(folder), self.lang)
            with asking(self.address, self.lang):
                held.invalidate_cache()
                names = held.ls(path, detail=False)
            return [name.rstrip("/").rpartition("/")[2] for name in names]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise self._unwritten(error) from error

    def _load(self, name: str) -> bytes | None:
        path = self._path(name)
        try:
            if is_address(path):
                held, inside = filesystem(path, self.lang)
                with asking(path, self.lang):
                    found: bytes = held.cat_file(inside)
                return found
            return regular.read(path, _LARGEST)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (regular.IrregularError, regular.LargeError):
            return None
        except OSError as error:
            raise self._unwritten(error) from error

    def _save(self, name: str, data: bytes) -> None:
        path = self._path(name)
        if not is_address(path):
            files.write(path, data, self.lang)
            return
        held, inside = filesystem(path, self.lang)
        with asking(path, self.lang):
            # Stores of objects take one whole or not at all.
            held.pipe_file(inside, data)

    def _remove(self, name: str) -> None:
        path = self._path(name)
        try:
            if is_address(path):
                held, inside = filesystem(path, self.lang)
                with asking(path, self.lang):
                    held.rm_file(inside)
            else:
                os.unlink(path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._unwritten(error) from error

    def _unwritten(self, error: OSError | ValueError) -> UsageError:
        why = system(error, self.lang)
        return UsageError(say(self.lang, "not-written", path=self.address, why=why))


def schema(table: Mapping[str, Kind]) -> pa.Schema:
    """A table's schema as Parquet files have it."""
    return pa.schema([(name, _arrow(kind)) for name, kind in table.items()])


def _arrow(kind: Kind) -> pa.DataType:
    if isinstance(kind, Leaf):
        return pa.type_for_alias(kind.arrow)
    if isinstance(kind, Many):
        return pa.list_(_arrow(kind.of))
    return pa.struct([(name, _arrow(of)) for name, of in kind.fields.items()])


def _packed(table: Mapping[str, Kind], rows: Rows) -> bytes:
    """A part of a table as a file."""
    try:
        made = pa.Table.from_pylist(rows, schema=schema(table))
    except UnicodeEncodeError:  # half a character, as a name or a JSON text may hold
        made = pa.Table.from_pylist([_whole(row) for row in rows], schema=schema(table))
    sink = pa.BufferOutputStream()
    pq.write_table(made, sink, compression="zstd")
    found: bytes = sink.getvalue().to_pybytes()
    return found


def _whole(value: Any) -> Any:
    """A value whose texts have no halves of characters."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items()}
    return list(map(_whole, value)) if isinstance(value, list) else value

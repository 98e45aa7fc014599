"""jslint convert: any readable report to the structured format."""

from __future__ import annotations

import sys
from pathlib import Path

from jslint import readers, writer
from jslint.cli import files
from jslint.errors import UnreadableError, UsageError
from jslint.readers.faults import Malformed


def convert(path: str, output: str | None, form: str | None, *, force: bool) -> None:
    """Convert one report; an existing file is overwritten only where that was asked for."""
    if output and Path(output).exists() and not force:
        raise UsageError(f"{output} 已存在；要覆盖请加 --force")
    try:
        report = readers.read(path, Path(path).read_bytes())
    except OSError as error:
        raise UnreadableError(path, f"打不开：{error.strerror}", "请检查路径") from error
    except Malformed as malformed:
        first = malformed.faults[0]
        where = f"{first.place.line}:{first.place.column}: " if first.place.line else ""
        raise UnreadableError(path, f"{where}{first.message}") from malformed
    named = form or ("json" if (output or "").lower().endswith(".json") else "yaml")
    text = writer.to_json(report) if named == "json" else writer.to_yaml(report)
    if output:
        files.write(output, text)
    else:
        sys.stdout.write(text)

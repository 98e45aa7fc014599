"""The command line: wiring and exit status.

0: nothing at or above ``--fail-on``; 1: findings; 2: usage, configuration or pack error, or an input
that could not be read; 130: interrupted.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit."""
    if sys.argv[1:] == ["--version"]:
        from jslint import __version__  # noqa: PLC0415 - answered before click is loaded

        print(f"jslint {__version__}")
        sys.exit(0)
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles default to a code page that cannot print Chinese.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(_run())


def _run() -> int:
    import click  # noqa: PLC0415 - 22 ms that --version need not pay

    from jslint.cli.commands import cli  # noqa: PLC0415
    from jslint.errors import JslintError  # noqa: PLC0415

    try:
        status = cli.main(standalone_mode=False, prog_name="jslint")
    except click.exceptions.Abort:
        return 130
    except KeyboardInterrupt:
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except JslintError as error:
        click.echo(f"jslint: 错误：{error}", err=True)
        return 2
    except BrokenPipeError:
        # The reader went away; say nothing, and keep Python from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0

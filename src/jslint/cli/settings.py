"""What the command line and the configuration ask of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from jslint import formatters
from jslint.cli import bounds, files, nearest, renamed, rulebook
from jslint.cli.config import Config
from jslint.cli.streams import remark
from jslint.cli.wanted import Output, Wanted
from jslint.cli.words import language, say
from jslint.errors import UsageError
from jslint.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.cli.nearest import Nearest


class Settings(Struct, frozen=True):
    """What the command line and the configuration ask for; see the options' help."""

    paths: tuple[str, ...]
    packs: tuple[str, ...]
    output_format: str
    output: str | None
    fail_on: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    show_claims: bool
    coverage: bool
    show_skipped: bool
    no_diagnosis: bool
    lang: str
    color: str
    stdin_filename: str | None
    as_one_report: bool
    previous: str | None
    tracked: str
    quiet: bool
    nearest: Nearest
    verbose: bool = False
    allow_outside: bool = False
    limits: Limits = DEFAULT
    strict: bool = False
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    max_fixes: int | None = None
    no_suppressions: bool = False
    show_suppressed: bool = False
    baseline: str | None = None
    addressed: bool = False
    summed: bool = False
    config: Config = Config()
    extend_select: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    no_ignore: bool = False
    no_pair: bool = False
    wanted: Wanted = Wanted()
    against: tuple[str, ...] = ()
    checklist: bool = False

    @property
    def outputs(self) -> tuple[Output, ...]:
        """Every output, the first of them what the command line calls the output."""
        first = Output(self.output_format, self.output or "")
        return (first, *self.wanted.files)

    @property
    def rules_named(self) -> tuple[str, ...]:
        """The rules that are spoken of for the run as a whole, by ids or their beginnings."""
        graded = rulebook.severities(self.severity, self.lang)
        return (*self.select, *self.extend_select, *self.ignore, *graded)

    @property
    def whole(self) -> bool:
        """Whether the report itself is wanted, as of an output that shows it with its relations."""
        return self.checklist or any(one.format in formatters.WHOLE for one in self.outputs)

    @property
    def counted(self) -> bool:
        """Whether every figure's account is wanted, though no rule that is selected looks at any."""
        shown = any(one.format not in formatters.UNCOUNTED for one in self.outputs)
        views = self.coverage or self.show_claims or self.wanted.summary or self.strict
        return not self.select or shown or views or self.fix or self.diff

    @property
    def passes(self) -> bool:
        """Whether standard output is for standard input, fixed; then all else goes to standard error."""
        return self.fix and not self.diff and files.STDIN in self.paths

    def name(self, path: str) -> str:
        """What an input is called in what is printed."""
        return self.stdin_filename or path if path == files.STDIN else path


def asked_of(options: Mapping[str, object]) -> Settings:
    """The settings of Click's options and the configuration; an old id of a rule is remarked on."""
    given = dict(options)
    if given["output"] == files.STDIN:
        given["output"] = None  # - is standard output
    named = [*(given[option] for option in ("select", "extend_select", "ignore"))]
    old = renamed.among(one for options in named for one in cast("tuple[str, ...]", options))
    for option in ("select", "extend_select", "ignore"):
        given[option] = rulebook.prefixes(given[option])  # type: ignore[arg-type]
    if options["select"] and not given["select"]:  # a variable that is not set selects nothing
        raise UsageError(say(str(given["lang"] or language()), "empty-select"))
    asked = _settings(nearest.under(given))
    for was, new in old:
        remark(asked.lang, say(asked.lang, "renamed-rule", old=was, new=new))
    return asked


def _settings(options: Mapping[str, object]) -> Settings:
    """Click's options as settings, the language taken from the locale where it is not given."""
    named = {**options, "lang": options["lang"] or language()}
    named["limits"] = bounds.chosen(cast("tuple[str, ...]", named["limits"]), str(named["lang"]))
    return Settings(**named)  # type: ignore[arg-type]

"""jslint check --show-config: what holds, from the command line, the configuration and defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import writer
from jslint.cli import paths, rulebook
from jslint.cli.words import say
from jslint.harmful import clean

if TYPE_CHECKING:
    from jslint.cli.settings import Settings
    from jslint.writer import Written


def show(asked: Settings) -> str:
    """The settings as a configuration that says the same in the same folder."""
    config = asked.config
    written: dict[str, Written] = {
        **_rules(config.folder, asked.packs, asked.select, asked.ignore),
        **({"extend-select": list(asked.extend_select)} if asked.extend_select else {}),
        "severity": {**config.severity, **rulebook.severities(asked.severity, asked.lang)},
        "fail-on": asked.fail_on,
        "lang": asked.lang,
        "output-format": asked.output_format,
        "exclude": list(config.exclude or ()),
        "per-file": [
            {
                "files": list(one.files),
                **_rules(config.folder, one.packs, one.select, one.ignore),
                **({"extend-select": list(one.extend_select)} if one.extend_select else {}),
                **({"severity": dict(one.severity)} if one.severity else {}),
            }
            for one in config.per_file
        ],
    }
    for key, value in (("previous", asked.previous), ("baseline", config.baseline)):
        if value is not None:
            written[key] = paths.seen(value, config.folder)
    if asked.against:
        written["against"] = [paths.seen(path, config.folder) for path in asked.against]
    if asked.as_one_report:
        written["as-one-report"] = True
    if config.jobs is not None:
        written["jobs"] = config.jobs
    source = say(asked.lang, "config-from", path=config.path or say(asked.lang, "config-none"))
    return f"# {clean(source)}\n{writer.yaml(written)}"


def _rules(
    folder: str,
    packs: tuple[str, ...] | None,
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
) -> dict[str, Written]:
    """Which rules, by the keys of a configuration in this folder; no key for None."""
    shown = packs and tuple(_pack(name, folder) for name in packs)
    said = {"packs": shown, "select": select, "ignore": ignore}
    return {key: list(value) for key, value in said.items() if value is not None}


def _pack(name: str, folder: str) -> str:
    if not name.endswith((".yaml", ".yml")):
        return name
    return paths.seen(name, folder)

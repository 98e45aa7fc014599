"""What --verbose says on standard error: what is passed over, and what each report is checked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.cli.streams import remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.cli.finding import Found
    from jslint.cli.settings import Settings
    from jslint.diagnostic import Result

_WORDS = {
    "zh": {
        "passed": "{path} 不检查：{why}",
        "with": "{path} 的配置文件：{config}；规则包：{packs}",
        "none": "没有",
        "comma": "、",
    },
    "en": {
        "passed": "{path} is passed over: {why}",
        "with": "{path} is checked with configuration {config}, packs {packs}",
        "none": "none",
        "comma": ", ",
    },
}


def narrate(found: Found, asked: Settings) -> None:
    """Say which files are passed over, and why."""
    from jslint.cli.reasons import explained  # noqa: PLC0415 - few runs are verbose

    for one in found.passed:
        why = explained(one, asked.lang)
        remark(asked.lang, _WORDS[asked.lang]["passed"].format(path=one.path, why=why))


def narrate_results(results: Iterable[Result], asked: Settings) -> None:
    """Say what each report was checked with."""
    words = _WORDS[asked.lang]
    for result in results:
        config = asked.nearest.of(result.path).path or words["none"]
        packs = words["comma"].join(result.packs) or words["none"]
        remark(asked.lang, words["with"].format(path=result.path, config=config, packs=packs))

"""Draws how the cost of a check grows with a report's items: ``docs/pictures/growth.svg``.

    python -m benchmarks.growth_plot [--sizes 10,32,100,320,1000,4000] [--rounds 3]
    python -m benchmarks.growth_plot --draw          only draw what was measured before

A report of n accounts tells of each in an item with its budget, outturn and rate, and has two tables
with a row for each. Each size is checked in processes of its own; a stage's processor time is the
least of the rounds, without what a report with nothing in it takes. The figures are kept in
docs/growth.json, drawn, and put into docs/growth.md between its marks.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from growing import KINDS, PACK  # noqa: E402 - beside this file
from growth import exponent, measured  # noqa: E402 - as above

DATA, PAGE = ROOT / "docs" / "growth.json", ROOT / "docs" / "growth.md"
PICTURE = ROOT / "docs" / "pictures" / "growth.svg"
SIZES = (10, 32, 100, 320, 1000, 2000, 4000)
BEGIN, END = "<!-- growth: begin -->", "<!-- growth: end -->"
#: A stage by its name, its words and its colour.
STAGES = {
    "whole": ("jslint check", "#24292f"),
    "lint": ("规则 rules", "#b3362f"),
    "claims": ("读懂句子 claims", "#b7791f"),
    "ledgers": ("读懂表格 ledgers", "#2e7d4f"),
    "read": ("读文件 reading", "#3f6fb5"),
}
_WIDTH, _HEIGHT = 760, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 580, 56, 390
_FAINT = "#d0d7de"
#: The exponent is that from so many items on.
_LARGE = 300

Times = dict[str, list[float]]


def grown(sizes: Sequence[int], rounds: int, seconds: int) -> Times:
    """The processor seconds of each stage at each size."""
    found: Times = {name: [] for name in STAGES}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        nothing = folder / "nothing.txt"
        nothing.write_text("一、概况\n", encoding="utf-8")
        base = _least([str(nothing)], PACK, rounds, seconds)
        for size in sizes:
            paths, packs = KINDS["report"][1](size, folder)
            taken = _least(paths, packs, rounds, seconds)
            for stage, row in found.items():
                row.append(round(max(taken[stage] - base[stage], 0.0), 4))
            print(size, {stage: row[-1] for stage, row in found.items()}, flush=True)
    return found


def _least(paths: list[str], packs: str, rounds: int, seconds: int) -> dict[str, float]:
    """The least processor time of each stage in some rounds; stages in one process, all in another."""
    taken: dict[str, float] = {}
    for stage in ("lint", "whole") * rounds:
        once = measured(paths, packs, stage, seconds)
        if once is None:
            sys.exit(f"{paths[0]}: more than {seconds} s")
        names = ("whole",) if stage == "whole" else ("read", "ledgers", "claims", "lint")
        for name in names:
            taken[name] = min(taken.get(name, math.inf), once[name])
    return taken


# ---- the picture --------------------------------------------------------------------------------


def svg(sizes: Sequence[int], times: Mapping[str, Sequence[float]]) -> str:
    """Times over sizes, both on logarithmic scales; a dashed line grows as the size does."""
    high = 10 ** math.ceil(math.log10(max(map(max, times.values()))))
    low = high / 10_000
    title = "用时随科目数增长 How cost grows with the number of items"
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="13" fill="#24292f">'
        ),
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" rx="6" fill="#ffffff"/>',
        f'<text x="16" y="26" font-size="15" font-weight="bold">{escape(title)}</text>',
        *_scales(sizes, low, high),
        *_line_of_proportion(sizes, times["whole"], low, high),
    ]
    for stage, (words, color) in STAGES.items():
        lines += _curve(words, color, sizes, times[stage], low, high)
    return "\n".join([*lines, *_legend(), "</svg>"]) + "\n"


def _x(size: float, sizes: Sequence[int]) -> float:
    share = math.log(size / sizes[0]) / math.log(sizes[-1] / sizes[0])
    return round(_LEFT + share * (_RIGHT - _LEFT), 1)


def _y(time: float, low: float, high: float) -> float:
    share = math.log(max(time, low) / low) / math.log(high / low)
    return round(_BOTTOM - share * (_BOTTOM - _TOP), 1)


def _scales(sizes: Sequence[int], low: float, high: float) -> Iterator[str]:
    for size in sizes:
        x = _x(size, sizes)
        yield f'<path d="M{x} {_TOP}V{_BOTTOM}" stroke="{_FAINT}"/>'
        yield f'<text x="{x}" y="{_BOTTOM + 18}" font-size="11" text-anchor="middle">{size}</text>'
    value = high
    while value >= low * 0.99:
        y = _y(value, low, high)
        yield f'<path d="M{_LEFT} {y}H{_RIGHT}" stroke="{_FAINT}"/>'
        words = f"{value:g} s" if value >= 1 else f"{value * 1000:g} ms"
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" font-size="11" text-anchor="end">{words}</text>'
        value /= 10
    middle = (_LEFT + _RIGHT) / 2
    yield f'<text x="{middle}" y="{_BOTTOM + 38}" text-anchor="middle">科目 items</text>'


def _line_of_proportion(
    sizes: Sequence[int], whole: Sequence[float], low: float, high: float
) -> Iterator[str]:
    """What time in exact proportion to the size would be, through the last point."""
    each = whole[-1] / sizes[-1]
    points = " ".join(f"{_x(size, sizes)},{_y(each * size, low, high)}" for size in sizes)
    yield f'<polyline points="{points}" fill="none" stroke="#8c959f" stroke-dasharray="5 4"/>'


def _curve(
    words: str, color: str, sizes: Sequence[int], times: Sequence[float], low: float, high: float
) -> Iterator[str]:
    seen = [(size, time) for size, time in zip(sizes, times, strict=True) if time >= low]
    places = [(_x(size, sizes), _y(time, low, high)) for size, time in seen]
    points = " ".join(f"{x},{y}" for x, y in places)
    yield f'<g stroke="{color}" fill="{color}"><title>{escape(words)}</title>'
    yield f'<polyline points="{points}" fill="none" stroke-width="2"/>'
    yield from (f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in places)
    yield "</g>"


def _legend() -> Iterator[str]:
    rows = [*STAGES.values(), ("与科目数成正比 proportional", "#8c959f")]
    for number, (words, color) in enumerate(rows):
        y = _TOP + 14 + 22 * number
        dashes = ' stroke-dasharray="5 4"' if number == len(STAGES) else ""
        x = _RIGHT + 14
        yield f'<path d="M{x} {y}h22" stroke="{color}" stroke-width="2"{dashes}/>'
        yield f'<text x="{x + 28}" y="{y + 4}" font-size="11">{escape(words)}</text>'


# ---- the page -----------------------------------------------------------------------------------


def table(data: Mapping[str, object]) -> str:
    """The times, and how each stage grows."""
    sizes, times = data["sizes"], data["times"]
    head = " | ".join(STAGES[stage][0] for stage in STAGES)
    rows = [f"| 科目 | {head} | 每个科目 |", "| --: |" + " --: |" * (len(STAGES) + 1)]
    for at, size in enumerate(sizes):
        cells = " | ".join(f"{1000 * times[stage][at]:.0f}" for stage in STAGES)
        rows.append(f"| {size:,} | {cells} | {1000 * times['whole'][at] / size:.2f} |")
    slopes = (slope_of(sizes, times[stage]) for stage in STAGES)
    said = " | ".join("–" if slope is None else f"{slope:.2f}" for slope in slopes)
    rows.append(f"| 指数（{_LARGE} 个以上） | {said} | |")
    note = f"毫秒，处理器时间，{data['rounds']} 次里最少的；{data['date']}，提交 {data['commit']}。"
    return "\n".join([*rows, "", note])


def slope_of(sizes: Sequence[int], times: Sequence[float]) -> float | None:
    """The exponent of the sizes at which what a run takes anyway is no longer most of it."""
    large = [(size, time) for size, time in zip(sizes, times, strict=True) if size >= _LARGE]
    return exponent([size for size, _ in large], [time for _, time in large])


def filled(page: str, data: Mapping[str, object]) -> str:
    """The page with its table anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table(data)}\n\n{END}{after}"


def _commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "-"


def main() -> None:
    """Measure, keep, draw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes", type=lambda text: [int(one) for one in text.split(",")], default=SIZES
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--draw", action="store_true", help="only draw what was measured before")
    asked = parser.parse_args()
    if not asked.draw:
        data = {
            "date": date.today().isoformat(),
            "commit": _commit(),
            "rounds": asked.rounds,
            "sizes": list(asked.sizes),
            "times": grown(asked.sizes, asked.rounds, asked.seconds),
        }
        DATA.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8", newline="\n")
    data = json.loads(DATA.read_text(encoding="utf-8"))
    PICTURE.write_text(svg(data["sizes"], data["times"]), encoding="utf-8", newline="\n")
    PAGE.write_text(filled(PAGE.read_text("utf-8"), data), encoding="utf-8", newline="\n")
    slope = slope_of(data["sizes"], data["times"]["whole"])
    last = data["times"]["whole"][-1]
    print(
        f"exponent {'-' if slope is None else format(slope, '.2f')}, {data['sizes'][-1]} items {last:.2f} s"
    )


if __name__ == "__main__":
    os.environ["JSLINT_NO_RESULTS"] = "1"  # a result that was kept takes no time
    main()

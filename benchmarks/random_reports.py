"""Generates consistent reports, reports every error or warning on them, and what slips are missed.

    python -m benchmarks.random_reports --seed 0 --count 10000 --manner mixed --jobs 2
    python -m benchmarks.random_reports --count 500 --manner single --form items --all
    python -m benchmarks.random_reports --count 500 --manner single --slips 3
    python -m benchmarks.random_reports --count 400 --known

    python -m benchmarks.random_reports --count 300 --manner whole --as docx

Manners: ``tiny`` (one paragraph without a title), ``single`` (a title and one form), ``mixed``
(some forms of one world), ``tables``, ``whole`` (narrative and tables), ``every`` (each in turn).
What is known to fail (``tests/truth/known.py``) is passed over without ``--all``. A finding is
shown with the smallest text in which it stays: pieces, then sentences, are dropped as long as no
relation holds between what goes and what stays. ``--known`` counts for each entry of that table how
many of its texts still fail: 0 says that the entry can go. ``--slips N`` changes one figure N times in each
silent report, so that a stated relation excludes it, and counts which are noticed. ``--as`` writes the
reports as other files: ``yaml``, ``docx``, ``xlsx`` (the tables), ``pair`` (Word and Excel as one report),
``pdf`` (printed by LibreOffice); findings in those are not shrunk.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from multiprocessing import Pool
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import printed  # noqa: E402 - the generator stands with the tests
from truth import composed, corrupt, files  # noqa: E402
from truth.book import plain  # noqa: E402
from truth.checking import loud, loud_files, set_aside  # noqa: E402
from truth.known import KNOWN  # noqa: E402
from truth.report import Piece  # noqa: E402
from truth.shrink import shrunk  # noqa: E402

#: Reports whose files are written, and printed, in one go.
_BATCH = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """An error or a warning on a consistent report, and the least text that has it."""

    seed: str
    rule: str
    message: str
    forms: tuple[str, ...]
    tags: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Missed:
    """A slip, where it was made, and whether it was noticed; ``near`` if its figure is named."""

    form: str
    relations: tuple[str, ...]
    noticed: bool
    near: bool
    tags: frozenset[str]
    text: str


@dataclass(slots=True)
class Outcome:
    """What became of one seed."""

    name: str = ""
    text: str = ""
    findings: list[Finding] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    slips: list[Missed] = field(default_factory=list)


def made(seed: int, asked: argparse.Namespace) -> tuple[str, composed.Report | None]:
    """The report of a seed, with the name of its manner."""
    names = list(composed.MANNERS)
    name = names[seed % len(names)] if asked.manner == "every" else asked.manner
    if asked.form:
        return name, composed.single(seed, asked.form, every=asked.all)
    return name, composed.MANNERS[name](seed, every=asked.all)


def examine(asked: argparse.Namespace, seed: int) -> Outcome:
    """Make, check, shrink and corrupt the report of one seed."""
    name, report = made(seed, asked)
    if report is None:
        return Outcome()
    text = report.text()
    said = loud(text, aside=True)
    outcome = Outcome(name, text)
    outcome.aside = [one.rule for one in said if set_aside(one)]
    rules = sorted({one.rule for one in said if not set_aside(one)})
    outcome.findings = [least(report, rule, f"{name}/{seed}") for rule in rules]
    if not rules:
        rng = Random(f"slips/{seed}")  # noqa: S311 - no secret
        slips = (slipped(report, text, rng) for _ in range(asked.slips))
        outcome.slips = [one for one in slips if one]
    return outcome


def examine_files(asked: argparse.Namespace, seeds: range) -> list[Outcome]:
    """Write the reports of some seeds as files, and check those."""
    with TemporaryDirectory() as place:
        written = {}
        for seed in seeds:
            name, report = made(seed, asked)
            if report is None:
                continue
            folder = Path(place) / str(seed)
            folder.mkdir()
            rng = Random(f"files/{seed}")  # noqa: S311 - no secret
            paths = files.written(report, asked.kind, folder, rng)
            if paths:
                written[f"{name}/{seed}"] = (report, paths)
        if asked.kind == "pdf":
            made_of = printed.pdfs([paths[0] for _, paths in written.values()], Path(place))
            written = {
                key: (report, [path])
                for (key, (report, _)), path in zip(written.items(), made_of, strict=True)
            }
        return [_checked(key, *one) for key, one in written.items()]


def _checked(key: str, report: composed.Report, paths: list[Path]) -> Outcome:
    """What is said of the files of a report."""
    said = loud_files({path.name: path.read_bytes() for path in paths})
    outcome = Outcome(key.partition("/")[0], report.text())
    outcome.aside = [one.rule for one in said if set_aside(one)]
    tags = frozenset(tag for piece in report.pieces for tag in piece.tags)
    forms = tuple(path.suffix for path in paths)
    outcome.findings = [
        Finding(key, one.rule, one.message, forms, tags, one.excerpt)
        for one in said
        if not set_aside(one)
    ]
    return outcome


def least(report: composed.Report, rule: str, seed: str) -> Finding:
    """The smallest report in which a rule still speaks."""

    def speaks(pieces: list[Piece]) -> bool:
        text = composed.Report(report.head, tuple(pieces)).text()
        return bool(text.strip()) and any(one.rule == rule for one in loud(text))

    pieces = fewest(list(report.pieces), speaks)
    for at, piece in enumerate(pieces):

        def stays(lines: list[str], at: int = at, piece: Piece = piece) -> bool:
            return speaks([*pieces[:at], with_lines(piece, lines), *pieces[at + 1 :]])

        pieces[at] = with_lines(piece, shrunk(piece.lines, piece.book, stays))
    text = composed.Report(report.head, tuple(pieces)).text()
    message = next(one.message for one in loud(text) if one.rule == rule)
    tags = frozenset(tag for piece in pieces for tag in piece.tags)
    return Finding(seed, rule, message, tuple(piece.form for piece in pieces), tags, text)


def with_lines(piece: Piece, lines: list[str]) -> Piece:
    return Piece(piece.form, piece.trace, piece.heading, tuple(lines), piece.book)


def fewest(pieces: list[Piece], speaks) -> list[Piece]:
    """Pieces without those that a finding does not need: halves first, then one by one."""
    size = len(pieces) // 2
    while size:
        at = 0
        while at < len(pieces):
            fewer = [*pieces[:at], *pieces[at + size :]]
            if fewer and speaks(fewer):
                pieces = fewer
            else:
                at += size
        size //= 2
    return pieces


def slipped(report: composed.Report, clean: str, rng: Random) -> Missed | None:
    """One slip in a random piece, checked against the clean text."""
    at = rng.randrange(len(report.pieces))
    piece = report.pieces[at]
    change = corrupt.slip(piece, rng)
    if change is None:
        return None
    figures = corrupt.figures_with(piece, change)
    text = report.text({at: figures})
    before = {(one.rule, one.message) for one in loud(clean)}
    new = [one for one in loud(text) if (one.rule, one.message) not in before]
    near = any(change.new in f"{one.message}{one.excerpt}{one.actual}" for one in new)
    place = _line_of(piece, change.key)
    shown = f"{change.old} → {change.new}: {plain(place, figures)[:160]}"
    return Missed(piece.form, change.broken, bool(new), near, piece.tags, shown)


def _line_of(piece: Piece, key: int) -> str:
    return next((line for line in piece.lines if f"\ue000{key}\ue001" in line), "")


# ---- what is printed --------------------------------------------------------------------------------


def show_findings(outcomes: list[Outcome], shown: int) -> None:
    """Findings by rule and forms, commonest first, each with its smallest text."""
    groups: dict[tuple[str, tuple[str, ...]], list[Finding]] = defaultdict(list)
    for outcome in outcomes:
        for one in outcome.findings:
            groups[one.rule, one.forms].append(one)
    for (rule, forms), found in sorted(groups.items(), key=lambda item: -len(item[1]))[:shown]:
        best = min(found, key=lambda one: len(one.text))
        always = frozenset.intersection(*(one.tags for one in found))
        print(f"\n## {rule} in {' + '.join(forms)}: {len(found)} (seed {best.seed})")
        print(f"   always: {', '.join(sorted(tag for tag in always if ':' in tag))[:300]}")
        print(f"   {best.message[:300]}")
        print("".join(f"   | {line}\n" for line in best.text.splitlines() if line.strip())[:2500])


def show_slips(outcomes: list[Outcome], shown: int) -> None:
    """Recall by form and by relation, then slips that were missed."""
    slips = [one for outcome in outcomes for one in outcome.slips]
    if not slips:
        return
    print(f"\nslips {len(slips)}, noticed {share(slips)}, named {share(slips, near=True)}")
    for title, key in (("form", lambda one: [one.form]), ("relation", lambda one: one.relations)):
        groups: dict[str, list[Missed]] = defaultdict(list)
        for one in slips:
            for name in key(one):
                groups[name].append(one)
        print(f"\n| {title} | slips | noticed | named |\n| --- | --- | --- | --- |")
        for name, some in sorted(groups.items()):
            print(f"| {name} | {len(some)} | {share(some)} | {share(some, near=True)} |")
    print()
    for line in blamed(slips):
        print(line)
    missed: Counter[str] = Counter()
    print()
    for one in slips:
        if not one.noticed and missed[one.form] < shown:
            missed[one.form] += 1
            print(f"missed {one.form} {','.join(one.relations)}: {one.text}")


def blamed(slips: list[Missed]) -> list[str]:
    """For each form, the choices under which most slips are missed."""
    lines = []
    for form in sorted({one.form for one in slips}):
        some = [one for one in slips if one.form == form]
        lost = Counter(tag for one in some if not one.noticed for tag in one.tags if ":" in tag)
        made_with = Counter(tag for one in some for tag in one.tags)
        rates = sorted(((lost[tag] / made_with[tag], lost[tag], tag) for tag in lost), reverse=True)
        hot = [f"{tag.partition(':')[2]} {n}/{made_with[tag]}" for rate, n, tag in rates if n > 2][
            :6
        ]
        if hot:
            lines.append(f"missed most in {form}: {'; '.join(hot)}")
    return lines


def share(slips: list[Missed], *, near: bool = False) -> str:
    good = sum(one.near if near else one.noticed for one in slips)
    return f"{100 * good / len(slips):.1f}%"


def still_failing(asked: argparse.Namespace, key: str) -> str:
    """How many of the texts that an entry of the table names have a finding."""
    form, _, choices = key.partition(":")
    made_with = set(filter(None, choices.split("&")))
    bad = total = 0
    for seed in range(asked.seed, asked.seed + asked.count):
        report = composed.single(seed, form, every=True)
        if report and made_with <= set(report.pieces[0].trace):
            total += 1
            bad += bool(loud(report.text()))
    return f"{bad}/{total} {key}: {KNOWN[key]}"


def keep(outcomes: list[Outcome], folder: Path) -> None:
    """Write every report that has a finding, and its smallest text."""
    folder.mkdir(parents=True, exist_ok=True)
    for outcome in outcomes:
        for one in outcome.findings:
            name = f"{one.seed.replace('/', '-')}-{one.rule}"
            (folder / f"{name}.txt").write_text(outcome.text, encoding="utf-8")
            (folder / f"{name}.least.txt").write_text(one.text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--manner", choices=(*composed.MANNERS, "every"), default="every")
    parser.add_argument("--as", dest="kind", choices=("text", *files.KINDS), default="text")
    parser.add_argument("--form", help="one form alone, by name")
    parser.add_argument("--all", action="store_true", help="also what is known to fail")
    parser.add_argument("--known", action="store_true", help="count what is known to fail, only")
    parser.add_argument("--slips", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--shown", type=int, default=30, help="how many groups are printed")
    asked = parser.parse_args()
    if asked.known:
        with Pool(asked.jobs) as pool:
            print("\n".join(pool.map(partial(still_failing, asked), KNOWN)))
        return
    started = time.perf_counter()
    seeds = range(asked.seed, asked.seed + asked.count)
    with Pool(asked.jobs) as pool:
        if asked.kind == "text":
            found = pool.imap_unordered(partial(examine, asked), seeds, 8)
        else:
            parts = [seeds[at : at + _BATCH] for at in range(0, len(seeds), _BATCH)]
            found = chain.from_iterable(pool.imap_unordered(partial(examine_files, asked), parts))
        outcomes = [one for one in found if one.name]
    manners = Counter(one.name for one in outcomes)
    bad = Counter(one.name for one in outcomes if one.findings)
    rules = Counter(found.rule for one in outcomes for found in one.findings)
    aside = Counter(rule for one in outcomes for rule in one.aside)
    print(
        f"{len(outcomes)} reports, {sum(bad.values())} with an error or a warning, "
        f"{time.perf_counter() - started:.0f} s"
    )
    print("by manner: " + ", ".join(f"{name} {bad[name]}/{manners[name]}" for name in manners))
    print(f"by rule: {dict(rules.most_common())}; set aside: {dict(aside)}")
    show_findings(outcomes, asked.shown)
    show_slips(outcomes, 4)
    if asked.keep:
        keep(outcomes, asked.keep)


if __name__ == "__main__":
    main()

"""A department is the sum of its units: 300 reports of 12 departments, with slips, and what explains them."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from departments import (
    ABOVE,
    BASIC,
    DOWN,
    EARNED,
    FISCAL,
    KINDS,
    Body,
    Department,
    added,
    departments,
    file_of,
    text,
)

from jslint import cli, engine, pack
from jslint.group import findings
from jslint.group.model import ABSENT, DOUBLED, EXCESS, FIGURE, OMITTED, UNEVEN, Party
from jslint.readers import text as reader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jslint.group.model import Outcome

RULES = pack.load(("mof",))


def party(body: Body, *slips: tuple[str, str]) -> Party:
    """What the report of a body has to be summed up."""
    report = reader.read(text(body, slips).encode(), f"{body.name}.txt")
    return Party(body.name, report.path, engine.lint(report, RULES, summed=True).shares)


@pytest.fixture(scope="module")
def made() -> list[tuple[Department, list[Party]]]:
    """Three small departments: without transfers, with some taken away, with some left in."""
    return [(one, list(map(party, one.units))) for one in departments(3, 3, 8)]


def outcome(whole: Body, units: Iterable[Party], *slips: tuple[str, str]) -> Outcome:
    return findings.judge(party(whole, *slips), list(units))


def spent(body: Body, code: str, kind: int, more: int) -> Body:
    """The body with more fen of an account."""
    row = list(body.accounts.get(code, (0,) * KINDS))
    row[kind] += more
    return replace(body, accounts={**body.accounts, code: tuple(row)})


def blamed(found: Outcome, units: list[Party]) -> list[tuple[str, list[str]]]:
    return [(one.kind, [units[unit].name for unit in one.units]) for one in found.findings]


@pytest.mark.parametrize("number", [0, 1, 2], ids=["none", "taken away", "left in"])
def test_what_adds_up_is_silent_however_transfers_are_counted(
    made: list[tuple[Department, list[Party]]], number: int
) -> None:
    one, units = made[number]

    found = outcome(one.whole, units)

    assert found.findings == ()
    assert found.unknown == ()
    assert found.holding > 150


def test_transfers_taken_away_and_left_in_are_told_apart(
    made: list[tuple[Department, list[Party]]],
) -> None:
    none, cancelled, kept = (outcome(one.whole, units).transfers for one, units in made)
    given = made[1][0].units[0].accounts["2012604"][DOWN]

    assert not any(one.received or one.paid for one in none)
    assert [one.is_added for one in cancelled if one.paid] == [False]
    assert [one.is_added for one in kept if one.paid] == [True]
    taken = next(one for one in cancelled if one.paid)
    assert abs(taken.cancelled[0] * 100 - given) <= 100 * 100 * len(made[1][1])


def test_what_is_taken_away_on_one_side_only_is_found(
    made: list[tuple[Department, list[Party]]],
) -> None:
    one, units = made[2]
    given = one.units[0].accounts["2012604"][DOWN]
    whole = spent(one.whole, "2012604", ABOVE, -given)

    found = outcome(whole, units)

    balance, uneven = found.findings  # what is carried over is less by as much
    assert (balance.kind, uneven.kind) == (FIGURE, UNEVEN)
    assert "年末结转和结余" in balance.cells[0].cell.addend.label
    assert abs(uneven.amounts[0] * 100 - given) <= 100 * 100 * len(units)
    assert uneven.amounts[1] == 0


def test_a_transfer_is_at_most_what_the_units_print(
    made: list[tuple[Department, list[Party]]],
) -> None:
    one, units = made[2]
    whole = spent(spent(one.whole, "2012604", ABOVE, 10**8), "2012604", EARNED, -(10**8))

    kinds = [finding.kind for finding in outcome(whole, units).findings]

    assert kinds.count(EXCESS) == 1
    assert FIGURE in kinds  # what the department earned is too little by as much


@pytest.mark.parametrize(
    ("missing", "kind"),
    [
        pytest.param((4,), OMITTED, id="one left out"),
        pytest.param((2, 5), OMITTED, id="two left out"),
        pytest.param((4,), DOUBLED, id="one twice"),
        pytest.param((3, 6), DOUBLED, id="two twice"),
    ],
)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_what_is_left_over_names_the_units(
    made: list[tuple[Department, list[Party]]], number: int, missing: tuple[int, ...], kind: str
) -> None:
    one, units = made[number]
    bodies = [body for at, body in enumerate(one.units) if kind != OMITTED or at not in missing]
    bodies += [one.units[at] for at in missing if kind == DOUBLED]

    found = outcome(added(one.whole.name, bodies), units)

    assert blamed(found, units) == [(kind, [one.units[at].name for at in missing])]


def test_a_slip_beside_a_unit_that_was_left_out_is_found_too(
    made: list[tuple[Department, list[Party]]],
) -> None:
    one, units = made[0]
    whole = added(one.whole.name, (*one.units[:4], *one.units[5:]))
    whole = replace(whole, counts={**whole.counts, "kept": whole.counts["kept"] + 3})

    found = outcome(whole, units)

    assert [finding.kind for finding in found.findings] == [OMITTED, FIGURE]
    assert found.findings[1].cells[0].cell.key[0] == "vehicles.kept"


def test_a_unit_whose_report_is_not_there_is_one_finding(
    made: list[tuple[Department, list[Party]]],
) -> None:
    one, units = made[1]

    found = outcome(one.whole, (*units[:3], *units[4:]))

    assert [finding.kind for finding in found.findings] == [ABSENT]


def test_a_slip_that_goes_up_through_the_totals_is_one_finding_at_its_account(
    made: list[tuple[Department, list[Party]]],
) -> None:
    one, units = made[1]
    whole = spent(spent(one.whole, "2012604", BASIC, 123_400_000), "2012604", FISCAL, 123_400_000)

    found = outcome(whole, units)

    assert [finding.kind for finding in found.findings] == [FIGURE]
    (finding,) = found.findings
    assert finding.cells[0].cell.key[2] == "2012604"
    assert abs(finding.cells[0].difference - 1_234_000) <= 500
    assert len(finding.cells) > 20


def test_one_figure_that_leaves_out_a_unit_names_it(
    made: list[tuple[Department, list[Party]]],
) -> None:
    one, units = made[0]
    at = next(at for at, unit in enumerate(one.units) if unit.three["running"] > 10**7)
    less = one.whole.three["running"] - one.units[at].three["running"]
    whole = replace(one.whole, three={**one.whole.three, "running": less})

    found = outcome(whole, units)

    assert blamed(found, units) == [(FIGURE, [one.units[at].name])]
    assert found.findings[0].times == -1


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        pytest.param(-1, [FIGURE], id="less than those that say it"),
        pytest.param(0, [], id="as many"),
        pytest.param(3, [], id="more, which may be those of the others"),
    ],
)
def test_what_a_unit_does_not_say_may_be_anything_but_less_than_nothing(
    made: list[tuple[Department, list[Party]]], more: int, kinds: list[str]
) -> None:
    one, units = made[0]
    silent = one.units[2]
    said = f"截至2024年12月31日，共有车辆{silent.counts['owned']}辆。"
    units = [*units[:2], party(silent, (said, "车辆按规定使用。")), *units[3:]]
    owned = one.whole.counts["owned"] - silent.counts["owned"] + more
    whole = replace(one.whole, counts={**one.whole.counts, "owned": owned})

    found = outcome(whole, units)

    assert [finding.kind for finding in found.findings] == kinds
    assert [cell.unknown for cell in found.unknown] == [(2,)]


def test_rounding_alone_is_no_difference() -> None:
    rng = Random(5)
    units = [_small(f"单位{at}", rng.randrange(1, 10**4)) for at in range(40)]
    whole = added("部门", units)

    found = outcome(whole, map(party, units))

    assert found.findings == ()
    printed = sum(round(unit.accounts["2012604"][FISCAL] / 10**4) for unit in units)
    assert printed != round(whole.accounts["2012604"][FISCAL] / 10**4)  # the case is one


def _small(name: str, fen: int) -> Body:
    row = [0] * KINDS
    row[FISCAL] = row[BASIC] = fen
    nothing = dict.fromkeys(("abroad", "purchase", "running", "reception"), 0)
    counts = dict.fromkeys(
        ("groups", "travellers", "bought", "kept", "owned", "visits", "guests"), 0
    )
    return Body(name, "单位", {"2012604": tuple(row)}, 0, nothing, nothing, counts)


# -- 300 reports -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Slip:
    """What was put into a report: whose department, and words that the finding must have."""

    department: int
    words: str


def swapped(value: int) -> int:
    """A number of fen with two neighbouring digits of it swapped, where they differ enough."""
    digits = str(value // 10**4)
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            mixed = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            return int(mixed) * 10**4 + value % 10**4
    return value + 10**7


def slipped(one: Department, at: int) -> tuple[Department, list[Slip]]:
    """A department with three slips: of an account, of an expense or count, of a unit's own report."""
    whole, units = one.whole, list(one.units)
    code = sorted(set(whole.accounts) - {"2012604"})[at % 3]
    more = swapped(whole.accounts[code][BASIC]) - whole.accounts[code][BASIC]
    whole = spent(spent(whole, code, BASIC, more), code, FISCAL, more)
    slips = [Slip(at, code)]
    name, label = (("kept", "公务用车保有量"), ("guests", "国内公务接待人次"))[at % 2]
    whole = replace(whole, counts={**whole.counts, name: whole.counts[name] + 10 + at})
    slips.append(Slip(at, label))
    other, label = (("running", "公务用车运行维护费"), ("reception", "公务接待费"))[at % 2]
    unit = units[3]
    units[3] = replace(
        unit, three={**unit.three, other: unit.three[other] + 7_000_000 + at * 10**5}
    )
    slips.append(Slip(at, label))
    return Department(whole, tuple(units)), slips


@dataclass(frozen=True)
class Batch:
    """The folder with all reports, what was done to them, and the summary of it."""

    folder: Path
    slips: list[Slip]
    omitted: list[tuple[str, list[str]]]
    doubled: list[tuple[str, list[str]]]
    absent: list[str]
    copied: list[str]
    told: dict[str, Any]
    status: int


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    """12 departments of 24 units each: 15 slips in five of them, units left out, twice, not handed in."""
    top = tmp_path_factory.mktemp("batch")
    folder = top / "报告"
    listed: list[tuple[str, str]] = []
    slips: list[Slip] = []
    omitted, doubled, absent, copied = [], [], [], []
    for at, each in enumerate(departments(11)):
        one = each
        listed += [(one.whole.name, ""), *((one.whole.name, unit.name) for unit in one.units)]
        units = list(one.units)
        if at in (0, 3):
            gone = (5,) if at == 0 else (4, 9)
            kept = [unit for number, unit in enumerate(units) if number not in gone]
            one = Department(added(one.whole.name, kept), one.units)
            omitted.append((one.whole.name, [units[number].name for number in gone]))
        elif at in (4, 5):
            one = Department(added(one.whole.name, [*units, units[at + 2]]), one.units)
            doubled.append((one.whole.name, [units[at + 2].name]))
        elif at in (1, 2, 9, 10, 11):
            one, made = slipped(one, at)
            slips += made
        place = folder / one.whole.name
        place.mkdir(parents=True)
        for number, body in enumerate((one.whole, *one.units)):
            if at in (6, 7, 8) and number == 7:
                absent.append(body.name)
                continue
            (place / file_of(body)).write_text(text(body), encoding="utf-8")
        if at in (9, 10):
            body = one.units[12]
            copied.append(body.name)
            shutil.copy(place / file_of(body), place / f"{body.name}（终稿）.txt")
    roster = top / "名单.csv"
    with roster.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([("主管部门", "单位名称"), *listed])
    outputs = [top / f"汇总.{ending}" for ending in ("json", "xlsx", "html", "md", "csv")]
    status = cli.main(
        [
            *("summary", str(folder), "--roster", str(roster), "--select", "SUM25,CNT25", "-q"),
            *(word for path in outputs for word in ("-o", str(path))),
        ]
    )
    told = json.loads(outputs[0].read_text(encoding="utf-8"))
    return Batch(folder, slips, omitted, doubled, absent, copied, told, status)


def found_in(batch: Batch) -> list[tuple[str, dict[str, Any]]]:
    return [
        (one["name"], finding) for one in batch.told["departments"] for finding in one["findings"]
    ]


def test_300_reports_of_12_departments_are_read(batch: Batch) -> None:
    assert batch.status == 0
    assert len(batch.told["reports"]) == 12 * 25 - 3 + 2
    assert len(batch.told["departments"]) == 12
    assert all(len(one["units"]) in (23, 24) for one in batch.told["departments"])


def test_all_slips_are_found(batch: Batch) -> None:
    figures = [(name, one) for name, one in found_in(batch) if one["kind"] == "figure"]
    names = [one.whole.name for one in departments(11)]

    for slip in batch.slips:
        hits = [
            one
            for name, one in figures
            if name == names[slip.department] and slip.words in one["message"]
        ]
        assert len(hits) == 1, slip
    assert len(figures) == len(batch.slips) == 15


def test_all_units_left_out_and_twice_are_named(batch: Batch) -> None:
    found = {
        kind: [(name, one["units"]) for name, one in found_in(batch) if one["kind"] == kind]
        for kind in ("omitted", "doubled")
    }

    assert sorted(found["omitted"]) == sorted(batch.omitted)
    assert sorted(found["doubled"]) == sorted(batch.doubled)
    assert sum(len(units) for _, units in batch.omitted) == 3
    assert len(batch.doubled) == 2


def test_units_that_did_not_hand_in_are_named_by_the_list_and_by_what_is_left_over(
    batch: Batch,
) -> None:
    missing = [one["name"] for one in batch.told["roster"] if one["what"] == "missing"]
    told = [one["message"] for _, one in found_in(batch) if one["kind"] == "absent"]

    assert sorted(missing) == sorted(batch.absent)
    assert len(told) == 3
    assert all(any(name in message for message in told) for name in batch.absent)


def test_reports_that_are_there_twice_are_named_and_added_up_once(batch: Batch) -> None:
    twice = [one["name"] for one in batch.told["roster"] if one["what"] == "twice"]

    assert sorted(twice) == sorted(batch.copied)
    assert all(any(name in line for line in batch.told["totals"]) for name in batch.copied)


def test_nothing_else_is_found(batch: Batch) -> None:
    kinds = Counter(one["kind"] for _, one in found_in(batch))

    assert kinds == {"figure": 15, "omitted": 2, "doubled": 2, "absent": 3}
    assert {one["what"] for one in batch.told["roster"]} == {"missing", "twice"}
    assert not batch.told["diagnostics"]


def test_the_workbook_opens_with_all_sheets(batch: Batch) -> None:
    book = openpyxl.load_workbook(batch.folder.parent / "汇总.xlsx")

    assert book.sheetnames == ["汇总", "部门与单位", "问题", "未核对", "名单"]
    rows = list(book["汇总"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(batch.told["reports"])
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    order = [str(row[1]) for row in rows]
    place = order.index
    assert place("云岭市第二档案站") < place("云岭市第九档案站") < place("云岭市第十档案站")
    file = book["汇总"].cell(2, 6)
    assert (batch.folder.parent / file.hyperlink.target).is_file() or "%" in file.hyperlink.target
    gaps = [row for row in book["部门与单位"].iter_rows(min_row=2, values_only=True) if row[3]]
    assert len(gaps) == 22


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_workbook(batch: Batch, tmp_path: Path) -> None:
    made = subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *(
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
            ),
            *("--outdir", str(tmp_path), str(batch.folder.parent / "汇总.xlsx")),
        ],
        capture_output=True,
        check=False,
        timeout=300,
    )

    assert made.returncode == 0, made.stderr
    sheets = {path.stem.partition("-")[2]: path for path in tmp_path.glob("*.csv")}
    assert sheets.keys() == {"汇总", "部门与单位", "问题", "未核对", "名单"}
    with sheets["汇总"].open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert len(rows) == len(batch.told["reports"]) + 1
    assert rows[1][1] == batch.told["reports"][0]["body"]

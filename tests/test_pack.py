"""Packs: what is well formed is read, what is not is refused at its line and column."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from jslint import pack
from jslint.diagnostic import Severity
from jslint.errors import PackError, UsageError
from jslint.rules import KINDS

HEAD = """\
pack: mine
title: 我的规则
"""
FACTS = """\
facts:
  income:
    label: 本年收入合计
    stated:
      - {section: 收入, subject: 本年收入合计}
"""
RULE = """\
rules:
  - id: SUM901
    name: shares
    kind: share
    title: 占比
    severity: warning
    message: "{part}占{whole}应为{expected}"
    reason: 原因
    basis: 依据
    examples:
      - {bad: 坏例, finds: 坏}
      - {good: 好例}
"""
MINE = HEAD + FACTS + RULE


def mine(old: str = "", new: str = "") -> pack.Pack:
    """The pack with one passage replaced."""
    assert MINE.count(old) == 1 or not old
    return pack.parse(MINE.replace(old, new) if old else MINE, "mine.yaml")


def test_a_whole_pack() -> None:
    read = mine()

    (rule,), (quantity,) = read.rules, read.quantities
    assert (read.name, read.title, read.path) == ("mine", "我的规则", "mine.yaml")
    assert type(rule) is KINDS["share"]
    assert rule.entry.severity is Severity.WARNING
    assert (rule.entry.path, rule.entry.line) == ("mine.yaml", 9)
    assert [(example.bad, example.text, example.finds) for example in rule.entry.examples] == [
        (True, "坏例", ("坏",)),
        (False, "好例", ()),
    ]
    assert (quantity.name, quantity.label) == ("income", "本年收入合计")


def test_english_falls_back_on_chinese() -> None:
    entry = mine().rules[0].entry

    assert set(entry.messages) == {"zh"}


@pytest.mark.parametrize(
    ("old", "new", "message", "place"),
    [
        pytest.param("pack: mine\n", "", "a pack needs 'pack'", (1, 1), id="no name"),
        pytest.param(
            "title: 我",
            "titel: 我",
            "unknown key 'titel'; did you mean 'title'?",
            (2, 1),
            id="unknown key of a pack",
        ),
        pytest.param("pack: mine", "pack: [mine]", "expected a text", (1, 7), id="name is a list"),
        pytest.param("rules:\n", "rules: x\nfoo:\n", "unknown key 'foo'", (9, 1), id="another key"),
        pytest.param(
            "title: 我的规则", "title: 一\npack: x", "键“pack”重复", (3, 1), id="duplicate key"
        ),
        pytest.param(
            "title: 我的规则", "title: @我", "文字不能以这个符号开头", (2, 8), id="no YAML"
        ),
        pytest.param(
            "kind: share",
            "kind: shares",
            "unknown kind 'shares'; did you mean 'share'?",
            (11, 11),
            id="unknown kind",
        ),
        pytest.param("    kind: share\n", "", "a rule needs a kind", (9, 5), id="no kind"),
        pytest.param("    basis: 依据\n", "", "a rule needs 'basis'", (9, 5), id="no basis"),
        pytest.param(
            "basis: 依据",
            "basis: 依据\n    complete: []",
            "unknown key 'complete'",
            (17, 5),
            id="an option of another kind",
        ),
        pytest.param(
            "severity: warning",
            "severity: fatal",
            "expected one of error, warning, info, not 'fatal'",
            (13, 15),
            id="severity",
        ),
        pytest.param(
            "{whole}",
            "{hole}",
            "unknown placeholder 'hole'; did you mean 'whole'?",
            (14, 14),
            id="unknown placeholder",
        ),
        pytest.param("{whole}", "{}", "unknown placeholder ''", (14, 14), id="empty placeholder"),
        pytest.param(
            "{whole}",
            "{whole.path}",
            "unknown placeholder 'whole.path'",
            (14, 14),
            id="placeholder that reaches inside",
        ),
        pytest.param(
            "{whole}",
            "{whole:>99999999}",
            "placeholder 'whole' is quoted as it is",
            (14, 14),
            id="placeholder with a form",
        ),
        pytest.param(
            "{whole}",
            "{whole!r}",
            "placeholder 'whole' is quoted as it is",
            (14, 14),
            id="placeholder with a conversion",
        ),
        pytest.param(
            "{whole}", "{whole", "not a message template", (14, 14), id="open placeholder"
        ),
        pytest.param(
            'message: "{part}占{whole}应为{expected}"',
            'message: ""',
            "not nothing",
            (14, 14),
            id="empty message",
        ),
        pytest.param("id: SUM901", "id: SUM 901", "expected an id such as SUM901", (9, 9), id="id"),
        pytest.param(
            "{good: 好例}",
            "{good: 好例, bad: 坏例}",
            "an example is either bad or good",
            (19, 9),
            id="example of both sorts",
        ),
        pytest.param(
            "{good: 好例}",
            "{finds: 好例}",
            "an example is either bad or good",
            (19, 9),
            id="example of no sort",
        ),
        pytest.param(
            "{good: 好例}",
            "{good: 好例, finds: 好}",
            "only a bad example has words",
            (19, 9),
            id="words to find in a good example",
        ),
        pytest.param(
            "{good: 好例}",
            "{goods: 好例}",
            "unknown key 'goods'",
            (19, 10),
            id="unknown key of an example",
        ),
        pytest.param(
            "{section: 收入, subject",
            "{sections: 收入, subject",
            "unknown key 'sections'",
            (7, 10),
            id="unknown key of a statement",
        ),
        pytest.param(
            "{section: 收入, subject: 本年收入合计}",
            "{section: 收入}",
            "needs a subject, items or a table",
            (7, 9),
            id="statement without a subject",
        ),
        pytest.param(
            "subject: 本年收入合计}",
            'subject: "(收入"}',
            "not a regular expression",
            (7, 32),
            id="bad regular expression",
        ),
        pytest.param(
            "subject: 本年收入合计}",
            'subject: "(?=收)"}',
            "not a regular expression",
            (7, 32),
            id="look-ahead",
        ),
        pytest.param(
            "收入合计}",
            "收入合计, measure: bugdet}",
            "expected one of actual, prior, budget",
            (7, 49),
            id="unknown measure",
        ),
        pytest.param(
            "收入合计}", "收入合计, unit: 头}", "expected one of money", (7, 46), id="unknown unit"
        ),
        pytest.param(
            "收入合计}", "收入合计, items: maybe}", "expected true or false", (7, 47), id="flag"
        ),
        pytest.param(
            "    label: 本年收入合计\n",
            "",
            "quantity income needs 'label'",
            (5, 5),
            id="quantity without a label",
        ),
        pytest.param(
            "    stated:\n      - {section: 收入, subject: 本年收入合计}\n",
            "    stated: 收入\n",
            "expected a list",
            (6, 13),
            id="statements that are no list",
        ),
    ],
)
def test_refused(old: str, new: str, message: str, place: tuple[int, int]) -> None:
    with pytest.raises(PackError) as caught:
        mine(old, new)

    assert message in caught.value.told("en") or message in str(caught.value)
    assert (caught.value.line, caught.value.column) == place
    assert str(caught.value).startswith(f"mine.yaml:{place[0]}:{place[1]}: ")


@pytest.mark.parametrize(
    ("kind", "option", "message", "place"),
    [
        pytest.param("division", "complete: 货物", "expected a list", (16, 15), id="list of lists"),
        pytest.param(
            "division",
            "complete: [[a], [']']]",
            "not a regular expression",
            (16, 22),
            id="pattern in a list of lists",
        ),
        pytest.param(
            "division", "shortfall: yes", "expected true or false, not 'yes'", (16, 16), id="flag"
        ),
        pytest.param(
            "growth",
            "base: last",
            "expected one of prior, budget, not 'last'",
            (16, 11),
            id="choice",
        ),
        pytest.param(
            "across", "total: 合计", "kind across needs 'tables'", (9, 5), id="missing option"
        ),
    ],
)
def test_refused_options(kind: str, option: str, message: str, place: tuple[int, int]) -> None:
    source = (
        MINE.replace("kind: share", f"kind: {kind}")
        .replace("    basis: 依据\n", f"    {option}\n    basis: 依据\n")
        .replace("{part}占{whole}应为", "{expected}")
        .replace("    reason: 原因\n", "    reason: 原因\n")
    )
    source = source.replace("']'", "'('")

    with pytest.raises(PackError) as caught:
        pack.parse(source, "mine.yaml")

    assert message in caught.value.told("en")
    assert (caught.value.line, caught.value.column) == place


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_enforces_what_its_messages_quote(kind: str) -> None:
    source = MINE.replace("kind: share", f"kind: {kind}").replace(
        "{part}占{whole}应为{expected}", "{nothing-of-the-sort}"
    )

    with pytest.raises(PackError) as caught:
        pack.parse(source, "mine.yaml")

    assert re.search("unknown placeholder|needs '", caught.value.told("en"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_is_for(kind: str) -> None:
    assert KINDS[kind].__doc__


def test_a_quantity_may_be_called_by_its_label(tmp_path: Path) -> None:
    source = MINE.replace("kind: share", "kind: same\n    facts: [本年收入合计]").replace(
        "{part}占{whole}", ""
    )
    path = tmp_path / "mine.yaml"
    path.write_text(source, encoding="utf-8")

    (rule,) = pack.load([str(path)]).rules

    assert rule.facts == ("income",)  # type: ignore[attr-defined]


def test_only_declared_quantities_can_be_named(tmp_path: Path) -> None:
    source = MINE.replace("kind: share", "kind: same\n    facts: [incom]").replace(
        "{part}占{whole}", ""
    )
    path = tmp_path / "mine.yaml"
    path.write_text(source, encoding="utf-8")

    with pytest.raises(PackError) as caught:
        pack.load([str(path)])

    assert re.search("unknown quantity 'incom'; did you mean 'income'", caught.value.told("en"))
    assert (caught.value.line, caught.value.column) == (12, 13)


def test_a_pack_adds_places_to_a_quantity_of_its_base(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(MINE, encoding="utf-8")
    more = "facts: {income: {also: [{section: 总体, subject: 收入合计}]}}\n"
    path = tmp_path / "region.yaml"
    path.write_text(f"pack: region\ntitle: 甲\nextends: [base.yaml]\n{more}", encoding="utf-8")

    (income,) = pack.load([str(path)]).quantities

    assert (income.name, income.label) == ("income", "本年收入合计")
    assert [str(where.section) for where in income.stated] == ["收入", "总体"]


def test_places_are_added_to_known_quantities_only(tmp_path: Path) -> None:
    path = tmp_path / "region.yaml"
    more = "facts: {incom: {also: [{section: 总体, subject: 收入合计}]}}\n"
    path.write_text(f"pack: region\ntitle: 甲\nextends: [tables]\n{more}", encoding="utf-8")

    with pytest.raises(PackError, match="没有这个量：incom；是不是 income？") as caught:
        pack.load([str(path)])

    assert (caught.value.line, caught.value.column) == (4, 9)


def test_one_id_twice_in_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(MINE + RULE.removeprefix("rules:\n"), encoding="utf-8")

    with pytest.raises(PackError) as caught:
        pack.load([str(path)])

    assert re.search("SUM901 is declared twice, first at .*mine.yaml:9", caught.value.told("en"))
    assert caught.value.line == 20


def test_an_id_of_a_base_cannot_be_taken(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    source = MINE.replace("title: 我的规则", "title: 我的规则\nextends: arithmetic")
    path.write_text(source.replace("SUM901", "SUM101"), encoding="utf-8")

    with pytest.raises(PackError) as caught:
        pack.load([str(path)])

    assert re.search(
        "SUM101 is declared twice, first at .*arithmetic.yaml", caught.value.told("en")
    )


def test_packs_that_extend_each_other(tmp_path: Path) -> None:
    for name, base in (("one", "two.yaml"), ("two", "one.yaml")):
        source = f"pack: {name}\ntitle: 甲\nextends: [{base}]\n"
        (tmp_path / f"{name}.yaml").write_text(source, encoding="utf-8")

    with pytest.raises(PackError) as caught:
        pack.load([str(tmp_path / "one.yaml")])

    assert re.search(
        "extends itself: .*one.yaml → .*two.yaml → .*one.yaml", caught.value.told("en")
    )


def test_bases_come_first_and_once(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("pack: base\ntitle: 甲\n", encoding="utf-8")
    for name in ("one", "two"):
        source = f"pack: {name}\ntitle: 甲\nextends: [base.yaml]\n"
        (tmp_path / f"{name}.yaml").write_text(source, encoding="utf-8")

    loaded = pack.load([str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml")])

    assert loaded.packs == ("base", "one", "two")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("nowhere", "没有规则包 'nowhere'；内置规则包：.*arithmetic", id="by name"),
        pytest.param(
            "nowhere.yaml", "没有规则包 'nowhere.yaml' 这个文件；请检查路径", id="by path"
        ),
    ],
)
def test_unknown_packs(name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        pack.load([name])


@pytest.mark.parametrize(
    "data", [pytest.param(b"\xff\xfe\x00", id="no UTF-8"), pytest.param(None, id="a folder")]
)
def test_a_file_that_cannot_be_read(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "mine.yaml"
    if data is None:
        path = tmp_path / "folder.yaml"
        path.mkdir()
    else:
        path.write_bytes(data)

    with pytest.raises((PackError, UsageError), match=path.name):
        pack.load([str(path)])


def test_a_byte_order_mark_counts_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MINE.encode())

    assert pack.load([str(path)]).rules[0].entry.line == 9


def test_shipped_packs_are_listed_and_load() -> None:
    names = [info.name for info in pack.available()]

    assert {"arithmetic", "base", "mof"} <= set(names)
    for info in pack.available():
        assert info.name == Path(info.path).stem
        assert pack.load([info.name]).packs[-1] == info.name


def test_ids_are_unique_over_all_shipped_packs() -> None:
    ids: dict[str, str] = {}
    for info in pack.available():
        for rule in pack.parse(Path(info.path).read_text(encoding="utf-8"), info.path).rules:
            assert rule.entry.id not in ids, (rule.entry.id, info.name, ids.get(rule.entry.id))
            ids[rule.entry.id] = info.name


@pytest.mark.parametrize("name", ["../{0}/secret", "templates/new", "", "."])
def test_a_name_that_leads_elsewhere_is_no_shipped_pack(name: str, tmp_path: Path) -> None:
    """Without an ending it is looked for among the shipped packs, and nowhere else."""
    (tmp_path / "secret.yaml").write_text("pack: s\ntitle: 甲\n", encoding="utf-8")
    above = os.path.relpath(tmp_path, pack.folder())

    with pytest.raises(UsageError, match="没有规则包"):
        pack.load([name.replace("../{0}", above)])


def test_a_pack_in_another_encoding_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("pack: a\ntitle: 甲\n".encode("gb18030"))

    with pytest.raises(PackError, match=r"a\.yaml:2:1: 不是 UTF-8 文字；请另存为 UTF-8 编码"):
        pack.load([str(path)])

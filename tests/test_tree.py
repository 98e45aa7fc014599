"""YAML and JSON as a tree: values as written, exact places, and everything that is refused."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jslint import tree
from jslint.tree import DuplicateKeyFault, Mapping, Node, Scalar, Sequence, SyntaxFault, places


def yaml(text: str) -> Node:
    return tree.parse(text, "a.yaml")


def plain(node: Node) -> object:
    """The node without places."""
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.value


def scalars(node: Node) -> list[Scalar]:
    """Keys and values in source order."""
    if isinstance(node, Mapping):
        return [part for key, value in node.entries for part in (key, *scalars(value))]
    if isinstance(node, Sequence):
        return [part for item in node.items for part in scalars(item)]
    assert isinstance(node, Scalar)
    return [node]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 7.20", [("a", 1, 1, True), ("7.20", 1, 4, True)], id="number as written"),
        pytest.param("a: '7.20'", [("a", 1, 1, True), ("7.20", 1, 4, False)], id="quoted"),
        pytest.param("- 收入 # 注\n- b", [("收入", 1, 3, True), ("b", 2, 3, True)], id="comment"),
        pytest.param("\ufeffa: 1", [("a", 1, 1, True), ("1", 1, 4, True)], id="byte order mark"),
        pytest.param("a: 1\r\nb: 2\rc: 3", [("a", 1, 1, True), ("1", 1, 4, True),
            ("b", 2, 1, True), ("2", 2, 4, True), ("c", 3, 1, True), ("3", 3, 4, True)],
            id="every line ending"),
        pytest.param('a: x\u2028y\nb: "p\u2029q\x85r"', [("a", 1, 1, True),
            ("x\u2028y", 1, 4, True), ("b", 2, 1, True), ("p\u2029q\x85r", 2, 4, False)],
            id="Unicode separators are no line breaks"),
        pytest.param("- a\ufeffb\n- c", [("a\ufeffb", 1, 3, True), ("c", 2, 3, True)],
            id="a stray byte order mark shifts nothing"),
        pytest.param("- \u2028a\U0010fffd\n- c", [("\u2028a\U0010fffd", 1, 3, True),
            ("c", 2, 3, True)], id="the stand-in itself in the text"),
        pytest.param("a:\nb: ~", [("a", 1, 1, True), ("", 1, 3, True), ("b", 2, 1, True),
            ("~", 2, 4, True)], id="empty value"),
        pytest.param("? a", [("a", 1, 3, True), ("", 1, 4, True)], id="no value at the very end"),
        pytest.param("a: |\n  x\n  y\nb: z", [("a", 1, 1, True), ("x\ny\n", 1, 4, False),
            ("b", 4, 1, True), ("z", 4, 4, True)], id="block scalar"),
        pytest.param("a: &x 1\nb: *x", [("a", 1, 1, True), ("1", 1, 7, True), ("b", 2, 1, True),
            ("1", 1, 7, True)], id="an alias stands where its anchor does"),
        pytest.param("a: &x # 注\n  '1'", [("a", 1, 1, True), ("1", 2, 3, False)],
            id="anchor, comment, line break"),
    ],
)  # fmt: skip
def test_scalars_of_yaml(text: str, expected: list[tuple[str, int, int, bool]]) -> None:
    found = [(s.value, s.line, s.column, s.plain) for s in scalars(yaml(text))]

    assert found == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("[http://a.b/c]", ["http://a.b/c"], id="an address in brackets"),
        pytest.param("[http://a.b/c?d=e, 年?]", ["http://a.b/c?d=e", "年?"], id="with a question"),
        pytest.param("{a: :x, b: c:d}", ["a", ":x", "b", "c:d"], id="colons in braces"),
        pytest.param('{"a":b, c: "d:e"}', ["a", "b", "c", "d:e"], id="quoted keys and values"),
        pytest.param("[a:b, \ue000\U0010fffd]", ["a:b", "\ue000\U0010fffd"], id="stand-ins in it"),
        pytest.param("a: 1\n\t\nb: 2", ["a", "1", "b", "2"], id="a tab on an empty line"),
        pytest.param(" \t\na: 1\n", ["a", "1"], id="and on the first"),
        pytest.param("a: [x,\n]\n", ["a", "x"], id="a bracket closes at the margin"),
        pytest.param("a: [x, # y,#\n# z\n  w]", ["a", "x", "w"], id="comments in brackets"),
        pytest.param("a: x]#y\nb: '#'", ["a", "x]#y", "b", "#"], id="no comment in a text"),
        pytest.param('a: | # "#\n  x,#\nb: "y" # "#', ["a", "x,#\n", "b", "y"], id="in a block"),
        pytest.param("a: 1\r# ,#\r# x,#\rb: 2", ["a", "1", "b", "2"], id="lines end with CR"),
        pytest.param("a: ['-', \"-\", -1]", ["a", "-", "-", "-1"], id="quoted dashes"),
        pytest.param("a: &k\n  b: [x,\n   y]\n", ["a", "b", "x", "y"], id="behind an anchor"),
    ],
)
def test_yaml_that_the_parser_takes_ill_or_could_take_wrong(text: str, values: list[str]) -> None:
    assert [scalar.value for scalar in scalars(yaml(text))] == values


def test_places_of_collections() -> None:
    node = yaml("a:\n  - [1, {b: 2}]\n")

    assert isinstance(node, Mapping)
    outer = node.get("a")
    assert isinstance(outer, Sequence)
    inner = outer.items[0]
    assert isinstance(inner, Sequence)
    assert (inner.start, inner.end) == (7, 18)
    assert [(n.line, n.column) for n in (node, outer, inner, inner.items[1])] == [
        (1, 1), (2, 3), (2, 5), (2, 9),
    ]  # fmt: skip
    assert node.get("c") is None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        pytest.param("", (1, 1), "没有内容", id="empty"),
        pytest.param("# 注\n", (1, 1), "没有内容", id="only a comment"),
        pytest.param("a: 1\n---\nb: 2\n", (2, 1), "一份文档", id="two documents"),
        pytest.param("a: !foo x", (1, 4), "标签", id="custom tag"),
        pytest.param("a: !!python/name:os.system x", (1, 4), "标签", id="object tag"),
        pytest.param("a: !m {b: 1}", (1, 4), "标签", id="tag on a mapping"),
        pytest.param("x: &x {a: 1}\ny:\n  <<: *x\n", (3, 3), "合并键", id="merge key"),
        pytest.param("? [a]\n: b", (1, 3), "键应是", id="list as key"),
        pytest.param("a: *q", (1, 4), "别名", id="undefined alias"),
        pytest.param("a: &q [*q]", (1, 8), "别名", id="recursive alias"),
        pytest.param("a: 'x\nb: 1\n", (1, 4), "引号没有结束", id="unclosed quote"),
        pytest.param("a:\n\tb: 1\n", (2, 1), "制表符", id="tab for indentation"),
        pytest.param("a: b\n\t c", (2, 1), "制表符", id="tab in a continuation"),
        pytest.param("a: b: c", (1, 5), "冒号", id="colon in a value"),
        pytest.param("a: 1\nfoo\nb: 2\n", (2, 1), "缺少冒号", id="line without a colon"),
        pytest.param("a: [1, 2\nb: 1\n", (2, 2), "第 1 行的“[”", id="unclosed list"),
        pytest.param("a: {b: 1\nc: 1}\n", (2, 2), "第 1 行的“{”", id="missing comma"),
        pytest.param("a: [1, , 2]", (1, 8), "缺少内容", id="doubled comma"),
        pytest.param('a: "\\q"', (1, 5), "\\", id="unknown escape"),
        pytest.param("a: @x", (1, 4), "加双引号", id="reserved character"),
        pytest.param("- a\nb: 1", (2, 1), "列表项", id="mapping in a list"),
        pytest.param("a: 收入\n中文: x\x07y", (2, 6), "U+0007", id="control character"),
        pytest.param("a: x\ud800y", (1, 5), "U+D800", id="lone surrogate"),
        pytest.param("a: 1\nb: \0", (2, 4), "U+0000", id="NUL"),
        pytest.param("a: [1", (1, 4), "第 1 行的“[”", id="end of file inside a list"),
        pytest.param("a: x\u2028y\nb: 'q", (2, 4), "引号", id="error behind a separator"),
        pytest.param("a: &x1 1\nb: * x", (2, 4), "加引号", id="text that begins with a star"),
        # What libyaml lets pass: the error cases of the YAML test suite, by their names there.
        pytest.param("---\nf: [a,\nb,\nc]\n", (3, 1), "缩进", id="9C9N"),
        pytest.param("---\n[ a, b, c, ]#invalid\n", (2, 13), "注释", id="9JBA"),
        pytest.param("[]#", (1, 3), "注释", id="no scalar before a comment"),
        pytest.param("{}#x", (1, 3), "注释", id="no key before a comment"),
        pytest.param("---\n[ a, b, c,#invalid\n]\n", (2, 11), "注释", id="CVW2"),
        pytest.param('foo: "bar\n\tbaz"\n', (2, 1), "缩进", id="DK95, 1"),
        pytest.param("---\n- [-, -]\n", (2, 4), "“-”", id="G5U8"),
        pytest.param("%YAML 1.1#...\n---\n1", (1, 1), "指令", id="MUS6"),
        pytest.param('---\nquoted: "a\nb\nc"\n', (3, 1), "缩进", id="QB6E"),
        pytest.param("e: >\n \n  \n   \n # x\n", (3, 1), "空行", id="S98Z"),
        pytest.param('key: "value"# x\n', (1, 13), "注释", id="SU5Z"),
        pytest.param("block: ># x\n  scalar\n", (1, 9), "注释", id="X4QW"),
        pytest.param("- [\n\tfoo,\n foo\n ]\n", (2, 1), "缩进", id="Y79Y, 3"),
        pytest.param("[-]\n", (1, 2), "“-”", id="YJV2"),
        pytest.param("foo: |\n\t\nbar: 1\n", (2, 1), "制表符", id="Y79Y, 0"),
    ],
)
def test_yaml_faults(text: str, place: tuple[int, int], words: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        yaml(text)

    assert (caught.value.line, caught.value.column) == place
    assert words in caught.value.message.said("zh")
    assert caught.value.message.said("en").isascii()


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        pytest.param("a: 1\nb: 2\na: 3", "a.yaml", (3, 1), id="YAML"),
        pytest.param("a: 1\n'a': 3", "a.yaml", (2, 1), id="however it is quoted"),
        pytest.param("- {x: 1, x: 2}", "a.yaml", (1, 10), id="flow mapping"),
        pytest.param('{"a": 1,\n "a": 2}', "a.json", (2, 2), id="JSON"),
        pytest.param('{"a": 1, "\\u0061": 2}', "a.json", (1, 10), id="JSON, as an escape"),
    ],
)
def test_duplicate_keys(text: str, path: str, place: tuple[int, int]) -> None:
    with pytest.raises(DuplicateKeyFault) as caught:
        tree.parse(text, path)

    assert (caught.value.line, caught.value.column) == place
    assert "第 1 行" in caught.value.message.said("zh")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('{"a": 7.20}', [("a", 1, 2, False), ("7.20", 1, 7, True)], id="number"),
        pytest.param('[\n\t"收入",\n\t-1.5e3\n]', [("收入", 2, 2, False), ("-1.5e3", 3, 2, True)],
            id="tabs indent"),
        pytest.param('["a\\n\\u4e00\\ud83d\\ude00\\/", null]',
            [("a\n一😀/", 1, 2, False), ("null", 1, 29, True)], id="escapes"),
        pytest.param('["a\u2028b",\r\n true]', [("a\u2028b", 1, 2, False), ("true", 2, 2, True)],
            id="separators are no line breaks"),
        pytest.param("\ufeff[]", [], id="byte order mark"),
    ],
)  # fmt: skip
def test_scalars_of_json(text: str, expected: list[tuple[str, int, int, bool]]) -> None:
    found = [(s.value, s.line, s.column, s.plain) for s in scalars(tree.parse(text, "a.JSON"))]

    assert found == expected


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        pytest.param(" \n", (1, 1), "没有内容", id="empty"),
        pytest.param("[1, 2,\n]", (1, 6), "多了一个逗号", id="trailing comma in a list"),
        pytest.param('{"a": 1,}', (1, 8), "多了一个逗号", id="trailing comma in a mapping"),
        pytest.param("[,]", (1, 2), "应有一个值", id="leading comma"),
        pytest.param('{"a" 1}', (1, 6), "冒号", id="missing colon"),
        pytest.param('{"a": 1 "b": 2}', (1, 9), "逗号“,”或“}”", id="missing comma"),
        pytest.param("{a: 1}", (1, 2), "双引号", id="bare key"),
        pytest.param("{'a': 1}", (1, 2), "单引号", id="single quotes"),
        pytest.param("[1, // x\n2]", (1, 5), "注释", id="comment"),
        pytest.param("[NaN]", (1, 2), "“NaN”不是 JSON 的值", id="NaN"),
        pytest.param("[-Infinity]", (1, 2), "“-Infinity”", id="infinity"),
        pytest.param("[True]", (1, 2), "“True”", id="Python's true"),
        pytest.param("[007]", (1, 2), "“007”", id="leading zeros"),
        pytest.param("[1.]", (1, 2), "“1.”", id="no decimals"),
        pytest.param("[12万元]", (1, 2), "“12万元”", id="unquoted amount"),
        pytest.param('["a\nb"]', (1, 2), "引号没有结束", id="line break in a string"),
        pytest.param('["a\tb"]', (1, 4), "控制字符", id="tab in a string"),
        pytest.param('["a\\x"]', (1, 4), "转义", id="unknown escape"),
        pytest.param('["\\ud800"]', (1, 3), "转义", id="lone high surrogate"),
        pytest.param('["\\ude00"]', (1, 3), "转义", id="lone low surrogate"),
        pytest.param('["a', (1, 2), "引号没有结束", id="unclosed string"),
        pytest.param('{"a":\n [1', (2, 2), "“[”没有结束", id="unclosed list"),
        pytest.param('{"a": ', (1, 7), "应有一个值", id="end instead of a value"),
        pytest.param("[1] 2", (1, 5), "多出", id="text behind the value"),
    ],
)
def test_json_faults(text: str, place: tuple[int, int], words: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        tree.parse_json(text)

    assert (caught.value.line, caught.value.column) == place
    assert words in caught.value.message.said("zh")
    assert caught.value.message.said("en").isascii() or words.startswith("“")


def _bomb() -> str:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("[" * 100_000, "a.yaml", id="brackets"),
        pytest.param("{a: " * 100_000, "a.yaml", id="braces"),
        pytest.param("- " * 100_000, "a.yaml", id="dashes"),
        pytest.param("? " * 100_000, "a.yaml", id="question marks"),
        pytest.param("[" * 100_000, "a.json", id="JSON brackets"),
        pytest.param('{"a":' * 100_000, "a.json", id="JSON braces"),
        pytest.param(_bomb(), "a.yaml", id="aliases"),
        pytest.param("a: &a [b]\nc: [" + "*a, " * 9_000 + "]", "a.yaml", id="wide aliases"),
        pytest.param("a: " + "x" * 9_999_000, "a.yaml", id="a huge plain scalar"),
        pytest.param('a: "' + "x" * 9_999_000 + '"', "a.yaml", id="a huge quoted scalar"),
        pytest.param('a: "' + "\\x41" * 2_400_000, "a.yaml", id="a huge unclosed scalar"),
        pytest.param('["' + "x" * 9_999_000 + '"]', "a.json", id="a huge JSON string"),
        pytest.param("[" + "1" * 9_999_000 + "]", "a.json", id="a huge JSON number"),
        pytest.param("x" * 10_000_001, "a.yaml", id="a huge file"),
        pytest.param("[" + "1," * 4_000_000 + "1]", "a.yaml", id="many values"),
        pytest.param("[" + "1," * 4_000_000 + "1]", "a.json", id="many JSON values"),
        pytest.param("&" * 200_000, "a.yaml", id="anchors"),
        pytest.param("- &a b\n" * 300_000 + "- *c", "a.yaml", id="many anchors"),
        pytest.param("!" * 200_000, "a.yaml", id="tags"),
        pytest.param("a: |\n" + " \t\n" * 300_000 + "b", "a.yaml", id="blank lines"),
    ],
)
def test_hostile_sources_end_soon(text: str, path: str) -> None:
    began = time.monotonic()

    with pytest.raises(SyntaxFault):
        tree.parse(text, path)

    assert time.monotonic() - began < 30


def test_the_deepest_that_is_read() -> None:
    assert plain(yaml("[" * 100 + "]" * 100)) == json.loads("[" * 100 + "]" * 100)
    assert plain(tree.parse_json("[" * 100 + "]" * 100)) == json.loads("[" * 100 + "]" * 100)
    for parse in (tree.parse_yaml, tree.parse_json):
        with pytest.raises(SyntaxFault, match="嵌套"):
            parse("[" * 101 + "]" * 101)


def character(text: str, place: object) -> str:
    """The character of a source at a place, as an editor finds it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line, column = getattr(place, "line"), getattr(place, "column")  # noqa: B009
    return lines[line - 1][column - 1 : column]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: 收入 100 万元", "收入 100 万元", id="plain"),
        pytest.param("a: 收入\n   支出\n\n   结余", "收入 支出\n结余", id="plain over lines"),
        pytest.param("a: 收入  \r\n   支出", "收入 支出", id="CRLF and trailing white space"),
        pytest.param("a: 'it''s  \n   x''y'", "it's x'y", id="single"),
        pytest.param("a: 'ab ' ", "ab ", id="single keeps inner white space"),
        pytest.param('a: "x\\u4e00y\\tz"', "x一y\tz", id="double with escapes"),
        pytest.param('a: "x  \n   y\\\n   z \\\n w"', "x yz w", id="double over lines"),
        pytest.param('a: "x\\\n   \\  y"', "x  y", id="escaped blank"),
        pytest.param('a: "\\\\\\\\ab"', "\\\\ab", id="backslashes"),
        pytest.param("a: |\n  foo\n   bar\n\n  baz\n\n", "foo\n bar\n\nbaz\n", id="literal"),
        pytest.param("a: |2\n   foo\n  bar\n", " foo\nbar\n", id="indentation indicator"),
        pytest.param("a: |2\n    \n   foo\n", "  \n foo\n", id="leading white space line"),
        pytest.param("a: >-\n   x\n   y\n\n   z\n     q\n   r\n", "x y\nz\n  q\nr", id="folded"),
        pytest.param("a: |+\n\n  x\n\n", "\nx\n\n", id="kept line feeds"),
        pytest.param("a: &q 收入", "收入", id="anchor"),
        pytest.param("a: x\u2028y", "x\u2028y", id="separator"),
    ],
)
def test_characters_lead_back_to_the_source(text: str, value: str) -> None:
    node = yaml(text)
    assert isinstance(node, Mapping)
    scalar = node.entries[0][1]
    assert isinstance(scalar, Scalar)

    found = places.text_of(scalar, text)

    assert found.value == value
    assert found.runs[0].offset == 0
    for offset, char in enumerate(value):
        if not char.isspace():
            assert character(text, found.at(offset)) in (char, "\\"), offset


def test_escapes_take_their_columns() -> None:
    text = 'a: "x\\u4e00y\\tz"'
    node = yaml(text)
    assert isinstance(node, Mapping)
    scalar = node.entries[0][1]
    assert isinstance(scalar, Scalar)

    found = places.text_of(scalar, text)

    assert [found.at(offset).column for offset in range(5)] == [5, 6, 12, 13, 15]


def test_a_surrogate_pair_is_one_character() -> None:
    text = '["\\ud83d\\ude00 1"]'
    node = tree.parse_json(text)
    assert isinstance(node, Sequence)
    scalar = node.items[0]
    assert isinstance(scalar, Scalar)

    found = places.text_of(scalar, text)

    assert [found.at(offset).column for offset in range(3)] == [3, 15, 16]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 收入 1\n  2 万元，\n  增长", "收入 12 万元，增长", id="plain"),
        pytest.param("a: |\n  收入\n    支出\n  \n  结余\n", "收入支出结余", id="literal"),
        pytest.param("a: >\n  the\n  whole\n  单位\n", "the whole单位", id="Latin words"),
        pytest.param('a: "收入\n  支出\\n结余"', "收入支出\n结余", id="a written line feed stays"),
        pytest.param('a: "收\\\n  入"', "收入", id="escaped line break"),
        pytest.param("a: 一行 文字", "一行 文字", id="one line"),
        pytest.param("a: |\n  一行\n", "一行", id="one line of a block"),
        pytest.param("a: ''", "", id="empty"),
        pytest.param("a:", "", id="nothing"),
        pytest.param("a: |+\n\n\n", "", id="only line feeds"),
        pytest.param('a: "\n\n"', "", id="only folded line feeds"),
    ],
)
def test_prose_joins_lines(text: str, expected: str) -> None:
    node = yaml(text)
    assert isinstance(node, Mapping)
    scalar = node.entries[0][1]
    assert isinstance(scalar, Scalar)

    found = places.prose_of(scalar, text)

    assert found.value == expected
    assert found.at().line == 1 or expected
    for offset, char in enumerate(expected):
        if not char.isspace():
            assert character(text, found.at(offset)) == char


_TEXT = st.text(st.sampled_from("a收 \t\n'\"\\:#-,[]{}!&*\u2028é😀1"), max_size=20)


def _emit(value: str, style: str, indent: int) -> str | None:
    """A scalar in a style that can hold it, however odd its layout."""
    pad = " " * indent
    if style == "|":
        lines = value.split("\n")
        if not value.strip() or "\t" in value[:1]:
            return None
        return f"|{indent}-\n" + "\n".join(pad + line for line in lines)
    if style == "'":
        return "'" + value.replace("'", "''").replace("\n", f"\n\n{pad}") + "'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    middle = len(value) // 2 if "\\" not in escaped else 0
    return (
        f'"{escaped[:middle]}\\\n{pad}\\{escaped[middle:]}"'
        if (middle and escaped[middle] == " ")
        else f'"{escaped}"'
    )


@given(_TEXT, st.sampled_from("|'\""), st.integers(1, 4))
@example("a 收", '"', 2)
@example("\na", "|", 1)
def test_any_text_leads_back(value: str, style: str, indent: int) -> None:
    emitted = _emit(value, style, indent)
    if emitted is None:
        return
    source = f"a: {emitted}\n"
    try:
        node = yaml(source)
    except SyntaxFault:
        return
    assert isinstance(node, Mapping)
    scalar = node.entries[0][1]
    assert isinstance(scalar, Scalar)

    found = places.text_of(scalar, source)

    assert found.value == scalar.value
    for offset, char in enumerate(scalar.value):
        if not char.isspace():
            assert character(source, found.at(offset)) in (char, "\\")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=20,
    )
)
def test_json_reads_what_json_writes(value: object) -> None:
    def written(value: object) -> object:
        if isinstance(value, dict):
            return {key: written(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [written(inner) for inner in value]
        return value if isinstance(value, str) else json.dumps(value)

    for ascii_only in (True, False):
        source = json.dumps(value, ensure_ascii=ascii_only, indent="\t")
        assert plain(tree.parse_json(source)) == written(value)


@given(st.text(st.sampled_from("a:1-[]{},\"'\\\n \t&*!|>#%@`?~\ud800\0\u2028."), max_size=60))
def test_any_source_is_read_or_refused(source: str) -> None:
    for parse in (tree.parse_yaml, tree.parse_json):
        try:
            parse(source)
        except SyntaxFault as fault:
            assert 1 <= fault.line <= source.count("\n") + source.count("\r") + 1
            assert fault.column >= 1

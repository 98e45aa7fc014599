"""What is wrong with a YAML text, said in Chinese and English with the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jslint.tree.nodes import MAX_DEPTH, MAX_EXPANDED, Lines

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

    from jslint.tree.nodes import SyntaxFault

DOCUMENTS = (
    "一个文件只能有一份文档；请删去“---”，或拆分成几个文件",
    "more than one document; remove the '---' or split the file",
)
EMPTY = ("文件里没有内容", "the file holds no content")
DEPTH = (f"嵌套超过 {MAX_DEPTH} 层；请减少层次", f"nested deeper than {MAX_DEPTH} levels")
KEY = (
    "键应是一个词，不能是列表或映射",
    "a key must be a scalar, not a list or a mapping",
)
MERGE = (
    "不支持合并键“<<”；请把各键直接写出",
    "merge keys (<<) are not supported; write the keys out",
)
TAG = (
    "不支持标签“!…”；请删去标签，文字以“!”开头时加引号",
    "tags (!...) are not supported; remove the tag, or quote a text that begins with '!'",
)
ALIAS = (
    "别名“*…”没有先用“&…”定义，或引用了自身；文字以“*”开头时请加引号",
    "undefined or recursive alias; quote a text that begins with '*'",
)
EXPANSION = (
    f"别名“*…”展开后超过 {MAX_EXPANDED} 个条目；请直接写出内容",
    f"aliases expand to more than {MAX_EXPANDED} values; write the content out",
)
DIRECTIVE = (
    "行首的“%”是 YAML 的指令；文字以“%”开头时请加引号",
    "a '%' at the beginning of a line is a directive; quote a text that begins with it",
)
CONTINUED = (
    "这一行的缩进不够；“[”“{”或引号里的续行应比它所属的键缩进更多，只用空格",
    "a line within brackets or quotes must be indented by spaces, by more than its key",
)
COMMENT = (
    "“#”之前有空格才是注释；请加空格，文字里的“#”请放进引号",
    "a comment needs a space before '#'; add one, or put the '#' into the quotes",
)
DASH = (
    "单独的“-”在“[”“{”里请加引号",
    "a '-' by itself within brackets must be quoted",
)
UNEVEN = (
    "这一空行的空格比下面的文字还多；请删去这些空格",
    "this empty line has more spaces than the text below it; remove them",
)
#: What the parser says of a tab that a block scalar is indented with.
TAB_IN_BLOCK = "found a tab character where an indentation space is expected"


class _Problem(NamedTuple):
    """How to say one of the parser's problems; ``begin``: it shows where the construct begins."""

    message: str
    begin: bool = False


_TAB = _Problem("缩进不能用制表符（Tab）；请改用空格")
_QUOTE = _Problem("从这里开始的引号没有结束；请补上后引号", begin=True)
_ESCAPE = _Problem("双引号内的“\\”写法不对；请写成“\\\\”，或改用单引号")
_ANCHOR = _Problem("文字以“&”或“*”开头时请加引号", begin=True)
_TAGGED = _Problem(TAG[0])
_BLOCK_HEAD = _Problem("“|”或“>”之后不能接文字；请另起一行并缩进")
_DIRECTIVE = _Problem(DIRECTIVE[0])
_PROBLEMS = {
    "found character that cannot start any token": _Problem(
        "文字不能以这个符号开头；请给这段文字加双引号"
    ),
    "mapping values are not allowed in this context": _Problem(
        "这里不应有冒号；文字内含“: ”时请给整段文字加引号，否则检查缩进"
    ),
    "could not find expected ':'": _Problem(
        "这里缺少冒号；请写成“键: 值”，续行应比上一行的键缩进更多", begin=True
    ),
    "did not find expected key": _Problem(
        "这里应是“键: 值”；请检查缩进，或值的引号之后是否多出文字"
    ),
    "did not find expected '-' indicator": _Problem("这里应是列表项“- ”；请检查缩进"),
    "did not find expected ',' or ']'": _Problem("第 {begin} 行的“[”还没有写完；应有“,”或“]”"),
    "did not find expected ',' or '}'": _Problem("第 {begin} 行的“{{”还没有写完；应有“,”或“}}”"),
    "did not find expected node content": _Problem('这里缺少内容；请删去多余的标点，或写 ""'),
    "did not find expected <document start>": _Problem("内容已经结束，这里多出了文字；请检查缩进"),
    "block sequence entries are not allowed in this context": _Problem(
        "列表项“- ”不能写在这里；请另起一行"
    ),
    "block collection entries are not allowed in this context": _Problem(
        "列表项“- ”不能写在这里；请另起一行"
    ),
    "mapping keys are not allowed in this context": _Problem("“?”不能写在这里；请给文字加引号"),
    "found unexpected ':'": _Problem("这里不应有冒号；请给含冒号的文字加引号"),
    "found unexpected end of stream": _QUOTE,
    "found unexpected document indicator": _QUOTE,
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "found a tab character that violates indentation": _TAB,
    TAB_IN_BLOCK: _TAB,
    "did not find expected comment or line break": _BLOCK_HEAD,
    "did not find expected alphabetic or numeric character": _ANCHOR,
    "found an indentation indicator equal to 0": _BLOCK_HEAD,
    "found undefined tag handle": _TAGGED,
    "did not find URI escaped octet": _TAGGED,
    "did not find expected tag URI": _TAGGED,
    "did not find expected whitespace or line break": _TAGGED,
    "did not find expected '!'": _TAGGED,
    "found unknown directive name": _DIRECTIVE,
    "could not find expected directive name": _DIRECTIVE,
    "found incompatible YAML document": _DIRECTIVE,
    "found unexpected non-alphabetical character": _DIRECTIVE,
}


def fault(error: MarkedYAMLError, text: str) -> SyntaxFault:
    """The parser's error as a fault, at the place that a writer has to mend."""
    lines = Lines(text)
    problem = _PROBLEMS.get(error.problem) or _Problem("YAML 语法错误（{problem}）")
    mark = error.problem_mark
    begin = error.context_mark or mark
    # At the end of the file nothing is left to mend: what began there has not been ended.
    behind = not text[mark.index :].strip()
    index = min((begin if problem.begin or behind else mark).index, len(text))
    if text[index : index + 1] == "\t":
        problem = _TAB
    message = problem.message.format(begin=lines.place(begin.index)[0], problem=error.problem)
    return lines.fault(index, message, f"{error.problem}, {error.context or 'in YAML'}")

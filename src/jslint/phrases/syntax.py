"""What is wrong with a YAML or JSON text, with the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "control-character": (
        "这里有不可见的控制字符 {code}；请删去它",
        "control character {code}; remove it",
    ),
    "duplicate-key": (
        "键“{key}”重复，第 {line} 行已经有了；请删去或改名其中一个",
        "duplicate key {key!r}, first on line {line}; remove or rename one",
    ),
    "long-text": (
        "一段文字有 {size} 个字符，超过上限 {most}；请分成几段",
        "a text of {size} characters, where {most} are read; split it",
    ),
    "documents": (
        "一个文件只能有一份文档；请删去“---”，或拆分成几个文件",
        "more than one document; remove the '---' or split the file",
    ),
    "empty": ("文件里没有内容", "the file holds no content"),
    "depth": ("嵌套超过 {most} 层；请减少层次", "nested deeper than {most} levels"),
    "key": ("键应是一个词，不能是列表或映射", "a key must be a scalar, not a list or a mapping"),
    "merge": (
        "不支持合并键“<<”；请把各键直接写出",
        "merge keys (<<) are not supported; write the keys out",
    ),
    "tag": (
        "不支持标签“!…”；请删去标签，文字以“!”开头时加引号",
        "tags (!...) are not supported; remove the tag, or quote a text that begins with '!'",
    ),
    "alias": (
        "别名“*…”没有先用“&…”定义，或引用了自身；文字以“*”开头时请加引号",
        "undefined or recursive alias; quote a text that begins with '*'",
    ),
    "expansion": (
        "别名“*…”展开后超过 {most} 个条目；请直接写出内容",
        "aliases expand to more than {most} values; write the content out",
    ),
    "directive": (
        "行首的“%”是 YAML 的指令；文字以“%”开头时请加引号",
        "a '%' at the beginning of a line is a directive; quote a text that begins with it",
    ),
    "continued": (
        "这一行的缩进不够；“[”“{{”或引号里的续行应比它所属的键缩进更多，只用空格",
        "a line within brackets or quotes must be indented by spaces, by more than its key",
    ),
    "comment": (
        "“#”之前有空格才是注释；请加空格，文字里的“#”请放进引号",
        "a comment needs a space before '#'; add one, or put the '#' into the quotes",
    ),
    "dash": ("单独的“-”在“[”“{{”里请加引号", "a '-' by itself within brackets must be quoted"),
    "uneven": (
        "这一空行的空格比下面的文字还多；请删去这些空格",
        "this empty line has more spaces than the text below it; remove them",
    ),
    "yaml-tab": ("缩进不能用制表符（Tab）；请改用空格", "tabs cannot indent; use spaces"),
    "yaml-quote": (
        "从这里开始的引号没有结束；请补上后引号",
        "the quote that begins here is never closed; close it",
    ),
    "yaml-escape": (
        "双引号内的“\\”写法不对；请写成“\\\\”，或改用单引号",
        "invalid escape within double quotes; write '\\\\', or use single quotes",
    ),
    "yaml-anchor": ("文字以“&”或“*”开头时请加引号", "quote a text that begins with '&' or '*'"),
    "yaml-block-head": (
        "“|”或“>”之后不能接文字；请另起一行并缩进",
        "no text may follow '|' or '>'; begin a new line and indent it",
    ),
    "yaml-start": (
        "文字不能以这个符号开头；请给这段文字加双引号",
        "a text cannot begin with this character; put the text into double quotes",
    ),
    "yaml-colon": (
        "这里不应有冒号；文字内含“: ”时请给整段文字加引号，否则检查缩进",
        "no colon can stand here; quote a text that holds ': ', or check the indentation",
    ),
    "yaml-no-colon": (
        "这里缺少冒号；请写成“键: 值”，续行应比上一行的键缩进更多",
        "a colon is missing here; write 'key: value', and indent a further line by more than its key",
    ),
    "yaml-no-key": (
        "这里应是“键: 值”；请检查缩进，或值的引号之后是否多出文字",
        "expected 'key: value'; check the indentation, and for text behind a quoted value",
    ),
    "yaml-no-dash": (
        "这里应是列表项“- ”；请检查缩进",
        "expected an item, '- '; check the indentation",
    ),
    "yaml-open-list": (
        "第 {begin} 行的“[”还没有写完；应有“,”或“]”",
        "the '[' of line {begin} is not complete; expected ',' or ']'",
    ),
    "yaml-open-mapping": (
        "第 {begin} 行的“{{”还没有写完；应有“,”或“}}”",
        "the '{{' of line {begin} is not complete; expected ',' or '}}'",
    ),
    "yaml-no-content": (
        '这里缺少内容；请删去多余的标点，或写 ""',
        'nothing stands here; remove what is too many, or write ""',
    ),
    "yaml-extra": (
        "内容已经结束，这里多出了文字；请检查缩进",
        "extra text behind the content; check the indentation",
    ),
    "yaml-item": (
        "列表项“- ”不能写在这里；请另起一行",
        "no item '- ' can stand here; begin a new line",
    ),
    "yaml-question": ("“?”不能写在这里；请给文字加引号", "no '?' can stand here; quote the text"),
    "yaml-inner-colon": (
        "这里不应有冒号；请给含冒号的文字加引号",
        "no colon can stand here; quote a text that holds one",
    ),
    "yaml-other": ("YAML 语法错误（{problem}）", "not well formed YAML ({problem})"),
    "json-value": ("这里应有一个值", "expected a value"),
    "json-key": ("这里应是双引号括起的键", "expected a key in double quotes"),
    "json-colon": ("键之后应是冒号“:”", "expected ':' after the key"),
    "json-comma": ("这里应是逗号“,”或“{close}”", "expected ',' or '{close}'"),
    "json-trailing": (
        "“{close}”前多了一个逗号；请删去",
        "trailing comma before '{close}'; remove it",
    ),
    "json-open": (
        "从这里开始的“{open}”没有结束；请补上“{close}”",
        "'{open}' is never closed; add '{close}'",
    ),
    "json-quote": ("从这里开始的引号没有结束；请补上后引号", "unterminated string"),
    "json-control": (
        "字符串内不能直接换行或用控制字符；请写成 \\n 一类的转义",
        "control character in a string; write an escape such as \\n",
    ),
    "json-escape": ("“\\”之后的转义写法不对；请写成“\\\\”", "invalid escape; write '\\\\'"),
    "json-extra": ("内容已经结束，这里多出了文字；请删去", "extra text behind the value"),
    "json-single": ("JSON 的文字用双引号，不用单引号", "JSON strings take double quotes"),
    "json-comment": ("JSON 不能写注释；请删去", "JSON has no comments; remove it"),
    "json-word": (
        "“{word}”不是 JSON 的值；文字请加双引号",
        "{word!r} is not a JSON value; quote it",
    ),
}

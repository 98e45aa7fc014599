"""What is wrong with a YAML text, said with the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jslint.phrases import Family
from jslint.tree.nodes import MAX_DEPTH, MAX_EXPANDED, Lines

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

    from jslint.tree.nodes import SyntaxFault

said = Family("syntax").phrase

DOCUMENTS = said("documents")
EMPTY = said("empty")
DEPTH = said("depth", most=MAX_DEPTH)
KEY = said("key")
MERGE = said("merge")
TAG = said("tag")
ALIAS = said("alias")
EXPANSION = said("expansion", most=MAX_EXPANDED)
DIRECTIVE = said("directive")
CONTINUED = said("continued")
COMMENT = said("comment")
DASH = said("dash")
UNEVEN = said("uneven")
#: What the parser says of a tab that a block scalar is indented with.
TAB_IN_BLOCK = "found a tab character where an indentation space is expected"


class _Problem(NamedTuple):
    """The key of what is said of one of the parser's problems.

    ``begin``: it shows where the construct begins.
    """

    key: str
    begin: bool = False


_TAB = _Problem("yaml-tab")
_QUOTE = _Problem("yaml-quote", begin=True)
_ESCAPE = _Problem("yaml-escape")
_ANCHOR = _Problem("yaml-anchor", begin=True)
_TAGGED = _Problem("tag")
_BLOCK_HEAD = _Problem("yaml-block-head")
_DIRECTIVE = _Problem("directive")
_PROBLEMS = {
    "found character that cannot start any token": _Problem("yaml-start"),
    "mapping values are not allowed in this context": _Problem("yaml-colon"),
    "could not find expected ':'": _Problem("yaml-no-colon", begin=True),
    "did not find expected key": _Problem("yaml-no-key"),
    "did not find expected '-' indicator": _Problem("yaml-no-dash"),
    "did not find expected ',' or ']'": _Problem("yaml-open-list"),
    "did not find expected ',' or '}'": _Problem("yaml-open-mapping"),
    "did not find expected node content": _Problem("yaml-no-content"),
    "did not find expected <document start>": _Problem("yaml-extra"),
    "block sequence entries are not allowed in this context": _Problem("yaml-item"),
    "block collection entries are not allowed in this context": _Problem("yaml-item"),
    "mapping keys are not allowed in this context": _Problem("yaml-question"),
    "found unexpected ':'": _Problem("yaml-inner-colon"),
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
    problem = _PROBLEMS.get(error.problem) or _Problem("yaml-other")
    mark = error.problem_mark
    begin = error.context_mark or mark
    # At the end of the file nothing is left to mend: what began there has not been ended.
    behind = not text[mark.index :].strip()
    index = min((begin if problem.begin or behind else mark).index, len(text))
    if text[index : index + 1] == "\t":
        problem = _TAB
    values = {"begin": lines.place(begin.index)[0], "problem": error.problem}
    return lines.fault(index, said(problem.key, **values))

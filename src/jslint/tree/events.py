"""YAML to the tree, from the events of ruamel.yaml's C parser."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from _ruamel_yaml import (
    AliasEvent,
    CParser,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from jslint.patterns import regex
from jslint.phrases import Family
from jslint.tree import problems, strict
from jslint.tree.nodes import (
    MAX_DEPTH,
    MAX_EXPANDED,
    MAX_SCALAR,
    BoundFault,
    Lines,
    Mapping,
    Node,
    Scalar,
    Sequence,
    SyntaxFault,
    check_scalar,
    check_size,
    pair,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from jslint.limits import Limits
    from jslint.phrases import Phrase

    class Mark(Protocol):
        """A point in the source: ``index`` in characters, ``line`` and ``column`` from 0."""

        index: int
        line: int
        column: int

    class Event(Protocol):
        """What this module uses of the parser's events; each kind has its share of it."""

        start_mark: Mark
        end_mark: Mark
        value: str
        style: str
        anchor: str
        tag: str | None
        flow_style: bool


said = Family("syntax").phrase


# The C parser follows YAML 1.1 and takes the first three for line breaks, which no editor does.
_FOREIGN = "\x85\u2028\u2029\ufeff"
_STAND_INS = range(0x10FFFD, 0xE000, -1)
_REFUSED = regex("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_INNER_COLON = regex(r"(?<![\"'\]}]):(?=[^\s,\[\]{}])")
_INNER_QUESTION = regex(r"(?<=[^\s,\[\]{}])\?")
_QUOTES = ("'", '"')
_TABBED = regex(r"^(?= *\t)[ \t]++$", re.MULTILINE)
_ANCHOR = regex(r"&[^ \t\r\n]+[ \t\r\n]*(?:#[^\r\n]*[ \t\r\n]*)*")


def parse(text: str, limits: Limits) -> Node:
    """The tree of a YAML text without byte order mark; raise ``SyntaxFault``."""
    check_size(text, limits)
    there, back = _stand_ins(text)
    source = text.translate(there) if there else text
    try:
        return _built(text, source, back, limits.nodes)
    except MarkedYAMLError as error:
        mended, inner = _mended(source, tabs=error.problem != problems.TAB_IN_BLOCK)
        if mended == source:
            raise problems.fault(error, text) from error
        try:
            return _built(text, mended, {**back, **inner}, limits.nodes)
        except MarkedYAMLError:
            raise problems.fault(error, text) from error
    except (ReaderError, UnicodeEncodeError) as error:
        raise _refused(text) from error


def _stand_ins(text: str) -> tuple[dict[int, str], dict[int, str]]:
    """Tables that put private characters, absent from the text, for the foreign ones, and back."""
    present = [char for char in _FOREIGN if char in text]
    if not present:
        return {}, {}
    used = set(text)
    free = islice((chr(code) for code in _STAND_INS if chr(code) not in used), len(present))
    pairs = list(zip(present, free, strict=False))
    return {ord(char): to for char, to in pairs}, {ord(to): char for char, to in pairs}


def _built(text: str, source: str, back: dict[int, str], most: int) -> Node:
    """The tree of ``text`` from a source of the same length that the parser takes more easily."""
    builder = _Builder(text, back, most)
    root = builder.build(CParser(source))
    strict.require(text, root, builder.spread)
    return root


def _mended(source: str, *, tabs: bool) -> tuple[str, dict[int, str]]:
    """A source without what YAML allows and the parser, which follows an older YAML, does not.

    That are colons and question marks within words in brackets, as in ``[http://a.b?c]``, for which
    characters absent from the source stand in, and ``tabs`` on empty lines. The second value is the
    table that puts those back.
    """
    used = set(source)
    free = (chr(code) for code in _STAND_INS if chr(code) not in used)
    colon, question = islice(free, 2)
    mended = _INNER_QUESTION.sub(question, _INNER_COLON.sub(colon, source))
    if tabs:
        mended = _TABBED.sub(lambda line: " " * len(line[0]), mended)
    return mended, {ord(colon): ":", ord(question): "?"}


def _refused(text: str) -> SyntaxFault:
    match = _REFUSED.search(text)
    index = match.start() if match else 0
    code = f"U+{ord(text[index]):04X}"
    return Lines(text).fault(
        index,
        said("control-character", code=code),
    )


class _Builder:
    """Puts events together; it holds what anchors name and how much aliases have expanded.

    ``spread`` are the outermost flow nodes on several lines, whose indentation is still to check.
    """

    def __init__(self, text: str, back: dict[int, str], most: int) -> None:
        self._text = text
        self._most = most
        self._back = back
        self._anchors: dict[str, Node] = {}
        self._expanded = 0
        self.spread: list[strict.Spread] = []

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def build(self, parser: CParser) -> Node:
        """The one document of the stream."""
        events = islice(iter(parser.get_event, None), 2 * self._most)
        root: list[Node] = []
        for event in events:
            kind = type(event)
            if kind is DocumentStartEvent:
                if root:
                    raise self._fault(event, problems.DOCUMENTS)
                root = self._document(events)
            elif kind is StreamEndEvent:
                return root[0] if root else self._refuse_empty()
        raise self._too_many()

    def _document(self, events: Iterator[Event]) -> list[Node]:
        """The node of a document, in a list; one flat loop, since this is what parsing costs."""
        items: list[Node] = []
        above: list[tuple[Event, list[Node]]] = []
        plainly = not self._back
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                mark, value, style = event.start_mark, event.value, event.style
                last = event.end_mark
                if (
                    plainly
                    and 0 < len(value) <= MAX_SCALAR
                    and not (event.anchor or event.tag)
                    and (not style or mark.line == last.line)
                ):
                    line, column = mark.line + 1, mark.column + 1
                    scalar = Scalar(line, column, value, not style, mark.index, last.index, style)
                else:
                    scalar = self._scalar(event)
                    if style in _QUOTES:
                        self._note(scalar, above)
                items.append(scalar)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                above.append((event, items))
                if len(above) > MAX_DEPTH:
                    raise self._fault(event, problems.DEPTH)
                items = []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                start, outer = above.pop()
                node = self._collection(start, event, items)
                outer.append(node)
                items = outer
                if start.flow_style and node.line <= event.end_mark.line:
                    self._note(node, above)
            elif kind is AliasEvent:
                items.append(self._alias(event))
            else:
                return items
        raise self._too_many()

    def _scalar(self, event: Event) -> Scalar:
        """A scalar that needs more than a copy.

        Foreign characters come back into its value; an anchor, which the parser counts as part of
        it, is left out of its place; the end of a file without a last line feed, which the parser
        counts as a line of its own, is not; a tag and too long a text are refused.
        """
        self._refuse_tag(event)
        start, end = event.start_mark.index, event.end_mark.index
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        match = _ANCHOR.match(self._text, start, end) if event.anchor else None
        start = match.end() if match else start
        if match or start == len(self._text):
            line, column = self._lines.place(start)
        value = event.value.translate(self._back)
        scalar = check_scalar(Scalar(line, column, value, not event.style, start, end, event.style))
        if event.anchor:
            self._anchors[event.anchor] = scalar
        return scalar

    def _note(
        self,
        node: Scalar | Sequence | Mapping,
        above: list[tuple[Event, list[Node]]],
    ) -> None:
        """Remember an outermost flow node within a block that an anchor does not hide the start of."""
        if above and not above[-1][0].flow_style and not above[-1][0].anchor:
            column = above[-1][0].start_mark.column
            self.spread.append(strict.Spread(node.start, node.end, column))

    def _collection(self, first: Event, last: Event, items: list[Node]) -> Sequence | Mapping:
        """The mapping or sequence between two events, with its items."""
        mark = first.start_mark
        if first.tag:
            self._refuse_tag(first)
        line, column, end = mark.line + 1, mark.column + 1, last.end_mark.index
        node: Sequence | Mapping
        if type(first) is SequenceStartEvent:
            node = Sequence(line, column, tuple(items), mark.index, end)
        else:
            node = Mapping(line, column, self._entries(items), mark.index, end)
        if first.anchor:
            self._anchors[first.anchor] = node
        return node

    def _entries(self, items: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        keys: list[Scalar] = []
        for key in items[::2]:
            if not isinstance(key, Scalar):
                raise self._fault_at(key, problems.KEY)
            if key.value == "<<" and key.plain:
                raise self._fault_at(key, problems.MERGE)
            keys.append(key)
        return pair(keys, items[1::2])

    def _alias(self, event: Event) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise self._fault(event, problems.ALIAS)
        self._expanded += _count(node, MAX_EXPANDED)
        if self._expanded > MAX_EXPANDED:
            raise self._fault(event, problems.EXPANSION)
        return node

    def _refuse_tag(self, event: Event) -> None:
        if event.tag:
            raise self._fault(event, problems.TAG)

    def _refuse_empty(self) -> Node:
        raise self._lines.fault(0, problems.EMPTY)

    def _too_many(self) -> SyntaxFault:
        return BoundFault("nodes", self._most)

    def _fault(self, event: Event, message: Phrase) -> SyntaxFault:
        return self._lines.fault(event.start_mark.index, message)

    def _fault_at(self, node: Node, message: Phrase) -> SyntaxFault:
        excerpt = node.value if isinstance(node, Scalar) else ""
        return SyntaxFault(message, node.line, node.column, excerpt=excerpt)


def _count(node: Node, limit: int) -> int:
    """How many nodes a node holds, itself included; counting stops behind ``limit``."""
    count, todo = 0, [node]
    while todo and count <= limit:
        node = todo.pop()
        count += 1
        if isinstance(node, Sequence):
            todo += node.items
        elif isinstance(node, Mapping):
            todo += [part for entry in node.entries for part in entry]
    return count

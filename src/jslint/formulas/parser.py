"""The grammar: operators by how closely they bind (a Pratt parser), refusing what has no meaning.

From the loosest: ``or``, ``and``, ``not``, a comparison, ``+ -``, ``* /``, a sign.
"""

from __future__ import annotations

from decimal import Decimal

from jslint.formulas.model import (
    Binary,
    Call,
    Expression,
    FormulaFault,
    Logical,
    Name,
    Negated,
    Number,
    Relation,
    children,
)
from jslint.formulas.tokens import END, NAME, NUMBER, Token, tokens
from jslint.phrases import Family

said = Family("packs").phrase

#: A formula is a sentence, not a program.
LONGEST = 2_000
DEEPEST = 40
#: At most so many names and numbers; a tree of them is worked out by recursion.
MOST = 200

FUNCTIONS = {
    "sum": "sum", "合计": "sum", "总和": "sum",
    "min": "min", "最小": "min", "max": "max", "最大": "max",
    "abs": "abs", "绝对值": "abs",
    "stated": "stated", "已列示": "stated",
}  # fmt: skip
_LEVELS = {"类": "#3", "款": "#5", "项": "#7", "class": "#3", "group": "#5", "item": "#7"}
_SCALE = {"亿元": 100_000_000, "万元": 10_000, "千元": 1_000, "元": 1}
_BINDS = {
    "or": 1, "and": 2, "=": 4, "!=": 4, "<=": 4, ">=": 4, "<": 4, ">": 4,
    "+": 5, "-": 5, "*": 6, "/": 6,
}  # fmt: skip
_NOT, _COMPARISON, _SIGN = 3, 4, 7
_LOGIC = ("and", "or")


def parse(text: str) -> Expression:
    """Read a relation or a condition; ``FormulaFault`` where it is not well formed."""
    if len(text) > LONGEST:
        raise FormulaFault(said("formula-more-than", longest=LONGEST), LONGEST)
    parser = _Parser(_few(list(tokens(text))))
    root = parser.expression(0)
    parser.expect(END)
    if not is_condition(root):
        raise FormulaFault(
            said("formula-compares-two"),
            root.at,
        )
    _check(root)
    return root


def _few(found: list[Token]) -> list[Token]:
    """The tokens, refused where they are of more than ``MOST`` names and numbers."""
    operands = [token for token in found if token.kind in (NAME, NUMBER)]
    if len(operands) > MOST:
        raise FormulaFault(
            said("formula-more-than-names", most=MOST),
            operands[MOST].at,
        )
    return found


def is_condition(expression: Expression) -> bool:
    """Whether an expression is true or false rather than a number."""
    if isinstance(expression, Call):
        return expression.function == "stated"
    return isinstance(expression, Relation | Logical | Negated)


class _Parser:
    """The tokens, and how far they are read."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens, self._at, self._depth = found, 0, 0
        self._calls = 0

    def expression(self, least: int) -> Expression:
        """An expression whose operators bind at least so closely."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise FormulaFault(
                said("brackets-nested-deeper", deepest=DEEPEST),
                self._next.at,
            )
        left = self._operand()
        while _BINDS.get(self._next.kind, -1) >= least:
            left = self._joined(left)
        self._depth -= 1
        return left

    def expect(self, kind: str) -> Token:
        """The next token, which must be of a kind."""
        token = self._next
        if token.kind != kind:
            raise _unexpected(token, kind)
        self._at += 1
        return token

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _joined(self, left: Expression) -> Expression:
        token = self.expect(self._next.kind)
        right = self.expression(_BINDS[token.kind] + 1)
        if token.kind in _LOGIC:
            return Logical(token.at, token.kind, left, right)
        if _BINDS[token.kind] == _COMPARISON:
            if isinstance(left, Relation) or self._compares():
                raise FormulaFault(
                    said("formula-compares-once"),
                    token.at if isinstance(left, Relation) else self._next.at,
                )
            return Relation(token.at, token.kind, left, right)
        return Binary(token.at, token.kind, left, right)

    def _compares(self) -> bool:
        return _BINDS.get(self._next.kind) == _COMPARISON

    def _operand(self) -> Expression:
        token = self._next
        if token.kind in (NUMBER, NAME, "(", "-", "not"):
            self._at += 1
        match token.kind:
            case "number":
                return self._number(token)
            case "name":
                return self._call(token) if self._next.kind == "(" else self._name(token)
            case "(":
                inner = self.expression(0)
                self.expect(")")
                return inner
            case "-":
                zero = Number(token.at, Decimal(0), text="0")
                return Binary(token.at, "-", zero, self.expression(_SIGN))
            case "not":
                return Negated(token.at, self.expression(_NOT))
        raise _unexpected(token, "")

    def _name(self, token: Token) -> Name:
        key = ""
        if self._next.kind == "[":
            self._at += 1
            key = self._key()
            self.expect("]")
        optional = self._next.kind == "?"
        self._at += optional
        return Name(token.at, token.text, key, optional)

    def _key(self) -> str:
        token = self._next
        self._at += 1
        if (
            token.kind == NUMBER
            and not token.unit
            and token.text.isascii()
            and token.text.isdigit()
        ):
            return token.text
        if token.kind == "*":
            return "*"
        if token.kind == NAME and token.text in _LEVELS:
            return _LEVELS[token.text]
        raise FormulaFault(
            said("in-square-brackets"),
            token.at,
        )

    def _number(self, token: Token) -> Number:
        if self._calls and "," in token.text:
            raise FormulaFault(
                said("inside-function-number"),
                token.at,
            )
        return _number(token)

    def _call(self, token: Token) -> Call:
        function = FUNCTIONS.get(token.text)
        if function is None:
            chinese = tuple(name for name in FUNCTIONS if not name.isascii())
            known = said(
                "functions", chinese=chinese, english=tuple(filter(str.isascii, FUNCTIONS))
            )
            raise FormulaFault(
                said("unknown-function-known", text=token.text, known=known),
                token.at,
            )
        self.expect("(")
        self._calls += 1
        arguments = [self.expression(_COMPARISON)]
        while self._next.kind == ",":
            self._at += 1
            arguments.append(self.expression(_COMPARISON))
        self.expect(")")
        self._calls -= 1
        return Call(token.at, function, tuple(arguments))


def _number(token: Token) -> Number:
    value = Decimal(token.text.replace(",", ""))
    text = f"{token.text}{token.unit}"
    if token.unit in ("%", "％"):
        return Number(token.at, value / 100, text=text)
    return Number(token.at, value * _SCALE.get(token.unit, 1), token.unit in _SCALE, text)


_EXPECTED = {"": "expected-operand", END: "expected-end"}


def _unexpected(token: Token, kind: str) -> FormulaFault:
    expected = said(_EXPECTED.get(kind, f"expected-{kind}"))
    if not token.text:
        return FormulaFault(said("but-ends", expected=expected), token.at)
    return FormulaFault(said("but-found", expected=expected, found=token.text), token.at)


def _check(expression: Expression) -> None:
    """Refuse numbers where a condition must stand, and conditions where a number must."""
    for child in children(expression):
        wanted = isinstance(expression, Logical | Negated)
        if is_condition(child) != wanted:
            raise FormulaFault(said("joins-comparisons" if wanted else "no-number"), child.at)
        _check(child)
    if isinstance(expression, Call) and expression.function in ("abs", "stated"):
        _check_one(expression)


def _check_one(call: Call) -> None:
    if len(call.arguments) != 1:
        raise FormulaFault(said("this-function-has"), call.at)
    if call.function == "stated" and not isinstance(call.arguments[0], Name):
        raise FormulaFault(said("expected-name-quantity"), call.at)

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
        raise FormulaFault(
            f"公式超过 {LONGEST} 个字符", f"a formula of more than {LONGEST} characters", LONGEST
        )
    parser = _Parser(_few(list(tokens(text))))
    root = parser.expression(0)
    parser.expect(END)
    if not is_condition(root):
        raise FormulaFault(
            "公式要比较两边，例如 甲 = 乙 + 丙",
            "a formula compares two sides, such as a = b + c",
            root.at,
        )
    _check(root)
    return root


def _few(found: list[Token]) -> list[Token]:
    """The tokens, refused where they are of more than ``MOST`` names and numbers."""
    operands = [token for token in found if token.kind in (NAME, NUMBER)]
    if len(operands) > MOST:
        raise FormulaFault(
            f"公式里的量和数超过 {MOST} 个",
            f"a formula of more than {MOST} names and numbers",
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
                f"括号嵌套超过 {DEEPEST} 层",
                f"brackets nested deeper than {DEEPEST}",
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
                    "一个公式只能比较一次；两个比较之间请写“且”",
                    "a formula compares once; join two comparisons with 'and'",
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
            "方括号里要写科目代码、* 或 类、款、项",
            "in square brackets stands a code, * or class, group, item",
            token.at,
        )

    def _number(self, token: Token) -> Number:
        if self._calls and "," in token.text:
            raise FormulaFault(
                "函数的括号里，数字不要写千分位；两个数之间的逗号后面请空一格",
                "inside a function a number has no thousands separator; "
                "put a blank after the comma between two numbers",
                token.at,
            )
        return _number(token)

    def _call(self, token: Token) -> Call:
        function = FUNCTIONS.get(token.text)
        if function is None:
            known = "、".join(name for name in FUNCTIONS if not name.isascii())
            raise FormulaFault(
                f"没有函数 {token.text}；可用的有：{known}；含括号的量名请放在「」里",
                f"unknown function {token.text!r}; known: sum, min, max, abs, stated; "
                "put a name with brackets in 「」",
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


_EXPECTED = {
    "": ("这里要写量名、数字或括号", "expected a name, a number or a bracket"),
    ")": ("缺少右括号“)”", "a closing bracket ')' is missing"),
    "]": ("缺少“]”", "a closing ']' is missing"),
    "(": ("这里要写“(”", "expected '('"),
    END: (
        "公式应在这里结束，或缺少运算符",
        "the formula should end here, or an operator is missing",
    ),
}


def _unexpected(token: Token, kind: str) -> FormulaFault:
    chinese, english = _EXPECTED[kind]
    found = f"“{token.text}”" if token.text else "公式结束了"
    return FormulaFault(
        f"{chinese}，却是{found}" if token.text else f"{chinese}，{found}",
        f"{english}, not {token.text!r}" if token.text else f"{english}, but the formula ends",
        token.at,
    )


def _check(expression: Expression) -> None:
    """Refuse numbers where a condition must stand, and conditions where a number must."""
    for child in children(expression):
        wanted = isinstance(expression, Logical | Negated)
        if is_condition(child) != wanted:
            raise FormulaFault(
                "“且、或、非”连接的是比较" if wanted else "比较的结果不能当作数来计算",
                "and, or, not join comparisons" if wanted else "a comparison is not a number",
                child.at,
            )
        _check(child)
    if isinstance(expression, Call) and expression.function in ("abs", "stated"):
        _check_one(expression)


def _check_one(call: Call) -> None:
    if len(call.arguments) != 1:
        raise FormulaFault("这个函数只有一个参数", "this function has one argument", call.at)
    if call.function == "stated" and not isinstance(call.arguments[0], Name):
        raise FormulaFault("这里要写一个量名", "expected the name of a quantity", call.at)

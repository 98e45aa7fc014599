"""accounts: the accounts that the narrative names are those of the report's own tables."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from jslint.claims.names import key
from jslint.diagnostic import Holds
from jslint.facts import Accounts
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Account, Claim
    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: How many digits the code of a 类, 款 or 项 has, and the character that marks each in a name.
_LEVELS = ((3, "类"), (5, "款"), (7, "项"))
#: How many names a message quotes where the tables have none like the narrative's.
_MOST_NAMED = 4


class AccountNames(Rule, frozen=True, kw_only=True):
    """Each 类, 款 and 项 that a numbered item names stands in a table under that name.

    An item is found in the tables by its 项, else by its amount among the accounts of its 款 or 类. A
    closing 支出 may be left out, as many reports do.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"level", "code"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every item with the tables."""
        accounts = Accounts(context.ledgers)
        items = [topic for topic in context.claims.topics if topic.account]
        if not accounts.names or not items:
            if items:
                yield self.unchecked("no-accounts")
            return
        named = _names(context)
        for topic in items:
            stated = context.claims.stated(topic.index)
            if stated and topic.account:
                yield from self._check(context, accounts, named, topic.account, stated)

    def _check(
        self,
        context: Context,
        accounts: Accounts,
        named: Mapping[str, Mapping[str, str]],
        account: Account,
        stated: Claim,
    ) -> Iterator[Outcome]:
        code = accounts.code(account) or _by_amount(context, accounts, account, stated)
        if not code:
            yield self._unknown(context, accounts, account, stated)
            return
        wrong = [
            level
            for level, (size, _) in enumerate(_LEVELS)
            if account.names[level]
            and key(account.names[level]) not in named.get(code[:size], {key(account.names[level])})
        ]
        if not wrong:
            yield Holds(self.entry.id, ())  # its name was looked at, not its figure
        for level in wrong:
            at = code[: _LEVELS[level][0]]
            expected = next(iter(named[at].values()))
            yield self._wrong(account, level, stated, expected, at)

    def _unknown(
        self, context: Context, accounts: Accounts, account: Account, stated: Claim
    ) -> Outcome:
        """Name the level that the tables do not have, and what they have there instead."""
        above: tuple[str, ...] = ("",)
        for level, (size, _) in enumerate(_LEVELS):
            below = {
                code: name
                for code, name in accounts.names.items()
                if len(code) == size and code.startswith(above)
            }
            called = key(account.names[level])
            found = [code for code, name in below.items() if called in ("", key(name))]
            if not found or level == len(_LEVELS) - 1:
                break
            above = tuple(found)
        if not below or context.lacks_tables or _is_uncoded(context, account, level):
            return self.unchecked("no-accounts", stated.place)
        codes = sorted(below)[:_MOST_NAMED]
        more = "等" if len(below) > _MOST_NAMED else ""
        shown = "、".join(below[code] for code in codes) + more
        return self._wrong(account, level, stated, shown, "、".join(codes) + more)

    def _wrong(  # noqa: PLR0913 - what is wrong, where, and what should stand there
        self,
        account: Account,
        level: int,
        stated: Claim,
        expected: str,
        code: str = "",
    ) -> Outcome:
        mark = _LEVELS[level][1]
        name = account.names[level]
        match = re.search(
            r"\s*".join(map(re.escape, name)).replace(r"\(", "[(（]").replace(r"\)", "[)）]")
            + rf"\s*[（(]\s*\d*\s*{mark}\s*[)）]",
            stated.text.value,
        )
        start, end = match.span() if match else (stated.start, stated.end)
        return self.diagnose(
            stated.text.at(start, end),
            path=stated.path,
            excerpt=f"{name}（{mark}）",
            expected=expected,
            actual=name,
            level=mark,
            code=code,
        )


def _is_uncoded(context: Context, account: Account, level: int) -> bool:
    """Whether a table that prints no codes lists the account, and its 类, 款 or 项 as it is named."""
    named = [key(one) for one in account.names]
    for ledger in context.ledgers:
        if not any(line.code for line in ledger.lines):
            listed = {key(line.name) for line in ledger.lines}
            if named[level] in listed and any(one in listed for one in named[1:]):
                return True
    return False


def _names(context: Context) -> dict[str, dict[str, str]]:
    """The names that most tables give each code, by key: the odd table is wrong, not the text."""
    found: dict[str, Counter[str]] = {}
    printed: dict[str, str] = {}
    for ledger in context.ledgers:
        for line in ledger.lines:
            if line.code and line.name:
                printed.setdefault(key(line.name), line.name)
                found.setdefault(line.code, Counter())[key(line.name)] += 1
    return {
        code: {name: printed[name] for name, count in names.items() if count == max(names.values())}
        for code, names in found.items()
    }


def _by_amount(context: Context, accounts: Accounts, account: Account, stated: Claim) -> str:
    """The account of the same 款 or 类 whose amount in a table is the item's, where it is the only one."""
    assert stated.figure is not None
    close = [
        code
        for code in accounts.names
        if len(code) == 7 and key(accounts.names.get(code[:3], "")) == key(account.names[0])  # noqa: PLR2004
    ]
    found = {
        line.code
        for ledger in context.ledgers
        for line in ledger.lines
        if line.code in close
        for column in ledger.columns
        if (figure := ledger.figure(line, column)) and figure.exact() == stated.figure.exact()
    }
    same = {
        code for code in found if key(accounts.names.get(code[:5], "")) == key(account.names[1])
    }
    found = same or found
    return next(iter(found)) if len(found) == 1 else ""

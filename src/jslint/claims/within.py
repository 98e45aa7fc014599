"""Of what, or of whom, all is that a sentence goes through, where nobody has stated what that comes to.

基本支出中，A 9 万元，B 8 万元. 局机关：A 5 万元. Such an A is another than the A of the whole account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import enumeration, joints, lists, names, namesakes, senses
from jslint.claims.model import AMOUNT
from jslint.claims.state import MONEY

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader


#: A body is called by no more characters than these.
_LONGEST = 16


def settle(reader: Reader, subject: str) -> None:
    """项目支出中，: what the sentence names from here on is of that, which nothing was said of before."""
    if enumeration.MONEY_OF.search(subject) and _is_another(reader, subject):
        reader.sentence.within = subject


def open_known(reader: Reader, words: str, counted: str) -> str:
    """在职 9 人；在职中行政 5 人、事业 4 人: open the list of what the paragraph has stated; the words behind 中."""
    found = joints.IN_KNOWN.match(words)
    if found is None or reader.sentence.aside or reader.brackets:
        return words
    whole = namesakes.find(reader, names.subject(found["whole"], reader.walk.unit_name))
    if whole is None or whole not in {one.topic for one in reader.here() if one.kind == AMOUNT}:
        return words
    if (counted or MONEY) not in reader.walk.units.get(whole, ()):
        return words
    reader.walk.lists.append(lists.open_list(reader, (whole,), "中", closed=False))
    return words[found.end("whole") + 1 :]


def head(reader: Reader, token: Token, subject: str) -> None:
    """局机关：A 9 万元，B 8 万元: the same of a body, or of money, before a colon, to the paragraph's end."""
    behind = enumeration.NAMED_FIGURE.match(reader.tokens.masked, token.end)
    if behind is None or names.is_generic(names.subject(behind["name"])) or len(subject) > _LONGEST:
        return
    body = enumeration.A_BODY.search(subject) is not None or senses.is_scoped(subject)
    if (body or enumeration.MONEY_OF.search(subject)) and _is_another(reader, subject):
        reader.sentence.within = reader.within = subject


def _is_another(reader: Reader, subject: str) -> bool:
    """Whether a name is of none of what was stated, and not of what the section is about."""
    if names.is_generic(subject) or enumeration.ALL_OF_ACCOUNT.search(subject):
        return False
    key = names.key(subject)
    themes = (names.key(section.heading.value) for section in reader.path)
    return namesakes.find(reader, subject) is None and not any(key in one for one in themes)

"""What a reader of the narrative keeps in mind while reading on."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from jslint.claims.model import ACTUAL, AMOUNT, CHANGE, FLAT, Claim
from jslint.figures.figure import Dimension
from jslint.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from jslint.claims.model import Group, Topic
    from jslint.claims.sentence import Token, Tokens
    from jslint.document import Section, Text
    from jslint.figures.figure import Figure

    Path = tuple[Section, ...]

#: What all amounts of money are counted in (see ``counted``).
MONEY = "money"
SENTENCE = "sentence"
BRACKET = "bracket"
PARAGRAPHS = "paragraphs"

REASON = "reason"
PURPOSE = "purpose"
AVERAGE = "average"

#: The time of a clause about neither the year reported nor the one before.
OTHER_YEAR = "other-year"


#: Words further back than this name no subject any more.
_LONGEST = 400
_DIGITS, _HAN_DIGITS = regex(r"\d+"), regex("[一二三四五六七八九十]+")


class Sum(Struct):
    """What the first parts of a list come to, kept as it grows: each part is added once."""

    seen: int = 0  # how many parts have been added
    parts: set[int] = set()
    exact: Fraction = Fraction(0)
    steps: Fraction = Fraction(0)  # what rounding each of them may amount to, twice over


class Open(Struct):
    """A list being read: its whole is settled when its first part is known.

    ``depth`` says when it ends: with the sentence, with the bracket, or with the paragraphs that
    ``style`` numbers alike (None until the first of them is seen).
    """

    candidates: tuple[int, ...]  # the topics that it may divide; of a sum, the first addends
    cue: str
    closed: bool
    depth: str
    start: int  # the claim that comes next
    parts: list[int] = []
    clauses: dict[int, int] = {}  # behind how many semicolons each of them stands
    resumes: bool = False  # whether its paragraph broke off at a semicolon
    trailing: bool = False  # whether it only goes on to the end of its paragraph
    further: list[int] = []  # topics of later sentences, which may be parts in a text of few breaks
    kept: int = 0  # how many of them are certainly its own, those of the next clause apart
    hedged: bool = False
    style: str | None = ""
    loose: list[int] = []  # the claims of its parts that do not say what they measure
    below: list[int] = []  # those of the lists that divide its parts
    done: bool = False  # whether its parts make up the whole already
    apart: set[int] = set()  # topics that are none of its parts
    depths: int = 0  # how deep its accounts stand, where others higher up may follow them
    sum: bool = False  # whether its parts are addends whose total follows
    sure: bool = True  # whether it is beyond doubt which of the candidates it divides
    presumed: bool = False  # whether no word says that it is a list
    either: bool = False  # whether it divides one of its candidates, and nothing else
    fresh: bool = True  # whether the sentence that lists its first parts is still being read
    follows: bool = False  # whether it begins in the paragraph after its cue
    semis: int = 0  # how many semicolons its sentence had before it
    used: bool = False  # whether its parts are what the whole was used for: 用于A …，用于B …
    side: str = ""  # the one side that it goes through: 收入包括 …
    made: Sum = field(default_factory=Sum)


class Spread(Struct):
    """Figures in a row (分别为 A、B 和 C), held back until it is known that each has a name.

    ``names`` are the words before 分别, ``rest`` those behind it; ``turns`` the words of change before
    further figures of the row, by their number: 分别增长 p%、下降 q%; ``budgets`` those of which budget
    they are: 分别完成年初预算的 p% 和全年预算的 q%.
    """

    names: str
    rest: str
    clause: int
    tokens: list[Token] = []
    turns: dict[int, re.Match[str]] = {}
    budgets: dict[int, str] = {}


class Bracket(Struct):
    """What held before a bracket opened, to hold again when it closes."""

    last: int | None
    base: str
    aside: str
    lists: int
    claims: int
    topics: int
    time: str


class Sentence(Struct):
    """What holds until the sentence ends."""

    base: str = ""
    based: int | None = None  # the year that the base was called by
    aside: str = ""
    led: bool = False  # whether it began with a reason, so that what has it follows
    time: str = ACTUAL  # of which year its amounts are, until another is named
    once: bool = False  # whether only a thing's amount of that year was given beside this year's
    contexts: list[str] = []
    topics: list[int] = []
    spread: Spread | None = None
    limit: str = ""
    head: str = ""  # what stands before a colon or 与上年相比, the subject where none follows
    both: str = ""  # what it compares as both sides, one of which its clauses name
    headless: bool = False  # whether it began with an amount of nothing that can be known
    part: int | None = None  # what the rate behind a whole's or budget's own amount is of
    semis: int = 0
    start: int = 0  # the claim that it begins with
    bodies: int = -1  # the last clause between semicolons that says what its subject is
    budgeted: set[int] = set()
    planned: str = ""  # the budget that opens a clause which says what it provides for
    heads: dict[int, int] = {}  # what each clause between semicolons speaks of first
    said: dict[int, int] = {}  # in which of them a topic was last stated
    summed: set[int] = set()  # the sums of what no list holds that it has stated
    within: str = ""  # of what nobody has stated, or of whom, all is that it names: 基本支出中，


class Walk(Struct):
    """What holds across paragraphs, and all that was understood so far."""

    unit_name: str
    year: int | None = None
    topics: list[Topic] = []
    claims: list[Claim] = []
    groups: list[Group] = []
    silent: list[tuple[Text, int, int, Path]] = []
    lists: list[Open] = []
    main: int | None = None  # the topic that opens the paragraph or item
    last: int | None = None  # the topic spoken of last
    told: tuple[int, ...] = ()  # the topics of the sentence before
    reasoned: bool = False  # whether the sentence before gave a reason
    scope: tuple[str, ...] = ()
    scope_start: int = 0
    scene: str = ""  # the part of the year, or the number of bodies, that paragraphs speak of
    heading: tuple[str, ...] = ()
    time: str = ACTUAL  # of which year the section is
    item: int = 0  # counts the numbered items; 0 before the first of a section
    parted: set[int] = set()  # the parts of lists of which the whole is not known
    sides: dict[int, str] = {}  # of which side a list has said that topics are
    units: dict[int, set[str]] = {}  # in which topics are stated
    # What would else be looked for among all topics and claims again and again:
    latest: dict[str, int] = {}  # the last topic that is no account by its key
    latest_of: dict[tuple[str, int], int] = {}  # the same of one item; 0 for those of none
    first: dict[str, int] = {}  # the first topic by its plain name
    called: dict[str, list[int]] = {}  # the topics of the scope by plain name
    endings: list[str] = []  # these names in order, each from its end
    spoken: dict[int, list[int]] = {}  # the claims about a topic
    amounts: dict[int, list[int]] = {}  # those that state its amount
    opening: int = 0  # no claim before this is about a topic of the scope
    within: dict[int, int] = {}  # how many sections stand right in one, by its identity


class Reader(Struct):
    """One paragraph being read token by token into the walk."""

    walk: Walk
    path: Path
    text: Text
    tokens: Tokens
    sentence: Sentence = field(default_factory=Sentence)
    brackets: list[Bracket] = []
    edge: int = 0  # where the words of the next token begin
    clause: int = 0
    figured: bool = False  # whether the clause has had a figure
    first: int | None = None  # the topic that opens the paragraph
    named: int = 0  # where brackets end that are a part of a name
    within: str = ""  # of what all is that the paragraph names from its last head on: 局机关：
    divided: int = -1  # the claim from which on the paragraph goes through parts of something
    elsewhen: bool = False  # whether what was compared last is of a year that is not reported

    @property
    def style(self) -> str:
        """How the paragraph is numbered: ``1.``, ``(1)``, ``(一)``, ``①``, or not at all."""
        number = _DIGITS.sub("1", self.tokens.number).replace(" ", "")
        number = _HAN_DIGITS.sub("一", number)
        return "①" if number and not set(number) & set("1().、一") else number

    def words(self, token: Token) -> str:
        """The words before a token: from the last delimiter or figure on, the last few hundred."""
        return self.tokens.masked[max(self.edge, token.start - _LONGEST) : token.start]

    def shown(self, token: Token) -> str:
        """The words of a token."""
        return self.tokens.masked[token.start : token.end]

    def is_followed(self, token: Token, by: re.Pattern[str]) -> bool:
        """Whether this follows a token."""
        return by.match(self.tokens.masked, token.end) is not None

    def advance(self, token: Token, *, clause: bool = False) -> None:
        """Go on behind a token; ``clause`` says that a new clause begins there."""
        self.edge = max(self.edge, token.end)
        if clause:
            self.clause = token.end
            self.figured = False
            self.sentence.limit = ""

    def claim(
        self,
        kind: str,
        topic: int,
        start: int,
        end: int,
        token: Token | None = None,
        **more: object,
    ) -> None:
        """Note a claim about a topic; ``start`` to ``end`` are its words."""
        made = Claim(
            len(self.walk.claims),
            kind,
            topic,
            self.text,
            start,
            end,
            self.clause,
            self.path,
            figure=token.figure if token else None,
        )
        claim = replace(made, **more)
        self.walk.spoken.setdefault(topic, []).append(claim.index)
        if kind == AMOUNT and claim.figure:
            self.walk.amounts.setdefault(topic, []).append(claim.index)
        self.walk.claims.append(claim)
        if kind in (AMOUNT, CHANGE, FLAT):
            self.walk.units.setdefault(topic, set()).add(counted(made.figure))

    def here(self, topic: int | None = None) -> Iterator[Claim]:
        """The claims of this paragraph so far, or those about a topic, the last one first."""
        claims = self.walk.claims
        every = range(len(claims)) if topic is None else self.walk.spoken.get(topic, ())
        for at in reversed(every):
            if claims[at].text is not self.text:
                break
            yield claims[at]

    def silent(self, token: Token) -> None:
        """Note a figure that no claim holds."""
        self.walk.silent.append((self.text, token.start, token.end, self.path))


def counted(figure: Figure | None) -> str:
    """The unit of a statement; all amounts of money count as one, and 持平 speaks of money."""
    if figure is None or figure.unit.dimension is Dimension.AMOUNT:
        return MONEY
    return figure.unit.name

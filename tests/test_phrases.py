"""The catalogue: both languages say all of it, nothing in it is dead, nothing is said elsewhere."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jslint import phrases
from jslint.phrases import LANGUAGES, Family, Joined, Phrase, bracketed, clauses, listed, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(phrases.__file__).parents[1]
TOOLS = SOURCE.parents[1] / "tools"
FAMILIES = sorted(path.stem for path in Path(phrases.__file__).parent.glob("[!_]*.py"))
HAN = re.compile(r"[㐀-䶿一-鿿]")
ALL = [
    (family, key, said)
    for family in FAMILIES
    for key, said in import_module(f"jslint.phrases.{family}").PHRASES.items()
]

# What a phrase is -------------------------------------------------------------------------------


def test_a_phrase_is_said_in_the_language_that_is_asked_for() -> None:
    say = Family("reading")

    assert say("zh", "unsupported", suffix=".wps") == "不支持的格式 .wps"
    assert say("en", "unsupported", suffix=".wps") == "the format .wps is not supported"


def test_phrases_within_a_phrase_are_said_in_its_language() -> None:
    structure = Family("structure").phrase
    whole = structure("or", one=structure("type-string"), other=structure("type-array"))

    assert worded("zh", whole) == "文字或列表"
    assert worded("en", whole) == "a text or a list"


def test_a_list_has_the_commas_of_the_language() -> None:
    known = Family("structure").phrase("known", names=("a", "b", "c"))

    assert (known.said("zh"), known.said("en")) == ("可用的键：a、b、c", "known: a, b, c")


def test_marks_are_those_of_the_language() -> None:
    assert (clauses("zh", ("甲", "乙")), clauses("en", ("a", "b"))) == ("甲；乙", "a; b")
    assert (bracketed("zh", "甲"), bracketed("en", "a")) == ("（甲）", " (a)")
    assert (listed("zh", ()), clauses("en", ()), bracketed("zh", "")) == ("", "", "")


def test_parts_are_joined_by_a_mark_once_the_language_is_known() -> None:
    rename = Family("reading").phrase("rename", ending=".pdf")
    one, all_of_them = Joined("semicolon", ("甲", "乙")), Joined("", ("甲", rename))

    assert (worded("zh", one), worded("en", one)) == ("甲；乙", "甲; 乙")
    assert worded("en", all_of_them) == f"甲{rename.said('en')}"
    assert Joined("sections-missing-and", ("甲", "乙"), "kinds").said("zh") == "甲”“乙"


def test_values_are_never_taken_for_placeholders() -> None:
    assert Family("reading")("en", "unsupported", suffix=".{x}") == (
        "the format .{x} is not supported"
    )


def test_words_are_said_as_they_are() -> None:
    assert (worded("en", "云岭"), worded("zh", "")) == ("云岭", "")


def test_phrases_of_one_key_and_equal_values_are_one() -> None:
    one, other = (Family("reading").phrase("rename", ending=".pdf") for _ in range(2))

    assert {one, other} == {Phrase("reading", "rename", (("ending", ".pdf"),))}


# Both languages ---------------------------------------------------------------------------------

#: Phrases that say one thing by different values.
UNLIKE = {
    ("packs", "quantity-called"): "packs have labels in Chinese, and names",
    ("packs", "functions"): "functions have Chinese and English names",
    ("page", "yearly"): "a department's and a unit's accounts are one word in English",
    ("rulebook", "explain-severity"): "the English name of a severity is its code",
}
#: Phrases that say nothing in one of the languages.
SILENT = {
    ("groups", "two"): "Chinese counts the units that it names",
    ("measures", "kind-amount"): "an amount is what is measured where nothing else is said",
}
#: English phrases with Chinese words in them.
CHINESE = {
    ("annotations", "sheet"): "the sheet must be found again, whichever language wrote it",
    ("files", "no-words"): "the words are looked for in reports",
    ("packs", "unit-of-money"): "the unit as a formula has it",
    ("shell", "no-date"): "a date as a cover prints it",
}


def values(template: str) -> set[str]:
    """The values that a phrase quotes."""
    return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}


@pytest.mark.parametrize("family", FAMILIES)
def test_both_languages_say_each_phrase_with_the_same_values(family: str) -> None:
    for _, key, said in (one for one in ALL if one[0] == family):
        assert len(said) == len(LANGUAGES), key
        assert (values(said[0]) == values(said[1])) != ((family, key) in UNLIKE), key
        assert all(said) != ((family, key) in SILENT), key


def test_no_english_phrase_holds_chinese() -> None:
    found = {(family, key) for family, key, said in ALL if HAN.search(said[1])}

    assert found == CHINESE.keys()


#: What is no sentence though it has several Latin words: command lines, names.
COMMANDS = re.compile(r"(?:jslint|pip install|soffice)(?: [\w./=“”\[\]<>-]+| '[^']*'| \"[^\"]*\")*")
NAMES = re.compile(
    r"-o [a-z]+|::(?:error|warning|notice) file|JSON Schema|--[a-z-]+ [\w|=]+|\bN P\b|-U juesuan-lint|--output-format \w+"
)
LATIN = re.compile(r"\b[A-Za-z]?[a-z']+(?: [a-z']+)+\b")


def english(text: str) -> list[str]:
    """Runs of two or more Latin words that are neither a command nor a name."""
    return LATIN.findall(NAMES.sub("·", COMMANDS.sub("·", text)))


def test_no_chinese_phrase_holds_an_english_sentence() -> None:
    plain = ((family, key, re.sub(r"{[^}]*}", "·", said[0])) for family, key, said in ALL)
    found = {(family, key): english(text) for family, key, text in plain if family != "examples"}

    assert not {one: words for one, words in found.items() if words}


# All of it, and only here -----------------------------------------------------------------------


def trees(*folders: Path) -> Iterator[tuple[str, ast.Module]]:
    """The modules of folders, the families of the catalogue left out."""
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            if path.parent.name != "phrases" or path.name == "__init__.py":
                yield path.relative_to(folder).as_posix(), ast.parse(path.read_text("utf-8"))


def test_every_phrase_is_said_somewhere() -> None:
    keys, beginnings = set(), set()
    for _, tree in trees(SOURCE, TOOLS):
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)):
                    keys.add(text)
                case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
                    beginnings.add(text)
    begun = tuple(text for text in beginnings if re.fullmatch("[a-z-]+[- ]", text))
    started = tuple(text.rstrip() for text in begun)

    dead = [
        (family, key)
        for family, key, _ in ALL
        if key not in keys and key not in started and not key.startswith(begun)
    ]
    assert dead == []


def said(name: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The phrases that a module says by their keys, each with the family it takes them from."""
    known = vars(import_module(f"jslint.{name.removesuffix('.py').replace('/', '.')}"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args):
                said_by = known.get(name)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method), args=args):
                said_by = getattr(known.get(name), method, None)
            case _:
                continue
        family = getattr(said_by, "__self__", said_by)
        if isinstance(family, Family):
            keys = args[:1] if said_by == family.phrase else args[1:2]
            yield from ((family.name, key.value) for key in keys if isinstance(key, ast.Constant))


def test_every_phrase_that_is_said_exists() -> None:
    known = {(family, key) for family, key, _ in ALL}
    found = {name: set(said(name, tree)) for name, tree in trees(SOURCE) if name[:2] != "__"}

    assert len(set().union(*found.values())) > len(known) // 3
    assert not {name: one - known for name, one in found.items() if one - known}


#: Rooms and modules with Chinese that users never see, and why they have it.
READ = {
    "claims/": "the grammar of sentences",
    "figures/": "units, digits and signs as printed",
    "formulas/": "words of formulas",
    "ledger/": "the heads of tables",
    "readers/": "what reports look like",
    "rules/": "what sentences and names are looked at for",
    "headings.py": "numbers of headings",
    "facts.py": "numbers of headings",
    "authoring/known.py": "what may stand before a title",
    "checklist/days.py": "dates on covers",
    "summary/building.py": "years in names of files",
    "summary/roster.py": "heads of a list of bodies",
    "formatters/natural.py": "Chinese numbers, for sorting",
    "writer.py": "the range of characters",
    "pack/keywords.py": "keys of packs",
    "pack/quantities.py": "keys of packs",
    "pack/schema.py": "the published schema of packs, for editors",
    "cli/configtree.py": "keys of the configuration",
    "cli/seeming.py": "what reports, and outputs of ours, look like",
    "cli/whereabouts.py": "places as users write them",
    "cli/annotating.py": "names of files that were annotated",
    "suppress/ignorefile.py": "keys of the file of suppressions",
    "suppress/suppression.py": "suppressions as users write them",
    "annotations/excel.py": "a font",
    "checklist/document.py": "a font",
    "formatters/sheets.py": "fonts",
    "summary/letters.py": "fonts",
}


def literals(tree: ast.Module) -> Iterator[str]:
    """The texts of a module but its docstrings."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef)
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in documented:
                yield node.value


def test_nothing_in_chinese_stands_outside_the_catalogue() -> None:
    found = {
        name: [text for text in literals(tree) if HAN.search(text)]
        for name, tree in trees(SOURCE)
        if not name.startswith(tuple(READ))
    }

    assert not {name: texts for name, texts in found.items() if texts}


def test_every_exception_is_needed() -> None:
    with_chinese = [name for name, tree in trees(SOURCE) if any(map(HAN.search, literals(tree)))]

    assert [one for one in READ if not any(name.startswith(one) for name in with_chinese)] == []


def test_no_sentence_of_ours_stands_where_reports_are_read() -> None:
    """A semicolon joins a complaint and its remedy; patterns alone hold one, among other signs."""
    sentence = re.compile(r"[㐀-鿿](?:；请|，请|。请)[㐀-鿿]")
    for name, tree in trees(SOURCE):
        assert not [text for text in literals(tree) if sentence.search(text)], name


# Loaded when said -------------------------------------------------------------------------------

LOADED = """
import sys
from jslint.cli import main
main(sys.argv[1:])
print("LOADED", *(name for name in sys.modules if name.startswith("jslint.phrases.")), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The families that a run says something of."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, check=False,
        env={"PYTHONPATH": str(SOURCE.parent), "LANG": "zh_CN.UTF-8"},
    )  # fmt: skip
    told = done.stderr.decode().rpartition("LOADED")[2].split()
    return {name.removeprefix("jslint.phrases.") for name in told}


def test_only_what_is_said_is_loaded(tmp_path: Path) -> None:
    text = "青岚市水文站2024年度单位决算\n一、收入决算情况说明\n2024年度收入合计100.00万元。\n"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")

    assert loaded("--version") == set()
    checked = loaded("check", str(path), "--no-cache", "--pack", "arithmetic")
    assert checked <= {"marks", "output", "reasons", "shell"}

"""jslint explain: one rule in full, with its options, the quantities it uses and its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import NODEFAULT, Struct

from jslint.cli import outside, proven, renamed, site
from jslint.cli.describe import described, near, ruleset
from jslint.cli.quantities import searched
from jslint.cli.streams import remark
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.formatters import wording
from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.pack import RuleSet
    from jslint.rules.ground.base import Rule
    from jslint.rules.ground.entry import Entry
    from jslint.rules.ground.examples import Example

tell = Family("rulebook")

#: An option with more items than this (a whole classification, say) is cut.
_MOST = 12


def explanation(name: str, packs: tuple[str, ...], lang: str) -> Iterator[str]:
    """One rule in full, line by line; raise ``UsageError`` with the nearest ids where there is no such rule."""
    if (one := outside.found(name.upper(), lang)) is not None:
        yield from _undeclared(one, lang)
        return
    loaded = ruleset(packs)
    for rule in _asked(name, loaded, lang):
        yield from _explained(rule, loaded, lang)


def as_json(name: str, packs: tuple[str, ...], lang: str) -> str:
    """The same for programs: a list of rules, of several where an old id became several."""
    from jslint.formatters.jsontext import dumps  # noqa: PLC0415 - only this format needs it

    if (one := outside.found(name.upper(), lang)) is not None:
        told = {"rule": one.id, "name": one.name, "title": one.title, "severity": one.severity}
        return dumps([told])
    loaded = ruleset(packs)
    return dumps([_data(rule, loaded, lang) for rule in _asked(name, loaded, lang)])


def _data(rule: Rule, loaded: RuleSet, lang: str) -> dict[str, object]:
    """A rule with what its pack says of it, its examples and what it has shown."""
    entry, used = rule.entry, rule.used_quantities()
    examples = [
        {"bad": one.bad, "text": one.text, "finds": list(one.finds)} for one in entry.examples
    ]
    return {
        **described(entry, lang),
        "message": entry.messages.get(lang) or entry.messages["zh"],
        "options": {option: _shown(value) for option, value in _given(rule)},
        "quantities": [one.name for one in loaded.quantities if one.name in used],
        "examples": examples,
        **(proven.data(entry.id) if proven.is_shipped(entry) else {}),
    }


def _asked(name: str, loaded: RuleSet, lang: str) -> Iterator[Rule]:
    """The rules that a name stands for, which may be an old one."""
    rules = {rule.entry.id.upper(): rule for rule in loaded.rules}
    if name.upper() not in rules:
        for old, new in renamed.among([name]):
            remark(lang, say(lang, "renamed-rule", old=old, new=new))
    for id_ in (name.upper(),) if name.upper() in rules else renamed.current(name.upper()):
        rule = rules.get(id_)
        if rule is None:
            close = near(id_, rules, lang) or say(lang, "all-rules")
            raise UsageError(say(lang, "no-rule", name=name, near=close))
        yield rule


def _explained(rule: Rule, loaded: RuleSet, lang: str) -> Iterator[str]:
    yield from _about(rule, lang)
    yield from _options(rule, lang)
    yield from _quantities(rule, loaded, lang)
    yield from _evidence(rule, lang)
    for one in rule.entry.examples:
        yield from _example(one, lang)


def _undeclared(one: outside.Outside, lang: str) -> Iterator[str]:
    """A rule that no pack declares."""
    yield tell(lang, "explain-head", id=one.id, title=one.title, name=one.name)
    yield ""
    code = one.severity
    yield tell(lang, "explain-severity", there=wording.say(lang, code), code=code)
    yield tell(lang, "explain-page", page=site.page(one.id, packed=False))


def _about(rule: Rule, lang: str) -> Iterator[str]:
    entry = rule.entry
    yield tell(
        lang,
        "explain-head",
        id=entry.id,
        title=_words(entry, lang, "title"),
        name=entry.name,
    )
    yield ""
    code = entry.severity.value
    yield tell(lang, "explain-severity", there=wording.say(lang, code), code=code)
    if proven.is_shipped(entry):
        yield proven.standing(entry.id, lang)
    yield tell(lang, "explain-reason", reason=_words(entry, lang, "reason"))
    yield tell(lang, "explain-basis", basis=_words(entry, lang, "basis"))
    yield tell(lang, "explain-message", message=entry.messages.get(lang) or entry.messages["zh"])
    yield tell(lang, "explain-kind", kind=entry.kind)
    yield tell(lang, "explain-place", place=f"{entry.path}:{entry.line}")
    if proven.is_shipped(entry):
        yield tell(lang, "explain-page", page=site.page(entry.id))


def _words(entry: Entry, lang: str, what: str) -> str:
    """What a pack says of a rule; in the words of its author where those are in Chinese only."""
    return entry.told(lang, what) or entry.told("zh", what)


def _options(rule: Rule, lang: str) -> Iterator[str]:
    """The options of the kind that the pack gives a value of its own."""
    given = list(_given(rule))
    if given:
        yield ""
        yield tell(lang, "explain-options")
    for name, value in given:
        shown = [line for line in _shown(value) if line]
        if len(shown) == 1:
            yield f"    {name}: {shown[0]}"
            continue
        yield f"    {name}:"
        yield from (f"      - {line}" for line in shown[:_MOST])
        if len(shown) > _MOST:
            yield f"      {tell(lang, 'explain-more', count=len(shown))}"


def _given(rule: Rule) -> Iterator[tuple[str, object]]:
    """The options with a value that is not the kind's default."""
    names, defaults = rule.__struct_fields__, rule.__struct_defaults__
    for at, name in enumerate(names, len(defaults) - len(names)):
        default = defaults[at] if at >= 0 else NODEFAULT
        value = getattr(rule, name)
        if name != "entry" and value != default:
            yield name.replace("_", "-"), value


def _shown(value: object) -> list[str]:
    """A value as a pack would write it, an item a line."""
    if isinstance(value, tuple):
        items = ["、".join(_shown(item)) for item in value]
        return ["、".join(items)] if all(isinstance(item, str) for item in value) else items
    if isinstance(value, dict):
        return [f"{key}: {'、'.join(_shown(item))}" for key, item in value.items()]
    if isinstance(value, Struct):
        fields = [(name, getattr(value, name)) for name in value.__struct_fields__]
        for _, field in fields:
            if isinstance(field, Scalar):  # a formula, which keeps what the pack wrote
                return [field.value]
        said = [(name, "、".join(_shown(it))) for name, it in fields if it]
        if len(said) == 1:
            return [said[0][1]]
        return [", ".join(f"{name}: {text}" for name, text in said)]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    node = options.source(value)
    return [node.value if node else str(getattr(value, "pattern", value))]


def _quantities(rule: Rule, loaded: RuleSet, lang: str) -> Iterator[str]:
    """The quantities that the rule names, each with the places where it is looked for."""
    used = rule.used_quantities()
    named = [quantity for quantity in loaded.quantities if quantity.name in used]
    if named:
        yield ""
        yield tell(lang, "explain-quantities")
    for quantity in named:
        yield f"    {quantity.name} {quantity.label}"
        yield from (f"        {line}" for line in searched(quantity, lang))


def _evidence(rule: Rule, lang: str) -> Iterator[str]:
    """What a shipped rule did in reports of which it is known what is wrong with them."""
    lines = list(proven.shown(rule.entry.id, lang)) if proven.is_shipped(rule.entry) else []
    if lines:
        yield ""
        yield proven.tell(lang, "evidence")
    yield from (f"    {line}" for line in lines)


def _example(example: Example, lang: str) -> Iterator[str]:
    yield ""
    yield tell(lang, "explain-bad" if example.bad else "explain-good")
    yield from (f"    {line}".rstrip() for line in example.text.splitlines())
    for key, beside in (("previous", example.previous), ("against", example.against)):
        if beside:
            yield tell(lang, f"explain-{key}")
            yield from (f"    {line}".rstrip() for line in beside.splitlines())
    for number, unit in enumerate(example.units, 1):
        yield tell(lang, "explain-unit", number=number)
        yield from (f"    {line}".rstrip() for line in unit.splitlines())
    if example.finds:
        words = tell(lang, "explain-join-words").join(example.finds)
        yield f"    {tell(lang, 'explain-finds', words=words)}"

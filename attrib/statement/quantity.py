"""How many, or how much, of what: the numbers of each statement with their unit and what they count."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from attrib.records import Quantity, Span
from attrib.statement.number import Number, numbers
from attrib.statement.told import Told
from attrib.text.analysis import NO_WORD, Word
from attrib.text.entries import Unit
from attrib.text.text import Text
from attrib.text.view import View

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_IN_APPOSITION = _NOMINAL | {"CCONJ", "DET"}
_DASHES = frozenset({"-", "–", "—"})


class _Counted(NamedTuple):
    """What a number counts or measures: unit, the words for the thing, and where number and unit end."""

    unit: str | None
    things: tuple[Word, ...]
    end: int


def with_quantities(text: Text, told: Sequence[Told]) -> tuple[Told, ...]:
    """The statements with their quantities in text order; one inside a nested statement belongs to both."""
    read = [tuple(numbers(text, view.sentence)) for view in text.views]
    return tuple(replace(item, quantities=tuple(_quantities(text, item, read))) for item in told)


def _quantities(text: Text, told: Told, read: Sequence[Sequence[Number]]) -> Iterator[Quantity]:
    number = 0
    for view in text.views_touched(told.quotation.spans):
        for item in read[view.sentence.number]:
            if told.quotation.covers(Span(item.first, item.end)):
                yield _quantity(text.document.text, view, item, statement=told.row.id, number=number)
                number += 1


def _quantity(text: str, view: View, item: Number, *, statement: str, number: int) -> Quantity:
    unit, things, end = _counted(view, item)
    return Quantity(
        statement=statement,
        number=number,
        value=item.value,
        value_to=item.value_to,
        qualifier=item.qualifier,
        unit=unit,
        counted=text[things[0].start : things[-1].end] if things else None,
        start=item.start,
        end=end,
        exact=text[item.start : end],
        rule=item.rule,
        detail=f"{text[item.first : item.end]}" + (f", unit {unit}" if unit else ""),
    )


def _counted(view: View, item: Number) -> _Counted:
    """The unit behind a number and the thing behind that: *50 Kilometer*, *1.500 Soldaten*."""
    behind = [word for word in view.sentence.words if word.end > item.end and not _is_second_half(view, word)]
    unit, end = _unit(view, behind, item)
    rest = [word for word in behind if word.start >= end and word.text not in {"-", "."}]
    things = tuple(_things(view, rest, unit)) if rest else ()
    return _Counted(None if unit is None else unit.code, things, end)


def _is_second_half(view: View, word: Word) -> bool:
    """The second word of a contraction stands at the same place as the first."""
    return word.number > 1 and view.before(word).start == word.start


def _unit(view: View, behind: Sequence[Word], item: Number) -> tuple[Unit | None, int]:
    """The unit right behind the number, joined by a hyphen or not, and where it ends."""
    units = view.language.lexicon.numbers.units
    for word in behind[:2]:
        bare = word.form.lstrip("-–")
        tail = bare.rsplit("-", 1)[-1] if word.start < item.end else bare
        unit = units.get(tail) or units.get(bare)
        if unit is not None:
            return unit, word.end
        if word.text not in _DASHES:
            break
    return None, item.end


def _things(view: View, rest: Sequence[Word], unit: Unit | None) -> Iterator[Word]:
    first = rest[0]
    if unit is None or _is_joined(view, first):
        of = first.form in view.language.words.number_prepositions and len(rest) > 1
        group = view.nominal_group(rest[of].number) or []
        yield from group
        yield from _apposition(view, group)
    elif _may_follow(view, first, unit):
        yield from view.nominal_group(first.number) or []
    elif unit.takes == "adjective" and first.upos == "ADJ":
        yield from (view.nominal_group(first.number) or [])[1:]
    elif unit.takes == "adjective" and first.upos == "NOUN":
        yield first


def _may_follow(view: View, first: Word, unit: Unit) -> bool:
    """*Liter Milch*, *Prozent der Stimmen*: the thing stands right behind its unit."""
    if unit.takes == "genitive":
        return first.form in view.language.words.genitive_determiners
    return unit.takes == "noun" and first.upos in {"NOUN", "ADJ"}


def _is_joined(view: View, word: Word) -> bool:
    """*240-mm-Raketenwerfer*: the thing hangs on its number by a hyphen."""
    before = view.before(word)
    return before.text in _DASHES and before.end == word.start


def _apposition(view: View, group: Sequence[Word]) -> Sequence[Word]:
    """*Verluste – Tote oder Verwundete –*: what stands between dashes right behind and is nothing but nouns."""
    opener = view.behind(group[-1]) if group else NO_WORD
    if opener.text not in _DASHES or opener.start == group[-1].end:
        return ()
    inside = list(takewhile(_may_be_apposed, view.sentence.words[opener.number :]))
    closer = view.behind(inside[-1] if inside else opener)
    return (opener, *inside) if closer.text in _DASHES else ()


def _may_be_apposed(word: Word) -> bool:
    return word.upos in _IN_APPOSITION and word.text not in _DASHES

"""How many, or how much, of what: the numbers of each statement with their unit and what they count."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrib.records import Quantity, Span, Statement
from attrib.statement.number import Number, numbers
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.entries import Unit
from attrib.text.language import Language

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_DASHES = frozenset({"-", "–", "—"})


class Counted(NamedTuple):
    """What a number counts or measures: unit, the words for the thing, and where number and unit end."""

    unit: str | None
    things: tuple[Word, ...]
    end: int


def quantities(
    text: str, analysis: Analysis, statements: Sequence[Statement], *, language: Language
) -> tuple[Quantity, ...]:
    """The quantities of every statement, in text order; one inside a nested statement belongs to both."""
    found: list[Quantity] = []
    read: dict[int, tuple[Number, ...]] = {}
    for statement in statements:
        number = 0
        for sentence in analysis.touching(statement.spans[0].start, statement.spans[-1].end):
            if sentence.number not in read:
                read[sentence.number] = tuple(numbers(text, sentence, language=language))
            for item in read[sentence.number]:
                if any(span.contains(Span(item.first, item.end)) for span in statement.spans):
                    found.append(_quantity(text, sentence, statement, item, number, language=language))
                    number += 1
    return tuple(found)


def _quantity(
    text: str, sentence: Sentence, statement: Statement, item: Number, number: int, *, language: Language
) -> Quantity:
    unit, things, end = counted(sentence, item, language=language)
    return Quantity(
        statement=statement.id,
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


def counted(sentence: Sentence, item: Number, *, language: Language) -> Counted:
    """The unit behind a number and the thing behind that: *50 Kilometer*, *1.500 Soldaten*."""
    behind = [word for word in sentence.words if word.end > item.end and not _is_second_half(sentence, word)]
    unit, end = _unit(sentence, behind, item, language)
    rest = [word for word in behind if word.start >= end and word.text not in {"-", "."}]
    if not rest:
        return Counted(None if unit is None else unit.code, (), end)
    things = tuple(_things(sentence, rest, unit, language))
    return Counted(None if unit is None else unit.code, things, end)


def _is_second_half(sentence: Sentence, word: Word) -> bool:
    """The second word of a contraction stands at the same place as the first."""
    return word.number > 1 and sentence.words[word.number - 2].start == word.start


def _unit(sentence: Sentence, behind: Sequence[Word], item: Number, language: Language) -> tuple[Unit | None, int]:
    """The unit right behind the number, joined by a hyphen or not, and where it ends."""
    for word in behind[:2]:
        bare = word.form.lstrip("-–")
        tail = bare.rsplit("-", 1)[-1] if word.start < item.end else bare
        for unit in language.units:
            if tail in unit.forms or (bare in unit.forms):
                return unit, word.end
        if word.text not in _DASHES:
            break
    return None, item.end


def _things(sentence: Sentence, rest: Sequence[Word], unit: Unit | None, language: Language) -> Iterator[Word]:
    first = rest[0]
    if unit is None or _is_joined(sentence, first):
        if first.form in language.words.number_prepositions and len(rest) > 1:
            first = rest[1]
        group = language.grammar.nominal_group(sentence, first.number) or []
        yield from group
        yield from _apposition(sentence, group)
    elif _may_follow(first, unit, language):
        yield from language.grammar.nominal_group(sentence, first.number) or []
    elif unit.takes == "adjective" and first.upos == "ADJ":
        yield from (language.grammar.nominal_group(sentence, first.number) or [])[1:]
    elif unit.takes == "adjective" and first.upos == "NOUN":
        yield first


def _may_follow(first: Word, unit: Unit, language: Language) -> bool:
    """*Liter Milch*, *Prozent der Stimmen*: the thing stands right behind its unit."""
    if unit.takes == "genitive":
        return first.form in language.words.genitive_determiners
    return unit.takes == "noun" and first.upos in {"NOUN", "ADJ"}


def _is_joined(sentence: Sentence, word: Word) -> bool:
    """*240-mm-Raketenwerfer*: the thing hangs on its number by a hyphen."""
    before = sentence.words[word.number - 2] if word.number > 1 else None
    return before is not None and before.end == word.start and before.text in _DASHES


def _apposition(sentence: Sentence, group: Sequence[Word]) -> Iterator[Word]:
    """*Verluste – Tote oder Verwundete –*: what stands between dashes right behind and is nothing but nouns."""
    if not group:
        return
    rest = sentence.words[group[-1].number :]
    if len(rest) < 2 or rest[0].text not in _DASHES or rest[0].start == group[-1].end:
        return
    inside: list[Word] = []
    for word in rest[1:]:
        if word.text in _DASHES:
            yield from (rest[0], *inside)
            return
        if word.upos not in _NOMINAL | {"CCONJ", "DET"}:
            return
        inside.append(word)

"""The perturbations by name: each takes a text and gives it back rewritten, or None where it does not apply."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from attrib.errors import InputError
from attrib.evaluation.invariance import (
    adverbs,
    institutions,
    layout,
    longer_speaker,
    order,
    people,
    quoting,
    second_speaker,
    surroundings,
    tense,
    titles,
)
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.vocabulary import Vocabulary


class Perturbation(NamedTuple):
    """A name (`wrap:60`: the group before the colon) and the function that rewrites."""

    name: str
    rewrite: Callable[[Passage], Change | None]

    @property
    def group(self) -> str:
        """The name without its variant."""
        return self.name.partition(":")[0]


def perturbations(vocabulary: Vocabulary, *, only: Sequence[str] = ()) -> tuple[Perturbation, ...]:
    """All of them, or those of some names or groups; InputError for a name that is neither."""
    everything = tuple(_all(vocabulary))
    known = {name for each in everything for name in (each.name, each.group)}
    unknown = sorted(set(only) - known)
    if unknown:
        allowed = sorted({each.name for each in everything})
        raise InputError(
            f"There is no perturbation {', '.join(unknown)}; there are: {', '.join(allowed)}.",
            seen=unknown,
            allowed=allowed,
        )
    return tuple(each for each in everything if not only or {each.name, each.group} & set(only))


def _all(vocabulary: Vocabulary) -> Iterator[Perturbation]:
    yield from _around()
    for marks in vocabulary.marks:
        yield Perturbation(f"marks:{marks.name}", quoting.quoted_in(marks))
    for title in vocabulary.titles:
        yield Perturbation(f"title:{title.name}", titles.titled(title))
    for kind in dict.fromkeys(name.kind for name in vocabulary.names):
        yield Perturbation(f"name:{kind}", people.renamed(kind))
    for sort in dict.fromkeys(each.kind for each in vocabulary.institutions):
        yield Perturbation(f"institution:{sort}", institutions.swapped(sort))
    yield from _within(vocabulary)
    yield from _laid_out()


def _around() -> Iterator[Perturbation]:
    yield Perturbation("dateline", surroundings.dateline)
    yield Perturbation("sign", surroundings.sign_behind)
    yield Perturbation("junk", surroundings.junk_behind)
    yield Perturbation("picture_credit", surroundings.picture_credit_behind)
    yield Perturbation("no_final_stop", surroundings.final_stop_gone)
    yield Perturbation("sentence:before", surroundings.sentence_before)
    yield Perturbation("sentence:behind", surroundings.sentence_behind)
    yield Perturbation("sentence:between", surroundings.sentence_between)
    yield Perturbation("heading", surroundings.heading_above)


def _within(vocabulary: Vocabulary) -> Iterator[Perturbation]:
    if vocabulary.adverbs:
        yield Perturbation("verb:adverb", adverbs.adverb_at_verb)
    yield Perturbation("verb:date", adverbs.date_at_verb)
    if vocabulary.concession is not None:
        yield Perturbation("verb:concession", adverbs.conceded)
    if vocabulary.presents:
        yield Perturbation("tense:present", tense.in_present)
        yield Perturbation("tense:past", tense.in_past)
        yield Perturbation("tense:perfect", tense.in_perfect)
    if vocabulary.attributes:
        yield Perturbation("speaker:attribute", longer_speaker.with_attribute)
    yield Perturbation("speaker:apposition", longer_speaker.with_apposition)
    yield Perturbation("speaker:two", second_speaker.made_two)
    yield Perturbation("order:before", order.frame_before)
    yield Perturbation("order:behind", order.frame_behind)
    yield Perturbation("order:within", order.frame_within)


def _laid_out() -> Iterator[Perturbation]:
    for width in (34, 60, 80, 120):
        yield Perturbation(f"wrap:{width}", layout.wrapped(width))
        yield Perturbation(f"wrap:{width}-framed", layout.wrapped(width, framed=True))
    yield Perturbation("wrap:hyphens", layout.wrapped_with_hyphens(34))
    yield Perturbation("break_tags", layout.break_tags)
    yield Perturbation("nfd", layout.decomposed)

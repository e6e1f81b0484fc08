"""Who confirms, denies, doubts or withholds what: stands found in the text.

The status that follows is derived in `attrib.stand.status`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from attrib.quotation.stand_entry import fits_entry, is_answer
from attrib.quotation.stand_place import Place, governing_verb
from attrib.quotation.stand_taker import (
    Taker,
    answerer,
    has_nothing_to_go_by,
    origin_phrase,
    produces,
    taker,
    takes_noun,
)
from attrib.quotation.stand_verdict import is_unreal, lacks, verdict_of
from attrib.records import Span, Verdict
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.entries import Stand, Words
from attrib.text.view import View
from attrib.text.words import any_form, ends_in


@dataclass(frozen=True, slots=True)
class StandFound:
    """A place where somebody takes a stand: the word that says so, its verdict, who, and the clause as evidence."""

    view: View
    word: Word
    stand: Stand
    verdict: Verdict
    speaker: Span | None
    agentless: bool
    evidence: Span
    continues: bool = False
    """The subject is a pronoun that takes up the stand before it in the sentence."""
    is_answer: bool = False
    """*„Unsinn“, sagte X*; *Mitnichten*: no verb, and nothing but what is said of what was said before."""

    @property
    def clause(self) -> Clause:
        """The clause that holds its word."""
        return self.view.clause_of(self.word)

    @property
    def following(self) -> Clause:
        """The clause behind its own; NO_CLAUSE behind the last."""
        return self.view.next(self.clause)

    @property
    def near(self) -> tuple[Word, ...]:
        """The words of its clause."""
        return self.clause.words

    @property
    def listed(self) -> Words:
        """The closed classes of its language."""
        return self.view.language.words

    def is_of_speaker(self, word: Word) -> bool:
        """Whether a word is one of those that name who takes the stand in its clause."""
        return self.speaker is not None and self.speaker.contains(word)


def find_stands(view: View) -> tuple[StandFound, ...]:
    """The stands of one sentence, in text order, looked for once; conditions, questions and futures are none."""
    return view.kept("stands", lambda: _find_stands(view))


def leave_out_stands(view: View, is_none: Callable[[StandFound], bool]) -> None:
    """Of a sentence whose stands nobody has looked for yet: some that the layout shows to be none are not found."""
    view.kept("stands", lambda: tuple(stand for stand in _find_stands(view) if not is_none(stand)))


def _find_stands(view: View) -> tuple[StandFound, ...]:
    used: set[tuple[int, str]] = set()
    taken: set[int] = set()
    found: list[StandFound] = []
    # Verbs first: *bezweifelten das Dementi*, *wiesen das als haltlos zurück* is one stand.
    listed = view.language.lexicon.stands
    words = [word for word in view.sentence.words if listed(word)]
    for word in sorted(words, key=lambda word: word.upos != "VERB"):
        place = Place(view, word, view.clause_of(word))
        number = place.clause.number
        if (number, word.form) in used or (number in taken and (_names_saying(view, word) or word.upos == "ADJ")):
            continue
        stand = next(_stands(place, listed(word)), None)
        if stand is not None:
            found.append(stand)
            # *hält es für unwahrscheinlich*: the adjective takes no stand of its own.
            used.update((number, form) for form in stand.stand.words)
            taken.update([number] if word.upos == "VERB" else [])
    return tuple(sorted(found, key=lambda stand: stand.word.number))


def _names_saying(view: View, word: Word) -> bool:
    return word.upos == "NOUN" and ends_in(word, view.language.words.claim_nouns)


def _stands(place: Place, entries: Sequence[Stand]) -> Iterator[StandFound]:
    """Those of the entries by which somebody takes a stand here."""
    for stand in entries:
        verdict = verdict_of(place, stand) if fits_entry(place, stand) and not is_unreal(place, stand) else None
        found = None if verdict is None else _with_party(place, stand, verdict)
        if found is not None:
            yield found


def _is_fixed(place: Place, stand: Stand, speaker: Span) -> bool:
    """*von unabhängiger Seite*: nobody in particular, by the entry's own words."""
    inside = [word for word in place.near if speaker.contains(word) and word.upos not in {"ADP", "DET"}]
    return bool(inside) and all(word.form in stand.words for word in inside)


def is_lacking(stand: StandFound) -> bool:
    """*ohne Beweise vorzulegen*: what is said without evidence stands beside."""
    return lacks(Place(stand.view, stand.word, stand.clause), stand.stand)


def _with_party(place: Place, stand: Stand, verdict: Verdict) -> StandFound | None:
    verb = place.word if stand.pos == "verb" else governing_verb(place)
    evidence = place.view.span(place.clause.first, place.clause.last)
    if evidence is None:
        return None
    if stand.pos == "noun" and verb is not None and not takes_noun(verb, place, stand, verdict):
        return None
    doubted = stand.verdict in {"denies", "doubts"} and verdict == "confirms"
    if doubted and (place.has_nobody or any_form(place.near, place.words.negative_articles)):
        return None  # *Niemand bestreitet, dass p*: nobody confirms it either
    answer = is_answer(place) and stand.pos != "verb"
    if stand.pos == "noun" and verb is None and not answer and place.view.before(place.word).upos in {"ADP", "DET"}:
        return None  # *Im Zweifel für den Angeklagten*; but *Keine Beweise*, *Zweifel an der Echtheit*
    unproven = stand.pos == "noun" and verdict == "no_evidence"
    if verb is None:
        who = answerer(place) if answer else Taker()
    else:
        # *Beweise legte er nicht vor*: whoever puts it forward owes them.
        who = Taker() if unproven and produces(place, verb) else taker(place, stand, verb)
    if verdict == "withholds" and has_nothing_to_go_by(who, stand, place.near, place.words):
        verdict = "no_evidence"
    origin = origin_phrase(place, stand, is_taker=stand.of_matter or who.is_speaker) if who.agentless else None
    who = who if origin is None else Taker(origin, agentless=False)
    if who.speaker is not None and _is_fixed(place, stand, who.speaker):
        who = Taker()
    return StandFound(
        view=place.view,
        word=place.word,
        stand=stand,
        verdict=verdict,
        speaker=who.speaker,
        agentless=who.agentless,
        evidence=evidence,
        continues=who.continues,
        is_answer=answer,
    )

"""The clause of a statement that says what happens, and what it is that happens.

The event is the clause's verb, or the noun that carries its meaning, under the name of its class
(`languages/<code>/events.yml`) or its stem.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.entries import EventClass
from attrib.text.text import Text
from attrib.text.view import View

_FEW = 12
"""A clause of thinking is short; in a longer one the verb has something of its own to say."""
_PREDICATES = frozenset({"root", "xcomp", "ccomp", "conj"})


@dataclass(frozen=True, slots=True)
class EventClause:
    """The main clause of a statement: its words, and the word that says what happens."""

    view: View
    words: tuple[Word, ...]
    event: str

    @property
    def naming(self) -> frozenset[str]:
        """The lemmas that name the event together, if a phrase does: they say nothing further of it."""
        phrase = self.view.language.lexicon.event_of_phrase(_lemmas(self.words))
        return frozenset() if phrase is None else phrase[0]


def event_clause(text: Text, spans: Sequence[Span]) -> EventClause | None:
    """The first clause that says what happens, in the first sentence of the statement that has one."""
    found = (_in_sentence(view, spans) for view in text.views_touched(spans))
    return next((item for item in found if item is not None), None)


def _in_sentence(view: View, spans: Sequence[Span]) -> EventClause | None:
    words = view.sentence.words
    inside = [word for start, end in spans for word in words if start <= word.start and word.end <= end]
    touched = {view.clause_of(word).number for word in inside}
    waiting = [item for item in _unconditional(view) if item.number in touched]
    while waiting:
        main = _main_clauses(view, waiting)
        numbers = {word.number for item in main for word in item.words}
        own = tuple(word for word in inside if word.number in numbers)
        event = None if _is_thinking(view, own) else _event(view, own)
        if event is not None:
            return EventClause(view, own, event)
        waiting = [item for item in waiting if item not in main]
    return None


def _unconditional(view: View) -> list[Clause]:
    """The clauses that no condition opens (*falls X*, *dass selbst wenn X*)."""
    openers = view.language.words.conditional_openers
    return [
        item
        for item in view.clauses
        if not any(word.form in openers for word in view.words(item.first, item.first + 2))
    ]


def _main_clauses(view: View, waiting: Sequence[Clause]) -> list[Clause]:
    """The clauses up to the end of the first clause with a finite verb, and the infinitive that completes it.

    Relative and subordinate clauses are passed over where there is anything else.
    """
    plain = [item for item in waiting if item.kind not in {"relative", "subordinate"}] or list(waiting)
    found: list[Clause] = []
    for clause in plain:
        if any(item.finite for item in found) and not _completes(view, clause):
            break
        found.append(clause)
    return found


def _is_thinking(view: View, words: Sequence[Word]) -> bool:
    """*er rechne damit*, *schätzen wir*: the speaker's own thinking is no event."""
    if len(words) >= _FEW:
        return False
    verbs = view.language.lexicon.verbs.thinking
    return any(word.upos == "VERB" and word.lemma in verbs for word in words)


def _completes(view: View, clause: Clause) -> bool:
    opening = clause.opening.form
    return clause.kind == "infinitive" and opening not in view.language.words.purpose_openers


def _event(view: View, words: Sequence[Word]) -> str | None:
    """The class of the verb; of a noun, if the verb says no more than that it takes place or how many there are; else
    the verb's stem.

    *Experten bezweifeln den Nutzen des Einsatzes* does not put an Einsatz forward.
    """
    language = view.language
    verbs = [_whole(view, word, words) for word in words if _is_predicate(word)]
    phrase = language.lexicon.event_of_phrase(_lemmas((*words, *verbs)))
    if phrase is not None:
        return phrase[1].name
    full = [word for word in verbs if word.upos == "VERB" and language.lexicon.event(word) is None]
    light = all(word.lemma.lower() in language.words.support_verbs for word in full)
    named = _named(view, verbs)
    if light:
        named += _named(view, [word for word in words if word.upos == "NOUN" and not _is_circumstance(view, word)])
    strong = [entry for entry in named if not entry.amount]
    if strong:
        return strong[0].name
    if full and not light:
        return language.grammar.event_stem(full[-1].lemma)
    adjectives = [word for word in verbs if word.upos == "ADJ"]
    if adjectives and not named:
        return adjectives[-1].lemma.lower()
    copulas = _named(view, [word for word in words if word.upos == "AUX"])
    return next((entry.name for entry in (*named, *copulas)), None)


def _lemmas(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.lemma.lower() for word in words)


def _is_predicate(word: Word) -> bool:
    return word.upos == "VERB" or (word.upos == "ADJ" and word.relation in _PREDICATES)


def _is_circumstance(view: View, noun: Word) -> bool:
    """*Drei Tage nach dem Brand begann die Arbeit*: when or why something happens is not what happens."""
    before = view.before(view.phrase(noun)[0])
    return before.upos == "ADP" and before.form in view.language.words.event_settings


def _named(view: View, words: Sequence[Word]) -> list[EventClass]:
    """The classes of the words that have one."""
    return [entry for word in words if (entry := view.language.lexicon.event(word)) is not None]


def _whole(view: View, verb: Word, words: Sequence[Word]) -> Word:
    """The verb with its particle: *bereiten … vor* → *vorbereiten*."""
    particles = (word.form for word in words if word.head == verb.number and word.deprel == "compound:prt")
    apart = (form for form in particles if form in view.language.words.separable_particles)
    particle = next((form for form in apart if not verb.lemma.startswith(form)), "")
    return replace(verb, lemma=particle + verb.lemma) if particle else verb

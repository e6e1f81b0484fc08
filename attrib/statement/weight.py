"""How a statement is worded: does the source assert p or not-p, how firmly, and does the publisher step back?

Polarity and certainty follow FactBank (Saurí & Pustejovsky 2009, https://doi.org/10.1007/s10579-009-9089-9): they are
values of the wording relative to its source, not of the world.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.quotation.quotation import Quotation
from attrib.records import Certainty, Distance, Polarity
from attrib.statement.polarity import is_left_open, names_denied_event, names_event, polarity
from attrib.statement.predicate import main_predicate
from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.words import NOUNS

_FIRMNESS: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2, "underspecified": 3}
_BESIDE = 2
"""How many words from its verb a pronoun may stand."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Polarity, certainty and distance of one statement."""

    polarity: Polarity
    certainty: Certainty
    distance: Distance


def weight(text: Text, quotation: Quotation) -> Weight:
    """The weight of one statement."""
    words = text.words_in(quotation.spans)
    if any(word.text == "?" for word in words):
        return Weight("underspecified", "underspecified", "neutral")
    distance = _distance(text, quotation, words)
    whole = main_predicate(text, quotation.spans, is_whole=True)
    left_open = whole is not None and is_left_open(whole)
    if left_open or _is_without_proposition(text, quotation, words):
        return Weight("underspecified", "underspecified", distance)
    # A fragment may be quoted.
    predicate = main_predicate(text, quotation.spans, is_whole=False) if quotation.type == "direct" else whole
    return Weight(polarity(text, quotation, predicate), _certainty(text, quotation, words), distance)


def _is_without_proposition(text: Text, quotation: Quotation, words: Sequence[Word]) -> bool:
    """Acts that only name what they are about (*kritisierte die Pläne*, *Dementis*), and demands for a thing: nothing
    is asserted.

    What is judged *als* something is (*verurteilte die Tat als Mord*), and the event that is denied or confirmed.
    """
    listed, verbs = text.language.words, text.language.lexicon.verbs
    demanded = quotation.type == "reported" and quotation.lemma in listed.directive_verbs
    if demanded or quotation.states == "nothing":
        return True
    if quotation.states != "topic":
        return False
    forms = {word.form for word in words if not text.sentence_at(word.start).sentence.attribute_of(word)}
    if quotation.lemma in verbs.confirming:
        return bool(forms & listed.negations) or not names_event(text, quotation)
    judged = quotation.lemma not in verbs.denying and forms & listed.comparison_particles
    return not judged and not names_denied_event(text, quotation)


def _certainty(text: Text, quotation: Quotation, words: Sequence[Word]) -> Certainty:
    """The weakest of the cue's own weight, modal verbs and adverbs; none for what somebody orders or asks for."""
    if quotation.type == "indirect" and quotation.lemma in text.language.words.directive_verbs:
        return "underspecified"
    found: list[Certainty] = [*_own_thinking(text, words)]
    if quotation.certainty is not None:
        found.append(quotation.certainty)
    for word in words:
        values = _word_certainty(text, word)
        if values and not _is_aside(word, text, quotation.start):
            found.extend(values)
    return max(found, key=lambda value: _FIRMNESS[value], default="certain")


def _own_thinking(text: Text, words: Sequence[Word]) -> Iterator[Certainty]:
    """*schätzen wir, dass …*, *er rechne damit, dass …*: the speaker's own verb of thinking is his certainty."""
    verbs, pronouns = text.language.lexicon.verbs.thinking, text.language.words.own_pronouns
    for place, word in enumerate(words):
        beside = words[max(0, place - _BESIDE) : place + _BESIDE + 1]
        if word.upos == "VERB" and word.lemma in verbs and any(item.form in pronouns for item in beside):
            yield verbs[word.lemma]


def _word_certainty(text: Text, word: Word) -> tuple[Certainty, ...]:
    lexicon = text.language.lexicon
    adverb = lexicon.adverb(word)
    values = () if adverb is None or adverb.certainty is None else (adverb.certainty,)
    return (*values, *(modal.certainty for modal in lexicon.verbs.modals(word)))


def _is_aside(word: Word, text: Text, start: int) -> bool:
    """Whether the word stands in a relative clause or a bracket inside the statement that begins at `start`, which says
    nothing of how firmly its main clause is put forward: *dass Truppen, die eingreifen könnten, dort sind*."""
    clause = text.sentence_at(word.start).clause_of(word)
    return clause.opening.start > start and (clause.kind == "relative" or clause.opener == "(")


def _distance(text: Text, quotation: Quotation, words: Sequence[Word]) -> Distance:
    """Distanced by *angeblich* or a claiming modal; inferred where the author himself infers."""
    if quotation.marker == "claiming_modal":
        return "distanced"
    if quotation.type == "direct":
        return "neutral"
    framing = text.words_in((*quotation.frame, *quotation.cue))
    said = (*(word for word in words if not _is_of_noun_alone(text, quotation, word)), *framing)
    adverbs = map(text.language.lexicon.adverb, said)
    marks = {adverb.distance for adverb in adverbs if adverb is not None}
    if "distanced" in marks:
        return "distanced"
    if quotation.type != "author":
        return "neutral"
    modals = text.language.lexicon.verbs.modals
    modal = any(entry.distance is not None for word in words for entry in modals(word))
    return "inferred" if "inferred" in marks or modal else "neutral"


def _is_of_noun_alone(text: Text, quotation: Quotation, word: Word) -> bool:
    """*nahm den mutmaßlichen Täter fest*: what the publisher leaves open is who did it, not what it tells."""
    if quotation.type != "author" or word.upos != "ADJ":
        return False
    adverb = text.language.lexicon.adverb(word)
    doubts = adverb is not None and (adverb.hearsay or adverb.certainty is not None)
    return doubts and text.sentence_at(word.start).behind(word).upos in {*NOUNS, "ADJ"}

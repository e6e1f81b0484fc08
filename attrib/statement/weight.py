"""How a statement is worded: does the source assert p or not-p, how firmly, and does the publisher step back?

Polarity and certainty follow FactBank (Saurí & Pustejovsky 2009, https://doi.org/10.1007/s10579-009-9089-9): they are
values of the wording relative to its source, not of the world.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.quotation.quotation import Quotation
from attrib.records import Certainty, Distance, Polarity
from attrib.text.analysis import Sentence, Word
from attrib.text.text import Text

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
    if _is_without_proposition(text, quotation, words):
        return Weight("underspecified", "underspecified", distance)
    return Weight(_polarity(text, quotation, words), _certainty(text, quotation, words), distance)


def _is_without_proposition(text: Text, quotation: Quotation, words: Sequence[Word]) -> bool:
    """Acts that only name what they are about (*kritisierte die Pläne*, *Dementis*), and demands: nothing is asserted.

    What is judged *als* something is (*verurteilte die Tat als Mord*), and what is denied or confirmed.
    """
    language, listed = text.language, text.language.words
    if quotation.type == "indirect" and quotation.lemma in listed.directive_verbs:
        return True
    if quotation.states == "nothing" or (words and words[0].form in listed.undecided_openers):
        return True
    if quotation.states != "topic":
        return False
    forms = {word.form for word in words if not text.sentence_at(word.start).sentence.attribute_of(word)}
    confirmed = quotation.lemma in language.lexicon.verbs.confirming
    affirmed = confirmed and not forms & (listed.clause_negations | listed.negation_pairs)
    return not affirmed and not forms & listed.comparison_particles


def _polarity(text: Text, quotation: Quotation, words: Sequence[Word]) -> Polarity:
    """Negative if the statement's own main verb is negated, or if its cue denies it; *bestritt die Tat: „Ich war
    nicht da“*: what is quoted says itself which it is."""
    verbatim = quotation.type == "direct" and bool(quotation.frame)
    if not verbatim and quotation.lemma in text.language.lexicon.verbs.denying:
        return "positive" if _is_cue_negated(text, quotation) else "negative"
    for sentence in text.touched(quotation.spans):
        top = _top(sentence, words)
        if top is not None:
            return "negative" if _is_negated(text, sentence, top) else "positive"
    return "positive"


def _is_cue_negated(text: Text, quotation: Quotation) -> bool:
    """*bestreitet nicht, dass p*: twice negated."""
    framing = text.words_in(quotation.frame)
    outside = (word for word in framing if not text.sentence_at(word.start).sentence.attribute_of(word))
    return any(word.form in text.language.words.clause_negations for word in outside)


def _is_negated(text: Text, sentence: Sentence, top: Word) -> bool:
    listed = text.language.words
    negated = any(child.form in listed.clause_negations for child in sentence.children(top))
    against = top.lemma.lower() in listed.negative_predicates
    return negated != against


def _top(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The word of the statement that no other word of it governs."""
    inside = [word for word in words if sentence.start <= word.start < sentence.end]
    numbers = {word.number for word in inside}
    tops = [word for word in inside if word.upos != "PUNCT" and word.head not in numbers]
    return next((word for word in tops if word.upos in {"VERB", "AUX"}), tops[0] if tops else None)


def _certainty(text: Text, quotation: Quotation, words: Sequence[Word]) -> Certainty:
    """The weakest of the cue's own weight, modal verbs and adverbs."""
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
    adverbs = (text.language.lexicon.adverb(word) for word in (*words, *framing))
    marks = {adverb.distance for adverb in adverbs if adverb is not None}
    if "distanced" in marks:
        return "distanced"
    if quotation.type != "author":
        return "neutral"
    modals = text.language.lexicon.verbs.modals
    modal = any(entry.distance is not None for word in words for entry in modals(word))
    return "inferred" if "inferred" in marks or modal else "neutral"

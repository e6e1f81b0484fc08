"""How a statement is worded: does the source assert p or not-p, how firmly, and does the publisher step back?

Polarity and certainty follow FactBank (Saurí & Pustejovsky 2009, https://doi.org/10.1007/s10579-009-9089-9): they are
values of the wording relative to its source, not of the world.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from attrib.quotation.quotation import Quotation
from attrib.records import Certainty, Distance, Polarity
from attrib.text.adverb import adverb_entry
from attrib.text.analysis import Sentence, Word, words_in
from attrib.text.entries import Modal
from attrib.text.language import Language

_FIRMNESS: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2, "underspecified": 3}


@dataclass(frozen=True, slots=True)
class Weight:
    """Polarity, certainty and distance of one statement."""

    polarity: Polarity
    certainty: Certainty
    distance: Distance


def weight(quotation: Quotation, sentences: Sequence[Sentence], *, language: Language) -> Weight:
    """The weight of one statement; `sentences` are those that it touches."""
    words = words_in(quotation.spans, sentences)
    if _is_question(words):
        return Weight("underspecified", "underspecified", "neutral")
    framing = words_in((*quotation.frame, *quotation.cue), sentences)
    if _is_without_proposition(quotation, words, language=language):
        return Weight("underspecified", "underspecified", _distance(quotation, words, framing, language=language))
    return Weight(
        _polarity(quotation, words, sentences, language=language),
        _certainty(quotation, words, sentences, language=language),
        _distance(quotation, words, framing, language=language),
    )


def _is_without_proposition(quotation: Quotation, words: Sequence[Word], *, language: Language) -> bool:
    """Acts that only name what they are about (*kritisierte die Pläne*, *Dementis*), and demands: nothing is asserted.

    What is judged *als* something is (*verurteilte die Tat als Mord*), and what is denied or confirmed.
    """
    forms = {word.form for word in words}
    if quotation.type == "indirect" and quotation.lemma in language.words.directive_verbs:
        return True
    if quotation.rule == "stand_noun" or (words and words[0].form in language.words.undecided_openers):
        return True
    negations = language.words.clause_negations | language.words.negation_pairs
    confirmed = quotation.lemma in _confirming(language) and not forms & negations
    judged = bool(forms & language.words.comparison_particles)
    return quotation.rule == "speech_about" and not judged and not confirmed


def _is_aside(word: Word, sentences: Sequence[Sentence], start: int, *, language: Language) -> bool:
    """Whether the word stands in a relative clause or a bracket inside the statement that begins at `start`, which says
    nothing of how firmly its main clause is put forward: *dass Truppen, die eingreifen könnten, dort sind*."""
    sentence = next(item for item in sentences if item.start <= word.start < item.end)
    field = next((item for item in language.grammar.clauses(sentence) if item.holds(word)), None)
    opens = field is not None and sentence.words[field.first - 1].start > start
    return field is not None and opens and (field.kind == "relative" or field.opener == "(")


def _is_question(words: Sequence[Word]) -> bool:
    return any(word.text == "?" for word in words)


def _polarity(
    quotation: Quotation, words: Sequence[Word], sentences: Sequence[Sentence], *, language: Language
) -> Polarity:
    """Negative if the statement's own main verb is negated, or if its cue denies it."""
    if quotation.lemma in _denying(language):
        return "negative"
    for sentence in sentences:
        top = _top(sentence, words)
        if top is None:
            continue
        below = {child.form for child in sentence.children(top)}
        negated = bool(below & language.words.clause_negations)
        against = top.lemma.lower() in language.words.negative_predicates
        return "negative" if negated != against else "positive"
    return "positive"


def _top(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The word of the statement that no other word of it governs."""
    numbers = {word.number for word in words if sentence.start <= word.start < sentence.end}
    inside = [word for word in sentence.words if word.number in numbers and word.upos != "PUNCT"]
    tops = [word for word in inside if word.head not in numbers]
    return next((word for word in tops if word.upos in {"VERB", "AUX"}), tops[0] if tops else None)


@cache
def _confirming(language: Language) -> frozenset[str]:
    return frozenset(stand.lemma for stand in language.stands if stand.verdict == "confirms" and not stand.words)


@cache
def _denying(language: Language) -> frozenset[str]:
    return frozenset(
        stand.lemma
        for stand in language.stands
        if stand.verdict in {"denies", "doubts"} and stand.pos == "verb" and not stand.words
    )


def _certainty(
    quotation: Quotation, words: Sequence[Word], sentences: Sequence[Sentence], *, language: Language
) -> Certainty:
    """The weakest of the cue's own weight, modal verbs and adverbs."""
    found: list[Certainty] = ["certain" if quotation.certainty is None else quotation.certainty]
    found.extend(_own_thinking(words, language=language))
    for word in words:
        values = _word_certainty(word, language=language)
        if values and not _is_aside(word, sentences, quotation.start, language=language):
            found.extend(values)
    return max(found, key=lambda value: _FIRMNESS[value])


def _own_thinking(words: Sequence[Word], *, language: Language) -> list[Certainty]:
    """*schätzen wir, dass …*, *er rechne damit, dass …*: the speaker's own verb of thinking is his certainty."""
    verbs = thinking_verbs(language)
    pronouns = language.words.own_pronouns
    return [
        verbs[word.lemma]
        for place, word in enumerate(words)
        if word.upos == "VERB"
        and word.lemma in verbs
        and any(item.form in pronouns for item in words[max(0, place - 2) : place + 3])
    ]


@cache
def thinking_verbs(language: Language) -> dict[str, Certainty]:
    """The reporting verbs that say how sure somebody is (*schätzen, vermuten*), with how sure."""
    return {entry.lemma: entry.certainty for entry in language.reporting_verbs if entry.certainty is not None}


def _word_certainty(word: Word, *, language: Language) -> tuple[Certainty, ...]:
    adverb = adverb_entry(word, language=language)
    values = [] if adverb is None or adverb.certainty is None else [adverb.certainty]
    return (*values, *(modal.certainty for modal in _modals(language).get(word.form, ())))


@cache
def _modals(language: Language) -> dict[str, tuple[Modal, ...]]:
    forms = {form for modal in language.modals for form in modal.forms}
    return {form: tuple(modal for modal in language.modals if form in modal.forms) for form in forms}


def _distance(quotation: Quotation, words: Sequence[Word], framing: Sequence[Word], *, language: Language) -> Distance:
    """Distanced by *angeblich* or a claiming modal; inferred where the author himself infers."""
    if quotation.marker == "claiming_modal":
        return "distanced"
    if quotation.type == "direct":
        return "neutral"
    marks = {
        adverb.distance for word in (*words, *framing) if (adverb := adverb_entry(word, language=language)) is not None
    }
    if "distanced" in marks:
        return "distanced"
    if quotation.type != "author":
        return "neutral"
    modals = _modals(language)
    modal = any(entry.distance is not None for word in words for entry in modals.get(word.form, ()))
    return "inferred" if "inferred" in marks or modal else "neutral"

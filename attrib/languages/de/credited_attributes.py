"""Acts of speaking in an attribute: *die vom Rechnungshof als zu teuer gerügte Sonde*, *das von Gutachtern auf drei
Millionen veranschlagte Projekt*. Who speaks stands behind the preposition of an agent, inside the noun phrase."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrib.languages.de.forms import adjective_stems
from attrib.languages.de.lists import WORDS
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.records import Medium, Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, tagged

_SUMMING = frozenset({"act", "about"})
_LONGEST = 12
"""Words between the preposition and the participle."""


def credited_attributes(scope: Scope) -> Iterator[Quotation]:
    """The noun phrases of a paragraph whose participle says what somebody has said of the noun, where nothing else of
    the sentence is anybody's."""
    for view in scope.passage.views:
        if any(item.overlaps(view.sentence) for item in scope.found):
            continue
        for word in view.sentence.words:
            medium = _said(view, word)
            found = None if medium is None else _statement(view, word, medium)
            if found is not None:
                yield found


def _said(view: View, word: Word) -> Medium | None:
    """The medium of a participle with an ending whose verb sums up an act; None for any other word."""
    if word.upos not in {"ADJ", "VERB"} or word.is_finite:
        return None
    listed = view.language.lexicon.verbs
    verbs = (listed.by_participle[stem] for stem in adjective_stems(word.form) if stem in listed.by_participle)
    entries = listed.reporting.get(next(verbs, ""), ())
    return next((entry.medium for entry in entries if not _SUMMING.isdisjoint(entry.forms)), None)


def _statement(view: View, participle: Word, medium: Medium) -> Quotation | None:
    preposition = _preposition(view, participle)
    inside = view.words(preposition.number + 1, participle.number - 1) if preposition else ()
    naming = _naming(inside)
    noun = view.behind(participle)
    while noun.upos == "ADJ":
        noun = view.behind(noun)
    if not any(map(view.is_party, tagged(naming, NOUNS))) or noun.upos != "NOUN":
        return None
    article = view.before(preposition)
    opening = article if article.form in WORDS.articles | WORDS.definite_articles else preposition
    return Quotation(
        type="reported",
        marker="speech_act",
        medium=medium,
        spans=(Span(opening.start, noun.end),),
        sentence=view.sentence.number,
        rule="credited_attribute",
        detail=participle.text,
        cue=(participle.span,),
        speaker=(text_span(naming),),
        lemma=participle.lemma,
        states="topic",
    )


def _naming(inside: Sequence[Word]) -> tuple[Word, ...]:
    """*der grünen Ministerin Karl*: up to the last of the first nouns."""
    before = tuple(takewhile(lambda word: word.upos in {"DET", "ADJ"}, inside))
    nouns = takewhile(lambda word: word.upos in NOUNS, inside[len(before) :])
    return (*before, *nouns)


def _preposition(view: View, participle: Word) -> Word:
    """The preposition of the agent, in one noun phrase with the participle."""
    for word in reversed(view.words(max(1, participle.number - _LONGEST), participle.number - 1)):
        if word.upos in {"PUNCT", "CCONJ"} or word.is_finite:
            return NO_WORD
        if word.upos == "ADP" and word.form in WORDS.agent_prepositions:
            # *eine Studie von der Bank | gelobter Forscher*: an attribute stands behind an article or opens all
            return word if view.before(word).upos in {"DET", "PRON", ""} else NO_WORD
    return NO_WORD

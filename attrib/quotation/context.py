"""Who was speaking just before a sentence: the last credited statement, and the parties named near it.

One candidate or none: where the context does not decide, nobody is credited.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import is_work, noun_entry
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.text import Text
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, any_form, first

_NEAR = 2
"""How many sentences back a statement may stand whose speaker goes on."""
REMEMBERED = 30
"""How many statements back the context reaches: it asks for those of the last sentences only."""


class Speaker(NamedTuple):
    """A mention, and why it is credited."""

    mention: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Context:
    """Who was speaking just before a sentence."""

    view: View
    previous: View | None
    statements: tuple[Quotation, ...]
    """The last statements that were found, in text order."""
    first_of_part: int = 0
    """The number of the first sentence of this sentence's paragraph."""

    def last_statement(self) -> Quotation | None:
        """The nearest statement before this sentence, at most two sentences away, that has a speaker."""
        number = self.view.sentence.number
        near = [item for item in self.statements if number - _NEAR <= item.sentence < number and self._goes_on(item)]
        # Whoever has the word by the layout has it no longer where the layout says nothing.
        if near and near[-1].marker == "speaker_label":
            return None
        # *Er sagte, seiner Meinung nach sei …*, *Sie kritisierte die Forderung, …*: the sentence's own speaker goes on.
        own = [item for item in near if item.sentence == near[-1].sentence and not self._is_borrowed(item)]
        return next(iter((*own[-1:], *near[-1:])), None)

    def _goes_on(self, item: Quotation) -> bool:
        """Whether a statement has a speaker who may go on; who is answered in passing does not: *Berichte, wonach p,
        wies das Amt zurück.*"""
        passing = item.marker == "anaphoric_adverb" and item.lemma in self.view.language.relative_adverbs
        return item.type != "author" and not passing and (bool(item.speaker) or item.impersonal)

    def is_near(self, item: Quotation) -> bool:
        """Whether the statement stands in the sentence before, or in the same paragraph two sentences back."""
        previous = self.previous
        return previous is None or item.sentence >= self.first_of_part or item.sentence == previous.sentence.number

    def _is_borrowed(self, item: Quotation) -> bool:
        """Whether the mention points to somebody else in the sentence (*seiner Meinung, eigenen Angaben*)."""
        if item.borrowed or item.anaphoric:
            return True
        words = self.previous.sentence.words if self.previous is not None and item.speaker else ()
        opening = first(words, lambda word: word.start == item.speaker[0].start)
        return opening.form in self.view.language.words.possessives

    def speaker(self) -> Speaker | None:
        """The speaker that goes on, and why it is he; None if the context does not decide."""
        document = self._document_taken_up()
        if document is not None:
            return Speaker((document,), "the document just named")
        last, topic = self.last_statement(), self._topic_before()
        announcing = self._announcing()
        if announcing is not None and (last is None or last.speaker != (announcing,)):
            return Speaker((announcing,), "subject before the colon")
        if last is not None and (topic is None or (self.is_near(last) and not self._has_replied(last))):
            points_back = bool(last.refers_to) and (last.anaphoric or not last.speaker)
            mention = last.refers_to if points_back else last.speaker
            return Speaker(mention, f"goes on from the statement before ({last.rule})")
        return None if topic is None else Speaker((topic,), "subject of the sentence before")

    def _document_taken_up(self) -> Span | None:
        """*Das Amt hat ein Gutachten vorgelegt. | Dort heißt es, p*: the last document that the sentence before names,
        where this one tells what stands in it."""
        words, previous = self.view.language.words, self.previous
        opening, verb = self.view.sentence.word(1), self.view.sentence.root
        told = verb is not None and verb.lemma in words.standing_verbs and opening.form in words.document_anaphors
        if not told or previous is None or previous.sentence.part != self.view.sentence.part:
            return None
        nouns = [word for word in previous.sentence.words if _is_document(previous, word)]
        return text_span(previous.phrase(nouns[-1])) if nouns else None

    def _has_replied(self, last: Quotation) -> bool:
        """*p, sagte X. Y widersprach.*: whether the subject of the sentence between has taken a stand.

        Such a sentence need be no statement of its own.
        """
        previous = self.previous
        if previous is None or last.sentence == previous.sentence.number:
            return False
        root = previous.sentence.root or NO_WORD
        said = any(item.covers(root) for item in self.statements if item.type == "direct")
        return not said and bool(previous.language.lexicon.stands(root))

    def _announcing(self) -> Span | None:
        """*Die Ministerin bleibt gelassen: | Die Kasse sei voll.* Who is told of right before a colon that ends the
        sentence before for the parser; None if nobody is."""
        previous = self.previous
        if previous is None or previous.sentence.part != self.view.sentence.part:
            return None
        ends = previous.sentence.words[-1].text == ":"
        return subject_before(previous, len(previous.sentence.words)) if ends else None

    def _topic_before(self) -> Span | None:
        """The subject of the sentence before in the same paragraph, if it can speak."""
        previous = self.previous
        if previous is None or previous.sentence.part != self.view.sentence.part:
            return None
        return speaker_span(previous, topic(previous))

    def pointing_back(self, item: Quotation, beside: Sequence[Quotation] = ()) -> Quotation:
        """*demnach*, *hieß es weiter*, *man betonte*: with the mention of whoever spoke before, in the same sentence
        (`beside`: what was found in it) or in those before."""
        points = item.marker == "anaphoric_adverb" or (item.continues and item.impersonal)
        if not points or item.refers_to:
            return item
        spoke = [other for other in beside if _is_before(other, item) and self._goes_on(other)]
        if spoke:
            return item.with_(refers_to=max(spoke, key=lambda other: other.start).speaker)
        found = None if self._is_further(item) and self.last_statement() is None else self.speaker()
        if found is not None:
            return item.with_(refers_to=found.mention)
        document = self._document_before() if item.marker == "anaphoric_adverb" else None
        return item if document is None else item.with_(refers_to=(document,))

    def _is_further(self, item: Quotation) -> bool:
        """*Zudem wird kritisiert, dass p*: more of what was said, and of nobody who only was the subject before."""
        words = self.view.language.words
        adds = any_form(self.view.sentence.words[:2], words.continuing_adverbs)
        return adds and item.lemma not in words.continuing_verbs

    def _document_before(self) -> Span | None:
        """*Das geht aus einem Gutachten hervor. | Demnach ist das Dach marode*: the only document that the sentence
        before names, in the same paragraph."""
        previous = self.previous
        if previous is None or previous.sentence.part != self.view.sentence.part:
            return None
        found = [word for word in previous.sentence.words if _is_cited(previous, word)]
        return text_span(previous.phrase(found[0])) if len(found) == 1 else None


def _is_before(other: Quotation, item: Quotation) -> bool:
    """*„p“, schrieb X, | weiter hieß es, q*: whether a statement with a speaker ends before another in its sentence."""
    return other.sentence == item.sentence and bool(other.speaker) and other.spans[-1].end <= item.start


def _is_cited(view: View, word: Word) -> bool:
    entry = noun_entry(word, view.language) if word.upos == "NOUN" and not word.is_plural else None
    return entry is not None and entry.document


def _is_document(view: View, word: Word) -> bool:
    """A work, or a report of which the text says whose it is; *ein Bericht* alone is that of who spoke."""
    entry = noun_entry(word, view.language) if word.upos == "NOUN" else None
    owned = any(item.number > word.number and item.upos in NOUNS for item in view.phrase(word))
    return entry is not None and entry.document and (owned or is_work(word, view.language))


def subject_before(view: View, colon: int) -> Span | None:
    """Who can speak as the subject of the main clause that a colon ends; `colon` is the number of its word."""
    before = (clause for clause in reversed(view.clauses) if clause.first < colon)
    clause = next((clause for clause in before if clause.kind == "main" and clause.finite), None)
    if clause is None:
        return None
    head = subject(Frame.of_verb(view, clause.finite[0], anchor=clause.finite[0]))
    return speaker_span(view, head) if view.is_party(head) else None


def topic(view: View) -> Word:
    """The subject of the sentence's main clause, if it can speak."""
    root = view.sentence.root
    subjects = (child for child in view.sentence.children(root or NO_WORD) if child.relation == "nsubj")
    return first(subjects, lambda child: view.is_party(child) and view.may_be_nominative(child)) if root else NO_WORD


def context_of(text: Text, view: View, statements: Sequence[Quotation]) -> Context:
    """The context of a sentence; `statements` are those found so far in the document."""
    recent = sorted(statements[-2 * REMEMBERED :], key=lambda item: (item.sentence, item.start))
    return Context(view, text.before(view), tuple(recent), _first_of_part(text, view))


def _first_of_part(text: Text, view: View) -> int:
    """The number of the paragraph's first sentence, or of one as far back as it matters."""
    number = view.sentence.number
    for place in range(number - 1, max(-1, number - 1 - _NEAR), -1):
        if text.sentences[place].part != view.sentence.part:
            return place + 1
    return max(0, number - _NEAR)

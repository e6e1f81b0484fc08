"""How a statement is put, as far as that decides which stands may be about it; each answer is found once."""

from collections.abc import Sequence
from functools import cached_property

from attrib.quotation.stand_found import StandFound, find_stands
from attrib.records import Span
from attrib.stand.taken_up import points_back
from attrib.statement.told import Told
from attrib.text.analysis import Word, words_in
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import VERBS, any_finite, any_lemma, any_overlaps, ends_in, first, formed, tagged

_HEARSAY = frozenset({"adverb", "reportative_modal", "impersonal"})
_MOST = 1.3
"""How much longer a statement is at most than the stand that is all it holds."""


def is_open(item: Told) -> bool:
    """Whether somebody may take a stand on it: the publisher's own words only if they pass on hearsay."""
    said = item.quotation
    return said.type != "author" or said.marker in _HEARSAY


class Wording:
    """What the words of one statement do, beside what they are about."""

    def __init__(self, text: Text, item: Told) -> None:
        self._text = text
        self._item = item
        self._said = item.quotation
        self._listed = text.language.words

    @cached_property
    def words(self) -> Sequence[Word]:
        """Its words."""
        return self._text.words_in(self._said.spans)

    @cached_property
    def accuses(self) -> bool:
        """Whether its frame holds something against somebody (*warf vor, kritisierte, Vorwurf*); summed up, whether its
        words do, and reject nothing themselves.

        What the publisher says itself accuses by a noun alone (*Gegen ihn wurde Anzeige erstattet*).
        """
        summed_up, own = self._said.type == "reported", not is_open(self._item)
        spans = self._said.spans if summed_up or own else (*self._said.cue, *self._said.frame)
        if not spans:
            return False
        views, lexicon = self._text.views_touched(spans), self._text.language.lexicon
        accusing = any(
            lexicon.accuses(word, view.sentence)
            for view in views
            for word in words_in(spans, (view.sentence,))
            if word.upos == "NOUN" or not own
        )
        return accusing and not (summed_up and any(_rejects(view, spans) for view in views))

    @cached_property
    def is_bare(self) -> bool:
        """Whether it only sums up a stand, and puts nothing forward that another stand could be about, but *das
        Dementi*: *Kiew dementierte*; *die Vorwürfe hätten sich nicht bestätigt*."""
        said = self._said
        words = self._text.words_in(said.cue) if said.type == "reported" and said.states != "proposition" else ()
        if any(self._text.language.lexicon.stands(word) for word in words):
            return True
        return any(self._is_all(stand) and points_back(stand) for stand in self._stands)

    def _is_all(self, stand: StandFound) -> bool:
        """Whether the clause of a stand is most of the statement."""
        return self._said.length < (stand.evidence.end - stand.evidence.start) * _MOST

    @cached_property
    def _views(self) -> Sequence[View]:
        return self._text.views_touched(self._said.spans)

    @cached_property
    def _stands(self) -> Sequence[StandFound]:
        """The stands that are taken in it."""
        found = (stand for view in self._views for stand in find_stands(view))
        return [stand for stand in found if self._said.covers(stand.word.span)]

    @cached_property
    def in_stand(self) -> bool:
        """Whether it stands in a sentence with a word for a denial."""
        entries = self._text.language.lexicon.stands
        words = (word for view in self._views for word in view.sentence.words)
        return any(stand.verdict == "denies" for word in words for stand in entries(word))

    @cached_property
    def denies(self) -> bool:
        """Whether its own words reject something: *von Täuschung könne keine Rede sein*."""
        return any(stand.verdict == "denies" for stand in self._stands)

    @cached_property
    def takes_up(self) -> bool:
        """Whether its subject is a pronoun for somebody spoken of before."""
        third = (word for word in self.words if word.form in self._listed.personal_subjects)
        others = (word for word in third if word.form not in self._listed.pronouns_first_person)
        return any(word.upos == "PRON" and word.relation == "nsubj" for word in others)

    @cached_property
    def disclaims(self) -> bool:
        """*„Ich sage nicht, dass p“*: what nobody puts forward; in the first person, that one says so."""
        if self._item.row.polarity != "negative" or self._item.row.type != "direct":
            return False
        own = (word for word in self.words if word.relation == "nsubj")
        subject = next(iter(formed(own, self._listed.pronouns_first_person)), None)
        verb = first(self.words, lambda word: word.is_finite)
        beside = subject is not None and abs(subject.number - verb.number) == 1
        return beside and verb.lemma in self._text.language.lexicon.verbs.reporting

    @cached_property
    def speaks_of(self) -> bool:
        """*sprach von einem „Massaker“*."""
        return any_lemma(self.words, self._listed.speaking_of_verbs)

    @cached_property
    def tells(self) -> bool:
        """Whether its words tell that something was said: a verb or a noun of saying."""
        lexicon = self._text.language.lexicon
        return any(
            lexicon.noun(word).reporting is not None if word.upos == "NOUN" else word.lemma in lexicon.verbs.reporting
            for word in self.words
        )

    @cached_property
    def is_plan(self) -> bool:
        """*kündigte an, die Probe zu öffnen*, *forderte ihn auf zu gehen*: an infinitive of the present, of which
        nobody says that it is so."""
        if self._item.row.type != "indirect" or any_finite(self.words):
            return False
        modals = self._listed.volition_modals
        if self._item.row.certainty == "underspecified" or any_lemma(self.words, modals):
            return True
        promises = any_lemma(self._text.words_in(self._said.cue), self._listed.promising_verbs)
        return promises and not tagged(self.words, {"AUX"})

    @cached_property
    def is_by_advocate(self) -> bool:
        """*kritisierte der Verteidiger*."""
        return any(ends_in(word, self._listed.advocates) for word in self._text.words_in(self._said.speaker))

    @cached_property
    def upholds(self) -> bool:
        """*bekräftigte den Bericht*: what was said before is said once more."""
        again = any_lemma(tagged(self.words, {"VERB"}), self._listed.upholding_verbs)
        summed_up = again and self._item.row.type == "reported"
        return summed_up and any(ends_in(word, self._listed.claim_nouns) for word in self.words)


def _rejects(view: View, spans: Sequence[Span]) -> bool:
    """Whether somebody takes a stand by a verb in some stretches of a sentence."""
    return any(stand.word.upos in VERBS and any_overlaps(spans, stand.word.span) for stand in find_stands(view))

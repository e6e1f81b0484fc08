"""Who confirms, denies, doubts or withholds what: stands found in the text.

The status that follows is derived in `attrib.stand.status`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Span, Verdict
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.entries import Stand, Words
from attrib.text.view import View, text_span
from attrib.text.words import VERBS, any_form

_POS = {"verb": {"VERB", "AUX"}, "noun": {"NOUN"}, "adjective": {"ADJ", "ADV", "VERB"}}
_DEEP = 6
"""How many words above it the verb of a noun is looked for."""


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

    @property
    def near(self) -> tuple[Word, ...]:
        """The words of its clause."""
        return self.view.clause_of(self.word).words


@dataclass(frozen=True, slots=True)
class _Place:
    """A word that may take a stand, in its clause."""

    view: View
    word: Word
    clause: Clause

    @property
    def words(self) -> Words:
        """The closed classes of the language."""
        return self.view.language.words

    @property
    def near(self) -> tuple[Word, ...]:
        """The words of the clause."""
        return self.clause.words

    @property
    def forms(self) -> frozenset[str]:
        """They in small letters."""
        return frozenset(word.form for word in self.clause.words)


@dataclass(frozen=True, slots=True)
class _Taker:
    """Who takes a stand, as far as its clause tells."""

    speaker: Span | None = None
    agentless: bool = True
    continues: bool = False


def find_stands(view: View) -> Iterator[StandFound]:
    """The stands of one sentence, in text order; conditions, questions and futures are none."""
    used: set[tuple[int, str]] = set()
    for word in view.sentence.words:
        entries = view.language.lexicon.stands(word)
        if not entries:
            continue
        place = _Place(view, word, view.clause_of(word))
        found = next(_stands(place, entries), None)
        if found is not None and (place.clause.number, word.form) not in used:
            yield found
            # *hält es für unwahrscheinlich*: the adjective takes no stand of its own.
            used.update((place.clause.number, form) for form in found.stand.words)


def _stands(place: _Place, entries: Sequence[Stand]) -> Iterator[StandFound]:
    """Those of the entries by which somebody takes a stand here."""
    for stand in entries:
        verdict = _verdict(place, stand) if _fits(place, stand) and not _is_unreal(place) else None
        found = None if verdict is None else _with_party(place, stand, verdict)
        if found is not None:
            yield found


def _fits(place: _Place, stand: Stand) -> bool:
    """Whether the word and its clause are those of the entry."""
    if place.word.upos not in _POS[stand.pos]:
        return False
    fixed = place.view.language.grammar.expanded(stand.words)
    return place.forms.issuperset(fixed) and _has_particle(place, stand)


def _has_particle(place: _Place, stand: Stand) -> bool:
    word = place.word
    if stand.particle is None or (word.lemma == stand.lemma and word.form.startswith(stand.particle)):
        return True
    # *räumte der Trainer, ein Ungar, | ein*
    behind = place.view.words(word.number + 1, len(place.view.sentence.words))
    own = takewhile(lambda item: not item.is_finite, behind)
    return any(item.form == stand.particle and item.deprel == "compound:prt" for item in own) or any(
        item.form == stand.particle and item.number > word.number for item in place.near
    )


def _verdict(place: _Place, stand: Stand) -> Verdict | None:
    """What the word says, or what its negation says; *ein nicht genannter Zeuge bestätigte …* negates nothing."""
    clause = place.view.sentence.outside_attributes(place.clause.words)
    return stand.negated if any_form(clause, place.words.negations) else stand.verdict


def _is_unreal(place: _Place) -> bool:
    """*Sollte sich das bewahrheiten*, *ob das stimmt*, *wird bestätigen müssen*: nobody takes a stand."""
    words, kind, opening = place.words, place.clause.kind, place.clause.opening.form
    if opening in words.conditional_openers or place.view.sentence.words[-1].text == "?":
        return True
    if kind in {"complement", "subordinate"} and opening in words.undecided_openers:
        return True
    # *Hätte er das eingeräumt, …*, *bat den Verein, die Meldung zu dementieren*
    return opening in words.condition_verbs or kind == "infinitive" or _is_possible_only(place)


def _is_possible_only(place: _Place) -> bool:
    """*man könnte bezweifeln*, *wird bestätigen müssen*."""
    words = place.words
    if place.forms & words.impersonal_subjects and place.forms & words.wondering_modals:
        return True
    others = (item for item in place.near if item is not place.word)
    return any(item.upos == "AUX" and item.lemma in words.future_modals for item in others)


def _with_party(place: _Place, stand: Stand, verdict: Verdict) -> StandFound | None:
    verb = place.word if stand.pos == "verb" else _governing_verb(place)
    evidence = place.view.span(place.clause.first, place.clause.last)
    if evidence is None:
        return None
    if stand.pos == "noun" and verb is not None and not _takes_noun(verb, place, stand, verdict):
        return None
    who = _Taker() if verb is None else _taker(place, stand, verb)
    if who.agentless and stand.target == "none":
        origin = _origin_phrase(place)
        who = _Taker(origin, origin is None, who.continues)
    elif who.agentless and verdict == "withholds":
        verdict = "no_evidence"  # *Bestätigt ist das nicht*: nobody refuses, there is nothing to go by.
    return StandFound(place.view, place.word, stand, verdict, who.speaker, who.agentless, evidence, who.continues)


def _taker(place: _Place, stand: Stand, verb: Word) -> _Taker:
    """The subject of the verb, if it is somebody."""
    frame = Frame.of_verb(place.view, verb)
    if _has_no_agent(place, frame, stand):
        return _Taker()
    head = subject(frame)
    if not head or head is place.word or head.form in place.words.impersonal_subjects:
        return _Taker()
    speaker = _pair_span(place.view, head) or speaker_span(place.view, head)
    continues = head.upos == "PRON" and head.form in place.words.personal_subjects
    return _Taker(speaker, speaker is None, continues)


def _pair_span(view: View, head: Word) -> Span | None:
    """*Weder das Pentagon noch die NATO*: both names of a negated pair."""
    near, words = view.clause_of(head).words, view.language.words
    opener = next((place for place, word in enumerate(near) if word.form in words.pair_openers), None)
    if opener is None or not any(word.form in words.pair_joints for word in near):
        return None
    pair = near[opener + 1 : opener + 2] + tuple(takewhile(lambda word: not word.is_finite, near[opener + 2 :]))
    names = bool(pair) and pair[0].upos not in VERBS  # not *weder bestätigen noch dementieren*
    return text_span(pair) if names and len(pair) > 1 else None


def _governing_verb(place: _Place) -> Word | None:
    """The nearest verb of the clause above a noun or an adjective, else the clause's first."""
    head = place.view.sentence.head(place.word)
    for _ in range(_DEEP):
        if head is None:
            break
        if head.upos in VERBS and head in place.near:
            return head
        head = place.view.sentence.head(head)
    return next((item for item in place.near if item.upos in VERBS), None)


def _takes_noun(verb: Word, place: _Place, stand: Stand, verdict: Verdict) -> bool:
    """*Beweise haben, sehen, vorlegen*, *es gibt keine Beweise*, *nannte das eine Lüge*; not *Beweise fordern*."""
    words = place.words
    if stand.target == "none" or (verdict == "denies" and verb.lemma in words.dismissing_verbs):
        return True
    particles = [word.form for word in place.near if word.relation == "compound" and word.number > verb.number]
    lemmas = {verb.lemma, *(particle + verb.lemma for particle in particles)}
    return bool(lemmas & (words.possession_verbs | words.existential_verbs | words.copulas))


def _has_no_agent(place: _Place, frame: Frame, stand: Stand) -> bool:
    """*ist bestätigt*, *es gibt keine Beweise*, *lässt sich nicht überprüfen*: nobody is named."""
    words = place.words
    if stand.pos == "noun":
        return frame.cue.verb.lemma in words.existential_verbs or stand.target == "none"
    if stand.pos == "adjective":
        return True
    lets = any(item.lemma in words.letting_verbs for item in place.near)
    lets_itself = lets and bool(place.forms & words.third_reflexives)
    return lets_itself or (frame.cue.passive and not subject(frame))


def _origin_phrase(place: _Place) -> Span | None:
    """*Aus dem offiziellen Moskau sind Dementis zu vernehmen*: the place the stand comes from."""
    for number, word in enumerate(place.near, start=1):
        if word.upos == "ADP" and word.form in place.words.stand_origins:
            phrase = tuple(takewhile(lambda item: item.upos in {"DET", "ADJ", "NOUN", "PROPN"}, place.near[number:]))
            if phrase:
                return text_span(phrase)
    return None

"""Statements that put forward the opposite of what an earlier one by somebody else does: they deny it.

*Lorenz habe Spieler geschlagen* · *Er sei nicht verhaftet worden* · *„Ich habe niemanden geschlagen“*: the event is the
same, the polarity is not, and nothing says that other people or places are meant. Another version that negates nothing
is no denial.
"""

from collections.abc import Iterator, Sequence

from attrib.stand.candidates import Candidates
from attrib.stand.central import REACH
from attrib.stand.keys import deeds, keys
from attrib.stand.wording import is_open
from attrib.statement.event import event_clause
from attrib.statement.grouping import Proposition
from attrib.statement.predicate import main_predicate
from attrib.statement.told import Told
from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.view import text_span
from attrib.text.words import any_form, any_overlaps

_OPPOSITE = {"positive": "negative", "negative": "positive"}
_NEAR = 3
"""Sentences back in which a pronoun finds whom it means."""


class Opposites:
    """Says which statements of a document deny earlier ones by putting the opposite forward."""

    def __init__(self, text: Text, candidates: Candidates) -> None:
        self.denials: set[str] = set()
        """The statements that are denied in so many words (*bestritt, dass p*): who says p later contradicts nobody."""
        self._text = text
        self._candidates = candidates

    def pairs(self, told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
        """An earlier statement and the later one, by other parties, that negates it."""
        by_event: dict[str, list[Told]] = {}
        for place, later in enumerate(told):
            yield from ((earlier, later) for earlier in self._said_not_to_be(told, place))
            if later.proposition is None or later.row.polarity not in _OPPOSITE:
                continue
            before = by_event.setdefault(later.proposition.event, [])
            yield from ((earlier, later) for earlier in before[-REACH:] if self._negates(later, earlier))
            for event in self._denied_beside(later) - {later.proposition.event}:
                others = by_event.get(event, [])[-REACH:]
                yield from ((earlier, later) for earlier in others if self._is_denied_beside(later, earlier))
            before.append(later)

    def _said_not_to_be(self, told: Sequence[Told], place: int) -> tuple[Told, ...]:
        """*Laut Kreml gab es kein solches Telefonat*; *es sei kein Pfefferspray eingesetzt worden*: what somebody else
        has just told of the thing that is said not to be."""
        later, listed = told[place], self._text.language.words
        if later.row.polarity != "negative" or later.row.type == "author" or later.row.id in self.denials:
            return ()
        near = [item for item in told[max(0, place - REACH) : place] if self._is_answered(later, item)]
        if not near:
            return ()
        words = self._text.words_in(later.quotation.spans)
        nouns = [word for word in words if word.upos == "NOUN"]
        things = [noun for noun in nouns if any_form(self._beside(noun), listed.negative_articles)]
        things += self._said_not_to_exist(words)
        if any(any_form(self._beside(noun), listed.pointing_determiners) for noun in things):
            return (near[-1],)
        denied = frozenset(keys(self._text, things))
        # *Pläne für eine Schließung gebe es nicht* · *wolle das Werk schließen*
        planned = [noun for noun in nouns if any(self._is_plan_of(thing, noun) for thing in things)]
        done = frozenset(deeds(self._text, planned))
        return tuple(
            item
            for item in near
            if denied & self._candidates.matter(item).keys or done & self._candidates.matter(item).deeds
        )

    def _said_not_to_exist(self, words: Sequence[Word]) -> list[Word]:
        """*Ein Leck habe es nicht gegeben*, *Den Vorfall gab es nie*: what there is not, and nothing else is told."""
        listed = self._text.language.words
        verbs = [word for word in words if word.upos == "VERB"]
        there = any_form(words, listed.impersonal_subjects) and any_form(words, listed.negations)
        if len(verbs) != 1 or verbs[0].lemma not in listed.existential_verbs or not there:
            return []
        return [word for word in self._beside(verbs[0]) if word.upos == "NOUN" and word.relation in {"obj", "nsubj"}]

    def _is_plan_of(self, thing: Word, noun: Word) -> bool:
        plan = thing.lemma.lower() in self._text.language.words.intention_nouns
        return plan and self._text.sentence_at(noun.start).sentence.head(noun) is thing

    def _is_answered(self, later: Told, item: Told) -> bool:
        """Whether a positive statement by somebody else stands just before another."""
        away = later.quotation.sentence - item.quotation.sentence
        other = set(later.parties).isdisjoint(item.parties) and bool(later.parties and item.parties)
        return 0 < away < _NEAR and other and is_open(item) and item.row.polarity == "positive"

    def _beside(self, noun: Word) -> list[Word]:
        """What the tree joins to a noun: its articles among others."""
        return list(self._text.sentence_at(noun.start).sentence.children(noun))

    def _negates(self, later: Told, earlier: Told) -> bool:
        one, other = later.proposition, earlier.proposition
        if one is None or other is None or one.is_amount or later.row.type == "author":
            return False
        opposite = later.row.polarity == _OPPOSITE[earlier.row.polarity] and is_open(earlier)
        opposite = opposite and self.denials.isdisjoint({earlier.row.id, later.row.id})
        apart = not set(later.parties).isdisjoint(earlier.parties) or _is_elsewhere(one, other)
        return opposite and not apart and self._is_same(later, earlier, one, other)

    def _denied_beside(self, item: Told) -> frozenset[str]:
        """*er habe mit ihm gesprochen, | er sei nicht verhaftet worden*: the events that a further clause says did not
        take place."""
        spans, negations = item.quotation.spans, self._text.language.words.negations
        clauses = (
            clause
            for view in self._text.views_touched(spans)
            for clause in view.clauses
            if clause.kind == "main" and any_form(clause.words, negations) and any_overlaps(spans, clause.words[0].span)
        )
        found = (event_clause(self._text, [text_span(clause.words)]) for clause in clauses if clause.words)
        return frozenset(clause.event for clause in found if clause is not None)

    def _is_denied_beside(self, later: Told, earlier: Told) -> bool:
        """Of such a clause it must be plain that both are about the same: nobody else is named, and it is a class."""
        one, other = later.proposition, earlier.proposition
        if one is None or other is None or not other.is_class or other.is_amount or later.row.type == "author":
            return False
        apart = not set(later.parties).isdisjoint(earlier.parties) or earlier.row.polarity != "positive"
        same = one.participants & other.participants or self._candidates.is_about(earlier, later.parties)
        return is_open(earlier) and not apart and bool(same)

    def _is_same(self, later: Told, earlier: Told, one: Proposition, other: Proposition) -> bool:
        """Whether the two are about the same: who takes part, or whom a pronoun means, or all else that one names."""
        common = one.participants & other.participants
        if common:
            contained = common in (one.participants, other.participants)
            return contained and (one.is_class or _shares_topics(one, other) or not (one.topics and other.topics))
        if one.participants and other.participants:
            return False
        if self._is_about_itself(later) and self._candidates.is_about(earlier, later.parties):
            return True
        if self._is_taken_up(later, earlier) or self._is_bare_event(later, earlier):
            return True
        return bool(one.topics and other.topics) and _shares_topics(one, other)

    def _subject(self, item: Told) -> Word | None:
        """The pronoun that is the subject of a statement."""
        predicate = main_predicate(self._text, item.quotation.spans, is_whole=True)
        words = () if predicate is None else predicate.words
        return next((word for word in words if word.upos == "PRON" and word.relation == "nsubj"), None)

    def _is_about_itself(self, item: Told) -> bool:
        """*Ich war nicht dort*; *beteuert, nicht dort gewesen zu sein*: whoever says so speaks of himself."""
        listed, words = self._text.language.words, self._text.words_in(item.quotation.spans)
        subject = self._subject(item)
        if subject is not None and subject.form in listed.pronouns_first_person:
            return True
        return item.row.type == "indirect" and not any(word.is_finite for word in words)

    def _is_bare_event(self, later: Told, earlier: Told) -> bool:
        """*Eine Festnahme habe es nicht gegeben*, said soon after: it names nothing else that could part them."""
        one, near = later.proposition, later.quotation.sentence - earlier.quotation.sentence <= _NEAR
        next_ = later.quotation.sentence - earlier.quotation.sentence <= 1
        return near and one is not None and (one.is_class or next_) and not (one.participants or one.topics)

    def _is_taken_up(self, later: Told, earlier: Told) -> bool:
        """*er sei nicht verhaftet worden*, said soon after of somebody whom the earlier statement names."""
        listed, subject = self._text.language.words, self._subject(later)
        third = listed.personal_subjects - listed.pronouns_first_person
        near = later.quotation.sentence - earlier.quotation.sentence <= _NEAR
        named = earlier.proposition is not None and bool(earlier.proposition.participants)
        named = named or self._candidates.is_about(earlier, later.parties)
        return near and named and subject is not None and subject.form in third


def _is_elsewhere(one: Proposition, other: Proposition) -> bool:
    """Whether the two name other places, other things counted or another figure."""
    pairs = ((one.places, other.places), (one.counted, other.counted))
    apart = any(a and b and not a & b for a, b in pairs)
    return apart or (one.value is not None and other.value is not None and one.value != other.value)


def _shares_topics(one: Proposition, other: Proposition) -> bool:
    """Whether the one that names less names nothing else than the other."""
    common = one.topics & other.topics
    return bool(common) and common in (one.topics, other.topics)

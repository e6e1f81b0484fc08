"""From the stands in a text to assessments of its statements, and from those to each statement's status."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from attrib.quotation.stand_found import StandFound, find_stands
from attrib.records import Assessment, Span, Statement
from attrib.source import Known, Party, Resolver
from attrib.stand.authored import choose_authored
from attrib.stand.candidate import Candidate
from attrib.stand.candidates import Candidates
from attrib.stand.central import REACH, central_claim
from attrib.stand.choice import NONE, Choice
from attrib.stand.choosing import choose
from attrib.stand.chosen_thing import of_deed
from attrib.stand.going_on import going_on
from attrib.stand.keys import deeds, keys
from attrib.stand.last_resort import last_matter, left_open_behind, only_matter
from attrib.stand.named_event import as_named
from attrib.stand.opposite import Opposites
from attrib.stand.pointer import Pointer
from attrib.stand.pointing import pointer
from attrib.stand.reason import Reason
from attrib.stand.repetition import is_of_event
from attrib.stand.rows import assessment, contradictions, once, with_status
from attrib.stand.said_again import said_again
from attrib.stand.search import Search
from attrib.stand.taken_up import is_pointing
from attrib.stand.takers import Takers, is_cue_of
from attrib.stand.target import own_content
from attrib.statement.grouping import groups
from attrib.statement.told import Statements, Told
from attrib.text.analysis import NO_WORD, Word
from attrib.text.text import Text
from attrib.text.words import NOUNS, ends_in

_ALL = 1.2
"""How much longer a statement is at most than the stand that is all it tells of."""
_IN_OTHER_WORDS = frozenset({"indirect", "indirect_free_indirect"})
_OF_ALL = frozenset({"saying", "accusation", "nothing", "thing", "case"})
"""What points to the matter, not to whatever stands right before."""
_ANSWERS = frozenset({"denies", "doubts", "withholds"})
"""The verdicts of those who answer what others said."""
_NEAR = 3
"""How many sentences back an only statement may be and is still what a stand without an object is about."""


def assess(
    text: Text, told: Sequence[Told], resolver: Resolver, known: Known
) -> tuple[tuple[Statement, ...], tuple[Assessment, ...], Known]:
    """The statements with their status in the document, every assessment found in it, and what is known by now."""
    stands = [stand for view in text.views for stand in find_stands(view)]
    taken = _Stands(text, told, resolver, known, reporting=_reporting(stands, Statements(told)))
    found = [item for stand in stands for item in taken.assessments(stand)]
    denied = {(item.statement, item.source) for item in found if item.verdict == "denies"}
    more = (
        *contradictions(text, taken.opposites.pairs(told), Reason.OPPOSITE),
        *contradictions(text, going_on(text, told, found, taken.takers.known.sources), Reason.GOES_ON),
    )
    # *kein solches Treffen* says so once.
    unique = once([*found, *(item for item in more if (item.statement, item.source) not in denied)])
    about: dict[str | None, list[Assessment]] = {}
    for item in unique:
        about.setdefault(item.statement, []).append(item)
    return tuple(with_status(item.row, about.get(item.row.id, ())) for item in told), unique, taken.takers.known


@dataclass(frozen=True, slots=True)
class _Taken:
    """A stand with who takes it and what it is about; `own` is the statement that only sums the stand up."""

    takers: tuple[str, ...]
    choice: Choice
    own: tuple[Told, ...] = ()
    counts: bool = True
    """Whether it is a stand at all."""


class _Before(NamedTuple):
    """The stand before: its paragraph, who took it and what it is about."""

    part: int
    takers: tuple[str, ...]
    choice: Choice


class _Stands:
    """The stands of one document, asked in text order: what was taken before decides what follows."""

    def __init__(
        self, text: Text, told: Sequence[Told], resolver: Resolver, known: Known, *, reporting: frozenset[str]
    ) -> None:
        self._text = text
        self._statements = Statements(told)
        self.takers = Takers(text, self._statements, resolver, known)
        self._reporting = reporting
        others = [item for item in told if item.row.id not in reporting]
        self._candidates = Candidates(text, others, resolver.cast, self.takers)
        self.opposites = Opposites(text, self._candidates)
        self._about: _Before | None = None
        """The stand before."""
        self._denied: dict[tuple[str, str | None], int] = {}
        """In which paragraph a party has denied a statement: what it goes on with there (*stütze diese Version nicht*)
        is no further stand."""
        self._answered: dict[str, int] = {}
        """Where each party has first rejected or left open what others said: what it goes on with answers them."""
        self._authors: dict[str, frozenset[str]] = {}
        """Whose saying a noun meant when it was last told: *den Bericht der Zeitung*."""

    def assessments(self, stand: StandFound) -> Iterator[Assessment]:
        """What the next stand says of each statement that it is about."""
        if self._is_bare_in_heading(stand):
            return
        for side in self.takers.sides(stand) or ((),):
            yield from self._assessed(stand, self._taken(stand, side))

    def _assessed(self, stand: StandFound, taken: _Taken) -> Iterator[Assessment]:
        """The rows of a stand."""
        if taken.counts and taken.choice.about:
            self._about = _Before(stand.view.sentence.part, taken.takers, taken.choice)
        if not taken.counts or (stand.verdict == "withholds" and self.takers.publisher in taken.takers):
            return
        about = {item.row.id: taken.choice for item in taken.choice.about}
        about |= {item.row.id: Choice((), "own_act", Reason.SUMS_UP) for item in taken.own}
        targets: list[tuple[str | None, Choice]] = [*about.items()] or [(None, taken.choice)]
        part = stand.view.sentence.part
        for source, (statement, choice) in product(taken.takers, targets):
            if stand.verdict == "denies":
                self._denied[source, statement] = part
            if stand.verdict == "denies" or self._denied.get((source, statement)) != part:
                yield assessment(self._text.document, stand, source, statement, choice)

    def _taken(self, stand: StandFound, side: tuple[str, ...]) -> _Taken:
        """Who takes the stand, on what; `side` is who, where it is one of two."""
        content = own_content(stand, self._statements)
        own = tuple(_own_act(stand, self._statements))
        points = Pointer("nothing") if content else self._with_author(pointer(stand, self._resolve))
        before, since = self.takers.last, stand.view.sentence.number - self.takers.sentence
        takers = side or self.takers.of(stand, content, is_about=bool(content or own))
        self.takers.last, self.takers.sentence = takers, stand.view.sentence.number
        if stand.stand.of_such and not content and since == 1 and takers == before:
            # *X widersprach. Eine solche Klausel stehe nirgends*: the same stand goes on.
            return _Taken(takers, NONE, counts=False)
        if stand.verdict == "denies":
            self.opposites.denials.update(item.row.id for item in (*content, *own))
        if stand.verdict in _ANSWERS:
            for taker in takers:
                self._answered.setdefault(taker, stand.evidence.start)
        if self._finds(stand, takers):
            return _Taken(takers, NONE, counts=False)
        if content:
            # *hat Beweise, dass p* vouches for what is said with it alone.
            vouches = stand.verdict == "confirms" and stand.stand.pos == "noun"
            more = () if vouches else self._said_again(content, stand, takers)
            return _Taken(takers, Choice((*content, *more), "complement", Reason.OWN_CLAUSE))
        choice = self._instead_of_answers(points, stand, self._choice(points, stand, takers))
        told = (points.is_thing or (points.is_spelled_out and not choice.about)) and not points.near
        told = (
            told and not self._says_only_of(stand, points) and (bool(choice.about) or not self._decides(stand, points))
        )
        summed_up = tuple(item for item in own if told and self._is_summed_up(stand, item, points))
        is_named = points.said_by is not None or points.kind == "nothing"
        refuses = stand.verdict == "withholds" and stand.speaker is not None and stand.stand.pos == "verb"
        unsaid = points.kind == "thing" or stand.stand.target != "complement"
        clear = refuses and not unsaid and not self._is_said_of_itself(stand)
        return _Taken(takers, choice, summed_up, bool(choice.about or summed_up) or clear or is_named)

    def _instead_of_answers(self, points: Pointer, stand: StandFound, choice: Choice) -> Choice:
        """*Kiew dementierte: q. Oman äußerte sich nicht dazu*: what is left open, or called right, is what the stand
        before is about, not what was said in taking it."""
        leaves = stand.verdict == "withholds" and points.kind in {"pronoun", "saying", "accusation"}
        vouches = stand.verdict == "confirms" and points.kind == "saying" and not points.near
        lacks = stand.verdict == "no_evidence" and points.is_unsaid
        if (
            not (leaves or vouches or lacks or points.is_in_other_words)
            or points.both
            or points.is_owned
            or self._about is None
            or not choice.about
        ):
            return choice
        part, takers, before = self._about
        answers = all(item.parties and set(item.parties) <= set(takers) for item in choice.about)
        return before if answers and before.about and part == stand.view.sentence.part else choice

    def _is_said_of_itself(self, stand: StandFound) -> bool:
        """*Der Kommissar sagte, die Kommission könne sich nicht zu Entwürfen äußern*: told as a rule, by which nothing
        that was said before is left open."""
        around = self._statements.around(stand.word.span)
        return any(item.quotation.type in _IN_OTHER_WORDS for item in around)

    def _with_author(self, points: Pointer) -> Pointer:
        """*den Bericht der Zeitung* … *nannte den Bericht falsch*: it is still hers."""
        noun = points.noun.lemma.lower()
        if points.said_by is not None:
            self._authors[noun] = points.said_by
        takes_up = points.kind == "saying" and not (points.near or points.both or points.country or points.content)
        return replace(points, said_by=self._authors.get(noun)) if takes_up else points

    def _choice(self, points: Pointer, stand: StandFound, takers: Sequence[str]) -> Choice:
        """What the stand's words point to, with whatever puts the same forward."""
        beside = self._put_forward(points, stand, self._candidates.beside(stand, takers, points.against))
        if points.kind == "accusation" and stand.verdict == "denies":
            # *bestreitet, p. Die Vorwürfe seien ehrenrührig, sagte der Chef*: who denies accuses nobody.
            beside = tuple(item for item in beside if not self._is_denial(item))
        if points.said_by is not None:
            points = replace(points, said_by=self._called(points.said_by, beside))
        nouns = [word for word in points.content if word.upos != "ADJ"]
        head = next(keys(self._text, nouns), "")
        happens = bool(nouns) and self._text.language.lexicon.event(nouns[0]) is not None
        events = self._events(points, stand)
        if events:
            earlier = [item.told for item in beside if item.is_before and not item.wording.is_bare]
            named = as_named(
                events,
                self._words_for(stand, takers) - {word.lemma.lower() for word in nouns},
                earlier,
                self._text.language.grammar,
            )
            same = tuple(item for item in earlier if item.row.polarity != "negative" and is_of_event(item, named))
            own = events if stand.verdict in {"confirms", "denies"} else []
            told = tuple(item for item in own if item.row.type == "indirect" and set(item.parties) & set(takers))
            if same or told:
                return Choice((*same, *told), "same_event", Reason.SAME_EVENT)
        named_keys = frozenset(keys(self._text, points.content))
        if stand.verdict == "confirms" and points.kind == "thing":
            beside = tuple(item for item in beside if item.told.row.polarity != "negative")
        points = replace(points, head=head)
        # *den Tod von 17 Menschen*: an event of which nothing before tells is another one, whatever nouns agree.
        found = NONE if events and happens else choose(Search(points, beside, named_keys))
        if points.kind == "thing" and not found.about and not points.of_validity:
            found = of_deed([*deeds(self._text, (word for word in nouns if word.upos == "NOUN"))], beside)
        if self._is_of_matter(points, stand) and not (found.about or (events and happens)):
            found = only_matter(beside)
        joined = self._joined(stand, takers) if points.kind == "nothing" and not found.about else NONE
        if joined.about:
            return joined
        if points.kind == "nothing" and not found.about:
            central = tuple(item for item in self._central(stand) if set(item.parties).isdisjoint(takers))
            behind = left_open_behind(beside) if self._begins_with_refusal(stand) else NONE
            last = behind if behind.about else last_matter(beside)
            found = Choice(central, "discourse", Reason.CENTRAL) if central and not behind.about else last
        elif not found.about or (points.kind == "accusation" and points.said_by is None):
            said_by = takers if points.said_by is None else points.said_by
            authored = self._candidates.authored(stand, said_by, points.against)
            more = choose_authored(Search(points, authored, named_keys))
            found = Choice((*found.about, *more.about), found.rule, found.reason) if found.about else more
        return Choice((*found.about, *self._said_again(found.about, stand, takers)), found.rule, found.reason)

    def _joined(self, stand: StandFound, takers: Sequence[str]) -> Choice:
        """*Auch die Botschaft hielt sich bedeckt*, *X hat ebenfalls dementiert*: what another one in the paragraph has
        just taken a stand on, nothing where this is no further stand."""
        before = self._about
        also = any(word.form in self._text.language.words.additive_particles for word in stand.near)
        if before is None or not also or before.part != stand.view.sentence.part:
            return NONE
        own = {party for item in before.choice.about for party in item.parties} | set(before.takers)
        return before.choice if own.isdisjoint(takers) else NONE

    def _finds(self, stand: StandFound, takers: Sequence[str]) -> bool:
        """*Das Gericht sah es als erwiesen an, dass p*: it rules, and confirms nobody's claim."""
        kinds = {self.takers.known.sources[taker].kind for taker in takers}
        return kinds == {"court"} and stand.verdict == "confirms" and stand.stand.pos == "adjective"

    def _words_for(self, stand: StandFound, takers: Sequence[str]) -> frozenset[str]:
        """The words by which whoever takes a stand is named here and elsewhere."""
        rows = [self.takers.known.sources[taker] for taker in takers if taker in self.takers.known.sources]
        names = {name.lower() for row in rows for name in (row.id, *row.name.split(), row.country or "")}
        mention = () if stand.speaker is None else self._text.words_in([stand.speaker])
        return frozenset({*names, *(word.lemma.lower() for word in mention)})

    def _is_of_matter(self, points: Pointer, stand: StandFound) -> bool:
        """*Einschüchterung wies er von sich*, *konnte den Hergang nicht bestätigen*: a stand that is about something
        said, by a noun that nobody need have used."""
        refuses = stand.verdict == "withholds" and stand.stand.verdict in {"confirms", "denies"}
        answers = stand.verdict in {"denies", "doubts"} or refuses
        has_news = self._text.parts[0].kind == "heading"
        return has_news and points.kind == "thing" and answers and bool(points.content) and not points.near

    def _put_forward(self, points: Pointer, stand: StandFound, beside: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """Without what others said in answering, which nobody leaves open, nor rejects in speaking of reports.

        *Kiew dementierte: q. Die Meldungen seien falsch, sagte auch Oslo*: not q.
        """
        near = points.near or points.is_known or set(stand.stand.words) & self._text.language.words.claim_pronouns
        leaves = stand.verdict == "withholds" and points.kind in _OF_ALL and not near
        rejects = stand.verdict == "denies" and points.of_report
        if not (leaves or rejects) or points.said_by is not None or points.both:
            return tuple(beside)
        return tuple(item for item in beside if not self._is_answer(item))

    def _is_answer(self, item: Candidate) -> bool:
        """Whether whoever states it has rejected something before, and accuses nobody with it."""
        since = [self._answered.get(party) for party in item.parties]
        start = item.told.quotation.end
        return (
            bool(since)
            and not item.wording.accuses
            and not item.about_taker
            and all(x is not None and x < start for x in since)
        )

    def _is_denial(self, item: Candidate) -> bool:
        """Whether a statement is what somebody denies with: *bestreitet, p*; *von p könne keine Rede sein*."""
        return item.told.row.id in self.opposites.denials or (item.wording.denies and item.is_negative)

    def _begins_with_refusal(self, stand: StandFound) -> bool:
        """Whether a paragraph begins with a stand that leaves something open."""
        first = self._text.parts[stand.view.sentence.part].start == stand.view.sentence.start
        return first and stand.verdict == "withholds"

    def _called(self, named: frozenset[str], beside: Sequence[Candidate]) -> frozenset[str]:
        """*die Vorwürfe der Ärzte*, said by *das Netzwerk deutscher Ärzte*; nobody if somebody without a name says
        nothing under these words."""
        rows = [self.takers.known.sources[party] for party in named]
        if any(row.origin != "unnamed" for row in rows) or any(item.is_by(named) for item in beside):
            return named
        return self._candidates.called_so(named, beside) or self._only_one_without_name(beside)

    def _only_one_without_name(self, beside: Sequence[Candidate]) -> frozenset[str]:
        """*Ein Doktorand behauptet, p. Sie bestreitet die Darstellung ihres Mitarbeiters*: nobody else has spoken in
        this paragraph."""
        near = [item for item in beside if item.is_before and not item.parts]
        spoken = {party for item in near for party in item.parties}
        people = [party for party in spoken if self.takers.known.sources[party].origin == "unnamed"]
        return frozenset(people if len(spoken) == len(people) == 1 else ())

    def _resolve(self, mention: Span) -> tuple[Party, ...]:
        return self.takers.resolve(mention)

    def _said_again(self, about: Sequence[Told], stand: StandFound, takers: Sequence[str]) -> tuple[Told, ...]:
        return said_again(self._text, self._candidates, about, stand, takers)

    def _events(self, points: Pointer, stand: StandFound) -> list[Told]:
        """*Verbündete bestätigten die Stationierung der Truppen*: the statement that holds the stand, if it tells which
        event it is about."""
        says_so = stand.stand.pos == "adjective" or (stand.stand.pos == "noun" and stand.verdict == "denies")
        if points.kind != "thing" or points.near or says_so:
            return []
        around = self._statements.around(stand.word.span)
        return [item for item in around if item.proposition is not None and item.proposition.is_class]

    def _says_only_of(self, stand: StandFound, points: Pointer) -> bool:
        """*äußerte sich nicht zu den Kämpfen*: no word for what may be so; *wollte das Leck nicht kommentieren*."""
        noun = points.noun or self._object(stand, points)
        comments = stand.verdict == "withholds" and stand.stand.verdict is None
        return comments and bool(noun) and stand.view.is_governed(noun)

    def _decides(self, stand: StandFound, points: Pointer) -> bool:
        """*schloss Stellenstreichungen aus*, of which nobody has spoken: what she may decide herself."""
        listed, head = self._text.language.words, self._object(stand, points)
        return stand.stand.lemma in listed.ruling_out_verbs and bool(head) and ends_in(head, listed.decided_things)

    def _is_summed_up(self, stand: StandFound, act: Told, points: Pointer) -> bool:
        """*Das Amt bestätigte den Fund*, whatever the noun is; *dementierte die Festnahme*, if it is an event.

        Not *bestätigte seine Buchung*, *bestätigte sie als Vorsitzende*; and a court that confirms a sentence acts.
        """
        words, listed = self._text.words_in(act.quotation.spans), self._text.language.words
        lexicon = self._text.language.lexicon
        head = self._object(stand, points)
        happens = lexicon.event(head) is not None
        somebody = head is NO_WORD or stand.view.is_party(head)
        own = not happens and any(word.form in listed.possessives and _determines(word, head, words) for word in words)
        other = somebody or own or any(word.form in listed.comparison_particles for word in words)
        kinds = {self.takers.known.sources[party].kind for party in act.parties}
        accuses = any(
            ends_in(word, listed.prosecutors | listed.advocates) for word in words
        )  # *Die Staatsanwältin bestätigte das Verfahren*
        rules = not happens and "court" in kinds and not accuses
        denied = points.kind == "involvement" or act.row.polarity == "negative"
        may_be = happens or denied or points.is_spelled_out or stand.stand.verdict == "confirms"
        again = (
            points.of_validity and points.noun and is_pointing(stand, points.noun)
        )  # *habe diesen Zusammenhang bestätigt*
        told = act.quotation.states == "topic" or (act.quotation.type in _IN_OTHER_WORDS and not again)
        return may_be and told and not other and not rules

    def _object(self, stand: StandFound, points: Pointer) -> Word:
        """*hat im Fall des Paters eine Mitschuld eingestanden*: what is confirmed or denied, before what a preposition
        governs."""
        if points.of_validity and points.noun:
            return points.noun
        nouns = [word for word in points.content if word.upos == "NOUN"]
        free = (word for word in nouns if not stand.view.is_governed(word) and not word.has("Case=Gen"))
        return next(free, nouns[0] if nouns else NO_WORD)

    def _is_bare_in_heading(self, stand: StandFound) -> bool:
        """*Russland dementiert* over a text: a heading takes a stand only with what is credited in it."""
        if self._text.parts[stand.view.sentence.part].kind != "heading":
            return False
        near = self._statements.near(stand.evidence)
        told = (item.quotation for item in near if item.quotation.overlaps(stand.evidence))
        return not any(said.type != "author" and said.states != "nothing" for said in told)

    def _central(self, stand: StandFound) -> tuple[Told, ...]:
        """The article's central claim: the largest one, without figures if it can be; or the only statement so far."""
        before = [item for item in _credited_before(stand, self._statements) if item.row.id not in self._reporting]
        leading = _largest(before, figures=False) or _largest(before)
        if leading:
            return leading
        if len(before) == 1 and before[0].quotation.sentence >= stand.view.sentence.number - _NEAR:
            return tuple(before)
        return tuple(before[place] for place in central_claim([item.quotation for item in before], self._text))


def _determines(word: Word, noun: Word, words: Sequence[Word]) -> bool:
    """*seine neue Buchung*; not *Kontakte zu seiner Tochter*."""
    behind = (item for item in words if item.number > word.number and item.upos in NOUNS)
    return next(behind, NO_WORD) is noun


def _reporting(stands: Sequence[StandFound], statements: Statements) -> frozenset[str]:
    """*Verbündete hätten das bestätigt, sagte die Sprecherin*: statements that only tell of another's stand."""
    return frozenset(
        item.row.id
        for stand in stands
        for item in statements.around(stand.word.span)
        if item.quotation.type == "indirect"
        and stand.speaker is not None
        and item.quotation.covers(stand.speaker)
        and item.quotation.length <= (stand.evidence.end - stand.evidence.start) * _ALL
    )


def _own_act(stand: StandFound, statements: Statements) -> Iterator[Told]:
    """*Das Amt bestätigte den Tod*: an act of confirming presupposes what it sums up, and confirms it; *den Tod könne
    man nicht bestätigen, sagte X* leaves it open."""
    near = statements.near(stand.word.span)
    acts = [item for item in near if item.quotation.type == "reported" and is_cue_of(stand, item)]
    leaves = stand.verdict == "withholds" or (stand.verdict == "confirms" and stand.word.is_finite)
    yield from acts or (item for item in near if leaves and _says_no_more(item, stand))


def _says_no_more(item: Told, stand: StandFound) -> bool:
    said = item.quotation
    whole = said.length <= (stand.evidence.end - stand.evidence.start) * _ALL
    return whole and said.type in _IN_OTHER_WORDS and said.covers(stand.word.span)


def _largest(before: Sequence[Told], *, figures: bool = True) -> tuple[Told, ...]:
    """The members of the largest claim among some statements; none if there are two."""
    said = (item.proposition for item in before)
    found = groups(item for item in said if item is not None and (figures or item.value is None))
    sizes = sorted(map(len, found))
    if not sizes or sizes[-1:] == sizes[-2:-1]:
        return ()
    members = {item.statement for item in max(found, key=len)}
    return tuple(item for item in before if item.row.id in members)


def _credited_before(stand: StandFound, statements: Statements) -> tuple[Told, ...]:
    """The last credited statements at the top level that end before the stand, as many as are looked at."""
    ended = statements.ended_before(stand.evidence)
    return tuple(item for item in ended if item.quotation.type not in {"author", "reported"})[-REACH:]

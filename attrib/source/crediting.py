"""Quotations → sources: each statement's parties, in text order, because what was named before decides what follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attrib.quotation import Quotation
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Source, Span, StatementSource
from attrib.registry.registry import Registry
from attrib.source import STEPS
from attrib.source.anonymity import anonymity
from attrib.source.known import Known, Party, to_statement_source
from attrib.source.own_role import own_role
from attrib.source.publisher import hearsay, publisher
from attrib.source.resolver import Question, Resolver, make_resolver
from attrib.source.spoken_for import is_past_holder, spoken_for
from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import SPEAKERS

_NEAR = 3
"""How many sentences back the statement is looked for that an adverb (*demnach*) takes up."""
_FAR = 6
"""Further back no statement is looked at."""
_REACH = 3
"""How many words around its head a subject has."""
_BEHIND = frozenset({"flat", "appos", "nmod", "compound"})
_NOBODY = "nobody is named"


@dataclass(frozen=True, slots=True)
class Credited:
    """A quotation with the parties behind it."""

    quotation: Quotation
    sources: tuple[StatementSource, ...]

    @property
    def stating(self) -> tuple[StatementSource, ...]:
        """The parties that put it forward, without those they speak for."""
        return tuple(link for link in self.sources if link.relation == "states")


@dataclass(frozen=True, slots=True)
class Crediting:
    """The credited quotations of a document, whom to ask for its parties, and what is known of them by now."""

    credited: tuple[Credited, ...]
    resolver: Resolver
    known: Known


def credit(text: Text, found: Sequence[Quotation], registry: Registry) -> Crediting:
    """Each quotation with its sources."""
    resolver = make_resolver(text, registry, STEPS)
    stage = _Stage(text, resolver)
    credited = tuple(stage.credited(quotation) for quotation in found)
    return Crediting(credited, resolver, stage.with_institutions_told())


class _Stage:
    """Goes through the quotations of one document in order; what it knows of their parties grows."""

    def __init__(self, text: Text, resolver: Resolver) -> None:
        self.known = Known()
        self._text = text
        self._resolver = resolver
        self._resolved: dict[tuple[Span, ...], tuple[Party, ...]] = {}
        """The parties of every mention that was resolved, by its spans."""
        self._before: list[Credited] = []
        self._past: dict[str, bool] = {}
        """Whether the text calls registered people former holders of an office, by their ids."""
        self._spoken_for: dict[str, str | None] = {}
        """For whom the text lets people speak whose row does not say it, by their ids; None for themselves."""

    def credited(self, quotation: Quotation) -> Credited:
        """The next quotation with its sources."""
        item = self._with_institutions(self._with_anonymity(self._credited(quotation)))
        self._before.append(item)
        return item

    def _credited(self, quotation: Quotation) -> Credited:
        if quotation.type == "author":
            return self._author(quotation)
        if not quotation.speaker and not quotation.anaphoric:
            return self._impersonal(quotation)
        parties = self._parties(quotation)
        self._resolved[quotation.speaker] = parties
        if quotation.impersonal:
            parties = tuple(replace(party, disclosure="impersonal") for party in parties)
        mention = self._text.cut(quotation.speaker)
        return Credited(quotation, tuple(to_statement_source(party, mention) for party in parties))

    def _parties(self, quotation: Quotation) -> tuple[Party, ...]:
        """The parties of a quotation with a speaker, or with words that point back to one."""
        known = self._resolved.get(quotation.speaker) if quotation.speaker else ()
        if quotation.borrowed and quotation.level and not known:
            return self._spoken_of(quotation.speaker)
        if quotation.anaphoric and not known:
            return self._back_reference(quotation)
        return known or self._of_whom_holds(quotation) or self._resolve(quotation.speaker)

    def _of_whom_holds(self, quotation: Quotation) -> tuple[Party, ...]:
        """Whom the speaker of the statement around an act calls so."""
        if quotation.type != "reported" or not quotation.level:
            return ()
        around = [item for item in self._before if all(map(item.quotation.covers, quotation.spans))]
        institutions = [link.source for item in around[-1:] for link in item.sources]
        found = own_role(self._text.cut(quotation.speaker), institutions, self._resolver.registry)
        if found is None:
            return ()
        self.known = self.known.with_entry(found[0], self._resolver.registry)
        return (found[1],)

    def _resolve(self, mention: Sequence[Span]) -> tuple[Party, ...]:
        parties, self.known = self._resolver.resolve(Span(mention[0].start, mention[-1].end), self.known)
        return parties

    def _spoken_of(self, mention: Sequence[Span]) -> tuple[Party, ...]:
        """*Reports in the Dutch press that p were false, X said*: whose words are answered has not spoken last."""
        found, self.known = self._resolver.parties(Span(mention[0].start, mention[-1].end), self.known)
        return found

    def _of_mention(self, mention: tuple[Span, ...]) -> tuple[Party, ...]:
        """The parties of a mention that was resolved before, else those it means."""
        return self._resolved.get(mention) or self._resolve(mention)

    def _author(self, quotation: Quotation) -> Credited:
        """The article's own voice, unless it is hearsay."""
        if quotation.impersonal:
            return self._hearsay(quotation)
        source = publisher(self._text.document, self._resolver.registry)
        self.known = self.known.with_rows(source)
        link = StatementSource(source=source.id, rule="publisher", detail="the article's own voice")
        return Credited(quotation, (link,))

    def _hearsay(self, quotation: Quotation) -> Credited:
        source = hearsay()
        self.known = self.known.with_rows(source)
        link = StatementSource(source=source.id, disclosure="impersonal", rule="hearsay", detail=_NOBODY)
        return Credited(quotation, (link,))

    def _impersonal(self, quotation: Quotation) -> Credited:
        """*hieß es weiter*: who was speaking; nobody in reach: hearsay.

        What no frame credits stays unresolved, as does a Konjunktiv alone.
        """
        if not quotation.impersonal or quotation.type == "indirect_free_indirect":
            return Credited(quotation, ())
        mention = quotation.refers_to
        parties = self._of_mention(mention) if quotation.continues and mention else ()
        if not parties:
            return self._hearsay(quotation)
        words = self._text.document.text[mention[0].start : mention[-1].end]
        detail = f"{_NOBODY}; {words} was speaking just before"
        links = tuple(
            StatementSource(source=party.source, disclosure="impersonal", mention=words, rule="goes_on", detail=detail)
            for party in parties
        )
        return Credited(quotation.with_(speaker=mention), links)

    def _back_reference(self, quotation: Quotation) -> tuple[Party, ...]:
        """*nach eigenen Angaben* → the subject of its clause; *demnach* → who was speaking before; *dem zufolge* → the
        noun that the pronoun takes up."""
        if quotation.refers_to:
            return self._of_mention(quotation.refers_to)
        if quotation.marker == "according_to":
            subject = _subject_span(self._text.views[quotation.sentence], quotation)
            return () if subject is None else self._resolve((subject,))
        return _last_party(quotation, self._before)

    def _with_anonymity(self, credited: Credited) -> Credited:
        """Anonymous parties with the words by which the text says that or why they stay so.

        *ein Mitarbeiter des Ministeriums, der anonym bleiben will* is nobody one can find by the role.
        """
        speaker = credited.quotation.speaker
        if not speaker or not any(map(self._is_without_name, credited.sources)):
            return credited
        mention = Span(speaker[0].start, speaker[-1].end)
        reason = anonymity(self._text.sentence_at(mention.start), mention)
        if reason is None:
            return credited
        words = self._text.cut((reason,))
        links = (
            link.model_copy(update={"anonymity": words, "disclosure": "unnamed"})
            if self._is_without_name(link)
            else link
            for link in credited.sources
        )
        return Credited(credited.quotation, tuple(links))

    def _is_without_name(self, link: StatementSource) -> bool:
        anonymous = self.known.sources[link.source].origin == "unnamed" and link.disclosure == "role"
        return anonymous or link.disclosure == "unnamed"

    def _with_institutions(self, credited: Credited) -> Credited:
        """The second link of people who speak for an institution, so that filters by institution find them too."""
        stated = {link.source for link in credited.sources}
        links = {link.source: link for link in self._institutions(credited) if link.source not in stated}
        return Credited(credited.quotation, (*credited.sources, *links.values()))

    def _institutions(self, credited: Credited) -> Iterator[StatementSource]:
        for link in credited.sources:
            person = self.known.sources[link.source]
            institution = self._institution_of(person)
            if institution is not None:
                yield StatementSource(
                    source=institution,
                    relation="speaks_for",
                    disclosure=link.disclosure,
                    mention=link.mention,
                    rule="speaks_for",
                    detail=f"{person.name} speaks for it",
                )

    def _institution_of(self, person: Source) -> str | None:
        """Whom a person speaks for on the day of the document; a former minister no longer does for the ministry."""
        if person.origin != "registry" or person.speaks_for is None:
            return person.speaks_for or self._told_for(person)
        if self._is_past_holder(person.id):
            return None
        entry = self._resolver.registry.by_id[person.id]
        institution = entry.speaks_for_on(self._text.document.published)
        if institution is not None:
            self.known = self.known.with_entry(self._resolver.registry.by_id[institution], self._resolver.registry)
        return institution

    def _is_past_holder(self, person: str) -> bool:
        """*Der frühere Präsident des Dienstes, Karl Lund*: whether the text calls somebody so."""
        if person not in self._past:
            referent = self._resolver.cast.referents.get(person)
            question = Question(self._resolver, self.known)
            self._past[person] = referent is not None and is_past_holder(question, referent)
        return self._past[person]

    def _told_for(self, person: Source) -> str | None:
        """The institution for which somebody speaks by the text alone."""
        if person.id not in self._spoken_for:
            referent, question = self._resolver.cast.referents.get(person.id), Question(self._resolver, self.known)
            belongs = person.origin != "registry" and person.part_of is not None
            asked = None if belongs or referent is None or not referent.is_person else referent
            institution = None if asked is None else spoken_for(question, asked)
            self._spoken_for[person.id] = None if institution is None else institution.id
            self.known = question.known
        return self._spoken_for[person.id]

    def with_institutions_told(self) -> Known:
        """What is known in the end, with the rows of people pointing to the institutions for which they speak."""
        rows = ((id_, institution) for id_, institution in self._spoken_for.items() if institution is not None)
        changed = {id_: self.known.sources[id_].model_copy(update={"speaks_for": of}) for id_, of in rows}
        return replace(self.known, sources=self.known.sources.with_(changed))


def _subject_span(view: View, quotation: Quotation) -> Span | None:
    """The subject of what is put forward, without what stands far from it."""
    head = _subject(view, quotation)
    if head is None or _is_done_to(view, head):
        return None
    if head.is_relative:
        return speaker_span(view, head)  # *der Händler, der nach eigenen Worten p*
    kept = (word for word in view.sentence.subtree(head) if _is_of_subject(word, head))
    run = [word for word in kept if quotation.overlaps(word)]
    return Span(run[0].start, run[-1].end)


def _is_done_to(view: View, head: Word) -> bool:
    """*nach eigenen Angaben wurden dreihundert Häuser zerstört*: what something is done to tells nothing."""
    auxiliaries = view.language.words.passive_auxiliaries
    done = any(word.upos == "AUX" and word.lemma in auxiliaries for word in view.clause_of(head).words)
    return done and head.upos == "NOUN" and not view.is_party(head)


def _subject(view: View, quotation: Quotation) -> Word | None:
    """The first subject, or else what stands in the nominative before the cue."""
    place = min(span.start for span in quotation.cue)
    nominal = [word for word in view.sentence.words if word.upos in SPEAKERS and quotation.overlaps(word)]
    subjects = [word for word in nominal if word.relation == "nsubj"]
    nominative = (word for word in nominal if word.start < place and word.has("Case=Nom"))
    return next(iter(subjects), None) or next(nominative, None)


def _is_of_subject(word: Word, head: Word) -> bool:
    distance = word.number - head.number
    return abs(distance) <= _REACH and (distance <= 0 or word.relation in _BEHIND)


def _last_party(quotation: Quotation, before: Sequence[Credited]) -> tuple[Party, ...]:
    """The parties of the nearest statement before, at most three sentences away."""
    for item in reversed(before):
        if item.quotation.sentence < quotation.sentence - _FAR:
            break
        if item.sources and item.quotation.type != "author" and _is_before(item.quotation, quotation):
            return tuple(
                Party(link.source, link.disclosure or "named", "anaphor", f"as in the statement before ({link.rule})")
                for link in item.stating
            )
    return ()


def _is_before(earlier: Quotation, quotation: Quotation) -> bool:
    near = quotation.sentence - _NEAR <= earlier.sentence <= quotation.sentence
    return near and earlier.end <= quotation.start

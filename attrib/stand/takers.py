"""Who takes a stand: its subject, the source of the statement that holds it, both sides, or the publisher."""

from collections.abc import Sequence
from functools import cached_property

from attrib.quotation.stand_found import StandFound, is_lacking
from attrib.quotation.stand_taker import is_refused_by_all
from attrib.records import Span
from attrib.source import Known, Party, Resolver
from attrib.source.own_role import own_role
from attrib.source.publisher import publisher, unnamed
from attrib.stand.self_reference import speaker_of_itself
from attrib.statement.told import Statements, Told
from attrib.text.text import Text


class Takers:
    """Asked for each stand of one document in text order; `known` grows by the parties that stands bring in."""

    def __init__(self, text: Text, statements: Statements, resolver: Resolver, known: Known) -> None:
        self.known = known
        self.last: tuple[str, ...] = ()
        """Who took the stand before."""
        self.sentence = -1
        """The number of the sentence in which that was."""
        self._text = text
        self._statements = statements
        self._resolver = resolver

    @cached_property
    def publisher(self) -> str:
        """The id of the one who writes."""
        return publisher(self._text.document, self._resolver.registry).id

    def sides(self, stand: StandFound) -> tuple[tuple[str, ...], ...]:
        """*Beide Seiten bestritten das*: the two parties who spoke last, each of which takes it; empty if nobody is
        called so."""
        listed = self._text.language.words
        words = () if stand.speaker is None else self._text.words_in([stand.speaker])
        if not (any(word.form in listed.both for word in words) and any(word.form in listed.sides for word in words)):
            return ()
        near = [item for item in self._statements.ended_before(stand.evidence) if item.parties]
        part = stand.view.sentence.part
        spoken = [item.parties for item in reversed(near) if part - item.row.part <= 1]
        sides = tuple(dict.fromkeys(spoken))[:2]
        return sides if len(sides) == len({party for side in sides for party in side}) == 2 else ()

    def of(self, stand: StandFound, content: Sequence[Told], *, is_about: bool) -> tuple[str, ...]:
        """Who takes the stand: its subject, the source of the statement that holds it, or the publisher."""
        said = [item for item in content if item.quotation.type == "direct" and is_cue_of(stand, item)]
        if said:
            return said[0].parties  # *„p“, gab X zu*: who is quoted
        around = self._statements.around(stand.word.span)
        holding = [item for item in around if item.quotation.type != "author" and item.parties]
        is_said = any(item.quotation.type in {"direct", "indirect"} for item in around)
        own = min(holding, key=lambda item: item.quotation.length) if holding else None
        itself = speaker_of_itself(self._text, self._resolver.cast, stand, own) if own is not None else ()
        if itself:
            return itself
        if stand.continues and self.last and self.sentence == stand.view.sentence.number:
            return self.last
        if stand.continues and stand.speaker is not None:
            spoken = self._of_speaker(stand, stand.speaker)
            if spoken:
                return spoken
        if stand.speaker is not None:
            parties = self._own_role(stand) or self.resolve(stand.speaker)
            if own is not None and any(self.known.sources[party.source].kind == "document" for party in parties):
                return own.parties  # *Die Daten gäben das nicht her, sagte X*: it is X who says what they show
            if parties or stand.stand.pos == "verb":
                return tuple(party.source for party in parties) or self._somebody(stand)
        if own is not None and not (is_lacking(stand) or _owes_evidence(stand, own)):
            return own.parties
        by_nobody = stand.verdict == "denies" or (stand.verdict == "withholds" and self._is_refused_by_all(stand))
        if stand.agentless and stand.stand.pos == "verb" and by_nobody:
            return self._unnamed()
        unsaid = stand.agentless and stand.stand.pos == "verb" and not (is_about or stand.stand.of_matter)
        if unsaid and stand.verdict == "confirms":
            return ()
        # *„Das ist Unsinn“, sagte der 48-Jährige*: somebody does, and not the publisher.
        return () if is_said and own is None else (self.publisher,)

    def _is_refused_by_all(self, stand: StandFound) -> bool:
        """*Offiziell wollte das niemand bestätigen*."""
        return is_refused_by_all(stand.near, self._text.language.words)

    def _of_speaker(self, stand: StandFound, mention: Span) -> tuple[str, ...]:
        """*Hansol said | it does not comment*; *he could not confirm it, the envoy said*: whoever says so speaks of
        himself; of what is said in turn, the innermost."""
        known = self._text.language.words
        taken_up = known.subject_pronouns | known.own_pronouns | known.neuter_pronouns
        if any(word.form not in taken_up for word in self._text.words_in([mention])):
            return ()
        around = self._statements.around(stand.word.span)
        told = [item for item in around if item.quotation.type == "indirect" and item.quotation.covers(mention)]
        return min(told, key=lambda item: item.quotation.length).parties if told else ()

    def _somebody(self, stand: StandFound) -> tuple[str, ...]:
        """*Die beiden Frauen bestritten das*: somebody denies it, whoever they are; a pronoun may mean anybody.

        *Sie räumte Fehler ein, wies das aber zurück*: what else is done in one sentence, the same party does.
        """
        if self.sentence == stand.view.sentence.number and self.last:
            return self.last
        words = () if stand.speaker is None else self._text.words_in([stand.speaker])
        latter = self._text.language.words.latter_words  # *was dieser bestritt*
        described = any(word.upos == "NOUN" or word.form in latter for word in words)
        return self._unnamed() if described and stand.verdict in {"denies", "doubts"} else ()

    def _unnamed(self) -> tuple[str, ...]:
        self.known = self.known.with_rows(unnamed())
        return (unnamed().id,)

    def resolve(self, mention: Span) -> tuple[Party, ...]:
        """The parties of a mention, which are known from now on."""
        parties, self.known = self._resolver.resolve(mention, self.known)
        return parties

    def _own_role(self, stand: StandFound) -> tuple[Party, ...]:
        """*Verbündete hätten das bestätigt*, said by the NATO's spokeswoman: hers, if the registry knows such."""
        if stand.speaker is None:
            return ()
        noun = self._text.cut([stand.speaker])
        holding = self._statements.around(stand.word.span)
        institutions = {link.source for item in holding for link in item.row.sources}
        found = own_role(noun, institutions, self._resolver.registry)
        if found is None:
            return ()
        self.known = self.known.with_entry(found[0], self._resolver.registry)
        return (found[1],)


def is_cue_of(stand: StandFound, item: Told) -> bool:
    """Whether the word of a stand is the one that a statement is told with: *bestätigte p*."""
    return any(span.contains(stand.word.span) for span in item.quotation.cue)


def _owes_evidence(stand: StandFound, own: Told) -> bool:
    """*Belege dafür legte die Gruppe nicht vor*: it is the publisher who says so of her."""
    unproven = stand.stand.pos == "noun" and stand.verdict == "no_evidence" and stand.agentless
    return unproven and own.quotation.type == "reported"

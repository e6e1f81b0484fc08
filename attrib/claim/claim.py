"""The statements of one claim side by side: what each goes back to, who supports whom, and the rows that follow."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrib.claim.corpus import Corpus, Member
from attrib.claim.credibility import Support, basis, credibility
from attrib.claim.origin import Origin, origin_of
from attrib.records import (
    Assessment,
    Certainty,
    Claim,
    ClaimOrigin,
    ClaimStatement,
    Copy,
    Independence,
    Polarity,
    Verdict,
)
from attrib.stand.status import status
from attrib.statement.grouping import ALONE, Figures, likeness

LABEL = 120
"""Characters of a claim's label."""
_FIRM: frozenset[Certainty] = frozenset({"certain", "probable"})
_CLOSE = 0.05
"""Figures that differ by no more than this share are one version."""
_IN_WORDS = frozenset({"complement", "own_act", "same_event", "negation"})
"""Rules of stands that say in words of their own what they are about."""
_COMPARED = 200
"""A statement of a very large claim is compared with so many others to find the central one."""


def agree(one: Figures | None, other: Figures | None) -> bool:
    """Whether two figures are one version: equal within 5 percent, or one inside the range of the other."""
    if one is None or other is None or one[0] is None or other[0] is None:
        return one == other
    low, high = one[0], one[1] or one[0]
    lower, higher = other[0], other[1] or other[0]
    slack = _CLOSE * max(high, higher)
    return low <= higher + slack and lower <= high + slack


def _places(member: Member) -> frozenset[str]:
    return frozenset() if member.proposition is None else member.proposition.places


def label(exact: str) -> str:
    """The words of a statement as a claim's label, cut at a blank."""
    if len(exact) <= LABEL:
        return exact
    return exact[: LABEL - 1].rsplit(" ", 1)[0] + "…"


class ClaimGroup:
    """The statements of one claim, with what follows from standing side by side."""

    def __init__(self, corpus: Corpus, members: Sequence[Member], copied: Iterable[Copy]) -> None:
        self.corpus = corpus
        self.members = sorted(members, key=lambda member: (member.said, member.id))
        self.copies = {copy.document for copy in copied}
        self._loose: dict[str, bool] = {}
        content = min(member.id for member in members)
        self.id = b32encode(hashlib.sha256(content.encode()).digest())[:12].decode("ascii").lower()

    def origins(self, member: Member) -> tuple[Origin, ...]:
        """The origins of one statement."""
        return self.corpus.origins[member.id]

    def independent(self, member: Member) -> set[str]:
        """Its independent origins."""
        return {item.source for item in self.origins(member) if item.independence == "independent"}

    def counts(self, member: Member) -> bool:
        """Whether it supports others: credited to a party, firmly put, no copy, not as somebody corrected it."""
        return (
            member.type != "author"
            and not member.by_hand
            and member.polarity != "underspecified"
            and member.certainty in _FIRM
            and member.document not in self.copies
            and bool(self.independent(member))
        )

    def backs(self, member: Member) -> bool:
        """Whether it counts and puts the claim forward, not its opposite."""
        return self.counts(member) and member.polarity == "positive" and not self.is_denied_by_itself(member)

    def is_denied_by_itself(self, member: Member) -> bool:
        """*X bestreitet, dass p*: the words put p forward although their source denies it."""
        own = set(member.sources)
        stands = self.corpus.about.get(member.id, ())
        return any(item.source in own and item.verdict in {"denies", "doubts"} for item in stands)

    def content(self, member: Member) -> Polarity:
        """Whether the words themselves say p or not-p, whoever denies them."""
        return "positive" if self.is_denied_by_itself(member) else member.polarity

    def is_loose(self, member: Member) -> bool:
        """Whether nothing but the matter that articles share joins it to the others (*eine zweite Entsendung*).

        Then it stands beside them, but nobody who speaks of them speaks of it.
        """
        known = self._loose.get(member.id)
        if known is None:
            known = self._loose[member.id] = self._is_joined_by_setting_alone(member)
        return known

    def _is_joined_by_setting_alone(self, member: Member) -> bool:
        one = member.proposition
        if one is None or one.document is None or (one.strong and one.topics):
            return False
        others = (other.proposition for other in self.members if other is not member and other.proposition is not None)
        alike = (likeness(one, other, self.corpus.settings) for other in others)
        rules = (like.rule for like in alike if like is not None)
        return next(rules, "") == ALONE and all(rule == ALONE for rule in rules)

    def support(self) -> tuple[Assessment, ...]:
        """The stands that parties take through their own statements on those of other origins."""
        speaking: dict[tuple[str, Polarity, object], Member] = {}
        for member in filter(self.counts, self.members):
            for origin in sorted(self.independent(member)):
                speaking.setdefault((origin, member.polarity, member.value), member)
        found = [
            self._stand(target, origin, speaker)
            for target in self.members
            for (origin, _, _), speaker in speaking.items()
            if self._bears_on(speaker, origin, target)
        ]
        unique = {(item.statement, item.source, item.verdict): item for item in reversed(found)}
        return tuple(sorted(unique.values(), key=lambda item: (item.statement or "", item.through or "", item.source)))

    def _bears_on(self, speaker: Member, origin: str, target: Member) -> bool:
        if origin in self.independent(target) or self.content(target) == "underspecified":
            return False
        if speaker.id == target.id or self.is_loose(speaker) or self.is_loose(target):
            return False
        if speaker.polarity == self.content(target):
            # *11.000 Soldaten* supports *Soldaten*, not the other way round, and no other figure.
            return target.value is None or agree(speaker.value, target.value)
        return speaker.value is None or agree(speaker.value, target.value)

    def _stand(self, target: Member, origin: str, speaker: Member) -> Assessment:
        verdict: Verdict = "supports" if speaker.polarity == self.content(target) else "denies"
        sources = self.corpus.sources
        own = (source for source in speaker.sources if origin_of(sources[source], sources).source == origin)
        says = next(own, speaker.sources[0] if speaker.sources else origin)
        words = "puts the same forward" if verdict == "supports" else "puts the opposite forward"
        return Assessment(
            document=speaker.document,
            statement=target.id,
            source=says,
            verdict=verdict,
            start=speaker.start,
            end=speaker.end,
            exact=speaker.exact,
            rule="corroboration",
            detail=f"{words}, from another origin ({origin})",
            through=speaker.id,
        )

    def stands_on(self, member: Member, derived: Sequence[Assessment]) -> list[Assessment]:
        """Every stand that bears on one statement: on itself, on others of the claim, and through others."""
        found = list(self.corpus.about.get(member.id, ()))
        found += [item for item in derived if item.statement == member.id]
        taken = {(item.source, item.verdict) for item in found}
        for other in self.members:
            for item in self.corpus.about.get(other.id, ()):
                if (item.source, item.verdict) not in taken and self._reaches(item, other, member):
                    taken.add((item.source, item.verdict))
                    found.append(item)
        return found

    def _reaches(self, item: Assessment, other: Member, member: Member) -> bool:
        """Whether a stand on one statement of the claim bears on another, by the figures and places that each gives.

        Whoever rejects *the reports* of one article says nothing of numbers and places that others alone tell.
        """
        if other.id == member.id or self.content(other) != self.content(member):
            return False
        if self.is_loose(other) or self.is_loose(member):
            return False
        if item.verdict == "confirms":
            origin = origin_of(self.corpus.sources[item.source], self.corpus.sources).source
            repeats = origin in {each.source for each in self.origins(member)}
            return not repeats and (member.value is None or agree(other.value, member.value))
        if other.document == member.document or item.rule in _IN_WORDS:
            return other.value is None or agree(other.value, member.value)
        figure = member.value is None or agree(other.value, member.value)
        return figure and _places(member) <= _places(other)

    def record(self, derived: Sequence[Assessment]) -> Claim:
        """The claim's own row."""
        central = self.central
        # Who denies that it is not so denies no claim.
        plain = {member.id for member in self.members if self.content(member) != "negative"}
        stands = [item for member in self.members if member.id in plain for item in self._held(member)]
        bearing = [item for item in derived if item.statement in plain]
        stands += [item for item in bearing if item.verdict == "denies"]
        verdicts = {item.verdict for item in stands}
        agreeing = self._agreeing(derived)
        support = Support(
            statements=len(self.members),
            origins=len(self._putting_forward("independent")),
            unknown_origins=len(self._putting_forward("unknown")),
            agreeing=agreeing,
        )
        named = [(item.verdict, self.corpus.sources[item.source].name) for item in stands]
        supporting = [item for item in bearing if item.verdict == "supports"]
        return Claim(
            id=self.id,
            statement=central.id,
            label=label(central.exact),
            event=central.proposition.event if central.proposition is not None else "",
            statements=len(self.members),
            documents=len({member.document for member in self.members}),
            origins=support.origins,
            unknown_origins=support.unknown_origins,
            agreeing=agreeing,
            versions=len({member.value for member in self.members if member.value is not None}),
            status=status([*stands, *supporting], type="indirect", is_hearsay=False, origins=agreeing),
            credibility=credibility(agreeing, verdicts, opposing=self._opposing(stands)),
            basis=basis(support, named),
        )

    def _opposing(self, stands: Iterable[Assessment]) -> int:
        """How many independent origins deny or doubt."""
        parties = {item.source for item in stands if item.verdict in {"denies", "doubts"}}
        found = (origin_of(self.corpus.sources[party], self.corpus.sources) for party in parties)
        return len({origin.source for origin in found if origin.independence == "independent"})

    def _held(self, member: Member) -> Sequence[Assessment]:
        """The stands that the texts hold on a statement."""
        return self.corpus.about.get(member.id, ())

    def _putting_forward(self, independence: Independence) -> set[str]:
        """The origins of that independence whose statements do not deny the claim, copies left out."""
        return {
            origin.source
            for member in self.members
            if member.polarity != "negative" and member.document not in self.copies and not member.by_hand
            for origin in self.origins(member)
            if origin.independence == independence
        }

    def _agreeing(self, derived: Sequence[Assessment]) -> int:
        """How many independent origins agree on the statement that most of them support."""
        most = 0
        for member in filter(self.backs, self.members):
            origins = self.independent(member) | {
                origin_of(self.corpus.sources[item.source], self.corpus.sources).source
                for item in derived
                if item.statement == member.id and item.verdict == "supports"
            }
            most = max(most, len(origins))
        return most

    @cached_property
    def central(self) -> Member:
        """The statement most like the others, no denial and none with a figure if there is another; of several a
        credited one, a whole clause, the shortest, the first.
        """
        return min(
            self.members,
            key=lambda item: (
                item.polarity != "positive",
                item.value is not None,
                -self._likeness(item),
                item.type == "author",
                item.exact[:1].islower(),
                len(item.exact),
                item.id,
            ),
        )

    def _likeness(self, member: Member) -> float:
        """Mean likeness to the others in fifths: what differs by less is equally central."""
        others = self.members[:_COMPARED]
        return round(5 * sum(self._like(member, other) for other in others) / len(others)) / 5

    def _like(self, one: Member, other: Member) -> float:
        if one.proposition is None or other.proposition is None:
            return 0.0
        found = likeness(one.proposition, other.proposition, self.corpus.settings)
        return 0.0 if found is None else found.share

    def rows(self) -> Iterator[ClaimStatement]:
        """One row for each statement, with the reason why it belongs here."""
        central = self.central
        for member in self.members:
            rule, reason = self._reason(member, central)
            value, value_to = member.value or (None, None)
            origins = self.origins(member)
            yield ClaimStatement(
                claim=self.id,
                statement=member.id,
                polarity=member.polarity,
                value=value,
                value_to=value_to,
                qualifier=member.qualifier if value is not None else None,
                origin=origins[0].source if origins else None,
                counts=self.counts(member),
                rule=rule,
                reason=reason,
            )

    def _reason(self, member: Member, central: Member) -> tuple[str, str]:
        """What a statement shares with the central one, else with the first statement it is like."""
        if member is central:
            return "central", "most like the other statements of the claim"
        for other in (central, *self.members):
            if other is not member and member.proposition is not None and other.proposition is not None:
                found = likeness(member.proposition, other.proposition, self.corpus.settings)
                if found is not None:
                    return found.rule, f"{found.reason} (as in {other.id})"
        return "same_claim", "joined through other statements"

    def origin_rows(self) -> list[ClaimOrigin]:
        """Every origin once, copies left out, in the order of their ids."""
        found: dict[str, list[Origin]] = {}
        for member in self.members:
            if member.document not in self.copies and not member.by_hand:
                for origin in self.origins(member):
                    found.setdefault(origin.source, []).append(origin)
        return [
            ClaimOrigin(
                claim=self.id,
                source=source,
                independence=listed[0].independence,
                statements=len(listed),
                reason=max(listed, key=lambda origin: origin.reason != "named").reason,
            )
            for source, listed in sorted(found.items())
        ]

"""What holds between the statements of all documents: claims and their versions, origins, support, status.

`link` is a pure function of everything that is stored of the documents: whatever the order or the batches in which they
came, the same documents give the same claims.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from attrib.claim.claim import ClaimGroup
from attrib.claim.copies import Text, copies
from attrib.claim.corpus import Corpus, Member
from attrib.claim.origin import origin_of
from attrib.records import Assessment, Claim, ClaimOrigin, ClaimStatement, Copy, Status
from attrib.stand.status import deciding, status
from attrib.statement.grouping import Block, Pair, Proposition, compare_blocks, groups
from attrib.statement.setting import Settings


class Links(NamedTuple):
    """Everything that was found by comparing the statements of all documents."""

    claims: Sequence[Claim]
    statements: Sequence[ClaimStatement]
    origins: Sequence[ClaimOrigin]
    copies: Sequence[Copy]
    assessments: Sequence[Assessment]
    """The stands that parties take through other statements."""
    statuses: Mapping[str, Status]
    """The status of every statement, by its id."""
    status_by: Sequence[tuple[str, Assessment]]
    """Statement id and an assessment that decided its status."""


class Compares(Protocol):
    """What takes most of the time of linking, done here (`Here`) or on many machines, with the same result."""

    def copies(self, texts: Sequence[Text]) -> Sequence[Copy]:
        """As `attrib.claim.copies.copies`."""

    def blocks(self, nodes: Sequence[Proposition], blocks: Iterable[Block], settings: Settings) -> Iterable[Pair]:
        """As `attrib.statement.grouping.compare_blocks`."""


class Here:
    """In this process."""

    copies = staticmethod(copies)
    blocks = staticmethod(compare_blocks)


def link(corpus: Corpus, compares: Compares | None = None) -> Links:
    """Claims, origins, copies, support and statuses of a corpus."""
    compares = compares or Here()
    copied = compares.copies(corpus.texts)
    by_id = {member.id: member for member in corpus.members}
    propositions = (member.proposition for member in corpus.members if member.proposition is not None)
    grouped = groups(propositions, corpus.settings, compare=compares.blocks)
    claims = [ClaimGroup(corpus, [by_id[item.statement] for item in group], copied) for group in grouped]
    derived = {claim.id: claim.support() for claim in claims}
    stands: dict[str, list[Assessment]] = {key: list(found) for key, found in corpus.about.items()}
    for claim in claims:
        for member in claim.members:
            stands[member.id] = claim.stands_on(member, derived[claim.id])
    statuses = {member.id: _status(corpus, member, stands.get(member.id, ())) for member in corpus.members}
    return Links(
        claims=tuple(claim.record(derived[claim.id]) for claim in claims),
        statements=tuple(row for claim in claims for row in claim.rows()),
        origins=tuple(row for claim in claims for row in claim.origin_rows()),
        copies=copied,
        assessments=tuple(item for claim in claims for item in derived[claim.id]),
        statuses=statuses,
        status_by=tuple(
            (member.id, item)
            for member in corpus.members
            for item in deciding(statuses[member.id], stands.get(member.id, ()))
        ),
    )


def _status(corpus: Corpus, member: Member, stands: Sequence[Assessment]) -> Status:
    own = () if member.by_hand else corpus.origins[member.id]
    origins = {item.source for item in own if item.independence == "independent"}
    origins |= {
        origin_of(corpus.sources[item.source], corpus.sources).source for item in stands if item.verdict == "supports"
    }
    hearsay = any(corpus.sources[source].origin == "hearsay" for source in member.sources)
    return status(stands, type=member.type, is_hearsay=hearsay, origins=len(origins))

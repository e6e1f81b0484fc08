"""The statements of all documents as far as they are compared with each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from attrib.claim.copies import Text
from attrib.claim.origin import Origin, origin_of
from attrib.records import Assessment, Certainty, Polarity, Qualifier, Source, StatementType
from attrib.statement.grouping import Figures, Proposition
from attrib.statement.setting import Naming, Settings


@dataclass(frozen=True, slots=True)
class Member:
    """A statement as far as it is compared with others."""

    id: str
    document: str
    said: str
    """When it was said or published, as a text that sorts; unknown ones last."""
    type: StatementType
    polarity: Polarity
    certainty: Certainty
    exact: str
    start: int
    end: int
    sources: tuple[str, ...]
    """The parties that state it."""
    ends: tuple[str, ...] = ()
    """The parties at the end of its chain: those it goes back to."""
    proposition: Proposition | None = None
    naming: Naming | None = None
    """Whom and which places it names, whether it can be compared or not."""
    qualifier: Qualifier | None = None
    by_hand: bool = False
    """Whether a person corrected what it says or who says it: then it stands beside the others and supports none."""

    @property
    def value(self) -> Figures | None:
        """The figure of its version."""
        return None if self.proposition is None else self.proposition.value


@dataclass(frozen=True)
class Corpus:
    """Everything of all documents that linking needs."""

    members: Sequence[Member]
    sources: Mapping[str, Source]
    assessments: Sequence[Assessment]
    texts: Sequence[Text]

    @cached_property
    def about(self) -> Mapping[str, Sequence[Assessment]]:
        """The assessments that the texts hold, by the statement they are about."""
        found: dict[str, list[Assessment]] = {}
        for item in self.assessments:
            if item.statement is not None:
                found.setdefault(item.statement, []).append(item)
        return found

    @cached_property
    def settings(self) -> Settings:
        """What the documents are about."""
        return Settings(member.naming for member in self.members if member.naming is not None)

    @cached_property
    def origins(self) -> Mapping[str, tuple[Origin, ...]]:
        """The origins of every statement."""
        return {
            member.id: tuple(
                # An outlet in its own voice is no origin; what other outlets have from it is another matter.
                origin_of(self.sources[source], self.sources, own_voice=member.type == "author")
                for source in member.ends
            )
            for member in self.members
        }

"""The records of a gold file with parties.

    {"document": "NAME.txt",
     "parties": [{"id", "names": […], "kind", "disclosure"}],
     "statements": [{"spans": [[a, b], …], "type", "level", "cue_spans", "speaker_spans", "sources": [ids],
                     "disclosure", "polarity", "certainty", "distance", "status",
                     "assessments": [{"verdict", "by", "span"}]}]}

Offsets are code points of the text, end excluded; `status` is the status within the document. What the places cut out
may stand beside them for people to read (`exact`, `cue`, `speaker`, `evidence`). Beside the ids of `parties` a source
may be one of `OTHERS`. Without `parties` (an older form) a party is called by the words of the speaker spans and of its
id, and what kind it is of is not known.
"""

from pydantic import BaseModel, ConfigDict

from attrib.records import (
    JOINT,
    Certainty,
    Disclosure,
    Distance,
    Marker,
    Medium,
    Polarity,
    SourceKind,
    Span,
    StatementType,
    Status,
    Verdict,
)

OTHERS = ("hearsay", "publisher", "unnamed")
"""Sources that no article has to list: hearsay, the article's own voice, and by whom something *was denied*."""


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class GoldParty(_Gold):
    """A party of the article, and what it may rightly be called."""

    id: str
    names: tuple[str, ...]
    kind: SourceKind
    disclosure: Disclosure | None = None


class GoldStand(_Gold):
    """Who takes which stand on a statement, and where the text says so."""

    verdict: Verdict
    by: str
    span: Span
    evidence: str | None = None


class GoldStatement(_Gold):
    """A statement as it is to be found; the fields are the codebook's."""

    spans: tuple[Span, ...]
    exact: str | tuple[str, ...] | None = None
    type: StatementType
    medium: Medium | None = None
    marker: Marker | None = None
    level: int
    cue: tuple[str, ...] | None = None
    cue_spans: tuple[Span, ...] | None = None
    speaker: tuple[str, ...] | None = None
    speaker_spans: tuple[Span, ...] | None = None
    sources: tuple[str, ...]
    disclosure: Disclosure | None = None
    polarity: Polarity
    certainty: Certainty | None = None
    distance: Distance | None = None
    status: Status
    assessments: tuple[GoldStand, ...] = ()

    def words(self, text: str) -> str:
        """What it cuts out of its article."""
        return JOINT.join(text[start:end] for start, end in self.spans)


class GoldArticle(_Gold):
    """The gold of one article."""

    document: str
    parties: tuple[GoldParty, ...] | None = None
    statements: tuple[GoldStatement, ...]

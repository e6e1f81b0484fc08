"""The records every stage hands to the next: frozen, and the rows of the published tables.

What each field means is the codebook's business (`schema/codebook.md`); the allowed values are listed in
`attrib/taxonomies/*.yml` and checked against the literals here by a test. Spans are half-open code point offsets into
the document's unaltered text; `exact` is always the text they cut out, several joined by ` … `.
"""

from typing import Literal, NamedTuple, Protocol, get_args

from pydantic import BaseModel, ConfigDict

from attrib.errors import IssueKind


class Placed(Protocol):
    """Whatever stands somewhere in a document: a span, a word, a sentence."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last one."""


class Span(NamedTuple):
    """A half-open stretch `start, end` of code points of one document."""

    start: int
    """The first character."""
    end: int
    """The character after the last one."""

    def overlaps(self, other: Placed) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Placed) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


StatementType = Literal["direct", "indirect", "indirect_free_indirect", "free_indirect", "reported", "author"]
Medium = Literal["speech", "writing", "thought", "speech_writing", "speech_thought", "thought_writing", "unknown"]
Marker = Literal[
    "speaker_label",
    "quotation_marks",
    "according_to",
    "comparative_clause",
    "anaphoric_adverb",
    "impersonal",
    "claiming_modal",
    "parenthetical",
    "complement_clause",
    "verb_second",
    "reportative_modal",
    "subjunctive",
    "speech_act",
    "adverb",
    "none",
]
Polarity = Literal["positive", "negative", "underspecified"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Distance = Literal["neutral", "inferred", "distanced"]
Status = Literal["contested", "disputed", "confirmed", "unconfirmed", "corroborated", "claimed", "asserted"]
Verdict = Literal["confirms", "supports", "denies", "doubts", "withholds", "no_evidence"]
Disclosure = Literal["named", "role", "unnamed", "impersonal"]
Relation = Literal["states", "speaks_for"]
RoleKind = Literal["cue", "frame", "speaker", "addressee"]
ROLES: tuple[RoleKind, ...] = get_args(RoleKind)
JOINT = " … "
"""Between the stretches of a text that is not in one piece."""
JudgementField = Literal[
    "exists",
    "spans",
    "type",
    "medium",
    "marker",
    "polarity",
    "certainty",
    "distance",
    "disclosure",
    "sources",
    "cue",
    "frame",
    "speaker",
    "addressee",
]
PartKind = Literal[
    "heading",
    "dateline",
    "paragraph",
    "list_item",
    "question",
    "answer",
    "table",
    "signature",
    "boilerplate",
    "foreign",
]
Rights = Literal["full", "context", "none"]
PartyToConflict = Literal["yes", "no", "unknown"]
ReliabilityLetter = Literal["a", "b", "c", "d", "e", "f"]
Qualifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "between", "several"]
Precision = Literal["day", "week", "month", "year"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]
Independence = Literal["independent", "unknown", "none"]
KeyRole = Literal["event", "participant", "place", "topic", "counted", "named"]
SourceOrigin = Literal["registry", "discovered", "unnamed", "hearsay", "publisher"]
SourceKind = Literal[
    "intelligence_service",
    "military",
    "government",
    "ministry",
    "head_of_state",
    "official",
    "legislature",
    "party",
    "international_organisation",
    "news_agency",
    "media",
    "company",
    "ngo",
    "academic",
    "expert",
    "court",
    "police",
    "witness",
    "person",
    "document",
    "hearsay",
    "publisher",
    "other",
]


class Record(BaseModel):
    """A frozen row: unknown fields are refused, nothing is coerced silently."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Document(Record):
    """One article as it was read: its text is never altered, every offset in the database refers to it."""

    id: str
    name: str
    """The file name, for people."""
    text: str
    publisher: str | None = None
    author: str | None = None
    """Who wrote the article, as its byline says."""
    url: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601 prefix; its length is its precision (`2024-10` = some day of that month)."""
    published_basis: str | None = None
    updated: str | None = None
    updated_basis: str | None = None
    language: str = "de"
    rights: Rights = "full"


class Part(Record):
    """A heading, paragraph, list item or piece of boilerplate: a stretch of the document that is parsed by itself."""

    document: str
    number: int
    kind: PartKind
    start: int
    end: int


class Source(Record):
    """A party that statements are credited to."""

    id: str
    name: str
    name_en: str | None = None
    kind: SourceKind
    origin: SourceOrigin
    """How it came into the database: from the registry, found in a text, an unnamed party, hearsay, an outlet."""
    country: str | None = None
    wikidata: str | None = None
    speaks_for: str | None = None
    """Id of the institution this person or office speaks for."""
    part_of: str | None = None
    grouped_under: str | None = None
    """Id of the row that gathers the anonymous parties of one kind, country and institution."""
    party_to_conflict: PartyToConflict = "unknown"
    reliability: ReliabilityLetter = "f"
    reliability_basis: str = "Not rated: nobody has judged this source in this database."
    rated_by: str | None = None
    rated_on: str | None = None


class StatementSource(Record):
    """One party behind one statement: who, by which mention, how openly, and by which rule."""

    source: str
    relation: Relation = "states"
    disclosure: Disclosure | None = None
    """None for plain author statements."""
    mention: str | None = None
    anonymity: str | None = None
    """The words by which the text says why or that the party stays anonymous."""
    rule: str
    detail: str


class ChainLink(Record):
    """One party on the way of a statement to the reader; parties of the same position stand side by side."""

    position: int
    """0 for the publisher, 1 for whom it has it from, and so on; the highest is the origin."""
    source: str
    mention: str | None = None
    """The words that name the link, None for the publisher."""
    rule: str
    detail: str


class Assessment(Record):
    """A place where a party takes a stand on a statement."""

    document: str
    """The document that holds the evidence."""
    statement: str | None
    """Id of the statement it is about; None where the target cannot be decided."""
    source: str
    verdict: Verdict
    start: int
    end: int
    exact: str
    rule: str
    detail: str
    through: str | None = None
    """Id of the other statement by which the party takes the stand, where it was found by comparing statements."""


class Quantity(Record):
    """A number in a statement: how many or how much of what, as the text qualifies it."""

    statement: str
    number: int
    """Order in the statement, from 0."""
    value: float | None
    """The figure, the lower one of two; of *mehrere Tausend* the thousand; None for *zahlreiche*."""
    value_to: float | None = None
    """The upper figure of a range."""
    qualifier: Qualifier
    unit: str | None = None
    """Code of a unit of measure or a currency; None where things are counted."""
    counted: str | None = None
    """The words for what is counted or measured."""
    start: int
    end: int
    exact: str
    rule: str
    detail: str


class ClaimKey(Record):
    """One normalised word of what a statement is about: its event, a party or place in it, what it counts."""

    statement: str
    role: KeyRole
    key: str


class Statement(Record):
    """A stretch of one article in which one party puts something forward."""

    id: str
    document: str
    number: int
    """Order in the document, from 0."""
    type: StatementType
    medium: Medium = "unknown"
    marker: Marker
    level: int = 0
    parent: str | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    distance: Distance = "neutral"
    status_in_document: Status = "claimed"
    status: Status = "claimed"
    spans: tuple[Span, ...]
    exact: str
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    context: Span
    """The sentences that hold the statement: what a reader needs to check it."""
    part: int
    sources: tuple[StatementSource, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    """Who passed it on, outermost first."""
    origin: str | None = None
    """The last link of the chain; None if it is unresolved or several parties stand there."""
    said_on: str | None = None
    """When the source said it, if the text tells: an ISO 8601 prefix."""
    said_on_precision: Precision | None = None
    said_on_span: Span | None = None
    """The words that tell."""
    rule: str
    detail: str


class Issue(Record):
    """Something that was seen and left out, so that nobody has to guess why a row is missing."""

    document: str
    """Document id, or the path if it never became a document."""
    stage: Literal["read", "language", "parts", "parse", "quotation", "source", "assessment", "store", "judgement"]
    kind: IssueKind
    message: str
    start: int | None = None
    end: int | None = None


class Judgement(Record):
    """One correction by a person: what the database said of one field of one statement, and what it should say."""

    document: str
    statement: str
    """Id of the statement when it was judged."""
    spans: tuple[Span, ...]
    """Where it stood when it was judged."""
    field: JudgementField
    old: str | None = None
    """The value as everybody saw it before; places and sources as JSON."""
    new: str | None = None
    judged_by: str
    judged_on: str
    """ISO 8601."""
    why: str | None = None


class Annotation(Record):
    """Everything found in one document, ready to be stored."""

    document: Document
    parts: tuple[Part, ...]
    conllu: str
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    assessments: tuple[Assessment, ...]
    quantities: tuple[Quantity, ...] = ()
    claim_keys: tuple[ClaimKey, ...] = ()
    issues: tuple[Issue, ...] = ()


class Claim(Record):
    """What several statements have in common: the same proposition about the same thing, all its versions kept."""

    id: str
    statement: str
    """Id of the most central statement, whose words are the label."""
    label: str
    event: str
    statements: int
    documents: int
    origins: int
    """Independent last links of the chains."""
    unknown_origins: int
    """Last links of which nobody can say whether they are independent."""
    agreeing: int
    """Independent origins that agree on one version, or on the matter without a figure."""
    versions: int
    """How many different figures are named."""
    status: Status
    credibility: Credibility
    basis: str


class ClaimStatement(Record):
    """One statement of a claim: which version it gives, what it stems from, and why it belongs here."""

    claim: str
    statement: str
    polarity: Polarity
    value: float | None = None
    value_to: float | None = None
    qualifier: Qualifier | None = None
    origin: str | None
    """Id of the source at the end of the chain; None where nobody can be made out."""
    counts: bool
    """Whether it counts as support for others."""
    rule: str
    reason: str


class ClaimOrigin(Record):
    """A source at the end of the chains of a claim's statements, and whether it is independent of the others."""

    claim: str
    source: str
    independence: Independence
    statements: int
    reason: str


class Copy(Record):
    """A document whose text is nearly that of another: both count as one."""

    document: str
    original: str
    """The document of the group that was published first."""
    similarity: int
    """Share of common word sequences in percent (Jaccard)."""

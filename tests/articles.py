"""A small, realistic set of annotations, written by hand: three articles in which parties agree, deny and stay silent.

Spans are found by the words they cut out, so that the texts stay readable here.
"""

from attrib.records import (
    Annotation,
    Assessment,
    ClaimKey,
    Document,
    Issue,
    Part,
    Quantity,
    Source,
    Span,
    Statement,
    StatementSource,
)

NIS = Source(
    id="nis",
    name="Südkoreanischer Geheimdienst NIS",
    name_en="National Intelligence Service",
    kind="intelligence_service",
    origin="registry",
    country="KR",
    wikidata="Q624677",
    party_to_conflict="no",
)
PENTAGON = Source(id="pentagon", name="Pentagon", kind="ministry", origin="registry", country="US")
NATO = Source(id="nato", name="NATO", kind="international_organisation", origin="registry")
KREML = Source(id="kreml", name="Kreml", kind="government", origin="registry", country="RU", party_to_conflict="yes")
AUSTIN = Source(
    id="lloyd-austin",
    name="Lloyd Austin",
    kind="official",
    origin="registry",
    country="US",
    speaks_for="pentagon",
)
PESKOW = Source(
    id="dmitri-peskow",
    name="Dmitri Peskow",
    kind="official",
    origin="discovered",
    country="RU",
    speaks_for="kreml",
    reliability="e",
    reliability_basis="Denied troop movements in 2014 that were later admitted.",
    rated_by="test",
    rated_on="2024-11-01",
)
BEAMTE = Source(id="ua-beamte-b", name="ukrainische Beamte", kind="official", origin="unnamed", country="UA")
HEARSAY = Source(id="hearsay", name="Hörensagen", kind="hearsay", origin="hearsay")
TAGBLATT = Source(id="tagblatt", name="Tagblatt", kind="publisher", origin="publisher", country="AT")

TEXT_A = (
    "Geheimdienst sieht Soldaten in Russland\n"
    "Am Freitag hieß es vom südkoreanischen Geheimdienst NIS, 1.500 Soldaten würden in Russland ausgebildet. "
    "Weder das Pentagon noch die NATO bestätigen diese Meldung. "
    "„Sie tun dies“, erklärte Verteidigungsminister Lloyd Austin, „weil Putin viele Truppen verloren hat.“ "
    "Nordkorea unterstützt Russland seit Längerem mit Munition. 🚀 "
    "Laut Austin wäre das eine „besorgniserregende Entwicklung“ für Europa.\n"
)
TEXT_B = (
    "Ukrainische Beamte, die anonym bleiben wollten, bestätigten, dass 11.000 Soldaten in Kursk stünden. "
    "Kremlsprecher Dmitri Peskow wies das zurück: Es gebe dort keine fremden Soldaten. "
    "In Pjöngjang soll darüber heftig gestritten worden sein.\n"
)
TEXT_C = "<script>alert('x')</script> & Söhne teilte mit, die Übung sei <b>abgesagt</b>.\n"


def span(text: str, words: str, occurrence: int = 0) -> Span:
    """Where the words stand in the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where each of the words stands."""
    return tuple(span(text, each) for each in words)


def statement(
    text: str,
    number: int,
    *pieces: str,
    id: str,
    document: str,
    context: str,
    sources: tuple[StatementSource, ...] = (),
    cue: tuple[str, ...] = (),
    speaker: tuple[str, ...] = (),
    **fields: object,
) -> Statement:
    """A statement whose places are found by their words."""
    places = spans(text, *pieces)
    return Statement.model_validate(
        {
            "id": id,
            "document": document,
            "number": number,
            "spans": places,
            "exact": " … ".join(text[start:end] for start, end in places),
            "context": span(text, context),
            "cue": spans(text, *cue),
            "frame": spans(text, *cue, *speaker),
            "speaker": spans(text, *speaker),
            "sources": sources,
            "part": 1 if document == "doc-a" and number else 0,
            "rule": "hand",
            "detail": "written by hand",
            **fields,
        }
    )


def stated(source: Source, disclosure: str | None = "named", mention: str | None = None) -> StatementSource:
    """This party states it."""
    return StatementSource.model_validate(
        {"source": source.id, "disclosure": disclosure, "mention": mention, "rule": "hand", "detail": "by name"}
    )


def spoken_for(source: Source) -> StatementSource:
    """A party that states it speaks for this one."""
    return StatementSource(source=source.id, relation="speaks_for", rule="office", detail="office in the registry")


def assessment(text: str, document: str, target: str | None, source: Source, verdict: str, words: str) -> Assessment:
    """A stand, with its words as evidence."""
    start, end = span(text, words)
    return Assessment.model_validate(
        {
            "document": document,
            "statement": target,
            "source": source.id,
            "verdict": verdict,
            "start": start,
            "end": end,
            "exact": words,
            "rule": "hand",
            "detail": "written by hand",
        }
    )


def quantity(text: str, statement_id: str, words: str, value: float, counted: str) -> Quantity:
    """A number in a statement, with its words."""
    start, end = span(text, words)
    return Quantity(
        statement=statement_id,
        number=0,
        value=value,
        qualifier="exact",
        counted=counted,
        start=start,
        end=end,
        exact=words,
        rule="hand",
        detail="written by hand",
    )


def claim_keys(statement_id: str, event: str, *participants: str, counted: str) -> tuple[ClaimKey, ...]:
    """What a statement is about."""
    return (
        ClaimKey(statement=statement_id, role="counted", key=counted),
        ClaimKey(statement=statement_id, role="event", key=event),
        *(ClaimKey(statement=statement_id, role="participant", key=each) for each in sorted(participants)),
    )


def article_a() -> Annotation:
    """An agency's claim that nobody confirms, a quotation in two pieces, a nested one, joint silence."""
    text, doc = TEXT_A, "doc-a"
    neither = "Weder das Pentagon noch die NATO bestätigen diese Meldung."
    quotation = "„Sie tun dies“, erklärte Verteidigungsminister Lloyd Austin, „weil Putin viele Truppen verloren hat.“"
    worry = "Laut Austin wäre das eine „besorgniserregende Entwicklung“ für Europa."
    claim = "1.500 Soldaten würden in Russland ausgebildet"
    statements = (
        statement(
            text,
            0,
            "Geheimdienst sieht Soldaten in Russland",
            id="a-heading",
            document=doc,
            context="Geheimdienst sieht Soldaten in Russland",
            type="author",
            marker="none",
            status="asserted",
            status_in_document="asserted",
            sources=(stated(TAGBLATT, None),),
        ),
        statement(
            text,
            1,
            claim,
            id="a-claim",
            document=doc,
            context=text[text.index("Am Freitag") : text.index(" Weder")],
            type="indirect",
            marker="impersonal",
            medium="speech_writing",
            status="contested",
            status_in_document="unconfirmed",
            sources=(stated(NIS, "impersonal", "vom südkoreanischen Geheimdienst NIS"),),
            cue=("hieß es",),
            speaker=("vom südkoreanischen Geheimdienst NIS",),
            said_on="2024-10-18",
            said_on_precision="day",
            said_on_span=span(text, "Am Freitag"),
        ),
        statement(
            text,
            2,
            neither,
            id="a-silence",
            document=doc,
            context=neither,
            type="reported",
            marker="speech_act",
            polarity="underspecified",
            certainty="underspecified",
            sources=(stated(PENTAGON), stated(NATO)),
        ),
        statement(
            text,
            3,
            "„Sie tun dies“",
            "„weil Putin viele Truppen verloren hat.“",
            id="a-quotation",
            document=doc,
            context=quotation,
            type="direct",
            marker="quotation_marks",
            medium="speech",
            sources=(stated(AUSTIN, "named", "Verteidigungsminister Lloyd Austin"), spoken_for(PENTAGON)),
            cue=("erklärte",),
            speaker=("Verteidigungsminister Lloyd Austin",),
        ),
        statement(
            text,
            4,
            "Nordkorea unterstützt Russland seit Längerem mit Munition.",
            id="a-author",
            document=doc,
            context="Nordkorea unterstützt Russland seit Längerem mit Munition.",
            type="author",
            marker="none",
            status="asserted",
            status_in_document="asserted",
            sources=(stated(TAGBLATT, None),),
        ),
        statement(
            text,
            5,
            "wäre das eine „besorgniserregende Entwicklung“ für Europa",
            id="a-worry",
            document=doc,
            context=worry,
            type="indirect",
            marker="according_to",
            certainty="possible",
            sources=(stated(AUSTIN, "named", "Austin"), spoken_for(PENTAGON)),
            cue=("Laut",),
        ),
        statement(
            text,
            6,
            "„besorgniserregende Entwicklung“",
            id="a-nested",
            document=doc,
            context=worry,
            type="direct",
            marker="quotation_marks",
            level=1,
            parent="a-worry",
            sources=(stated(AUSTIN, "named", "Austin"), spoken_for(PENTAGON)),
        ),
    )
    return Annotation(
        document=Document(
            id=doc,
            name="000_a.txt",
            text=text,
            title="Geheimdienst sieht Soldaten in Russland",
            publisher="Tagblatt",
            url="https://tagblatt.example/a",
            published="2024-10-23",
            published_basis="given",
        ),
        parts=(
            Part(document=doc, number=0, kind="heading", start=0, end=39),
            Part(document=doc, number=1, kind="paragraph", start=40, end=len(text) - 1),
        ),
        conllu="# sent_id = 0\n",
        statements=statements,
        sources=(PENTAGON, AUSTIN, NIS, NATO, TAGBLATT),
        assessments=(
            assessment(text, doc, "a-claim", PENTAGON, "withholds", neither),
            assessment(text, doc, "a-claim", NATO, "withholds", neither),
        ),
        quantities=(quantity(text, "a-claim", "1.500", 1500, "Soldaten"),),
        claim_keys=claim_keys("a-claim", "presence", "RU", "military", counted="military"),
        issues=(Issue(document=doc, stage="parts", kind="no_running_text", message="A rocket.", start=291, end=292),),
    )


def article_b() -> Annotation:
    """Anonymous confirmation, a denial of another article's statement, hearsay."""
    text, doc = TEXT_B, "doc-b"
    first, second, third = (text[start:end] for start, end in ((0, text.index(" Kremlsprecher")), *_rest(text)))
    statements = (
        statement(
            text,
            0,
            "dass 11.000 Soldaten in Kursk stünden",
            id="b-kursk",
            document=doc,
            context=first,
            type="indirect",
            marker="complement_clause",
            status="contested",
            status_in_document="contested",
            sources=(stated(BEAMTE, "unnamed", "Ukrainische Beamte"),),
            cue=("bestätigten",),
            speaker=("Ukrainische Beamte, die anonym bleiben wollten",),
        ),
        statement(
            text,
            1,
            "Es gebe dort keine fremden Soldaten",
            id="b-denial",
            document=doc,
            context=second,
            type="indirect",
            marker="verb_second",
            polarity="negative",
            status="disputed",
            status_in_document="disputed",
            sources=(stated(PESKOW, "named", "Kremlsprecher Dmitri Peskow"), spoken_for(KREML)),
            cue=("wies", "zurück"),
            speaker=("Kremlsprecher Dmitri Peskow",),
        ),
        statement(
            text,
            2,
            third,
            id="b-hearsay",
            document=doc,
            context=third,
            type="author",
            marker="reportative_modal",
            sources=(stated(HEARSAY, "impersonal"),),
        ),
    )
    return Annotation(
        document=Document(id=doc, name="001_b.txt", text=text, publisher="Tagblatt", published="2024-11"),
        parts=(Part(document=doc, number=0, kind="paragraph", start=0, end=len(text) - 1),),
        conllu="",
        statements=statements,
        sources=(BEAMTE, KREML, PESKOW, HEARSAY),
        assessments=(
            assessment(text, doc, "b-kursk", BEAMTE, "confirms", "bestätigten"),
            assessment(text, doc, "b-kursk", PESKOW, "denies", "wies das zurück"),
            assessment(text, doc, "a-claim", PESKOW, "denies", "wies das zurück"),
            assessment(text, doc, None, PESKOW, "denies", "keine fremden Soldaten"),
        ),
        quantities=(quantity(text, "b-kursk", "11.000", 11000, "Soldaten"),),
        claim_keys=claim_keys("b-kursk", "presence", "RU", "kursk", "military", counted="military"),
    )


def _rest(text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    second, third = text.index("Kremlsprecher"), text.index("In Pjöngjang")
    return (second, third - 1), (third, len(text) - 1)


def article_c(rights: str = "full") -> Annotation:
    """A text that looks like HTML, with a source found in it."""
    text, doc = TEXT_C, f"doc-c-{rights}"
    company = Source(id=f"company-{rights}", name="<script> & Söhne", kind="company", origin="discovered")
    return Annotation(
        document=Document.model_validate(
            {"id": doc, "name": f"c-{rights}.txt", "text": text, "title": "<i>Übung</i>", "rights": rights}
        ),
        parts=(Part(document=doc, number=0, kind="paragraph", start=0, end=len(text) - 1),),
        conllu="",
        statements=(
            statement(
                text,
                0,
                "die Übung sei <b>abgesagt</b>",
                id=f"c-{rights}",
                document=doc,
                context=text.strip(),
                type="indirect",
                marker="verb_second",
                sources=(stated(company, "named", "<script>alert('x')</script> & Söhne"),),
                cue=("teilte mit",),
                speaker=("<script>alert('x')</script> & Söhne",),
            ),
        ),
        sources=(company,),
        assessments=(),
    )


def all_articles() -> tuple[Annotation, ...]:
    """The three articles, in an order in which every assessment finds its target."""
    return (article_a(), article_b(), article_c())


def as_schema_1(annotation: Annotation) -> Annotation:
    """The annotation without what the first schema had no place for."""
    unsaid = {"said_on": None, "said_on_precision": None, "said_on_span": None}
    statements = tuple(statement.model_copy(update=unsaid) for statement in annotation.statements)
    return annotation.model_copy(update={"statements": statements, "quantities": (), "claim_keys": ()})

"""An article that tries all that an article may try on a page: markup, addresses that run, directions, length."""

from tests.articles import Annotation, Document, Part, Source, StatementSource, statement

LONG = "Donau" * 2000
"""A word of 10,000 characters."""
DIRECTED = "\u202eetrhekegmu\u202c \u2066isoliert\u2069 \u200f"
"""Words with marks that turn the direction of writing."""
CLAIM = f"<img src=x onerror=alert(1)> {DIRECTED} {LONG} {{{{ 7*7 }}}} </blockquote>"
TEXT = f"""\"onmouseover="alert(1)
<script>alert(1)</script> & Söhne sagte, {CLAIM}.
<style>*{{display:none}}</style> Ende.
"""
SOURCE = Source(
    id="hostile",
    name='<script>alert(1)</script> "& Söhne',
    name_en="</title><script>alert(1)</script>",
    kind="company",
    origin="discovered",
    wikidata='Q1" onclick="alert(1)',
    reliability_basis="<b>none</b>",
)


def article() -> Annotation:
    """The article with one statement."""
    document = Document(
        id="doc-hostile",
        name="hostile.txt",
        text=TEXT,
        title="<script>alert(1)</script></title>",
        publisher="<i>Blatt</i>",
        url="javascript:alert(1)",
        published="2024-10-24",
        published_basis="<b>given</b>",
    )
    link = StatementSource(source="hostile", disclosure="named", mention="<script>", rule="hand", detail="<u>by</u>")
    claim = statement(
        TEXT,
        0,
        CLAIM,
        id="hostile-claim",
        document=document.id,
        context=TEXT.strip(),
        type="indirect",
        marker="verb_second",
        sources=(link,),
        cue=("sagte",),
        speaker=("<script>alert(1)</script> & Söhne",),
    )
    parts = (Part(document=document.id, number=0, kind="paragraph", start=0, end=len(TEXT) - 1),)
    return Annotation(document=document, parts=parts, conllu="", statements=(claim,), sources=(SOURCE,), assessments=())

"""A statement as JSON and as JSON-LD.

The linked data use `Quotation` (https://schema.org/Quotation) for verbatim words and `Claim` (https://schema.org/Claim)
for all others. Never `ClaimReview`: that says what is true, and nobody has reviewed anything here.
"""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from attrib.site.appearance import web_address
from attrib.site.queries import Row

_FIELDS = (
    "id", "exact", "type", "marker", "medium", "cue", "speaker", "polarity", "certainty", "distance", "disclosure",
    "status", "status_in_document", "level", "said_on", "context", "rule", "detail",
)  # fmt: skip
_ORGANISATIONS = frozenset(
    str.split(
        "intelligence_service military government ministry legislature party international_organisation news_agency "
        "media company ngo court police publisher"
    )
)
_PERSONS = frozenset(["head_of_state", "official", "academic", "expert", "witness", "person"])


def statement_as_json(page: Row, base: str, version: str) -> str:
    """Everything the page of a statement shows, by the names the tables use."""
    statement = page["statement"]
    content = {
        **{name: statement[name] for name in _FIELDS},
        "spans": json.loads(statement["spans"]),
        "url": f"{base}/statement/{statement['id']}",
        "version": version,
        "document": {
            "id": statement["document_id"],
            "title": statement["document_label"],
            "publisher": statement["publisher"],
            "published": statement["published"],
            "url": statement["document_url"],
            "rights": statement["rights"],
        },
        "sources": [
            _chosen(each, "source name kind relation disclosure mention rule detail") for each in page["sources"]
        ],
        "chain": [_chosen(each, "position source mention rule") for each in page["chain"]],
        "assessments": [
            {**_chosen(each, "verdict source source_name exact rule detail"), "document": each["document_id"]}
            for each in page["assessments"]
        ],
        "disputed_by": [_chosen(each, "id name") for each in page["disputed_by"]],
        "quantities": [_chosen(each, "exact value value_to qualifier unit counted") for each in page["quantities"]],
        "claim": page["claim"] and page["claim"]["id"],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _chosen(row: Row, names: str) -> Row:
    return {name: row[name] for name in names.split()}


def statement_as_linked_data(page: Row, base: str) -> str:
    """The statement in the words of schema.org; empty values are left out."""
    stating = [each for each in page["sources"] if each["relation"] == "states"]
    content = {"@context": "https://schema.org", **linked_statement(page["statement"], stating, base)}
    return json.dumps(without_blanks(content), ensure_ascii=False, indent=1) + "\n"


def linked_statement(statement: Row, stating: Iterable[Row], base: str) -> Row:
    """A statement with the parties that state it, without saying in whose words."""
    is_quotation = statement["type"] == "direct"
    parties = [_party(each, base) for each in stating]
    article = _article(statement, base)
    return {
        "@type": "Quotation" if is_quotation else "Claim",
        "@id": f"{base}/statement/{statement['id']}",
        "identifier": statement["id"],
        "text": statement["exact"],
        "inLanguage": statement["language"],
        "dateCreated": statement["said_on"],
        **(
            {"creator": parties, "isPartOf": article}
            if is_quotation
            else {"claimant": parties, "appearance": [article]}
        ),
    }


def _article(statement: Row, base: str) -> Row:
    return {
        "@type": "NewsArticle",
        "@id": f"{base}/article/{statement['document_id']}",
        "headline": statement["document_label"],
        "datePublished": statement["published"],
        "publisher": {"@type": "Organization", "name": statement["publisher"]} if statement["publisher"] else None,
        "url": web_address(statement["document_url"]),
    }


def _party(source: Row, base: str) -> Row:
    kind = "Organization" if source["kind"] in _ORGANISATIONS else "Person" if source["kind"] in _PERSONS else "Thing"
    return {"@type": kind, "@id": f"{base}/source/{quote(source['source'])}", "name": source["name"]}


def without_blanks(value: Any) -> Any:
    """The value without empty members."""
    if isinstance(value, dict):
        return {name: without_blanks(each) for name, each in value.items() if each not in (None, [], {})}
    return [without_blanks(each) for each in value] if isinstance(value, list) else value

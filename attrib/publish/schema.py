"""The published contract as files: `schema/*`, `metadata.yml`, `docs/tables.md`, `docs/api.md`, `CITATION.cff`.

    python -m attrib.publish.schema [FOLDER]     writes them below FOLDER (default: here)

They are made from the records and the data dictionary, kept in the repository so that a change of the contract shows
up in a diff, and a test fails if they differ from what the code would make.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from attrib.publish.api_reference import api_page
from attrib.publish.citation import citation_file
from attrib.publish.description import metadata_yaml
from attrib.publish.diagram import diagram_page
from attrib.records import (
    Annotation,
    Assessment,
    ChainLink,
    Claim,
    ClaimKey,
    ClaimOrigin,
    ClaimStatement,
    Copy,
    Document,
    Issue,
    Judgement,
    Part,
    Quantity,
    Source,
    Statement,
    StatementSource,
)
from attrib.store.dictionary import dictionary
from attrib.store.tables import schema_sql

RECORDS: dict[str, tuple[type[BaseModel], str]] = {
    "annotation": (Annotation, ""),
    "assessment": (Assessment, "assessments"),
    "chain_link": (ChainLink, "attribution_chain"),
    "claim": (Claim, "claims"),
    "claim_key": (ClaimKey, "claim_keys"),
    "claim_origin": (ClaimOrigin, "claim_origins"),
    "claim_statement": (ClaimStatement, "claim_statements"),
    "copy": (Copy, "copies"),
    "document": (Document, "documents"),
    "issue": (Issue, "issues"),
    "judgement": (Judgement, "judgements"),
    "part": (Part, "parts"),
    "quantity": (Quantity, "quantities"),
    "source": (Source, "sources"),
    "statement": (Statement, "statements"),
    "statement_source": (StatementSource, "statement_sources"),
}
"""The records by file name, each with the table that holds it."""

_OWN_MEANING = {
    "Annotation": {
        "document": "The document.",
        "parts": "Its parts in order.",
        "conllu": "Its sentences and words as CoNLL-U.",
        "statements": "The statements in order.",
        "sources": "Every source that the statements, assessments and sources of this annotation refer to.",
        "assessments": "The stands that this document says parties take.",
        "quantities": "The numbers in the statements.",
        "claim_keys": "The normalised words by which the statements are compared with others.",
        "issues": "What was seen and left out.",
    },
    "Document": {"text": "The text of the article, unaltered: every offset counts its characters."},
    "Statement": {
        "document": "Id of the document.",
        "parent": "Id of the statement that directly encloses this one.",
        "spans": "Start and end of each piece in the document.",
        "cue": "Start and end of the words that signal the attribution.",
        "frame": "Start and end of the words that introduce the statement, cue and speaker included.",
        "speaker": "Start and end of the words that name the speaker.",
        "addressee": "Start and end of the words that name the party spoken to.",
        "context": "Start and end of the sentence or sentences that hold the statement.",
        "sources": "The parties that state it, and those they speak for.",
        "chain": "Who passed it on, outermost first.",
        "said_on_span": "Start and end of the words that tell when.",
    },
    "Assessment": {
        "document": "Id of the document.",
        "statement": "Id of the statement it is about, if decided.",
        "through": "Id of the other statement by which the party takes the stand, if statements were compared.",
    },
    "Quantity": {"statement": "Id of the statement."},
    "ClaimKey": {"statement": "Id of the statement."},
    "Claim": {"statement": "Id of the most central statement."},
    "ClaimStatement": {
        "claim": "Id of the claim.",
        "statement": "Id of the statement.",
        "counts": "Whether it counts as support for others.",
    },
    "ClaimOrigin": {"claim": "Id of the claim."},
    "Copy": {"document": "Id of the copy.", "original": "Id of the document published first."},
    "Part": {"document": "Id of the document."},
    "Judgement": {
        "document": "Id of the document.",
        "statement": "Id that the statement had when it was judged.",
        "spans": "Start and end of each piece of the statement when it was judged.",
    },
    "Issue": {"document": "Id of the document, or the path of a file that never became one."},
}
"""Fields that hold something else in the record than the column of the same name."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one record, every property described."""
    model, _ = RECORDS[name]
    schema = model.model_json_schema()
    for described in (schema, *schema.get("$defs", {}).values()):
        _describe(described)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _describe(schema: dict[str, Any]) -> None:
    title = schema.get("title", "")
    table = next((table for model, table in RECORDS.values() if model.__name__ == title), "")
    columns = dictionary()[table].columns if table else {}
    own = _OWN_MEANING.get(title, {})
    for name, field in schema.get("properties", {}).items():
        field.pop("title", None)
        if name in own:
            field["description"] = own[name]
        elif name in columns:
            field["description"] = columns[name].description


def described_fields() -> dict[str, dict[str, str]]:
    """What the JSON Schema says of each field, by record and field."""
    return {
        model.__name__: {
            field: about.get("description", "") for field, about in json_schema(name)["properties"].items()
        }
        for name, (model, _) in RECORDS.items()
    }


def generated_files() -> dict[str, str]:
    """Content of every generated file by its path in the repository."""
    schemas = {
        f"schema/{name}.schema.json": json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n"
        for name in RECORDS
    }
    return {
        "schema/tables.sql": schema_sql(),
        **schemas,
        "metadata.yml": metadata_yaml(),
        "docs/tables.md": diagram_page(),
        "CITATION.cff": citation_file(),
        "docs/api.md": api_page(described_fields()),
    }


def write_files(folder: Path) -> None:
    """Write every generated file below the folder."""
    for path, content in generated_files().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_files(Path(sys.argv[1] if len(sys.argv) > 1 else "."))

"""Corrected documents into the database: all of them or none."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import sqlite_utils

from attrib.errors import InputError
from attrib.records import Judgement
from attrib.review.correction.brat import read_brat
from attrib.review.correction.comparing import compare
from attrib.review.correction.corrected import CorrectedDocument, Judge
from attrib.review.correction.doccano import read_doccano
from attrib.review.correction.jsonl import read_jsonl
from attrib.review.correction.label_studio import read_label_studio
from attrib.review.correction.xmi import read_uima
from attrib.store.database import explained
from attrib.store.issue_rows import settle_again
from attrib.store.judgement_rows import write_judgements
from attrib.store.link import link_database
from attrib.store.link_rows import forget_links

READERS = {
    "uima": read_uima,
    "jsonl": read_jsonl,
    "brat": read_brat,
    "doccano": read_doccano,
    "labelstudio": read_label_studio,
}
"""The formats that can be brought back."""


class Report(NamedTuple):
    """What an import brought."""

    documents: int
    """Read, corrected or not."""
    added: int
    rejected: int
    corrected: int
    """Statements with other values than before."""
    fields: Counter[str]
    """How many corrections of each field."""
    notes: tuple[str, ...]


def bring_back(db: sqlite_utils.Database, documents: Iterable[CorrectedDocument], judge: Judge) -> Report:
    """Write what people corrected as judgements, and compare the statements of all documents again.

    Raises InputError if anything of it cannot be taken over; nothing is written then. What is in the database already
    is no correction: a second import of the same file brings nothing.
    """
    found: list[Judgement] = []
    notes: list[str] = []
    read: set[str] = set()
    with explained("the judgements"), db.atomic():
        for document in documents:
            if document.id in read:
                raise InputError(
                    f"{document.place}: the document {document.id!r} is given twice. Import one version of it."
                )
            read.add(document.id)
            compared = compare(db, document, judge)
            found += compared.judgements
            notes += compared.notes
        if not read:
            raise InputError("There is no document in what was given; name a file of `attrib export`, corrected.")
        if found:
            forget_links(db)
            write_judgements(db, found)
            settle_again(db, {item.document for item in found})
    if found:
        link_database(db)
    return _report(found, documents=len(read), notes=tuple(notes))


def _report(found: list[Judgement], *, documents: int, notes: tuple[str, ...]) -> Report:
    whole = {item.statement: item.new for item in found if item.field == "exists"}
    return Report(
        documents=documents,
        added=sum(new == "yes" for new in whole.values()),
        rejected=sum(new == "no" for new in whole.values()),
        corrected=len({item.statement for item in found} - whole.keys()),
        fields=Counter(item.field for item in found if item.statement not in whole),
        notes=notes,
    )

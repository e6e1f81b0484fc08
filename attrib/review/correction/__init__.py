"""Corrected annotation back into the database: what people changed in an export becomes rows of `judgements`.

bring_back(db, read_uima(path), judge)      what `attrib import uima` does
bring_back(db, read_jsonl(path), judge)     the same from the nested JSON Lines
"""

from attrib.review.correction.bringing import Report, bring_back
from attrib.review.correction.corrected import CorrectedDocument, CorrectedStatement, Judge
from attrib.review.correction.jsonl import read_jsonl
from attrib.review.correction.xmi import read_uima

READERS = {"uima": read_uima, "jsonl": read_jsonl}
"""The formats that can be brought back."""

__all__ = [
    "READERS",
    "CorrectedDocument",
    "CorrectedStatement",
    "Judge",
    "Report",
    "bring_back",
    "read_jsonl",
    "read_uima",
]

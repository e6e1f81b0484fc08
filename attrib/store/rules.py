"""The rules of every language as a lookup table: what each finds, with an example.

Other lookup tables are filled whenever a database is opened. This one is filled by whoever annotates or publishes:
reading the word lists of a language takes a second, and nobody should wait for that to see a list of sources.
"""

import sqlite_utils

from attrib.quotation.rule import Rule, rules
from attrib.store.rows import Row
from attrib.store.rule_rows import write_rules
from attrib.text.loading import languages, load_language


def fill_rules(db: sqlite_utils.Database) -> None:
    """Bring the table up to date with the rules of this version."""
    write_rules(db, rule_rows())


def rule_rows() -> list[Row]:
    """One row for each rule that makes statements; a rule that several languages have is shown in the first of them."""
    found: dict[str, Row] = {}
    for code in languages():
        for rule in rules(load_language(code)):
            if rule.step != "corpus" and rule.id not in found:
                found[rule.id] = _row(rule, code)
    return list(found.values())


def _row(rule: Rule, language: str) -> Row:
    example = rule.examples[0]
    return {
        "id": rule.id,
        "marker": rule.marker,
        "finds": rule.finds,
        "language": language,
        "example": example.text,
        "example_statement": example.statement,
        "example_speaker": example.speaker or None,
    }

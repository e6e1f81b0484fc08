"""Made-up statements to be published, exported and compared: distributed as in real ones, half are the outlet's own.

How often sources are quoted follows a Pareto law; every article has as many statements as every other. What they are
compared by, if wanted, has the shares of read news: five articles tell of one matter and name its parties.
"""

import random
import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrib.store.database import PER_DOCUMENT
from attrib.store.write import open_database
from attrib.text.analysis import Analysis, Sentence, Word, write_conllu
from attrib.text.loading import load_language

PER_ARTICLE = 20
_LINE = f"{'Satz ' * 19}{{number}}."
"""A sentence of twenty words; the texts of all articles are alike, unless they are compared."""
_SHORT = [f"{first}{second}e{third}" for first in "bdfgklmnprstw" for second in "aiou" for third in "lmnrst"]
"""Words of four letters."""
_PER_MATTER = 5
"""Articles that tell of one matter."""
_COUNTRIES = [f"{first}{second}" for first in "ABCDEFGHIJ" for second in "ABCDEFGHIJ"]
_FIRST = str.split(
    "Truppen Friedens Grenz Handels Staats Wirtschafts Sicherheits Außen Innen Landes Bundes Kriegs Hilfs Waffen "
    "Presse Luft See Wasser Strom Verkehrs Gesundheits Bildungs Umwelt Klima Steuer Haushalts Rechts Polizei Wahl"
)
_SECOND = str.split(
    "minister bericht abkommen behörde vertrag sprecher lage krise hilfe abgabe politik gespräche grenze verband "
    "rat übung gesetz beamte kommission angaben frage bündnis zentrum plan dienst wesen schutz konferenz"
)
WORDS = [f"{first}{second}" for first in _FIRST for second in _SECOND]
"""Made-up words, the frequent ones first: a common one stands in some hundredth of the statements."""
STATUSES = ("asserted", "claimed", "confirmed", "disputed", "contested", "unconfirmed", "corroborated")
TYPES = ("author", "indirect", "direct", "reported", "indirect_free_indirect", "free_indirect")
DISCLOSURES = ("named", "role", "unnamed", "impersonal")
MARKERS = {
    "author": ("none",),
    "indirect": ("complement_clause", "verb_second", "according_to"),
    "direct": ("quotation_marks",),
    "reported": ("speech_act",),
    "indirect_free_indirect": ("subjunctive",),
    "free_indirect": ("reportative_modal",),
}


def fill(path: Path, statements: int, seed: int = 7, *, words: bool = False, compared: bool = False) -> None:
    """Write a working database with that many statements, straight into its tables.

    `words` adds an analysis of every article and the words that introduce its statements; `compared` gives every
    article a text of its own, and its statements the keys by which they are compared with others.
    """
    chance = random.Random(seed)
    db = open_database(path, create=True)
    connection = db.conn
    articles = max(statements // PER_ARTICLE, 1)
    sources = [f"s{number}" for number in range(max(statements // 50, 20))]
    connection.execute("PRAGMA synchronous = OFF")
    _insert(connection, "sources", (_source(name, number, chance) for number, name in enumerate(sources)))
    _insert(connection, "aliases", ({"source": name, "name": f"Alias {name}"} for name in sources))
    _insert(connection, "rules", [{"id": "synthetic", "finds": "What was made up to measure."}])
    if not compared:  # then rows change, and the full text with them
        connection.execute("DROP TRIGGER statements_ai")
        connection.execute("DROP TRIGGER documents_ai")
    documents = (_document(number, chance, is_own=compared) for number in range(1, articles + 1))
    _insert(connection, "documents", documents)
    _insert(connection, "parts", (part for number in range(1, articles + 1) for part in _parts(number)))
    for first in range(0, statements, 50_000):
        numbers = range(first, min(first + 50_000, statements))
        rows = [_statement(number, sources, chance) for number in numbers]
        _insert(connection, "statements", rows)
        _insert(connection, "spans", (_span(row) for row in rows))
        _insert(connection, "statement_sources", (_link(row) for row in rows))
        _insert(connection, "assessments", _stands(rows, sources, chance))
        if words:
            _insert(connection, "roles", (role for row in rows for role in _roles(row)))
        if compared:
            _insert(connection, "claim_keys", (key for row in rows for key in _keys(row, chance)))
    if words:
        conllu = write_conllu(_analysis())
        _insert(connection, "analyses", ({"document": n, "conllu": conllu} for n in range(1, articles + 1)))
    connection.commit()
    db.close()


def _insert(connection: sqlite3.Connection, table: str, rows: Any) -> None:
    rows = iter(rows)
    first = next(rows, None)
    if first is not None:
        columns, marks = ", ".join(f'"{name}"' for name in first), ", ".join("?" * len(first))
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        connection.execute(sql, list(first.values()))
        connection.executemany(sql, (list(row.values()) for row in rows))


def _source(name: str, number: int, chance: random.Random) -> dict[str, Any]:
    kind = chance.choice(("official", "government", "media", "expert", "person"))
    common = {"origin": "discovered", "party_to_conflict": "unknown", "reliability": "f", "reliability_basis": "none"}
    return {"id": name, "name": f"{word(chance)} Nr. {number}", "kind": kind, **common}


def _document(number: int, chance: random.Random, *, is_own: bool = False) -> dict[str, Any]:
    text = "\n".join(_LINE.format(number=n) for n in range(PER_ARTICLE))
    if is_own:
        text = re.sub("Satz", lambda _: chance.choice(_SHORT), text)
    day = f"20{chance.randint(15, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "pk": number,
        "id": f"d{number}",
        "label": f"Artikel {number}",
        "name": f"{number}.txt",
        "title": f"Artikel {number}",
        "publisher": f"Blatt {chance.randint(1, 200)}",
        "published": day,
        "language": "de",
        "rights": "full",
        "text": text,
        "digest": f"{number:016x}",
    }


def _parts(number: int) -> Iterator[dict[str, Any]]:
    for part in range(4):
        start = part * 490
        yield {"document": number, "number": part, "kind": "paragraph", "start": start, "end": start + 480}


def _analysis() -> Analysis:
    """The words of an article: the same for all, as their texts are."""
    sentences, start = [], 0
    for number in range(PER_ARTICLE):
        line = _LINE.format(number=number)
        words, place = [], start
        for count, token in enumerate(line.split(), start=1):
            words.append(Word(count, token, token, "NOUN", "", int(count > 1), "dep", place, place + len(token)))
            place += len(token) + 1
        sentences.append(Sentence(number, number // 5, start, start + len(line), tuple(words)))
        start += len(line) + 1
    return Analysis(tuple(sentences))


def _roles(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for place, role in enumerate(("cue", "speaker") if row["cue"] else ()):
        start = row["start"] + 92 + place
        yield {"statement": row["pk"], "role": role, "number": 0, "start": start, "end": start + 1, "exact": row[role]}


def _keys(row: dict[str, Any], chance: random.Random) -> Iterator[dict[str, Any]]:
    """An event, parties and places of the article's matter, nouns."""
    if chance.random() > 0.88:
        return
    matter = random.Random(row["document"] // _PER_MATTER)
    names = [f"name{matter.randrange(20_000)}" for _ in range(6)] + matter.sample(_COUNTRIES, 2)
    found = {("event", chance.choice(_events()) if chance.random() < 0.6 else f"verb{chance.randrange(3_000)}")}
    found |= {("participant", name) for name in chance.sample(names, chance.choices((0, 1, 2, 3), (60, 14, 14, 12))[0])}
    found |= {("place", chance.choice(names)) for _ in range(chance.random() < 0.15)}
    found |= {("topic", word(chance)) for _ in range(chance.randint(0, 5))}
    found |= {("counted", word(chance)) for _ in range(chance.random() < 0.14)}
    yield from ({"statement": row["pk"], "role": role, "key": key} for role, key in sorted(found))


@cache
def _events() -> list[str]:
    return [entry.name for entry in load_language("de").events if not entry.amount]


def _statement(number: int, sources: list[str], chance: random.Random) -> dict[str, Any]:
    document, place = divmod(number, PER_ARTICLE)
    is_own = chance.random() < 0.5
    form = "author" if is_own else chance.choices(TYPES[1:], (50, 25, 15, 7, 3))[0]
    status = "asserted" if is_own else chance.choices(STATUSES[1:], (78, 8, 4, 3, 5, 2))[0]
    exact = " ".join(word(chance) for _ in range(18))
    start = place * 97
    return {
        "pk": (document + 1) * PER_DOCUMENT + place,
        "id": f"x{number}",
        "exact": exact,
        "source": sources[rank(chance, len(sources))],
        "status": status,
        "type": form,
        "marker": chance.choice(MARKERS[form]),
        "context": f"{exact}, sagte er.",
        "speaker": None if is_own else "er",
        "cue": None if is_own else "sagte",
        "document": document + 1,
        "number": place,
        "medium": "unknown" if is_own else "speech",
        "polarity": "positive",
        "certainty": chance.choices(("certain", "probable", "possible"), (85, 8, 7))[0],
        "distance": "neutral",
        "disclosure": None if is_own else chance.choices(DISCLOSURES, (70, 12, 12, 6))[0],
        "status_in_document": status,
        "level": 0,
        "part": place // 5,
        "start": start,
        "end": start + 90,
        "spans": f"[[{start}, {start + 90}]]",
        "context_start": start,
        "context_end": start + 100,
        "rule": "synthetic",
        "detail": "made up",
    }


def word(chance: random.Random) -> str:
    """A word, by Zipf's law."""
    return WORDS[min(int(3 * (chance.paretovariate(0.7) - 1)), len(WORDS) - 1)]


def rank(chance: random.Random, sources: int) -> int:
    """Which source is quoted: a few very often, most of them hardly ever."""
    return min(int(20 * (chance.paretovariate(0.5) - 1)), sources - 1)


def _span(row: dict[str, Any]) -> dict[str, Any]:
    return {"statement": row["pk"], "number": 0, "start": row["start"], "end": row["end"], "exact": row["exact"]}


def _link(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "statement": row["pk"],
        "number": 0,
        "source": row["source"],
        "relation": "states",
        "disclosure": row["disclosure"],
        "mention": row["speaker"],
        "rule": "synthetic",
        "detail": "made up",
    }


def _stands(rows: list[dict[str, Any]], sources: list[str], chance: random.Random) -> Iterator[dict[str, Any]]:
    verdicts = {"confirmed": "confirms", "disputed": "denies", "contested": "denies", "unconfirmed": "withholds"}
    for row in rows:
        if row["status"] in verdicts:
            yield {
                "pk": row["pk"],
                "document": row["document"],
                "statement": row["pk"],
                "source": chance.choice(sources[:500]),
                "verdict": verdicts[row["status"]],
                "start": 0,
                "end": 5,
                "exact": "dementierte",
                "rule": "synthetic",
                "detail": "made up",
            }

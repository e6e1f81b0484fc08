"""How fast the site is with many statements: builds a synthetic database and measures its pages.

    python -m bench.site --statements 1000000 --out /tmp/bench

Fills a working database with made-up statements (distributions as in real annotations: half of them the outlet's own,
sources by a Pareto law), publishes it with `attrib build`, serves it in this process over HTTP on the loopback device and
asks for each kind of page as many times as `--requests` says, with varying filters, one after the other. Prints a table
in milliseconds (p50, p95) and the time of the build. Absolute figures depend on the machine.
"""

import argparse
import random
import sqlite3
import statistics
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uvicorn

from attrib.database import PER_DOCUMENT
from attrib.publish import build
from attrib.serve import site
from attrib.store import open_database

PER_ARTICLE = 20
WORDS = str.split(
    "Soldaten Regierung Minister Sprecher Truppen Front Bericht Angaben Lage Gespräche Einsatz Hilfe Waffen Grenze Abkommen "
    "Präsident Behörde Straße Region Osten Westen Kritik Vorwurf Beweise Woche Monat Freitag Verhandlungen Vertrag Bündnis"
)
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


def fill(path: Path, statements: int, seed: int = 7) -> None:
    """Write a working database with that many statements, straight into its tables."""
    chance = random.Random(seed)
    db = open_database(path, create=True)
    connection = db.conn
    articles = max(statements // PER_ARTICLE, 1)
    sources = [f"s{number}" for number in range(max(statements // 50, 20))]
    connection.execute("PRAGMA synchronous = OFF")
    _insert(connection, "sources", (_source(name, number, chance) for number, name in enumerate(sources)))
    _insert(connection, "aliases", ({"source": name, "name": f"Alias {name}"} for name in sources))
    connection.execute("DROP TRIGGER statements_ai")
    connection.execute("DROP TRIGGER documents_ai")
    _insert(connection, "documents", (_document(number, chance) for number in range(1, articles + 1)))
    _insert(connection, "parts", (part for number in range(1, articles + 1) for part in _parts(number)))
    for first in range(0, statements, 50_000):
        numbers = range(first, min(first + 50_000, statements))
        rows = [_statement(number, sources, chance) for number in numbers]
        _insert(connection, "statements", rows)
        _insert(connection, "spans", (_span(row) for row in rows))
        _insert(connection, "statement_sources", (_link(row) for row in rows))
        _insert(connection, "assessments", _stands(rows, sources, chance))
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
    return {"id": name, "name": f"{chance.choice(WORDS)} Nr. {number}", "kind": kind, **common}


def _document(number: int, chance: random.Random) -> dict[str, Any]:
    text = "\n".join(f"{'Satz ' * 19}{n}." for n in range(PER_ARTICLE))
    day = f"20{chance.randint(15, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "pk": number, "id": f"d{number}", "label": f"Artikel {number}", "name": f"{number}.txt", "title": f"Artikel {number}",
        "publisher": f"Blatt {chance.randint(1, 200)}", "published": day, "language": "de", "rights": "full", "text": text, "digest": f"{number:016x}",
    }  # fmt: skip


def _parts(number: int) -> Iterator[dict[str, Any]]:
    for part in range(4):
        start = part * 490
        yield {"document": number, "number": part, "kind": "paragraph", "start": start, "end": start + 480}


def _statement(number: int, sources: list[str], chance: random.Random) -> dict[str, Any]:
    document, place = divmod(number, PER_ARTICLE)
    is_own = chance.random() < 0.5
    form = "author" if is_own else chance.choices(TYPES[1:], (50, 25, 15, 7, 3))[0]
    status = "asserted" if is_own else chance.choices(STATUSES[1:], (78, 8, 4, 3, 5, 2))[0]
    exact = " ".join(chance.choices(WORDS, k=18))
    start = place * 97
    return {
        "pk": (document + 1) * PER_DOCUMENT + place, "id": f"x{number}", "exact": exact,
        "source": sources[min(int(chance.paretovariate(0.6)) - 1, len(sources) - 1)], "status": status, "type": form,
        "marker": chance.choice(MARKERS[form]), "context": f"{exact}, sagte er.", "speaker": None if is_own else "er",
        "cue": None if is_own else "sagte", "document": document + 1, "number": place, "medium": "unknown" if is_own else "speech",
        "polarity": "positive", "certainty": chance.choices(("certain", "probable", "possible"), (85, 8, 7))[0],
        "distance": "neutral", "disclosure": None if is_own else chance.choices(DISCLOSURES, (70, 12, 12, 6))[0],
        "status_in_document": status, "level": 0, "part": place // 5, "start": start, "end": start + 90,
        "spans": f"[[{start}, {start + 90}]]", "context_start": start, "context_end": start + 100, "rule": "synthetic",
    }  # fmt: skip


def _span(row: dict[str, Any]) -> dict[str, Any]:
    return {"statement": row["pk"], "number": 0, "start": row["start"], "end": row["end"], "exact": row["exact"]}


def _link(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "statement": row["pk"], "number": 0, "source": row["source"], "relation": "states",
        "disclosure": row["disclosure"], "mention": row["speaker"], "rule": "synthetic",
    }  # fmt: skip


def _stands(rows: list[dict[str, Any]], sources: list[str], chance: random.Random) -> Iterator[dict[str, Any]]:
    verdicts = {"confirmed": "confirms", "disputed": "denies", "contested": "denies", "unconfirmed": "withholds"}
    for row in rows:
        if row["status"] in verdicts:
            yield {
                "pk": row["pk"], "document": row["document"], "statement": row["pk"], "source": chance.choice(sources[:500]),
                "verdict": verdicts[row["status"]], "start": 0, "end": 5, "exact": "dementierte", "rule": "synthetic",
            }  # fmt: skip


def pages(statements: int, chance: random.Random) -> dict[str, Callable[[], str]]:
    """For each kind of page an address at random."""
    articles, sources = max(statements // PER_ARTICLE, 1), max(statements // 50, 20)

    def table(*names: str) -> str:
        values = {"status": STATUSES, "type": TYPES, "disclosure": DISCLOSURES}
        return "/attrib/statements?" + "&".join(f"{name}={chance.choice(values[name])}" for name in names)

    return {
        "all statements": lambda: "/attrib/statements",
        "one filter": lambda: table(chance.choice(("status", "type", "disclosure"))),
        "two filters": lambda: table("status", "type"),
        "three filters": lambda: table("status", "type", "disclosure"),
        "statements of a source": lambda: f"/attrib/statements?source=s{chance.randrange(min(30, sources))}",
        "a year": lambda: f"/attrib/statements?_from=20{(year := chance.randint(15, 25))}&_to=20{year}",
        "search, one word": lambda: f"/attrib/statements?_search={urllib.parse.quote(chance.choice(WORDS))}",
        "search, two words": lambda: (
            "/attrib/statements?_search=" + urllib.parse.quote(" ".join(chance.sample(WORDS, 2)))
        ),
        "source page, often quoted": lambda: f"/source/s{chance.randrange(3)}",
        "source page": lambda: f"/source/s{chance.randrange(sources)}",
        "article page": lambda: f"/article/d{chance.randint(1, articles)}",
        "statement page": lambda: f"/statement/x{chance.randrange(statements)}",
        "home": lambda: "/",
        "pictures": lambda: "/pictures",
    }


def measure(folder: Path, statements: int, requests: int) -> None:
    """Serve the folder and print how long each kind of page takes, in milliseconds."""
    server = uvicorn.Server(uvicorn.Config(site(folder).app(), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    print(f"{'page':<28}{'p50 ms':>9}{'p95 ms':>9}")
    for name, path in pages(statements, random.Random(1)).items():
        _time(address + path())
        times = sorted(_time(address + path()) for _ in range(requests))
        p95 = times[min(round(0.95 * len(times)), len(times) - 1)]
        print(f"{name:<28}{statistics.median(times):9.0f}{p95:9.0f}", flush=True)
    server.should_exit = True
    thread.join(10)


def _time(address: str) -> float:
    began = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as response:
        response.read()
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    """Fill, build, measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--requests", type=int, default=40, help="requests for each kind of page")
    parser.add_argument("--out", type=Path, required=True, help="folder for the databases; kept, and used again")
    options = parser.parse_args()
    folder = options.out / f"{options.statements}"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "work.db").exists():
        began = time.perf_counter()
        fill(folder / "work.db", options.statements)
        print(f"synthetic working database: {time.perf_counter() - began:.0f} s")
    if not (folder / "dist" / "attrib.db").exists():
        began = time.perf_counter()
        report = build(folder / "work.db", folder / "dist")
        print(f"build: {time.perf_counter() - began:.0f} s, {report.size / 1e6:.0f} MB")
    measure(folder / "dist", options.statements, options.requests)


if __name__ == "__main__":
    main()

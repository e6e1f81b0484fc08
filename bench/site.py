"""How fast the site is with many statements: builds a synthetic database and measures its pages.

    python -m bench.site --statements 1000000 --out /tmp/bench

Fills a working database with made-up statements, publishes it with `attrib build`, serves it in this process over HTTP
and asks for each kind of page as many times as `--requests` says, with varying filters, one after the other. Prints the
time of the build and a table in milliseconds (p50, p95): by the clock, and what of that was spent on the processor,
asking included. The clock depends on what else the machine does, the processor less.
"""

import argparse
import random
import sqlite3
import statistics
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import uvicorn

from attrib.publish.published import build
from attrib.site.serve import site
from bench.synthetic import DISCLOSURES, PER_ARTICLE, STATUSES, TYPES, WORDS, fill


def pages(statements: int, chance: random.Random, quoted: Sequence[str]) -> dict[str, Callable[[], str]]:
    """For each kind of page an address at random; `quoted` are sources as often as they are quoted."""
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
        "search, one word": lambda: f"/attrib/statements?_search={urllib.parse.quote(chance.choice(WORDS[40:400]))}",
        "search, two words": lambda: (
            "/attrib/statements?_search=" + urllib.parse.quote(" ".join(chance.sample(WORDS[20:100], 2)))
        ),
        "source page, often quoted": lambda: f"/source/s{chance.randrange(3)}",
        "source page": lambda: f"/source/{chance.choice(quoted)}",
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
    print(f"{'page':<28}{'p50 ms':>9}{'p95 ms':>9}{'processor: p50':>18}{'p95':>7}")
    for name, path in pages(statements, random.Random(1), _quoted(folder / "attrib.db")).items():
        _time(address + path())
        took, used = zip(*(_time(address + path()) for _ in range(requests)), strict=True)
        print(
            f"{name:<28}{statistics.median(took):9.0f}{_p95(took):9.0f}{statistics.median(used):18.0f}{_p95(used):7.0f}",
            flush=True,
        )
    server.should_exit = True
    thread.join(10)


def _quoted(database: Path) -> list[str]:
    """The sources of some thousandth of the statements."""
    with closing(sqlite3.connect(database)) as connection:
        return [source for (source,) in connection.execute("SELECT source FROM statements WHERE pk % 997 < 3")]


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[min(round(0.95 * len(times)), len(times) - 1)]


def _time(address: str) -> tuple[float, float]:
    """Milliseconds by the clock and on the processor."""
    began, used = time.perf_counter(), time.process_time()
    with urllib.request.urlopen(address, timeout=60) as response:
        response.read()
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - used)


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
        began, used = time.perf_counter(), time.process_time()
        report = build(folder / "work.db", folder / "dist", downloads=False)
        took, used = time.perf_counter() - began, time.process_time() - used
        print(f"build: {took:.0f} s, of these {used:.0f} s on the processor; {report.size / 1e6:.0f} MB")
    measure(folder / "dist", options.statements, options.requests)


if __name__ == "__main__":
    main()

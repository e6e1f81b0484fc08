"""What the site bears: many readers at once, beside whole tables as CSV and hostile queries.

    python -m bench.site_load dist/ --seconds 60

Serves a published folder as `attrib serve` does, in a process of its own, and asks it over connections that stay open,
from this one (both share the machine). Four loads, each `--seconds` long:

* the filter page, each address anew, and beside it three whole tables as CSV;
* the filter page from memory: a few addresses again and again, all of them made before;
* article pages, among as many articles as there are;
* one filter page at a time while 32 clients ask for queries that never end.

Prints requests a second, p50, p95 and the slowest in milliseconds, what the server spent on the processor for each
(with what ran beside), and all answers that are not 200. A request when the server has nothing else to do is measured
first: on another machine compare with that. Only this machine is asked.
"""

import argparse
import asyncio
import itertools
import os
import random
import sqlite3
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from time import perf_counter
from typing import NamedTuple
from urllib.parse import urlsplit

CONNECTIONS = 8
TABLES = 3
HOSTILE = 32
ENDLESS = "/attrib.json?sql=with+recursive+c(x)+as+(select+{}+union+all+select+x%2B1+from+c)+select+count(*)+from+c"
FACETS = ("status", "type", "disclosure", "certainty", "polarity", "medium")


class Measured(NamedTuple):
    """What a load came to."""

    times: list[float]
    """Seconds of each request."""
    statuses: Counter[int]
    seconds: float
    """How long it took together."""
    used: float
    """Seconds on the processor, of the server alone."""


class Server(NamedTuple):
    """The process that is measured."""

    port: int
    pid: int

    def used(self) -> float:
        """Seconds that it has spent on the processor; 0 where /proc does not tell."""
        file = Path(f"/proc/{self.pid}/stat")
        if not file.exists():
            return 0.0
        user, system = file.read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


class Connection:
    """One connection to the server, which stays open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> tuple[int, int]:
        """Status and bytes of an answer, which is read to its end."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        status = int(head.split(b" ", 2)[1])
        if b"transfer-encoding: chunked" in head:
            return status, await _chunks(reader)
        length = int(head.split(b"content-length: ", 1)[1].split(b"\r\n", 1)[0])
        return status, len(await reader.readexactly(length))

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def _chunks(reader: asyncio.StreamReader) -> int:
    total = 0
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
        total += size
    await reader.readline()
    return total


async def readers(server: Server, path: Callable[[], str], seconds: float, connections: int = CONNECTIONS) -> Measured:
    """As many readers as there are connections, each asking again as soon as it has an answer."""
    times: list[float] = []
    statuses: Counter[int] = Counter()
    began, used = perf_counter(), server.used()

    async def read() -> None:
        connection = Connection(server.port)
        is_first = True
        while is_first or perf_counter() - began < seconds:
            is_first, asked = False, perf_counter()
            status, _ = await connection.get(path())
            times.append(perf_counter() - asked)
            statuses[status] += 1
        connection.close()

    await asyncio.gather(*(read() for _ in range(connections)))
    return Measured(times, statuses, perf_counter() - began, server.used() - used)


async def beside(
    server: Server, path: Callable[[], str], load: Callable[[], str], others: int, seconds: float
) -> Measured:
    """Readers beside others who ask for something demanding again and again."""
    tasks = [asyncio.create_task(_again(server.port, load)) for _ in range(others)]
    await asyncio.sleep(0.5)
    measured = await readers(server, path, seconds, CONNECTIONS if others == TABLES else 1)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return measured


async def _again(port: int, path: Callable[[], str]) -> None:
    connection = Connection(port)
    try:
        while True:
            status, _ = await connection.get(path())
            if status == 429:
                await asyncio.sleep(0.2)
    except asyncio.IncompleteReadError:
        print("  a table broke off", flush=True)
    finally:
        connection.close()


def tell(name: str, measured: Measured) -> None:
    """One row."""
    times = sorted(measured.times)
    p95 = times[min(round(0.95 * len(times)), len(times) - 1)]
    others = {status: number for status, number in measured.statuses.items() if status != 200}
    print(
        f"{name:<44}{len(times) / measured.seconds:9.0f}{1000 * statistics.median(times):9.0f}{1000 * p95:9.0f}"
        f"{1000 * times[-1]:9.0f}{1000 * measured.used / len(times):11.1f}   {others or 'none'}",
        flush=True,
    )


def filters(chance: random.Random, database: Path) -> Iterator[str]:
    """Addresses of the filter page in any order, none of them twice."""
    with closing(sqlite3.connect(database)) as connection:
        values = [
            [f"{facet}={value}" for (value,) in connection.execute(f"SELECT DISTINCT {facet} FROM statements") if value]
            for facet in FACETS
        ]
    chosen = [pair for one, other in itertools.combinations(values, 2) for pair in itertools.product(one, other)]
    addresses = ["&".join(pair) + f"&_size={size}" for pair in chosen for size in range(20, 31)]
    chance.shuffle(addresses)
    return (f"/attrib/statements?{address}" for address in addresses)


def articles(database: Path) -> list[str]:
    """The addresses of articles."""
    with closing(sqlite3.connect(database)) as connection:
        return [f"/article/{key}" for (key,) in connection.execute("SELECT id FROM documents")]


async def measure(server: Server, database: Path, seconds: float) -> None:
    """All loads, one after the other."""
    chance = random.Random(1)
    fresh, pages = filters(chance, database), articles(database)
    again = [next(fresh) for _ in range(20)]
    numbers = itertools.count()
    print(f"{'load':<44}{'per s':>9}{'p50 ms':>9}{'p95 ms':>9}{'most ms':>9}{'processor':>11}   not 200")
    tell("filter page, nobody else", await readers(server, lambda: next(fresh), min(seconds, 10), 1))
    table = "/attrib/statements.csv?_stream=on"
    tell(
        "filter page beside three tables as CSV",
        await beside(server, lambda: next(fresh), lambda: table, TABLES, seconds),
    )
    await readers(server, iter(again).__next__, 0, len(again))
    tell("filter page from memory", await readers(server, lambda: chance.choice(again), seconds))
    tell(f"article pages, of {len(pages)}", await readers(server, lambda: chance.choice(pages), seconds))
    endless = lambda: ENDLESS.format(next(numbers))  # noqa: E731
    tell("filter page beside 32 endless queries", await beside(server, lambda: next(fresh), endless, HOSTILE, seconds))


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """The site over the folder, in a process of its own."""
    command = [sys.executable, "-m", "attrib", "serve", str(folder), "--port", "0"]
    with Popen(command, stdout=PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield Server(int(urlsplit(line.split("Ready: ")[1].strip()).port or 0), process.pid)
        process.terminate()


def main() -> None:
    """Serve and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="a folder made by `attrib build`")
    parser.add_argument("--seconds", type=float, default=60, help="length of each load")
    options = parser.parse_args()
    with served(options.folder) as server:
        asyncio.run(measure(server, options.folder / "attrib.db", options.seconds))


if __name__ == "__main__":
    main()

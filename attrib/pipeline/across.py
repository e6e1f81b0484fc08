"""What is compared across documents, on the machines of a Ray cluster: near-duplicates and statements of one claim.

Only what shares a blocking key is ever compared. So what travels is each text, the bands of its sketch, and each
statement once for each of its keys. A task is handed a bucket of keys, since there are more keys than statements. The
result is that of one machine (`attrib.claim.link.Here`): the same candidates are compared by the same functions, and
this process settles what follows.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any
from zlib import crc32

import pyarrow as pa

from attrib.claim.copies import Text, bands, copies
from attrib.pipeline.cluster import set_course
from attrib.records import Copy
from attrib.statement.grouping import Block, Likeness, Pair, Proposition, compare_blocks
from attrib.statement.setting import Settings

ROWS = 20_000
"""Rows that are sent together."""
PER_PROCESSOR = 2
"""Buckets for each processor, so that none waits long for the last one."""
_SKETCHED = 256
"""Texts in a batch."""
_BANDS = pa.schema([("bucket", pa.int64()), ("sketch", pa.binary()), ("place", pa.int64())])
_SHARED = pa.schema([("places", pa.list_(pa.int64()))])
_ALIKE = pa.schema(
    [
        ("one", pa.int64()),
        ("other", pa.int64()),
        ("share", pa.float64()),
        ("rule", pa.string()),
        ("reason", pa.string()),
    ]
)
"""Types are written down for pieces without a row."""

Row = Mapping[str, Any]


class OnCluster:
    """Compares on the cluster to which this process is connected (`attrib.pipeline.cluster.cluster`)."""

    def copies(self, texts: Sequence[Text]) -> tuple[Copy, ...]:
        """As `attrib.claim.copies.copies`."""
        return copies(texts, _with_common_bands)

    def blocks(self, nodes: Sequence[Proposition], blocks: Iterable[Block], settings: Settings) -> list[Pair]:
        """As `attrib.statement.grouping.compare_blocks`."""
        import ray

        buckets = _buckets()
        sent = _sent(rows_of(nodes, blocks, buckets=buckets))
        grouped = sent.groupby("bucket", num_partitions=buckets)
        found = grouped.map_groups(_compared_there, batch_format="pyarrow", fn_args=[[ray.put(settings)]])
        pairs = {
            (row["one"], row["other"]): Likeness(row["share"], row["rule"], row["reason"]) for row in found.iter_rows()
        }
        return [(like, *pair) for pair, like in pairs.items()]


def rows_of(nodes: Sequence[Proposition], blocks: Iterable[Block], *, buckets: int) -> Iterator[Row]:
    """What is sent of blocks: each node once for each of them, with its rank in it."""
    pickled = [pickle.dumps(node) for node in nodes]
    for number, block in enumerate(blocks):
        for rank, place in enumerate(block.places):
            yield {
                "bucket": crc32(repr(block.key).encode()) % buckets,
                "block": number,
                "rank": rank,
                "across": block.is_across,
                "place": place,
                "node": pickled[place],
            }


def _with_common_bands(texts: Sequence[str]) -> Iterator[Sequence[int]]:
    """As `attrib.claim.copies.with_common_bands`."""
    buckets = _buckets()
    sent = _sent({"place": place, "text": text} for place, text in enumerate(texts))
    by_band = sent.map_batches(banded, batch_format="pyarrow", batch_size=_SKETCHED, fn_kwargs={"buckets": buckets})
    found = by_band.groupby("bucket", num_partitions=buckets).map_groups(shared, batch_format="pyarrow")
    return (row["places"] for row in found.iter_rows())


def banded(table: Any, *, buckets: int) -> Any:
    """The bands of texts."""
    rows = (
        {"bucket": crc32(band) % buckets, "sketch": band, "place": row["place"]}
        for row in table.to_pylist()
        for band in bands(row["text"])
    )
    return pa.Table.from_pylist(list(rows), _BANDS)


def shared(table: Any) -> Any:
    """The places of those texts in a bucket that share a band, once for each such band."""
    by_band: dict[bytes, list[int]] = {}
    for row in table.to_pylist():
        by_band.setdefault(row["sketch"], []).append(row["place"])
    groups = [{"places": sorted(places)} for places in by_band.values() if len(places) > 1]
    return pa.Table.from_pylist(groups, _SHARED)


def _compared_there(table: Any, sent: Sequence[Any]) -> Any:
    """`compared` with settings that lie in Ray's store, once on each machine."""
    import ray

    return compared(table, ray.get(sent[0]))


def compared(table: Any, settings: Settings) -> Any:
    """What is alike in the blocks of a bucket."""
    rows = sorted(table.to_pylist(), key=itemgetter("block", "rank"))
    # Places are counted anew, in the same order: pairs are compared, and told, as one machine would.
    order = sorted({row["place"] for row in rows})
    at = {place: number for number, place in enumerate(order)}
    pickled = {row["place"]: row["node"] for row in rows}
    nodes = [pickle.loads(pickled[place]) for place in order]
    blocks = [
        Block((str(number),), [at[row["place"]] for row in together], together[0]["across"])
        for number, together in ((number, list(found)) for number, found in groupby(rows, key=itemgetter("block")))
    ]
    pairs = compare_blocks(nodes, blocks, settings)
    found = [{"one": order[one], "other": order[other], **like._asdict()} for like, one, other in pairs]
    return pa.Table.from_pylist(found, _ALIKE)


def _buckets() -> int:
    """Into how many buckets keys are put."""
    import ray

    return max(1, int(PER_PROCESSOR * ray.cluster_resources().get("CPU", 1)))


def _sent(rows: Iterable[Row]) -> Any:
    """A data set of rows, of which this process never holds more than a piece."""
    import ray

    set_course(most_errors=0)
    waiting, pieces = iter(rows), []
    while piece := list(islice(waiting, ROWS)):
        pieces.append(ray.put(pa.Table.from_pylist(piece)))
    return ray.data.from_arrow_refs(pieces)

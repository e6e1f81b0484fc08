"""What the parser is told of a word's features: case and number of what is declined, the form of a verb.

Stanza's parser has inputs for part of speech and language-specific tags; features it drops
(stanza.models.depparse.model in 1.15 adds the tags twice instead). A short code in the column for language-specific
tags (XPOS) tells it what decides over subject and object. Only a parser that was trained with such codes takes them.
"""

from collections.abc import Sequence
from typing import Any

from attrib.parse.morphology.bundles import Scores
from attrib.parse.morphology.cells import parsed
from attrib.parse.morphology.decoding import Morphology
from attrib.text.analysis import Word

_SHOWN = ("Case", "Number", "VerbForm", "Mood")


def hint(feats: str) -> str:
    """Features of one word as one code: `Case=Nom|Gender=Fem|Number=Sing` → `Nom-Sing`; `_` for none."""
    values = parsed(feats)
    return "-".join(values[name] for name in _SHOWN if name in values) or "_"


def takes_hints(processor: Any) -> bool:
    """Whether Stanza's step for trees has a parser that learned from such codes."""
    known = processor.vocab["xpos"]
    # Stanza cuts such a code at its hyphens and numbers its parts.
    return bool(known.unit2id(hint("Case=Nom")) != known.unit2id("unknown"))


def hints(morphology: Morphology, forms: Sequence[str], upos: Sequence[str], rows: Scores) -> list[str]:
    """The codes of a sentence's words, from what lexicon and agreement make of the tagger's scores without a tree."""
    tagged = zip(forms, upos, strict=True)
    words = [Word(number, form, form, tag, "", 0, "", 0, 0) for number, (form, tag) in enumerate(tagged, start=1)]
    return [hint(word.feats) for word in morphology.corrected(words, rows)]

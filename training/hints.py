"""What the parser is told of a word's features: case and number of what is declined, the form of a verb.

Stanza's parser has inputs for part of speech and language-specific tags; features it drops
(stanza.models.depparse.model in 1.15 adds the tags twice instead). A short code in the column for language-specific
tags (XPOS) tells it what decides over subject and object.
"""

from attrib.parse.morphology.cells import parsed

_SHOWN = ("Case", "Number", "VerbForm", "Mood")


def hint(feats: str) -> str:
    """Features of one word as one code: `Case=Nom|Gender=Fem|Number=Sing` → `Nom-Sing`; `_` for none."""
    values = parsed(feats)
    return "-".join(values[name] for name in _SHOWN if name in values) or "_"

"""Chinese names in their own letters, in Pinyin and in Wade–Giles: *毛泽东, Mao Zedong, Mao Tse-tung*.

Han letters are read in Pinyin (anyascii). Wade–Giles writes several sounds of Pinyin alike once its apostrophes are
lost, as newspapers lose them; a name is compared in that way only if it is spelled in that way, with a hyphen.
"""

import re

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_SYLLABLE = re.compile("[A-Z][a-z]*")
_WADE_GILES = re.compile(
    r"(?P<family>[^\W\d_]{2,6}) (?P<first>[^\W\d_]+['’]?[^\W\d_]*)-(?P<second>[^\W\d_]+['’]?[^\W\d_]*)"
)
_SYLLABLES = re.compile(
    "(?:[zcs]h|hs|t[sz]|[bpmfdtnlgkhjqxzcsrwy])?"
    "(?:[iu]?a(?:ng?|i|o)?|iao|[iu]e[hn]?|e(?:ng?|i|h|rh)?|i(?:ng?|u|h)?|iung|iong|o(?:ng|u)?|u(?:ng?|i|o|en)?)"
)
"""What a syllable can be, in either way of spelling."""
_ALIKE = (
    (re.compile("['’-]"), ""),
    (re.compile("t[sz]|[zc](?!h)"), "z"),
    (re.compile("zh|ch|q|j"), "c"),
    (re.compile("hs|x|sh"), "s"),
    (re.compile("b"), "p"),
    (re.compile("d"), "t"),
    (re.compile("g(?=[aeiou])"), "k"),
    (re.compile("ien"), "ian"),
    (re.compile("ong"), "ung"),
    (re.compile("(?<=[ie])h"), ""),
)
"""Sounds that Pinyin tells apart and Wade–Giles without apostrophes does not."""


def in_pinyin(name: str) -> str:
    """The name with its Han letters read in Pinyin, the first as the family name; others as they are."""
    return _HAN.sub(lambda han: _read(han.group()), name)


def _read(han: str) -> str:
    from anyascii import anyascii  # 350 kB that few texts need

    family, *given = _SYLLABLE.findall(anyascii(han)) or [han]
    return f"{family} {''.join(given).capitalize()}".strip()


def is_wade_giles(name: str) -> bool:
    """Whether the name looks like one in Wade–Giles: one syllable, and two with a hyphen."""
    match = _WADE_GILES.fullmatch(name.lower())
    return match is not None and all(map(_SYLLABLES.fullmatch, match.groups()))


def alike_in_wade_giles(name: str) -> str:
    """What Wade–Giles without apostrophes tells of a name: equal for its spellings in both ways."""
    sound = name.lower().replace("j", "r") if is_wade_giles(name) else name.lower()
    for pattern, letter in _ALIKE:
        sound = pattern.sub(letter, sound)
    return sound

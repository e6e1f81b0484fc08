"""English transliterations of Russian, Ukrainian and Belarusian names as German newspapers write them."""

import re

from attrib.registry.spelling import script_of

_RULES = (
    (r"shch", "\x04"),
    (r"zh|sh", "\x01"),
    (r"kh", "\x02"),
    (r"ts(?!ch)", "\x03"),
    (r"tch|ch", "\x05"),
    (r"(?<=[aeiouy])s(?=[aeiouy])", "ss"),
    (r"z", "s"),
    (r"v", "w"),
    (r"ks", "x"),
    (r"\byu", "ju"),
    (r"\bya", "ja"),
    (r"\bye", "je"),
    (r"\byo", "jo"),
    (r"yu", "ju"),
    (r"ya|(?<=[aeiou])ia", "ja"),
    (r"ye(?=\w)|(?<=[aeiouy])ye", "je"),
    (r"yo(?=\w)", "jo"),
    (r"(?<=[^aeiou])(?:iy|yi|yy|ii|y|ij)\b", "i"),
    (r"(?<=[aeou])(?:y|i)\b", "j"),
    (r"'|’|ʼ", ""),
    (r"\x01", "sch"),
    (r"\x02", "ch"),
    (r"\x03", "z"),
    (r"\x04", "schtsch"),
    (r"\x05", "tsch"),
)
"""In order; what is written with *ch* or *s* in German stands as a control character until no rule can touch it."""


def in_german(name: str, country: str | None) -> str:
    """The name as a German newspaper has it; names of people of other countries stay as they are."""
    if script_of(country) != "slavic" or country not in {"RU", "UA", "BY"}:
        return name
    return " ".join(map(_part, name.split()))


def _part(word: str) -> str:
    spelled = word.lower()
    for pattern, replacement in _RULES:
        spelled = re.sub(pattern, replacement, spelled)
    return "-".join(part[:1].upper() + part[1:] for part in spelled.split("-"))

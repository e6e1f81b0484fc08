"""Datelines: where, when and through whom a report comes, before its first sentence: *Berlin (dpa) –*.

    places [, day] [(sign)] dash
    [+++] [update word,] time [+++] [colon]

A dateline is no part of a sentence. What only looks like one is a name with something set off behind it: *Der Hafen
(HHLA) – größter …*, *Peter Kern (SPD) – Bürgermeister seit 2010 – …*, *Berlin – die Stadt …*.
"""

import re
from dataclasses import dataclass

from attrib.text.language import Language
from attrib.text.line import SENTENCE_END
from attrib.text.sign import is_code, names_agency

_LONGEST = 100
"""Characters that a dateline takes at most."""
_JOINT = re.compile(
    r"\s*(?:--|[–—]{1,2}|[|_]|-(?=\s|$)|(?<=[)\]])-)(?:\s?-(?=\s))?\s*|(?:\.|::?)(?:\s+|$)|(?<=[)\]])\s+|(?<=[)\]])$"
    r"|\s+\+{2,}\s*"
)
"""What ends a dateline: a dash, a bar, a full stop, a colon, plus signs, or nothing behind the brackets."""
_TICKER = re.compile(r"\+{2,}\s*")
"""*+++ 14:32 Uhr +++*: opens a time, and closes it."""
_TIME = re.compile(r"\d{1,2}(?:[.:]\d{2})?(?P<clock> [^\W\d_]+)?")
_BEFORE = re.compile(
    r"(?P<names>[^()\[\]]*?)(?:\s+[–—-])?\s*(?:\([^()]{2,30}\)\s*)??(?:[(\[](?P<sign>[^()\[\]]{2,40})[)\]])?"
)
_QUALIFIER = re.compile(r"\s?\([^()\[\]]{2,30}\)(?=\s?[,/])")
_ELEMENT = re.compile(r"\s*[,/]\s*")
_SIGNED_ELEMENT = re.compile(r"\s*[,/]\s*|\s+[–—-]\s+")
"""*PARIS – LONDON (AFP) –*: a dash between places is one only before the sign of an agency."""
_NUMERIC_DAY = re.compile(r"(?:[^\W\d_]{2,3} )?\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2,4})?|\d{4}-\d{2}-\d{2}")
_NAMED_DAY = re.compile(
    r"(?:[^\W\d_]{2,3} )?\d{1,2}\.? ?(?P<month>[^\W\d_]{3,9})\.?(?: \d{2,4})?"
    r"|(?P<month_first>[^\W\d_]{3,9})\.? \d{1,2}"
)
_DAY_BEHIND = re.compile(r"(?P<place>[^\d]+?)\s(?P<day>\d.*)")
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]*)*")
_PARENTHESIS = re.compile(r"[^.!?…]*?\s[–—-]\s")
_DASHES = ("--", "–", "––", "—", "——", "-", "|", "_")
_OPENERS = "„“”\"«»‚‘‹›'"
_LONGEST_PLACE = 4
"""Words."""
_SHORTEST_SENTENCE = 4
"""Words; *Berlin – Hamburg 2:1* goes on with less."""


def dateline_length(text: str, language: Language, *, is_first: bool = True) -> int:
    """How many characters at the beginning of a paragraph are its dateline and the white space behind; 0 for none.

    Without the sign of an agency or a day it takes the first paragraph of the running text (`is_first`). The sign may
    come before the places: *(dpa) Berlin –*.
    """
    length, is_sign_alone = _first_length(text, language, is_first=is_first)
    return length + (_first_length(text[length:], language, is_first=is_first)[0] if is_sign_alone else 0)


def _first_length(text: str, language: Language, *, is_first: bool) -> tuple[int, bool]:
    """The length, and whether no place is in it."""
    head = text[:_LONGEST]
    for joint in _JOINT.finditer(head):
        announced = _announced(head[: joint.start()], language)
        rest = text[joint.end() :]
        if announced is not None and announced.opens(rest, joint=joint.group().strip(), is_first=is_first):
            return joint.end(), not announced.places
    return 0, False


@dataclass(frozen=True)
class _Announced:
    """What stands before the dash: places in their order, the sign in brackets if there is one."""

    places: tuple[str, ...]
    has_day: bool
    sign: str
    language: Language
    is_time: bool = False
    """Whether it is nothing but a time, perhaps with a day and words like *Update*."""

    def opens(self, rest: str, *, joint: str, is_first: bool) -> bool:
        """Whether this, joined to what follows, is a dateline."""
        if not rest and not self.places:
            return False
        is_agency = names_agency(self.sign, self.language)
        if rest and not _starts_sentence(rest):
            return is_agency and bool(self.places) and joint in _DASHES and not self._has_article
        if is_agency:
            return True
        if self.is_time:
            return joint == ":" or _TICKER.fullmatch(joint) is not None or (joint in _DASHES and is_first)
        if self._has_article:
            return False
        if is_code(self.sign):
            return bool(rest) and (joint in _DASHES or not self.places or (is_first and self._is_single))
        if self.has_day:
            return joint != ":" and (bool(self.places) or bool(self.sign))
        return is_first and joint != "" and self._is_place(joint) and _is_report(rest)

    def _is_place(self, joint: str) -> bool:
        """Whether the names alone show that they are places; before a full stop or a colon most may be anything, and
        a capital before a colon may stand for its government."""
        known = bool(self.places) and all(map(self._is_known, self.places))
        if joint == ".":
            return known and not self.sign
        if joint == ":":
            return known and not self.sign and not any(map(self._is_state, self.places))
        return known or (bool(self.places) and (self._is_single or all(place.isupper() for place in self.places)))

    @property
    def _has_article(self) -> bool:
        """*Die Werft*, not *Den Haag*."""
        articles = self.language.words.articles - self.language.words.place_beginnings
        return any(place.split()[0].lower() in articles for place in self.places)

    @property
    def _is_single(self) -> bool:
        """Whether each place is one word: two may be a person."""
        return all(" " not in place for place in self.places)

    def _is_known(self, place: str) -> bool:
        named = place.title() if place.isupper() else place
        beginning, _, rest = place.lower().partition(" ")
        if self._is_state(place) or self.language.countries.of_city(named) is not None:
            return True
        return bool(rest) and beginning in self.language.words.place_beginnings

    def _is_state(self, place: str) -> bool:
        """A country or its capital."""
        return self.language.countries.of_place(place.title() if place.isupper() else place) is not None


def _announced(before: str, language: Language) -> _Announced | None:
    """The places, the day and the sign of what may be a dateline; None if there is anything else."""
    if _is_time_alone(before, language):
        return _Announced((), False, "", language, is_time=True)
    match = _BEFORE.fullmatch(_QUALIFIER.sub("", before))
    if match is None or not before:
        return None
    names, sign = match["names"], match["sign"] or ""
    names, code = _without_code(names, language) if not sign else (names, sign)
    joint = _SIGNED_ELEMENT if sign and names_agency(sign, language) else _ELEMENT
    elements = [part for element in joint.split(names) for part in _with_day_apart(element, language) if part]
    signs = [element for element in elements if names_agency(element, language)]
    places = [element for element in elements if element not in signs and not _is_day(element, language)]
    if not all(_may_be_place(place, language) for place in places):
        return None
    has_day = any(_is_day(element, language) for element in elements)
    return _Announced(tuple(places), has_day, code or "/".join(signs), language)


def _is_time_alone(before: str, language: Language) -> bool:
    """*14.32 Uhr*, *Update, 9.15 Uhr*, *+++ 14:32*, *Mittwoch, 18 Uhr*; a bare figure only behind a word for it."""
    ticker = _TICKER.match(before)
    elements = _ELEMENT.split(before[ticker.end() :] if ticker else before)
    words, closed = elements[0].split(maxsplit=1), language.words
    opened = ticker is not None or (bool(words) and words[0].lower().rstrip(":") in closed.update_words)
    if words and words[0].lower().rstrip(":") in closed.update_words:
        elements = [*(words[1:]), *elements[1:]]
    times = [element for element in elements if _is_time(element, language, bare=opened)]
    others = [element for element in elements if element not in times]
    return bool(times) and all(_is_day(element, language) for element in others)


def _is_time(element: str, language: Language, *, bare: bool) -> bool:
    found = _TIME.fullmatch(element)
    if found is None:
        return False
    clock = found["clock"]
    return bare if clock is None else clock.strip().lower() in language.words.clock_words


def _with_day_apart(element: str, language: Language) -> tuple[str, ...]:
    """*Linz 14.5.2024*: the place and the day."""
    match = _DAY_BEHIND.fullmatch(element)
    apart = match is not None and match["place"][0].isupper() and _is_day(match["day"], language)
    return (match["place"], match["day"]) if match is not None and apart else (element,)


def _without_code(names: str, language: Language) -> tuple[str, str]:
    """*BERLIN taz*, *dpa Berlin*: an agency's name or code beside the place, without brackets."""
    first, _, rest = names.partition(" ")
    if rest and names_agency(first, language):
        return rest, first
    place, _, code = names.rpartition(" ")
    is_sign = names_agency(code, language) or (place.isupper() and is_code(code))
    return (place, code) if place and is_sign else (names, "")


def _is_day(element: str, language: Language) -> bool:
    """*3. März*, *12.4.2024*, *den 12. Apr. 2024*, *Montag*, *March 3*."""
    if _NUMERIC_DAY.fullmatch(element) or element.lower() in language.words.weekdays:
        return True
    named = _NAMED_DAY.fullmatch(element)
    if named is None:
        return False
    written = (named["month"] or named["month_first"]).lower()
    return any(month.startswith(written) for month in language.words.months)


def _may_be_place(name: str, language: Language) -> bool:
    """Up to four words, all capitalised but those inside: *Frankfurt am Main*; no pronoun, preposition, conjunction."""
    words, closed = name.split(), language.words
    first = closed.pronouns_personal | closed.prepositions | closed.coordinators | closed.subordinators
    if not 1 <= len(words) <= _LONGEST_PLACE or words[0].lower() in first:
        return False
    return words[0][0].isupper() and all(
        _NAME.fullmatch(word) and (word[0].isupper() or word.lower() in closed.place_joints) for word in words
    )


def _starts_sentence(rest: str) -> bool:
    first = rest.lstrip(_OPENERS)[:1]
    return first.isupper() or first.isdigit()


def _is_report(rest: str) -> bool:
    """Whether a whole sentence follows, and nothing in it is set off by a second dash."""
    has_end = any(mark in rest for mark in SENTENCE_END)
    return (
        has_end and len(rest.split(maxsplit=_SHORTEST_SENTENCE)) >= _SHORTEST_SENTENCE and not _PARENTHESIS.match(rest)
    )

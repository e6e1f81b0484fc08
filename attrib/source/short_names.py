"""Short names: abbreviations in brackets, initials, and the part of a name that stands for all of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from attrib.records import Source
from attrib.source.country import country_of_word
from attrib.source.display import display_name
from attrib.source.drafts import Draft, Drafts
from attrib.source.institution_name import InstitutionName
from attrib.source.mention import own_id
from attrib.source.name_index import longest_name
from attrib.text.abbreviation import initials
from attrib.text.analysis import NO_WORD, Word
from attrib.text.marks import MARKS
from attrib.text.view import View
from attrib.text.words import NOUNS

_LONGEST_ABBREVIATION = 8
_LONGEST_AS_NAME = 5
"""And of those that only begin with a capital: *Nada*, *Pisa*."""
_SHORTEST_UNTOLD = 3
"""How many letters an abbreviation has that the text uses without telling whose it is."""
_LONGEST_ABBREVIATED = 9
"""Words of a name that initials stand for."""
_SHORTEST_INITIALS, _LONGEST_INITIALS = 3, 6
"""Letters of what stands for a name without brackets."""
_SHORTEST_NAME = 4
"""Letters of the first word of a firm's name that stands for all of it."""
_LONGEST_NAME = 80
"""In characters, as far as an abbreviation behind it may stand for it."""


class ShortNames:
    """Finds what stands for the parties named so far, and names that only initials show to be one."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._text = drafts.text
        self._language = drafts.text.language
        self._nouns = drafts.text.language.lexicon.nouns

    def add_own_initials(self, draft: Draft, words: Iterable[Word]) -> None:
        """*die Nationale Anti-Doping-Agentur*, and later *die Nada*, without a word that it is the same."""
        own = initials(_capital_parts(word for word in words if word.upos != "DET"))
        for short in (own, own.title()) if len(own) >= _SHORTEST_UNTOLD else ():
            self._drafts.abbreviations.setdefault(short, draft.source.id)

    def add_short_name(self, found: InstitutionName, draft: Draft) -> None:
        """*Kestrel Airways* … *Kestrel*: the one word before what names of firms end in, where heads stand last."""
        listed = self._language.words
        first, *rest = found.name.split()
        ends = listed.firm_words | listed.company_forms | listed.outlet_words | listed.institution_words
        common = {first.lower()} & (ends | listed.place_beginnings)
        place = self._language.countries.of_place(first) or self._language.countries.of_adjective(first)
        fits = self._language.grammar.HEAD_LAST and rest and all(word.lower() in ends for word in rest)
        if fits and not common and place is None and len(first) >= _SHORTEST_NAME:
            self._drafts.abbreviations.setdefault(first, draft.source.id)

    def add_compound_name(self, noun: Word, draft: Draft) -> None:
        """*die RSF-Miliz*, and later *die RSF*: the letters before a noun that only says what the bearer is."""
        first, _, kind = noun.text.rpartition("-")
        heads = self._language.words.irregular_forces | self._language.words.naming_heads
        if first.isupper() and first.isalnum() and kind.lower() in heads and not self._is_name(first):
            self._drafts.abbreviations.setdefault(first, draft.source.id)

    def _is_name(self, letters: str) -> bool:
        """Whether letters are registered, or stand for a country."""
        word = replace(NO_WORD, number=1, text=letters, lemma=letters, upos="PROPN")
        return (
            longest_name([word], 0, self._drafts.index) is not None
            or country_of_word(word, self._language.countries) is not None
        )

    def add_in_brackets(self, view: View) -> None:
        """*Institut für Meereskunde (IMK)*: capitals in brackets right behind a named party, or behind the words whose
        initials they are, which they make a name: *Schutzgemeinschaft der Anleger (SdA)*."""
        words = view.joined
        for place, opening in enumerate(words[1:-2], start=1):
            short, closing = words[place + 1], words[place + 2]
            if opening.text != "(" or closing.text != ")":
                continue
            if not (_is_abbreviation(short.text) or _abbreviates(words[:place], short.text)):
                continue
            before = words[: place - (words[place - 1].text in MARKS)]
            named = [draft for draft in self._drafts.by_id.values() if before and _is_named_before(draft, before)]
            abbreviated = _of_initials(before, short.text)
            whole = [draft for draft in named if _is_whole(draft, abbreviated)]
            for draft in whole or ([] if abbreviated else named):
                self._drafts.abbreviations[short.text] = draft.source.id
            if not whole:
                self._name_by_initials(view, abbreviated, short.text)

    def add_initials(self, view: View) -> None:
        """*the Polar Testing Agency* … *the PTA*: capitals elsewhere for the words whose initials they are."""
        words = view.joined
        ends: dict[str, list[int]] = {}
        for place, last in enumerate(words):
            ends.setdefault(last.text[:1], []).append(place)
        for short in self._capitals:
            if short in self._drafts.abbreviations:
                continue
            for place in ends.get(short[-1], ()):
                whole = _of_initials(words[: place + 1], short)
                if len(whole) < _SHORTEST_INITIALS or words[place].text == short:
                    continue
                named = [item for item in self._drafts.by_id.values() if _is_named_before(item, words[: place + 1])]
                for draft in named[-1:]:
                    self._drafts.abbreviations[short] = draft.source.id
                if not named:
                    self._name_by_initials(view, whole, short)

    @cached_property
    def _capitals(self) -> tuple[str, ...]:
        """The words in capitals that may be somebody's initials, sorted: none of a heading in capitals, no place."""
        words = (word for view in self._text.views for word in view.joined)
        long = (word.text for word in words if word.text.isupper() and word.text.isalpha())
        found = frozenset(text for text in long if _SHORTEST_INITIALS <= len(text) <= _LONGEST_INITIALS)
        return tuple(sorted(text for text in found if self._language.countries.of_place(text) is None))

    def _name_by_initials(self, view: View, words: Sequence[Word], short: str) -> None:
        """A party whose name the initials in brackets show to be one."""
        noun = next((word for word in words if word.upos in NOUNS), NO_WORD)
        entry = self._nouns.institution(noun)
        if not noun or self._nouns.person(noun) is not None or noun.start in self._drafts.institutions:
            return
        name = display_name(self._text, words, article=False)
        kind = "other" if entry is None else entry.kind
        id_ = own_id(name, self._drafts.registry)[:_LONGEST_NAME]
        draft = self._drafts.draft(Source(id=id_, name=name, kind=kind, origin="discovered"), is_person=False)
        draft.call(noun)
        draft.stand(noun, view.sentence)
        self._drafts.institutions[noun.start] = draft.source.id
        self._drafts.abbreviations[short] = draft.source.id


def _is_abbreviation(letters: str) -> bool:
    """*IMK*, *SdK*, *Nada*: two capitals or more, or a word in capitals that is written as a name."""
    several = sum(map(str.isupper, letters)) > 1 or (letters.istitle() and len(letters) <= _LONGEST_AS_NAME)
    return letters.isalpha() and len(letters) <= _LONGEST_ABBREVIATION and several


def _abbreviates(words: Sequence[Word], short: str) -> bool:
    """*amnesty international (ai)*: small letters that begin the words right before."""
    letters = initials(word.text for word in words[-len(short) :])
    return short.islower() and len(short) > 1 and letters == short


def _of_initials(words: Sequence[Word], short: str) -> Sequence[Word]:
    """*Schutzgemeinschaft der Kapitalanleger* for *SdK*: the last of the words whose capital initials are those of an
    abbreviation, each of them; none if they are not."""
    letters = [letter.upper() for letter in short if letter.isupper() or short.istitle()]
    for place in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST_ABBREVIATED), -1):
        if words[place].is_finite or words[place].upos == "PUNCT":
            return ()
        own = [*initials(_capital_parts(words[place : place + 1]))]
        if own and letters[-len(own) :] != own:
            return ()
        del letters[len(letters) - len(own) :]
        if not letters:
            return words[place:]
    return ()


def _capital_parts(words: Iterable[Word]) -> Iterator[str]:
    """*Nationale Anti-Doping-Agentur* → Nationale, Anti, Doping, Agentur: those with a capital."""
    parts = (part for word in words for part in word.text.split("-"))
    yield from (part for part in parts if part[:1].isupper())


def _is_whole(draft: Draft, words: Sequence[Word]) -> bool:
    """Whether a party is named by all words that initials stand for: *Bundesverband der Stahlindustrie (BdS)*, not the
    industry alone."""
    near = words and range(words[0].start - _LONGEST_NAME, words[0].start + 1)
    return bool(near) and draft.phrase is None and any(start in near for start, _ in draft.places)


def _is_named_before(draft: Draft, words: Sequence[Word]) -> bool:
    """Whether the name of an institution ends some words, none of which is a verb or a mark behind its beginning."""
    end, first = words[-1].end, words[0].start
    if (
        draft.is_person
        or draft.source.kind == "document"
        or not any(first <= start <= end <= start + _LONGEST_NAME for start, _ in draft.places)
    ):
        return False
    last = max(start for start, _ in draft.places)
    between = [word for word in words if word.start >= last]
    return bool(between) and not any(word.upos in {"VERB", "PUNCT"} for word in between)

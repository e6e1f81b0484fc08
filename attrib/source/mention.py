"""Mentions: the words of a text that name a party, and which registered or newly found party they may mean.

Full name → surname → title and surname → role noun → pronoun; inflected names (*Putins*, *der Vereinigten Staaten*) are
found by their stems. A mention knows its candidates; who is meant is decided in `attrib.source`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from attrib.records import Span
from attrib.registry.registry import Registry, RegistrySource
from attrib.registry.spelling import name_keys
from attrib.source.name_index import Registered, longest_name, name_at, name_index
from attrib.source.name_run import NameRuns
from attrib.source.named import Named
from attrib.text.analysis import Word, word_at
from attrib.text.kebab import kebab
from attrib.text.text import Text
from attrib.text.view import View

NAMESAKE = "namesake"
"""What the id of somebody ends in who bears the name of a registered person."""
_PLACE = 2
"""Words of a place that begins with *Bad* or *New*."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}(?:-[^\W\d_]\.)*-?")
"""*H.*, *B.N.*, *H.-J.*, which may be cut behind its hyphen."""
_NUMBER = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})\.?")
"""*II.*, *XVI*: how many of that name."""
_NAME_AND_NUMBER = 2
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_NO_TITLES = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADP"})


def find_names(text: Text, registry: Registry) -> tuple[Named, ...]:
    """Every registered name and every full name of a person in the document, in text order."""
    forms = frozenset(word.text for word in text.analysis.words)
    found = [named for view in text.views for named in _Names(view, registry, forms).found()]
    return tuple(_with_one_name(text, found))


def _with_one_name(text: Text, found: Sequence[Named]) -> Iterator[Named]:
    """*José Luis Zapatero* and *José Luis Rodríguez Zapatero* are one: first and last word agree; as named first."""
    first: dict[tuple[str, str], str] = {}
    stem = text.language.grammar.stem
    endings = _endings(named.name for named in found if named.is_full)
    registered = {named.name: named.candidates for named in found if named.is_full and named.candidates}
    for named in found:
        longer = None if named.candidates else _longer_name(named.name, endings)
        words = named.name.split()
        if longer is None and (named.candidates or len(words) == 1):
            yield named
        elif longer in registered:
            yield replace(named, name=longer, candidates=registered[longer])
        else:
            ends = stem(words[0]), stem(words[-1])
            yield replace(named, name=longer or first.setdefault(ends, named.name))


def _endings(full: Iterable[str]) -> Mapping[str, set[str]]:
    """What full names end in, in small letters and several words, and which names do."""
    found: dict[str, set[str]] = {}
    for name in full:
        words = name.split()
        for place in range(1, len(words) - 1):
            found.setdefault(" ".join(words[place:]).lower(), set()).add(name)
    return found


def _longer_name(name: str, endings: Mapping[str, set[str]]) -> str | None:
    """*Von der Leyen*, *Hirsi Ali*: a family name of several words is that of the one person whose full name ends in
    it."""
    longer = endings.get(name.lower(), set())
    return next(iter(longer)) if len(longer) == 1 else None


class _Names:
    """Looks for names in one sentence."""

    def __init__(self, view: View, registry: Registry, forms: frozenset[str]) -> None:
        self._sentence = view.sentence
        self._words = view.joined
        self._runs = NameRuns(view.joined, view.language)
        self._language = view.language
        self._nouns = view.language.lexicon.nouns
        self._registry = registry
        self._index = name_index(registry, view.language)
        self._forms = forms
        """The words of the document."""

    def found(self) -> Iterator[Named]:
        """The names in order."""
        place = 0
        while place < len(self._words):
            named, length = self._at(place)
            if named is not None:
                yield named
            place += length

    def _at(self, place: int) -> tuple[Named | None, int]:
        """The name that begins at a place, and how many words further the next may begin."""
        word = self._words[place]
        if word.upos not in _NAMING:
            return None, 1
        known = name_at(self._words, place, self._index.names, self._language.lexicon)
        if not (word.text[:1].isupper() or _is_spelled_small(word, known)):
            return None, 1
        run = self._runs.at(place) or self._taken_for_noun(place)
        if known is not None and known.length >= len(run):
            return self._registered(place, known), known.length
        if not run:
            return self._family_name(place), 1
        title, length = self._nouns.titles(run), self._length(place, run)
        if self._runs.marked(place):
            return (self._person(place, run) if self._bears_nickname(place) else None), length
        if title:
            return None, title
        if len(run) > 1 and run[0].form in self._language.words.place_beginnings:
            return None, _PLACE  # *in Bad Dürkheim*, *der New York Times Joel Harding*
        person = self._is_person(run) and not self._is_office(place, run)
        if person or self._is_regnal(place, run):
            return self._person(place, run), length
        return self._family_name(place), 1

    def _length(self, place: int, run: Sequence[Word]) -> int:
        """How many words of the sentence a run covers, a nickname in it included."""
        return self._words.index(run[-1], place) - place + 1

    def _bears_nickname(self, place: int) -> bool:
        """*der Rapper „Kobold“*: a noun for persons stands before the marks."""
        noun = self._runs.noun_of(place)
        return bool(noun) and self._nouns.person(noun) is not None

    def _registered(self, place: int, known: Registered) -> Named:
        full = known.length > 1 or not known.entries[0].person
        return self._named(self._words[place : place + known.length], known.entries, is_full=full)

    def _family_name(self, place: int) -> Named | None:
        """The tagger takes foreign names for nouns: *bestand Lukaschenko darauf*."""
        word = self._words[place]
        by_hand = self._index.family_names.get((self._language.grammar.stem(word.text),))
        entries = by_hand or self._in_office(place)
        return self._named([word], entries, is_full=False) if entries and word.upos != "ADJ" else None

    def _in_office(self, place: int) -> Sequence[RegistrySource]:
        """*Verteidigungsministerin Falk*: the listed people of that family name, where an office stands before it."""
        word, before = self._words[place], word_at(self._words, place - 1)
        if before.upos not in {"NOUN", "PROPN"} or self._nouns.person(before) is None:
            return ()
        grammar = self._language.grammar
        return self._registry.family_called(name_keys(word.text) | name_keys(grammar.without_genitive(word.text)))

    def _named(self, words: Sequence[Word], entries: Sequence[RegistrySource], *, is_full: bool) -> Named:
        name = " ".join(word.text for word in words)
        return self._place(words, entries, name, is_full=is_full)

    def _place(self, words: Sequence[Word], entries: Sequence[RegistrySource], name: str, *, is_full: bool) -> Named:
        span = Span(words[0].start, words[-1].end)
        return Named(span, self._sentence.number, tuple(entry.id for entry in entries), name, is_full)

    def _taken_for_noun(self, place: int) -> Sequence[Word]:
        """*Park Jin*: a name whose first word was tagged as a noun, although no article stands before it.

        Nouns for people and institutions before a name are titles (*Premier Li*), those with an article are not its
        part.
        """
        noun, before = self._words[place], word_at(self._words, place - 1)
        if noun.upos != "NOUN" or before.upos in _NO_TITLES:
            return ()
        rest = self._runs.at(place + 1)
        joined = bool(rest) and rest[0].relation in {"appos", "flat"} and noun.has("Number=Sing")
        common = noun.lemma.lower().endswith(self._nouns.before_names)
        return (noun, *rest) if joined and not common else ()

    def _is_person(self, run: Sequence[Word]) -> bool:
        """*Südkoreas JCS*, *EU Kommission* are no persons: countries, registered institutions, abbreviations."""
        listed = self._language.words
        if len(run) < 2 or any(word.form in listed.institution_words | listed.firm_words for word in run):
            return False
        if self._nouns.is_association(run[-1]):
            return False  # *Deutscher Mieterbund*
        return not any(self._is_thing(run, place) for place in range(len(run))) and not self._is_institution(run)

    def _is_regnal(self, place: int, run: Sequence[Word]) -> bool:
        """*Papst Franziskus*, *Königin Margrethe II.*: who bears nothing but a given name, by the title before it; with
        a number also without one."""
        numbered = len(run) >= _NAME_AND_NUMBER and _NUMBER.fullmatch(run[-1].text) is not None
        title = word_at(self._words, place - 1)
        titled = {title.form, title.lemma.lower()} & self._language.words.regnal_titles
        known = bool(titled) or (numbered and self._language.given_names.is_listed(run[0].text))
        placed = len(run) > 1 and run[1].form in self._language.words.origin_particles  # *Fürst Albert von Monaco*
        one = len(run) == 1 or numbered or (placed and titled)
        return bool(known and one) and self._language.countries.of_place(run[0].text) is None

    def _is_office(self, place: int, run: Sequence[Word]) -> bool:
        """*the | Vice President*: a name with an article that ends in a noun for a person, where heads stand last."""
        before = word_at(self._words, place - 1)
        definite = before.form in self._language.words.definite_articles and self._language.grammar.HEAD_LAST
        return definite and self._nouns.person(run[-1]) is not None

    def _is_thing(self, run: Sequence[Word], place: int) -> bool:
        """A country, an abbreviation, or a registered name that no person bears."""
        word = run[place]
        # *H. Lund*, *Jana P.*, whose family name a court report leaves out
        initial = word is not run[-1] or (place == 1 and self._language.given_names.is_listed(run[0].text))
        abbreviated = word.text.isupper() and not (_INITIAL.fullmatch(word.text) and initial)
        if abbreviated or self._language.countries.of_place(word.text) is not None:
            return True
        known = longest_name(run, place, self._index.names)
        return known is not None and not any(entry.person for entry in known.entries)

    def _is_institution(self, run: Sequence[Word]) -> bool:
        """Whether the recogniser of names takes it for one."""
        entities = self._sentence.entities
        kinds = {item.kind for item in entities if any(item.start <= word.start < item.end for word in run)}
        return bool(kinds) and "PER" not in kinds

    def _person(self, place: int, run: Sequence[Word]) -> Named:
        known = (longest_name(run, start, self._index.names) for start in range(len(run) - 1))
        by_hand = next((item.entries for item in known if item is not None and item.length > 1), ())
        grammar = self._language.grammar
        name = grammar.name_in_nominative(
            " ".join(word.text for word in run).replace("- ", "-").split(),
            genitive=grammar.is_name_in_genitive(self._words[place:], run),
            seen=self._forms,
        )
        return self._place(run, by_hand or self._registry.people_called(name_keys(name)), name, is_full=True)


def _is_spelled_small(word: Word, known: Registered | None) -> bool:
    """*ver.di*, *taz*: a registered name that has no capital."""
    names = (name for entry in (() if known is None else known.entries) for name in entry.names)
    return any(word.text in name.split() for name in names)


def own_id(name: str, registry: Registry) -> str:
    """The id of a person whom only the text knows; never that of a registered namesake."""
    plain = kebab(name) or "person"
    return f"{plain}-{NAMESAKE}" if plain in registry.by_id else plain

"""Where a text names groups around somebody: *ein Team um die Geologin Anna Berg*, *die Autoren um Karl Ohm*, *McCains
Kampagne*."""

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.records import Source, SourceKind
from attrib.text.analysis import Word, word_at
from attrib.text.kebab import kebab
from attrib.text.view import View
from attrib.text.words import NAMES

_IN_TITLE = frozenset({"DET", "ADJ", "NOUN"})
_LONGEST_TITLE = 5
"""Words between *um* and the name."""
_LONGEST_ID = 60
LEARNED: frozenset[SourceKind] = frozenset({"expert", "academic"})
"""Kinds of people who study and write."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A group around somebody, and its noun."""

    source: Source
    noun: Word
    leader: str
    """The stem of the family name by which it is told from others."""
    given: str
    """The given names before that; empty where the family name stands alone."""
    is_camp: bool
    """Whether it works for somebody (*Ohms Kampagne*), and is no group around him."""


def circles(view: View) -> Sequence[Circle]:
    """The groups around somebody that a sentence names."""
    nouns = ((place, word) for place, word in enumerate(view.joined) if word.upos == "NOUN")
    found = (_circle(view, word, place) or _camp(view, word, place) for place, word in nouns)
    return [item for item in found if item is not None]


def _camp(view: View, noun: Word, place: int) -> Circle | None:
    """*McCains | Kampagne*, *Obamas | Wahlkampfteam*: those who work for somebody whose name stands in the genitive."""
    owner = word_at(view.joined, place - 1)
    camp = not noun.is_plural and noun.lemma.lower().endswith(tuple(view.language.words.camps))
    if not camp or not view.language.grammar.is_genitive_name(owner):
        return None
    if view.language.countries.of_place(view.language.grammar.without_genitive(owner.text)) is not None:
        return None
    shown = f"{owner.text} {noun.text}"
    source = Source(id=kebab(shown)[:_LONGEST_ID], name=shown, kind="other", origin="discovered")
    return Circle(source, noun, view.language.grammar.stem(owner.text), "", is_camp=True)


def _circle(view: View, noun: Word, place: int) -> Circle | None:
    """*ein Team | um die Geologin Anna Berg*; not *die Ärzte sorgten sich um Anna Berg*."""
    listed, nouns = view.language.words, view.language.lexicon.nouns
    if word_at(view.joined, place + 1).form not in listed.circle_prepositions:
        return None
    if any(word.lemma in listed.circling_verbs for word in view.sentence.words):
        return None
    behind = view.joined[place + 1 :]
    person = nouns.person(noun) if noun.is_plural else None
    collective = noun.lemma.lower().endswith(tuple(listed.circle_nouns)) and not noun.is_plural
    title, name = _name(behind[1:])
    if not name or (person is None and not collective):
        return None
    kinds = {entry.kind for entry in map(nouns.person, (noun, *title)) if entry is not None}
    learned = not LEARNED.isdisjoint(kinds) or any(word.lemma.lower() in listed.author_nouns for word in (noun, *title))
    shown = f"{noun.text} {behind[0].text} {' '.join(word.text for word in name)}"
    kind: SourceKind = "academic" if learned else "other" if person is None else person.kind
    source = Source(id=kebab(shown)[:_LONGEST_ID], name=shown, kind=kind, origin="discovered")
    given = " ".join(word.text for word in name[:-1])
    return Circle(source, noun, view.language.grammar.stem(name[-1].text), given, is_camp=False)


def _name(words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """The title and the name that some words begin with; no name if they begin with none."""
    place = next((n for n, word in enumerate(words) if word.upos not in _IN_TITLE), len(words))
    end = next((n for n, word in enumerate(words) if n >= place and not _goes_on(word, n > place)), len(words))
    return (words[:place], words[place:end]) if place <= _LONGEST_TITLE else ((), ())


def _goes_on(word: Word, behind: bool) -> bool:
    """Whether a word belongs to a name, whatever the tagger takes a family name for."""
    family = behind and word.upos in {"NOUN", "ADJ"} and word.text[:1].isupper() and word.relation in {"flat", "appos"}
    return word.upos in NAMES or family

"""What the stages know of one language: word lists from `attrib/languages/<code>/*.yml`, and its grammar.

The stages never mention a language's words: a second language is a second folder (`docs/languages.md`). A list that a
language does not have is empty.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import TypeVar

from attrib.errors import ResourceError
from attrib.fingerprint import folder_fingerprint
from attrib.resources import load_records
from attrib.text.entries import (
    Abbreviation,
    AccordingTo,
    Adverb,
    AnaphoricAdverb,
    Boilerplate,
    Entry,
    EventClass,
    GoverningPreposition,
    InstitutionNoun,
    Magnitude,
    Modal,
    NumberQualifier,
    Paradigm,
    PersonNoun,
    QuotationMark,
    ReportingNoun,
    ReportingPhrase,
    ReportingVerb,
    Stand,
    TimePattern,
    TimeWord,
    Unit,
    Words,
    WordSet,
)
from attrib.text.given_names import GivenNames, load_given_names
from attrib.text.grammar import PLAIN, Grammar
from attrib.text.lexicon import Lexicon
from attrib.text.modules import implementation, language_module
from attrib.text.nationality import Countries, load_countries
from attrib.text.things import load_things

E = TypeVar("E", bound=Entry)
WORD_FILES = ("words.yml", "syntax.yml", "number_words.yml")
"""The files of closed classes."""
_OTHER_FILES = ("given_names.yml", "nationalities.yml", "search.yml", "spellings.yml", "things.yml")
"""Lists that are not kept here."""


class Language:
    """All lists of one language and its grammar, with the look-ups the stages need.

    `folder` holds its lists, `package` is the import path of its modules (`grammar`, `content`, `rules`). A folder need
    not lie in `attrib/languages/`.
    """

    def __init__(self, code: str, folder: Traversable, package: str) -> None:
        self.code = code
        self.folder = folder
        self.reporting_verbs = self._list("reporting_verbs", ReportingVerb)
        self.reporting_phrases = self._list("reporting_phrases", ReportingPhrase)
        self.reporting_nouns = self._list("reporting_nouns", ReportingNoun)
        self.according_to = self._list("according_to", AccordingTo)
        self.anaphoric_adverbs = self._list("anaphoric_adverbs", AnaphoricAdverb)
        self.adverbs = self._list("adverbs", Adverb)
        self.modals = self._list("modals", Modal)
        self.stands = self._list("stands", Stand)
        self.number_qualifiers = self._list("number_qualifiers", NumberQualifier)
        self.magnitudes = self._list("magnitudes", Magnitude)
        self.units = self._list("units", Unit)
        self.events = self._list("events", EventClass)
        self.times = self._list("times", TimeWord)
        self.time_patterns = self._list("time_patterns", TimePattern)
        self.person_nouns = self._list("person_nouns", PersonNoun)
        self.institution_nouns = self._list("institution_nouns", InstitutionNoun)
        self.quotation_marks = self._list("quotation_marks", QuotationMark)
        self.boilerplate = self._list("boilerplate", Boilerplate)
        self.abbreviations = self._list("abbreviations", Abbreviation)
        self.paradigms = self._list("paradigms", Paradigm)
        self.governing_prepositions = self._list("governing_prepositions", GoverningPreposition)
        self.word_sets = tuple(entry for file in WORD_FILES for entry in self._list(file.removesuffix(".yml"), WordSet))
        self.words = closed_classes(self.word_sets, where=f"languages/{code}")
        _refuse_unread(folder, lists=[name for name, value in vars(self).items() if isinstance(value, tuple)])
        self.countries: Countries = load_countries(folder)
        self.package = package
        self.saying_lemmas = frozenset(entry.lemma for entry in self.reporting_verbs)

    @cached_property
    def relative_adverbs(self) -> frozenset[str]:
        """*wonach*: the anaphoric adverbs that open a clause on the noun before."""
        return frozenset(entry.form for entry in self.anaphoric_adverbs if entry.relative)

    @cached_property
    def given_names(self) -> GivenNames:
        """The gender that given names tell; read when it is first asked for."""
        return load_given_names(self.folder)

    @cached_property
    def things(self) -> Mapping[str, str]:
        """What things are called in all languages, by their base forms in this one; read when it is first asked for."""
        return load_things(self.folder)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every list by word."""
        return Lexicon(self)

    @cached_property
    def grammar(self) -> Grammar:
        """What lists cannot say: loaded when it is first asked for, so that a grammar may use the lists."""
        return implementation(language_module(self.package, "grammar"), Grammar, plain=PLAIN)

    @cached_property
    def fingerprint(self) -> str:
        """Changes with every list and with the code of the grammar, not with a comment."""
        return folder_fingerprint(self.folder)

    def _list(self, name: str, kind: type[E]) -> tuple[E, ...]:
        file = self.folder / f"{name}.yml"
        return load_records(file, kind) if file.is_file() else ()


def _refuse_unread(folder: Traversable, *, lists: Collection[str]) -> None:
    """Raises ResourceError for a list that no stage reads: misspelt, it would be passed over in silence."""
    read = {*(f"{name}.yml" for name in lists), *WORD_FILES, *_OTHER_FILES}
    unread = sorted(file.name for file in folder.iterdir() if file.name.endswith(".yml") and file.name not in read)
    if unread:
        raise ResourceError(
            f"{folder}: {', '.join(unread)} is no list that a stage reads; the lists are: {', '.join(sorted(read))}.",
            seen=unread,
            allowed=sorted(read),
        )


def closed_classes(entries: Iterable[WordSet], *, where: str) -> Words:
    """The closed classes by name; raises ResourceError for one that no stage asks for, or that is there twice."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        if entry.name not in Words.model_fields or entry.name in found:
            state = "is there twice" if entry.name in found else "is no class that a stage asks for"
            raise ResourceError(
                f"{where}: {entry.name!r} {state}; the classes are: {', '.join(sorted(Words.model_fields))}.",
                seen=entry.name,
                allowed=sorted(Words.model_fields),
            )
        found[entry.name] = frozenset(entry.forms)
    return Words(**found)

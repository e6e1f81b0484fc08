"""What the stages know of one language: word lists from `attrib/languages/<code>/*.yml`, each entry with an example.

The stages never mention a language's words; a second language is a second folder (`docs/languages.md`). Every entry is
checked when it is loaded, and a test runs every example.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, Protocol, cast

from pydantic import BaseModel, ConfigDict

from attrib.errors import ResourceError
from attrib.records import Certainty, Distance, Medium, Qualifier, SourceKind, Verdict
from attrib.resources import load_records

Form = Literal["clause", "infinitive", "quote", "act", "about", "plan"]


class Entry(BaseModel):
    """A line of a word list; `example` is a sentence that shows the entry at work and is run by a test."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    example: str


class ReportingVerb(Entry):
    """A verb that credits words or thoughts to its subject.

    `forms` says what it may introduce: `clause` (dass, ob, w-word or verb-second), `infinitive`, `quote` (verbatim, in
    quotation marks), `act` (an object only: the statement is then `reported`), or `about` in place of `act` if that
    object is not what is put forward but what the party speaks about or takes a stand on (*kritisiert die Pläne*, not
    *fordert Pläne*). `particle` is the separable part (*mit* of *mitteilen*), `adverb` the pronominal adverb that may
    stand for the clause (*darauf* of *hinweisen*); with `adverb_required` the verb reports only with it (*davon
    ausgehen*). `plan` is a wish or mood that the author ascribes (*erwägt, p zu tun*): by the codebook no statement of
    its own, and found for the export to the Wikinews corpus alone. `subjects = document` restricts the verb to reports,
    studies and the like (*zeigen, belegen*). With `act_prepositions` an act needs one of them (*spricht von*, not
    *spricht Kantonesisch*).
    """

    lemma: str
    particle: str | None = None
    adverb: str | None = None
    adverb_required: bool = False
    reflexive: bool = False
    medium: Medium
    forms: tuple[Form, ...]
    act_prepositions: tuple[str, ...] = ()
    certainty: Certainty | None = None
    subjects: Literal["any", "document"] = "any"


class ReportingPhrase(Entry):
    """A verb that reports only with certain words: *der Ansicht sein*, *die Meinung vertreten*, *zu Protokoll geben*.

    `words` are lower-cased forms that must all stand in the verb's clause; `*` is any adjective that stands as a
    predicate behind one of them (*für unbedenklich*).
    """

    lemma: str
    particle: str | None = None
    words: tuple[str, ...]
    reflexive: bool = False
    medium: Medium
    forms: tuple[Form, ...]
    certainty: Certainty | None = None


class ReportingNoun(Entry):
    """A noun for something said, written or thought: *Angabe, Bericht, Ansicht, Vorwurf*.

    `according_to`: *nach Angaben der Polizei*, *ersten Berichten zufolge*. `clause`: may govern its content itself
    (*der Vorwurf, die Regierung habe …*). `document`: stands for its author as the subject of reporting verbs (*der
    Bericht zeigt, dass …*), an unnamed source unless somebody is named with it.
    """

    lemma: str
    medium: Medium
    according_to: bool = False
    clause: bool = False
    document: bool = False


class AccordingTo(Entry):
    """A word that credits the rest of its clause to a noun phrase: *laut X*, *X zufolge*, *so X*.

    `needs`: `any` noun phrase will do (*laut*), only a `reporting_noun` (*nach Angaben*), or the phrase must be set
    off by commas (`parenthesis`, *…, so X, …*), or only a noun for a point of view (`view_noun`, *aus Sicht von X*).
    """

    form: str
    position: Literal["before", "after", "both"]
    needs: Literal["any", "reporting_noun", "parenthesis", "view_noun"]
    medium: Medium


class AnaphoricAdverb(Entry):
    """A word that credits its clause to what was just named: *demnach, wonach*; cue and speaker at once."""

    form: str
    relative: bool = False


class Adverb(Entry):
    """A word that changes how firmly something is put forward, or shows the publisher stepping back.

    `hearsay` marks a credit to nobody in particular (*angeblich*).
    """

    form: str
    certainty: Certainty | None = None
    distance: Distance | None = None
    hearsay: bool = False


class Modal(Entry):
    """A modal verb's weight on certainty: *könnte* possible, *dürfte* probable (inferred, if the author says it)."""

    forms: tuple[str, ...]
    lemma: str
    certainty: Certainty
    distance: Distance | None = None


class Stand(Entry):
    """A verb, noun or adjective by which a party takes a stand on a statement.

    `verdict` holds without negation, `negated` under it (None: no stand then). `words` must all stand in the clause
    (lower-cased forms). `target` says where the statement is named: as a `complement` (dass-clause, infinitive or
    object), or nowhere (`none`: the discourse decides).
    """

    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    particle: str | None = None
    words: tuple[str, ...] = ()
    verdict: Verdict | None
    negated: Verdict | None = None
    target: Literal["complement", "none"] = "complement"


class NumberQualifier(Entry):
    """Words before a number that say how exact it is: *rund*, *bis zu*, *nicht weniger als*."""

    form: str
    qualifier: Qualifier


class Magnitude(Entry):
    """A word that multiplies a number (*Millionen*) or, if `open`, stands alone for an open multiple (*Tausende*)."""

    forms: tuple[str, ...]
    value: float
    open: bool = False


class Unit(Entry):
    """A unit of measure or a currency; `takes` says how what is measured may stand behind it."""

    forms: tuple[str, ...]
    code: str
    takes: Literal["noun", "genitive", "adjective", "none"]


class EventClass(Entry):
    """Verbs and nouns for one event; `implies` another one for what is counted, `amount` says only how many.

    What is `momentary` (an attack) happens again elsewhere in time: two reports of it belong together only if they are
    of about the same day.
    """

    name: str
    words: tuple[str, ...]
    implies: str | None = None
    amount: bool = False
    momentary: bool = False


TimeKind = Literal["month", "weekday", "day", "shift", "unit_day", "unit_week", "unit_month", "unit_year"]


class TimeWord(Entry):
    """A word for a time with its number: a month, a day of the week, a shift against the article's date, a unit."""

    kind: TimeKind
    forms: tuple[str, ...]
    value: int


class TimePattern(Entry):
    """A regular expression for a time; `{month}` and the other kinds of time words stand for their forms."""

    kind: Literal["date", "weekday", "day", "week", "month", "year", "ago", "named_month", "named_year"]
    pattern: str


class PersonNoun(Entry):
    """A noun for a person or group by role: *Sprecher, Minister, Experte, Augenzeuge*.

    `unnamed`: without a name this is nobody one could ask (*Analysten, Insider*); otherwise role and institution
    identify (*ein Sprecher des Präsidialamts*). `takes_up`: it may take up anybody of that kind (*der Experte*).
    """

    lemma: str
    kind: SourceKind
    unnamed: bool = False
    takes_up: bool = False


class InstitutionNoun(Entry):
    """A noun for an institution: *Regierung, Geheimdienst, Ministerium*; compounds ending in it count too.

    `takes_up`: by itself it may take up any institution of that kind that was named (*die Agentur* for Reuters).
    `proper`: the noun is a name by itself (*Bundestag*).
    """

    lemma: str
    kind: SourceKind
    takes_up: bool = False
    proper: bool = False


class WordSet(Entry):
    """A closed class by name: negations, relative pronouns, subordinating words, pronominal adverbs, …"""

    name: str
    forms: tuple[str, ...]


class QuotationMark(Entry):
    """A style of quotation marks: `opening` and the marks that may close it."""

    opening: str
    closing: tuple[str, ...]


class Boilerplate(Entry):
    """A regular expression (matched against a whole line) for text that belongs to the page, not to the article."""

    pattern: str


class Syntax(Protocol):
    """What lists cannot say of a language: the module `attrib/languages/<code>/syntax.py`."""

    def participle(self, lemma: str, particle: str | None) -> str:
        """The regular past participle of a verb."""

    def preterites(self, lemma: str, particle: str | None) -> tuple[str, ...]:
        """The past forms of a verb without its particle: the regular ones, and irregular ones that taggers miss."""

    def preposition_of(self, adverb: str) -> str:
        """The preposition that a pronominal adverb stands for."""

    def expanded(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words as the parser gives them, contractions taken apart."""

    def event_stem(self, lemma: str) -> str:
        """What a verb and the noun made from it share: *liefern, Lieferung*."""

    @property
    def FIGURE(self) -> str:  # noqa: N802
        """A regular expression for a number in figures."""

    def figure_value(self, text: str) -> float:
        """What a number in figures says."""

    def number_word(self, text: str) -> float | None:
        """What a lower-cased word for a number says, None for other words."""

    def is_feminine(self, noun: str) -> bool:
        """Whether the noun's ending says that it is for women."""

    def is_age(self, noun: str) -> bool:
        """Whether the noun is an age that stands for a person."""


class Language:
    """All lists of one language, with the look-ups the stages need."""

    def __init__(self, code: str, folder: Traversable) -> None:
        self.code = code
        self.reporting_verbs = load_records(folder / "reporting_verbs.yml", ReportingVerb)
        self.reporting_phrases = load_records(folder / "reporting_phrases.yml", ReportingPhrase)
        self.reporting_nouns = load_records(folder / "reporting_nouns.yml", ReportingNoun)
        self.according_to = load_records(folder / "according_to.yml", AccordingTo)
        self.anaphoric_adverbs = load_records(folder / "anaphoric_adverbs.yml", AnaphoricAdverb)
        self.adverbs = load_records(folder / "adverbs.yml", Adverb)
        self.modals = load_records(folder / "modals.yml", Modal)
        self.stands = load_records(folder / "stands.yml", Stand)
        self.number_qualifiers = load_records(folder / "number_qualifiers.yml", NumberQualifier)
        self.magnitudes = load_records(folder / "magnitudes.yml", Magnitude)
        self.units = load_records(folder / "units.yml", Unit)
        self.events = load_records(folder / "events.yml", EventClass)
        self.times = load_records(folder / "times.yml", TimeWord)
        self.time_patterns = load_records(folder / "time_patterns.yml", TimePattern)
        self.person_nouns = load_records(folder / "person_nouns.yml", PersonNoun)
        self.institution_nouns = load_records(folder / "institution_nouns.yml", InstitutionNoun)
        self.quotation_marks = load_records(folder / "quotation_marks.yml", QuotationMark)
        self.boilerplate = load_records(folder / "boilerplate.yml", Boilerplate)
        self.word_sets = (
            *load_records(folder / "words.yml", WordSet),
            *load_records(folder / "syntax.yml", WordSet),
            *load_records(folder / "number_words.yml", WordSet),
        )
        self._sets = {entry.name: frozenset(entry.forms) for entry in self.word_sets}
        self.syntax = cast(Syntax, import_module(f"attrib.languages.{code}.syntax"))
        self.fingerprint = _fingerprint(folder)
        self.saying_lemmas = frozenset(entry.lemma for entry in self.reporting_verbs)

    def words(self, name: str) -> frozenset[str]:
        """The closed class `name` of `words.yml`; raises ResourceError if the language does not define it."""
        try:
            return self._sets[name]
        except KeyError:
            raise ResourceError(
                f"languages/{self.code}/words.yml has no class {name!r}; it has {', '.join(sorted(self._sets))}.",
                seen=name,
                allowed=sorted(self._sets),
            ) from None


def _fingerprint(folder: Traversable) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith((".yml", ".py")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def languages() -> Sequence[str]:
    """The codes of the languages that can be annotated."""
    return sorted(entry.name for entry in files("attrib.languages").iterdir() if entry.joinpath("words.yml").is_file())


@cache
def load_language(code: str) -> Language:
    """The lists of one language, read once; raises ResourceError for a language that has none."""
    if code not in languages():
        raise ResourceError(
            f"There are no word lists for language {code!r}; there are some for {', '.join(languages())}. "
            "docs/languages.md says how to add a language.",
            seen=code,
            allowed=languages(),
        )
    return Language(code, files("attrib.languages") / code)

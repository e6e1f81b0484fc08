"""The words that perturbations put into texts: one file for each language, `words/<code>.yml`.

They stand here and not with the language's lists, because they decide nothing of what is found: a list of the language
is part of the annotator's version, and a new dateline in it would have every database annotated again.
"""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from attrib.evaluation.words import load_words

Gender = Literal["Masc", "Fem", "Neut"]
"""As Universal Dependencies write it."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Marks(_Entry):
    """A style of quotation marks: the outer pair, and the pair within it."""

    name: str
    outer: tuple[str, str]
    inner: tuple[str, str]
    apostrophe: bool = False
    """Whether the mark is an apostrophe as well: one is put into the quotation then."""


class Title(_Entry):
    """What stands before the name of a person, or before a noun for what somebody is (`role`)."""

    name: str
    words: str
    kind: Literal["name", "role"] = "name"
    gender: Gender | None = None
    alone: bool = False
    """Whether no noun for what somebody is may stand before it."""


class Name(_Entry):
    """A person's name."""

    kind: Literal["word", "foreign", "particle", "hyphen"]
    given: str
    family: str
    gender: Gender

    @property
    def full(self) -> str:
        """Given name and family name."""
        return f"{self.given} {self.family}"


class Institution(_Entry):
    """What stands behind the definite article."""

    kind: Literal["word", "adjective", "abbreviation", "quoted"]
    gender: Gender | None = None
    """The noun's, where the language has genders."""
    nominative: str
    oblique: str | None = None
    """In the other cases of the singular, the genitive of masculine and neuter nouns aside."""
    known_as: tuple[str, ...]
    """What it may be called as a source."""


class Concession(_Entry):
    """*zwar*, and clauses that go on from it."""

    adverb: str
    clauses: tuple[str, ...]


class Attribute(_Entry):
    """An adjective or participle with what belongs to it, without its ending."""

    stem: str
    of: Literal["any", "unknown"]
    """`unknown`: only of somebody whom no definite article makes known."""


class Ending(_Entry):
    """The ending of an adjective behind an article; the article is empty if there is none."""

    article: str
    number: Literal["Sing", "Plur"]
    gender: Gender | None = None
    """Of the noun, where it matters."""
    is_definite: bool = True
    ending: str


class Swap(_Entry):
    """One ending for another."""

    old: str
    new: str


class Vocabulary(_Entry):
    """The words of one language; a perturbation for which it has none is none of its."""

    datelines: tuple[str, ...]
    """What stands before the first sentence, with the blank behind it."""
    signs: tuple[str, ...]
    """What stands behind the last sentence and says whose text it is, with what parts it from it."""
    junk: tuple[str, ...]
    """The same for what copying leaves there."""
    picture_credits: tuple[str, ...]
    sentences: tuple[str, ...]
    """Sentences with which nobody is credited and which name nobody."""
    headings: tuple[str, ...]
    marks: tuple[Marks, ...]
    apostrophes: tuple[str, ...]
    """Adverbials with an apostrophe in them."""
    titles: tuple[Title, ...]
    names: tuple[Name, ...]
    institutions: tuple[Institution, ...]
    adverbs: tuple[str, ...] = ()
    """What may stand behind any finite verb; none where an adverb would part it from its object."""
    dates: tuple[str, ...]
    """Adverbials of time that go with a past tense."""
    concession: Concession | None = None
    appositions: tuple[str, ...]
    attributes: tuple[Attribute, ...] = ()
    endings: tuple[Ending, ...] = ()
    conjunction: str
    """*und*."""
    plurals: dict[str, str]
    past_plurals: tuple[Swap, ...] = ()
    """The first that fits makes the plural of a past form."""
    presents: tuple[Swap, ...] = ()
    """The first that fits makes the present of a weak verb's past form."""
    strong_verbs: tuple[str, ...] = ()
    """What verbs end in whose past is no weak one."""
    perfect_auxiliary: str = ""
    perfects_with_other_auxiliary: tuple[str, ...] = ()


@cache
def load_vocabulary(language: str) -> Vocabulary:
    """The words of one language; ResourceError if it has none."""
    lacking = "There are no words to rewrite texts of language {language} with, but for {there}; "
    lacking += "attrib/evaluation/invariance/words needs a file of them."
    return load_words("attrib.evaluation.invariance", language, Vocabulary, lacking=lacking)

"""What the words of a stand point to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from attrib.records import Span
from attrib.source import Party
from attrib.text.analysis import NO_WORD, Word

Resolve = Callable[[Span], tuple[Party, ...]]
"""Says who is meant by the words that name somebody."""
Kind = Literal["nothing", "pronoun", "saying", "accusation", "denial", "involvement", "thing", "details", "case"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a stand is about, by its own words.

    `nothing`: no object (*Kiew dementierte*). `pronoun`: *das, davon*. `saying` and `accusation`: a noun for what was
    said (*die Berichte*, *die Vorwürfe*), `denial` one for a stand (*das Dementi*). `involvement`: a noun for one's own
    part in something (*jede Schuld, die Tat*). `details` and `case`: of what the text tells, without a word of its own
    for it (*zu Einzelheiten*, *zu dem Fall*). `thing`: any other noun (*den Tod, die Echtheit des Bildes*).
    """

    kind: Kind
    noun: Word = NO_WORD
    """The noun for what was said."""
    said_by: frozenset[str] | None = None
    """The parties that the words name as those who said it; None if they name none."""
    country: str | None = None
    """*norwegische Angaben*: the country of those who said it."""
    both: bool = False
    """*die Angaben beider Seiten*."""
    near: bool = False
    """*diese, solche*: what was said just before."""
    content: tuple[Word, ...] = ()
    """The other nouns of the object: what it is about."""
    head: str = ""
    """The key of the noun that the object is, if it is a thing."""
    of_validity: bool = False
    """*die Echtheit, den Zusammenhang*: the noun itself tells nothing of the matter."""
    is_known: bool = False
    """*den Vorfall, die Hochzeit*: a definite noun and no more, for what the text has just told."""
    against: tuple[Word, ...] = ()
    """*die Vorwürfe gegen den Trainer*: who is accused."""
    is_confirmed: bool = False
    """*bestätigte den Verdacht*: nobody is accused of what he confirms."""
    is_spelled_out: bool = False
    """*den Vorwurf der Täuschung*, *Gerüchte über einen Verkauf*: the noun tells itself what was said."""
    is_left_open: bool = False
    """*wollte die Berichte nicht kommentieren*."""
    is_answered: bool = False
    """*Das bestreitet sie*, *wollte sich dazu nicht äußern*: an aside, or another's answer, may stand between."""
    is_open: bool = False
    """*sind skeptisch*: nothing is named at all."""
    is_in_other_words: bool = False
    """*Von Täuschung könne keine Rede sein*: what was said, by a noun that nobody need have used."""
    is_clause_before: bool = False
    """*p, was X bestreitet*: the clause before it, and no more."""
    is_of_all: bool = False
    """*Die Angaben ließen sich nicht überprüfen*: whoever gave them."""
    is_unsaid: bool = False
    """*Eine Bestätigung gab es nicht*: it does not say of what."""
    of_report: bool = False
    """*die Meldung*: what a paper, a broadcaster or an agency has told."""
    is_owned: bool = False
    """*seine Schilderung*: of whoever spoke last."""
    is_one: bool = False
    """*the allegation*: one of them; German *der Vorwurf*, *die Kritik* may be all that was said."""

    @property
    def is_of_words(self) -> bool:
        """Whether it points to something said, by a noun for it."""
        return self.kind in {"saying", "accusation"}

    @property
    def is_plain(self) -> bool:
        """*die Angaben*: a noun for what was said, and no word for whose or what about."""
        return self.kind == "saying" and not (self.near or self.content or self.said_by or self.country)

    @property
    def names_author(self) -> bool:
        """Whether its words say whose saying it is, or of which country."""
        return self.said_by is not None or self.country is not None

    @property
    def is_thing(self) -> bool:
        """Whether the object names the matter itself, not what was said of it."""
        return self.kind in {"thing", "involvement"}

"""Interviews: who asks, where, and with whom the text says that it speaks.

Nobody is taken for the one who answers unless the text names him: by the label of his answers, by how a question
addresses him (*Frau Vogt, bleibt …?*), or in what introduces the interview.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.quotation.piece import Piece
from attrib.quotation.voices import Voices
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.view import View, text_span
from attrib.text.words import any_form

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Interview:
    """Who asks and who answers in a document; false where there is no interview."""

    asking: frozenset[str] = frozenset()
    """The keys of the labels behind which the outlet asks."""
    questions: frozenset[int] = frozenset()
    """The places of the pieces in which it does."""
    answering: frozenset[str] = frozenset()
    """The keys of the labels behind which it is answered."""
    partner: Span | None = None
    """The mention of the one who answers where no label names him."""

    def __bool__(self) -> bool:
        """Whether anybody answers."""
        return bool(self.questions) and (bool(self.answering) or self.partner is not None)

    def holds(self, place: int) -> bool:
        """Whether a piece stands behind the first question."""
        return bool(self.questions) and min(self.questions) < place

    def goes_on_behind(self, place: int) -> bool:
        """Whether a question stands below a piece."""
        return bool(self.questions) and place < max(self.questions)


def read_interview(text: Text, pieces: Sequence[Piece], voices: Voices) -> Interview:
    """The interview that a document is or holds."""
    keys = tuple("" if piece.label is None else voices.key(piece.label.naming) for piece in pieces)
    labelled = _labelled(text, pieces, keys, voices)
    return _with_partner(text, pieces, voices, labelled) if labelled.questions else _unlabelled(text, pieces, voices)


def _labelled(text: Text, pieces: Sequence[Piece], keys: Sequence[str], voices: Voices) -> Interview:
    """One in which labels say who asks; questions that are only set off belong to it."""
    asking = _asking(text, pieces, keys, voices)
    places = [place for place, key in enumerate(keys) if key in asking]
    bare = [place for place, piece in enumerate(pieces) if places and places[0] < place and _is_set_off(piece)]
    pairs = pairwise(key for key in keys if key)
    answering = frozenset(answer for question, answer in pairs if question in asking and answer not in asking)
    return Interview(asking, frozenset([*places, *bare]), answering)


def _asking(text: Text, pieces: Sequence[Piece], keys: Sequence[str], voices: Voices) -> frozenset[str]:
    """The keys behind which it is asked, most of the time, with others behind which it is answered."""
    turns: dict[str, list[bool]] = {}
    for place, key in enumerate(keys):
        if key:
            turns.setdefault(key, []).append(_turn_asks(pieces, keys, place))
    heads = {voices.key(piece.label.naming): piece.label.naming.head for piece in pieces if piece.label is not None}
    asks = {key: 2 * sum(found) > len(found) for key, found in turns.items()}
    answered = {one for one, other in pairwise(key for key in keys if key) if asks[one] and not asks[other]}
    # One question of a politician among other statements does not make him the outlet.
    asking = {key for key in answered if len(turns[key]) > 1 or not voices.is_known(heads[key])}
    outlet = names_of_outlet(text.document.publisher) | text.language.words.question_labels
    labels = (piece.label for piece in pieces if piece.label is not None)
    named = {voices.key(label.naming) for label in labels if text.cut((label.span,)).casefold() in outlet}
    return frozenset(asking | named)


def _turn_asks(pieces: Sequence[Piece], keys: Sequence[str], place: int) -> bool:
    """Whether a turn, with the pieces below it that have no label, ends in a question."""
    end = next((later for later in range(place + 1, len(keys)) if keys[later]), len(keys))
    return any(piece.asks for piece in pieces[place:end])


def _is_set_off(piece: Piece) -> bool:
    """Whether it asks, or is emphasised as a question of the interview would be."""
    return piece.label is None and (piece.asks if piece.is_heading else piece.is_set_off)


def _unlabelled(text: Text, pieces: Sequence[Piece], voices: Voices) -> Interview:
    """One whose questions are only set off: where somebody is asked whom the text names."""
    questions = [place for place, piece in enumerate(pieces) if 0 < place < len(pieces) - 1 and _asks_alone(piece)]
    if not questions:
        return Interview()
    found = Interview(questions=frozenset(questions))
    sure = _with_partner(text, pieces, voices, found)
    set_off = [
        place for place, piece in enumerate(pieces) if questions[0] < place < questions[-1] and _is_set_off(piece)
    ]
    return Interview(questions=frozenset([*questions, *set_off]), partner=sure.partner) if sure else Interview()


def _asks_alone(piece: Piece) -> bool:
    return piece.label is None and piece.asks


def _with_partner(text: Text, pieces: Sequence[Piece], voices: Voices, interview: Interview) -> Interview:
    """The interview with the mention of the one who is asked, as far as he is known for certain."""
    partner = _Partner(text, pieces, voices, interview).found()
    return Interview(interview.asking, interview.questions, interview.answering, partner)


class _Partner:
    """Whom the questions are put to."""

    def __init__(self, text: Text, pieces: Sequence[Piece], voices: Voices, interview: Interview) -> None:
        self._text = text
        self._words = text.language.words
        self._voices = voices
        self._pieces = pieces
        self._asked = sorted(interview.questions)
        self._answering = interview.answering

    def found(self) -> Span | None:
        """By a label that alone answers, by address, by what introduces the interview; None if that leaves it open."""
        labels = [
            piece.label
            for piece in self._pieces
            if piece.label and self._voices.key(piece.label.naming) in self._answering
        ]
        by_name = [label for label in labels if label.naming.head.form not in self._words.answer_labels]
        if by_name:
            return by_name[0].span if len(self._answering) == 1 else None
        addressed = [words for place in self._asked for words in self._addressed(self._pieces[place])]
        if addressed:
            return self._only(addressed)
        introduced = self._introduced()
        if introduced is not None:
            return introduced if self._is_addressed() or self._answers() else None
        alone = self._only(self._named(range(self._asked[0])))
        return alone if self._answers() and (self._is_addressed() or bool(self._answering)) else None

    def _only(self, found: Sequence[Sequence[Word]]) -> Span | None:
        """The first of some mentions if all are of the same name."""
        names = {self._voices.stem(words[-1]) for words in found}
        return text_span(found[0]) if len(names) == 1 else None

    def _views(self, place: int) -> Sequence[View]:
        return self._text.by_part.get(self._pieces[place].part.number, ())

    def _addressed(self, piece: Piece) -> Iterator[Sequence[Word]]:
        """*Frau Vogt, bleibt die Brücke zu?*: a form of address with a name, and a comma around them."""
        forms = self._words.forms_of_address
        for view in self._text.by_part.get(piece.part.number, ()):
            for run in self._voices.runs(view.sentence):
                words = [*self._titles(view, run), *run]
                begins = view.before(words[0]).text in {"", ",", ":", "–", "-"}
                if any_form(words, forms) and begins and view.behind(run[-1]).text == ",":
                    yield words

    def _titles(self, view: View, run: Sequence[Word]) -> list[Word]:
        """The nouns right before a name: *Frau*, *Professor*."""
        titles: list[Word] = []
        word = view.before(run[0])
        while word.upos == "NOUN" or word.form in self._words.titles:
            titles.insert(0, word)
            word = view.before(word)
        return titles

    def _introduced(self) -> Span | None:
        """*Im Interview spricht Petra Vogt über …* · *… sprach mit dem Ökonomen Jan Ohm*."""
        for place in reversed(range(self._asked[0])):
            for view in reversed(self._views(place)):
                if any(word.lemma.lower() in self._words.interview_words for word in view.sentence.words):
                    found = self._in(view)
                    if found is not None:
                        return found
        return None

    def _in(self, view: View) -> Span | None:
        """Whom a sentence on the interview names: behind *mit*, or alone."""
        people = [[*self._titles(view, run), *run] for run in self._people(view)]
        asked = [words for words in people if self._is_partner(view, words[0])]
        roles = [view.phrase(word) for word in view.sentence.words if not people and self._is_role(view, word)]
        return self._only(asked or people or roles)

    def _is_partner(self, view: View, word: Word) -> bool:
        """Whether the phrase stands behind the preposition for whom one speaks with."""
        before = view.before(word)
        while before.upos in {"DET", "ADJ"}:
            before = view.before(before)
        return before.form in self._words.partner_prepositions

    def _is_role(self, view: View, word: Word) -> bool:
        definite = any(item.form in self._words.definite_articles for item in view.phrase(word)[:1])
        return word.upos == "NOUN" and definite and view.language.lexicon.nouns.person(word) is not None

    def _people(self, view: View) -> list[tuple[Word, ...]]:
        return [run for run in self._voices.runs(view.sentence) if self._voices.is_known(run[-1])]

    def _named(self, places: range) -> list[tuple[Word, ...]]:
        return [run for place in places for view in self._views(place) for run in self._people(view)]

    def _is_addressed(self) -> bool:
        """*Bleiben Sie dabei?*: a pronoun of address inside of a question."""
        words = [word for place in self._asked for word in self._pieces[place].words if word.number > 1]
        return any(word.text[:1].isupper() and word.form in self._words.polite_pronouns for word in words)

    def _answers(self) -> bool:
        """Whether somebody speaks of himself below a question."""
        below = (place + 1 for place in self._asked if place + 1 < len(self._pieces))
        return any(self._pieces[place].is_first_person for place in below if place not in self._asked)


def names_of_outlet(publisher: str | None) -> frozenset[str]:
    """*Ostsee Zeitung* → itself and *oz*; *hafenbote.de* → itself and *hafenbote*; in small letters."""
    if publisher is None:
        return frozenset()
    initials = "".join(word[0] for word in _WORDS.findall(publisher))
    host = publisher.removeprefix("www.").partition(".")[0]
    return frozenset(item.casefold() for item in (publisher, initials, host) if len(item) > 1)

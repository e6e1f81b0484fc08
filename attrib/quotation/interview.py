"""Interviews: who asks, where, and with whom the text says that it speaks.

Nobody is taken for the one who answers unless the text names him: by the label of his answers, by how a question
addresses him (*Frau Vogt, bleibt …?*), or in what introduces the interview.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.quotation.piece import Piece
from attrib.quotation.voices import Voices, before
from attrib.records import Span
from attrib.text.analysis import Word, word_at
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
    places = [place for first, key in enumerate(keys) if key in asking for place in _question_at(pieces, keys, first)]
    bare = _prompts(pieces, places)
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
    # *Hafenbote: …?* and later *Hafenbote: Ihre Partei sieht das anders.*: an outlet that asks may also put something
    # to somebody; of two who talk only who asks most of the time is one.
    outlets = {key: voices.is_outlet(heads[key]) for key in turns}
    asks = {key: any(found) if outlets[key] else 2 * sum(found) > len(found) for key, found in turns.items()}
    answered = {one for one, other in pairwise(key for key in keys if key) if asks[one] and not asks[other]}
    # One question of a politician among other statements does not make him the outlet.
    asking = {key for key in answered if len(turns[key]) > 1 or not voices.is_known(heads[key])}
    outlet = names_of_outlet(text.document.publisher) | text.language.words.question_labels
    labels = (piece.label for piece in pieces if piece.label is not None)
    named = {voices.key(label.naming) for label in labels if text.cut((label.span,)).casefold() in outlet}
    return frozenset(asking | named)


def _question_at(pieces: Sequence[Piece], keys: Sequence[str], place: int) -> range:
    """The pieces of a question: it may be cut into lines, up to the first that ends in the mark."""
    for last in range(place, len(pieces)):
        if pieces[last].asks:
            return range(place, last + 1)
        if last + 1 == len(pieces) or keys[last + 1]:
            break
    return range(place, place + 1)


def _turn_asks(pieces: Sequence[Piece], keys: Sequence[str], place: int) -> bool:
    """Whether a turn, with the pieces below it that have no label, ends in a question."""
    end = next((later for later in range(place + 1, len(keys)) if keys[later]), len(keys))
    return any(piece.asks for piece in pieces[place:end])


def _prompts(pieces: Sequence[Piece], questions: Sequence[int]) -> list[int]:
    """The pieces behind the first question that ask too, or are emphasised as the questions are: *„Zu teuer“*."""
    marks = {pieces[place].emphasis for place in questions} - {""}
    behind = range(questions[0] + 1, len(pieces) - 1) if questions else ()
    return [place for place in behind if _asks_alone(pieces[place]) or _is_unlabelled(pieces[place], marks)]


def _is_unlabelled(piece: Piece, marks: Collection[str]) -> bool:
    return piece.label is None and piece.emphasis in marks


def _asks_alone(piece: Piece) -> bool:
    """Whether it is a question without a label: set off, or nothing but questions."""
    return piece.label is None and piece.asks and (piece.is_set_off or piece.only_asks)


def _unlabelled(text: Text, pieces: Sequence[Piece], voices: Voices) -> Interview:
    """One whose questions are only set off: where somebody is asked whom the text names, or a label says who answers.

    The first piece asks somebody only if a label answers it: a heading may be a question too.
    """
    answering = _answering(pieces, voices)
    first = 0 if answering and _is_answered(pieces, 0, answering, voices) else 1
    questions = [place for place in range(first, len(pieces) - 1) if _asks_alone(pieces[place])]
    found = Interview(frozenset(), frozenset([*questions, *_prompts(pieces, questions)]), answering)
    return _with_partner(text, pieces, voices, found) if questions else found


def _answering(pieces: Sequence[Piece], voices: Voices) -> frozenset[str]:
    """*Frau Vogt, bleibt …? / Vogt: Ja.*: the keys of the labels that answer questions without one, if they are those
    of people the text names, or of a name that does so again."""
    answers = [after.label for asked, after in pairwise(pieces) if _asks_alone(asked) and after.label is not None]
    keys = [voices.key(label.naming) for label in answers]
    return frozenset(
        key
        for key, label in zip(keys, answers, strict=True)
        if (standing := voices.standing(label.naming)) == "person" or (standing == "name" and keys.count(key) > 1)
    )


def _is_answered(pieces: Sequence[Piece], place: int, answering: Collection[str], voices: Voices) -> bool:
    """Whether a piece asks, and such a label answers it."""
    label = pieces[place + 1].label if place + 1 < len(pieces) and _asks_alone(pieces[place]) else None
    return label is not None and voices.key(label.naming) in answering


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
                begins = before(view.sentence, words[0]).text in {"", ",", ":", "–", "-"}
                if any_form(words, forms) and begins and view.behind(run[-1]).text == ",":
                    yield words

    def _titles(self, view: View, run: Sequence[Word]) -> list[Word]:
        """The nouns right before a name: *Frau*, *Bürgermeisterin*, whatever the tagger takes them for."""
        place = first = view.joined.index(run[0])
        while self._is_title(word_at(view.joined, first - 1)):
            first -= 1
        return list(view.joined[first:place])

    def _is_title(self, word: Word) -> bool:
        return word.upos == "NOUN" or self._voices.is_title(word)

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
        people = [self._phrase(view, run) for run in self._people(view)]
        asked = self._asked_among(view, people)
        roles = [view.phrase(word) for word in view.sentence.words if not people and self._is_role(view, word)]
        return self._only(asked or people or roles)

    def _asked_among(self, view: View, people: Sequence[Sequence[Word]]) -> list[Sequence[Word]]:
        """Those behind *mit*, with whoever is joined to them."""
        asked: list[Sequence[Word]] = []
        for words in people:
            opener = before(view.sentence, words[0])
            joined = opener.upos == "CCONJ" and bool(asked) and view.before(opener).end == asked[-1][-1].end
            if joined or opener.form in self._words.partner_prepositions:
                asked.append(words)
        return asked

    def _phrase(self, view: View, run: Sequence[Word]) -> Sequence[Word]:
        """*dem Ökonomen Jan Ohm*: a name with what stands before it."""
        words = [*self._titles(view, run), *run]
        while before(view.sentence, words[0]).upos in {"DET", "ADJ"}:
            words.insert(0, before(view.sentence, words[0]))
        return words

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

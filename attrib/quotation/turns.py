"""Who speaks by the layout: the turns of a document, read as a whole before its paragraphs are.

Labels tell by what they name, by what is said behind them, and by each other: where one of them asks again and again
and another one answers, the first is the outlet's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from attrib.quotation.interview import Interview, read_interview
from attrib.quotation.label import Label, label_behind, naming_at
from attrib.quotation.piece import Piece, pieces_of
from attrib.quotation.signed import Signed, signed_above, signed_in
from attrib.quotation.voices import Standing, Voices
from attrib.records import Span
from attrib.text.text import Text
from attrib.text.view import text_span

TurnKind = Literal["answer", "headline", "question", "signed", "bare"]
"""`answer`: somebody's words; `headline`: what a heading credits; `question`: the outlet's; `signed`: a quotation whose
signature stands below it; `bare`: nothing but a label or a signature."""
_NAMED: frozenset[Standing] = frozenset({"person", "party"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What the layout says of one part."""

    kind: TurnKind
    content: Span
    """The part without its label."""
    label: Label | None = None
    """The label that opens this part."""
    speaker: Span | None = None
    refers_to: Span | None = None
    """The mention that a label stands for which is no full name: *Antwort*, *PL*, *Vogt*."""
    rule: str = ""
    rule_behind: str = ""
    """The rule of the paragraphs behind it that go on without a label."""
    detail: str = ""
    is_spoken: bool = False
    """Whether it belongs to an interview."""


@dataclass(frozen=True, slots=True)
class Turns:
    """What the layout says of the parts of a document, by their numbers; of running text it says nothing."""

    by_part: Mapping[int, Turn]
    signed: Mapping[int, Sequence[Signed]]
    """Those that stand in a part behind its quotations."""


NO_TURNS = Turns({}, {})


def read_turns(text: Text) -> Turns:
    """Who speaks by the layout of a document."""
    pieces, voices = pieces_of(text), Voices(text)
    found = _signed(text, pieces, voices)
    if any(piece.label or piece.asks or piece.is_set_off for piece in pieces):
        found |= _Reading(pieces, voices, read_interview(text, pieces, voices), text).turns()
    signatures = {
        piece.part.number: tuple(signed_in(text, piece.part, piece.quoted, voices))
        for piece in pieces
        if piece.part.number not in found
    }
    return Turns(found, signatures)


def _signed(text: Text, pieces: Sequence[Piece], voices: Voices) -> dict[int, Turn]:
    """The lines that are signatures, and the quotations above them."""
    found: dict[int, Turn] = {}
    for place, piece in enumerate(pieces):
        signature = signed_above(text, pieces, place, voices)
        if signature is not None:
            found[piece.part.number] = Turn("bare", piece.content)
            for above in pieces[place - len(signature.quoted) : place]:
                span = signature.quoted[len(signature.quoted) - (place - pieces.index(above))]
                found[above.part.number] = _signed_turn(span, signature.name)
    return found


def _signed_turn(quoted: Span, name: Span) -> Turn:
    return Turn("signed", quoted, speaker=name, rule="signed_quote", detail="the name stands below the quotation")


class _Reading:
    """One pass through the pieces of a document: who has the word at each of them."""

    def __init__(self, pieces: Sequence[Piece], voices: Voices, interview: Interview, text: Text) -> None:
        self._pieces = pieces
        self._voices = voices
        self._interview = interview
        self._words = text.language.words
        self._text = text
        self._holder: Turn | None = None
        """The last turn of whoever has the word."""

    def turns(self) -> dict[int, Turn]:
        """The turns by the number of the part."""
        found: dict[int, Turn] = {}
        for place, piece in enumerate(self._pieces):
            turn = self._turn(place, piece)
            if turn is not None:
                found[piece.part.number] = turn
            self._holder = self._next_holder(turn)
        return found

    def _next_holder(self, turn: Turn | None) -> Turn | None:
        """Whoever has the word behind a turn; the one who was asked, where no label says who answers."""
        partner = self._interview.partner
        if turn is None or turn.kind == "headline":
            return None
        if turn.kind == "question" and partner is not None:
            detail = "the one who was asked"
            rule = "interview_answer"
            return Turn("bare", turn.content, None, partner, None, rule, rule, detail, is_spoken=True)
        return turn if turn.speaker is not None else None

    def _turn(self, place: int, piece: Piece) -> Turn | None:
        if piece.label is not None:
            return self._labelled(place, piece, piece.label)
        if self._interview and place in self._interview.questions:
            return Turn("question", piece.content)
        return self._name_line(place, piece) or self._closed(piece) or self._continued(place, piece)

    def _closed(self, piece: Piece) -> Turn | None:
        """*Damm hält – Vogt*: a heading that says at its end whose proposition it is."""
        label = label_behind(self._text, piece.part) if piece.is_heading and piece.quotation is None else None
        return None if label is None or piece.asks else self._headline(piece, label)

    def _name_line(self, place: int, piece: Piece) -> Turn | None:
        """A name set off on a line of its own, over what somebody says of himself."""
        said = self._pieces[place + 1] if place + 1 < len(self._pieces) else piece
        if not piece.is_set_off or not said.is_first_person or said.label is not None or said.is_set_off:
            return None
        naming = naming_at(self._text, piece.content)
        if not naming.is_nominal or self._voices.standing(naming) != "person" or self._interview:
            return None
        detail = f"{piece.shown}: on a line of its own, speaks in the first person"
        return Turn("bare", piece.content, None, piece.content, None, "speaker_label", "speaker_label", detail)

    def _labelled(self, place: int, piece: Piece, label: Label) -> Turn | None:
        """A turn with a label of its own."""
        if self._interview and self._voices.key(label.naming) in self._interview.asking:
            return Turn("question", piece.content, label)
        if self._is_answering(place, label):
            answer = self._answer(piece, label, "answers in an interview")
            return None if answer is None else replace(answer, is_spoken=True)
        if piece.is_heading and not piece.is_empty:
            return self._headline(piece, label)
        why = self._evidence(place, piece, label)
        return self._answer(piece, label, why) if why else None

    def _is_answering(self, place: int, label: Label) -> bool:
        return self._interview.holds(place) and self._voices.key(label.naming) in self._interview.answering

    def _answer(self, piece: Piece, label: Label, why: str) -> Turn | None:
        """What stands behind a label; none if marks say which of it is verbatim, or it stands for nobody known."""
        referent = self._referent(label)
        unknown = label.naming.head.form in self._words.answer_labels and referent is None
        if unknown or piece.is_mixed:
            return None
        detail = f"{self._text.cut((label.span,))}: {why}"
        kind: TurnKind = "bare" if piece.is_empty else "answer"
        behind = "speaker_label" if piece.is_empty else "label_goes_on"
        return Turn(kind, piece.content, label, label.span, referent, "speaker_label", behind, detail)

    def _referent(self, label: Label) -> Span | None:
        """The mention that *Antwort*, *PL* or *Vogt* stands for."""
        if label.naming.head.form in self._words.answer_labels:
            return self._interview.partner
        core = label.naming.core
        if len(core) != 1:
            return None
        letters = core[0].text.replace(".", "")
        named = self._voices.of_initials(letters, before=label.span.start) if letters.isupper() else ()
        named = named or self._voices.in_full(core[0])
        return text_span(named) if named else None

    def _evidence(self, place: int, piece: Piece, label: Label) -> str:
        """Why a label outside of an interview names who speaks; empty if it may be a topic."""
        said = self._pieces[place + 1] if piece.is_empty and place + 1 < len(self._pieces) else piece
        if said.is_empty or not said.has_clause or self._voices.is_about(label.naming, said.words):
            return ""
        standing = self._voices.standing(label.naming)
        if standing == "thing" or standing == "document":
            return ""
        if said.is_first_person:
            return "speaks in the first person"
        # A line of its own may also head a list of facts about somebody.
        if standing in _NAMED and not (piece.is_empty and said.part.kind == "list_item"):
            return "" if self._is_among_portraits(place) else "names a party"
        if standing == "name" and self._speaks_elsewhere(label):
            return "speaks in the first person behind the same label"
        speaks = self._voices.speaks(label.naming.head) and not self._is_among_topics(place)
        return "names who speaks elsewhere in the text" if speaks else ""

    def _speaks_elsewhere(self, label: Label) -> bool:
        """Whether somebody speaks of himself behind the same label in another part."""
        key = self._voices.key(label.naming)
        others = (piece for piece in self._pieces if piece.label is not None and piece.label is not label)
        return any(
            piece.is_first_person and self._voices.key(piece.label.naming) == key for piece in others if piece.label
        )

    def _is_among_topics(self, place: int) -> bool:
        """*Arbeitgeber: …* between *Steuern: …* and *Verkehr: …*: whether a label beside it is for a thing."""
        return any(self._voices.standing(label.naming) == "thing" for _, label in self._beside(place))

    def _is_among_portraits(self, place: int) -> bool:
        """*Jana Vogt: Die Tischlerin …* below *Ines Ohm: Sie …*: whether a label beside it says whom the words are
        about."""
        return any(self._voices.is_about(label.naming, piece.words) for piece, label in self._beside(place))

    def _beside(self, place: int) -> Iterator[tuple[Piece, Label]]:
        """The labelled pieces next to a place."""
        for piece in self._pieces[max(0, place - 1) : place + 2]:
            if piece.label is not None:
                yield piece, piece.label

    def _headline(self, piece: Piece, label: Label) -> Turn | None:
        """*Vogt: Damm hält*: a heading that says whose proposition it is."""
        standing = self._voices.standing(label.naming)
        speaks = self._voices.speaks(label.naming.head)
        words = [word for word in self._text.words_in((label.content,)) if label.content.contains(word)]
        # *Klein: Schule vor dem Aus*: no verb is needed of somebody whose words the text reports
        says = self._voices.proposes(words) or (speaks and len(words) > 1)
        if standing == "thing" or (standing == "name" and not speaks) or piece.asks or not says:
            return None
        detail = f"{self._text.cut((label.span,))}: in a heading"
        referent = self._referent(label)
        return Turn("headline", label.content, label, label.span, referent, "heading_label", detail=detail)

    def _continued(self, place: int, piece: Piece) -> Turn | None:
        """A further paragraph of whoever has the word."""
        holder = self._holder
        if holder is None or holder.speaker is None or not self._goes_on(place, piece, holder):
            return None
        rule = holder.rule_behind
        behind = "label_goes_on" if holder.kind == "bare" and holder.label is not None else rule
        return replace(holder, kind="answer", content=piece.content, label=None, rule=rule, rule_behind=behind)

    def _goes_on(self, place: int, piece: Piece, holder: Turn) -> bool:
        """Whether a paragraph without a label still is the answer."""
        if piece.is_set_off or piece.is_empty or piece.is_mixed:
            return False
        if holder.kind == "bare" or self._interview.goes_on_behind(place):
            return True
        if self._is_told(piece, holder):
            return False
        return piece.is_first_person or self._interview.holds(place)

    def _is_told(self, piece: Piece, holder: Turn) -> bool:
        """Whether a paragraph speaks of the one who has the word, or of the interview itself."""
        mention = holder.refers_to or holder.speaker
        named = () if mention is None else self._text.words_in((mention,))
        stems = {self._voices.stem(word) for word in named if word.upos in {"PROPN", "NOUN", "X"}}
        nouns = [word for word in piece.words if word.upos in {"PROPN", "NOUN", "X"}]
        if any(self._voices.stem(word) in stems for word in nouns):
            return True
        # *Das Gespräch führte Jan Ohm*
        interview = any(word.lemma.lower() in self._words.interview_words for word in nouns)
        return interview and not piece.is_first_person and any(map(self._voices.is_known, nouns))

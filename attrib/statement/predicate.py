"""What a statement puts forward first of all: the words of its main predicate, told by clauses and word order.

A statement is cut into the pieces that the sentence's clauses leave of it. Its main clause is put together of them:
what stands inside it (relative clauses, conditions, reasons, brackets) and what only completes it (*dass*-clauses and
infinitives under its verb) is left out, and of coordinated predicates the first one counts. Arcs are not asked: small
parsers hang negations and objects on the wrong word, but clauses are cut at the right marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.records import Span
from attrib.text.analysis import Word, words_in
from attrib.text.clause import Clause
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import VERBS, any_tag, numbers_of

_DASHES = frozenset({"–", "—", "-"})
_TAKEN_UP = 2
"""Among how many first words the finite verb stands of a main clause that goes on behind a clause: *so | steigt*."""
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Piece:
    """What a statement has of one clause: its words without punctuation."""

    clause: Clause
    words: tuple[Word, ...]

    @property
    def is_finite(self) -> bool:
        """Whether it has a finite verb."""
        return any(word.is_finite for word in self.words)

    @property
    def is_aside(self) -> bool:
        """*(noch)*, *– keine hundert Meter entfernt –*: said beside the sentence that it stands in."""
        return self.clause.opener == "(" or (self.clause.opener in _DASHES and self.clause.closer in _DASHES)

    def has_verb_within(self, words: int) -> bool:
        """Whether its finite verb is among its first words: what belongs before it stands in another piece."""
        return any(word.is_finite for word in self.words[:words])


@dataclass(frozen=True, slots=True)
class Predicate:
    """The words of a main clause up to a second predicate, and the pieces of the statement behind it."""

    view: View
    words: tuple[Word, ...]
    following: tuple[Piece, ...]
    all: tuple[Word, ...]
    """Every word that the statement has of the sentence."""

    @property
    def opening(self) -> Word:
        """Its first word."""
        return self.words[0]

    @property
    def content(self) -> "Predicate | None":
        """The main predicate of what completes it: *er glaube nicht | , dass der Zug kommt*; None if nothing does."""
        pieces = self.following
        completes = bool(pieces) and pieces[0].clause.kind in {"complement", "infinitive", "main"}
        return _predicate(self.view, pieces, is_whole=True) if completes else None


def main_predicate(text: Text, spans: Sequence[Span], *, is_whole: bool) -> Predicate | None:
    """The main predicate of the first sentence that has a finite verb, else of the first; None without any word.

    `is_whole`: the statement is a sentence or a clause, no fragment of one; an infinitive may end it.
    """
    cut = [(view, pieces) for view in text.views_touched(spans) if (pieces := _pieces(view, spans))]
    finite = [item for item in cut if any(piece.is_finite for piece in item[1])]
    return next((_predicate(view, pieces, is_whole=is_whole) for view, pieces in (*finite, *cut)), None)


def _pieces(view: View, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """What the statement has of each clause of a sentence; all of it if it is nothing but an aside."""
    inside = numbers_of(words_in(spans, (view.sentence,)))
    cut = [
        Piece(clause, words)
        for clause in view.clauses
        if (words := tuple(word for word in clause.content if word.number in inside))
    ]
    return tuple(piece for piece in cut if not piece.is_aside) or tuple(cut)


def _predicate(view: View, pieces: Sequence[Piece], *, is_whole: bool) -> Predicate:
    own, last = _main_clause(view, pieces, is_whole=is_whole)
    added = _continuation(view, own, pieces[last + 1 :])
    words = tuple(word for piece in (*own, *added) for word in piece.words)
    following = tuple(piece for piece in pieces[last + 1 :] if piece not in added)
    return Predicate(view, _first_predicate(view, words), following, tuple(w for piece in pieces for w in piece.words))


def _main_clause(view: View, pieces: Sequence[Piece], *, is_whole: bool) -> tuple[list[Piece], int]:
    """The pieces up to the finite verb of the main clause, and the place of the last of them."""
    opening = pieces[0]
    if opening.is_finite:
        place = _resumption(pieces) if opening.clause.is_dependent else 0
        return [pieces[place]], place
    places = [n for n, item in enumerate(pieces) if item.is_finite and not item.clause.is_dependent]
    if places:
        return _with_opening(pieces, places[1] if _looks_relative(pieces, places) else places[0])
    place = _infinitive(view, pieces) if is_whole else 0
    return ([opening, pieces[place]] if place else [opening]), place


def _infinitive(view: View, pieces: Sequence[Piece]) -> int:
    """*Häuser, die p, | nicht zu betreten*: the place of the infinitive that ends the clause; 0 if it has none."""
    adjuncts = view.language.words.infinitive_adjuncts
    ends = (
        n for n, item in enumerate(pieces) if item.clause.kind == "infinitive" and item.words[0].form not in adjuncts
    )
    return next(ends, 0)


def _with_opening(pieces: Sequence[Piece], place: int) -> tuple[list[Piece], int]:
    """The clause at `place` with its beginning (*Die Brücke, die p, | werde*); the beginning alone if it is a predicate
    itself (*langsam gefahren, | es habe …* · *ein Fehler, | und der bleibt*)."""
    opening, main = pieces[0], pieces[place]
    if opening.clause.is_dependent:
        return [opening, main], place
    if main.has_verb_within(1):
        return ([main] if opening.clause.kind == "infinitive" else [opening, main]), place
    alone = any(map(_is_plain_verb, opening.words)) or main.words[0].upos == "CCONJ"
    return ([opening], 0) if alone else ([main], place)


def _looks_relative(pieces: Sequence[Piece], places: Sequence[int]) -> bool:
    """*Ein Land, | das Wälder rodet, | kann*: a relative clause taken for a main one, before the verb of its noun."""
    first, behind = pieces[places[0]], places[1:2]
    return (
        bool(behind)
        and behind[0] == places[0] + 1
        and first.words[-1].is_finite
        and pieces[behind[0]].has_verb_within(1)
    )


def _resumption(pieces: Sequence[Piece]) -> int:
    """*Wer nicht wählt, | stärkt die anderen*: the place of the main clause behind the dependent one that opens it; 0
    if the statement is that dependent clause."""
    later = enumerate(pieces[1:], start=1)
    return next((n for n, item in later if item.clause.kind == "main" and item.has_verb_within(_TAKEN_UP)), 0)


def _continuation(view: View, own: Sequence[Piece], behind: Sequence[Piece]) -> tuple[Piece, ...]:
    """What goes on with the clause: behind a clause inside it (*kenne den Mann, der p, | nicht*), behind its frame (*es
    gebe, sagte X, | keine Schulden*), or where its verb waits for another one (*habe Netze, | Körbe verloren*)."""
    place = next((n for n, item in enumerate(behind) if not _is_inside(item)), len(behind))
    rest = behind[place : place + 1]
    if not rest or rest[0].clause.kind != "fragment" or rest[0].words[0].form in view.language.words.coordinators:
        return ()
    if rest[0].clause.number > own[-1].clause.number + place + 1:
        return tuple(rest)
    finite = [word for piece in own for word in piece.words if word.is_finite]
    waits = bool(finite) and finite[-1].upos == "AUX" and not _has_plain_verb(own[-1].words)
    goes_on = place > 0 or (waits and _has_plain_verb(rest[0].words))
    return tuple(rest) if goes_on and not _is_contrast(view, rest[0]) else ()


def _is_inside(piece: Piece) -> bool:
    return piece.clause.is_dependent or piece.clause.kind == "infinitive"


def _is_contrast(view: View, piece: Piece) -> bool:
    """*aus Graz, | nicht aus Linz*: put beside what was said, no part of it."""
    negated = piece.words[0].form in view.language.words.negations
    return negated and any_tag(piece.words, _THINGS) and not any_tag(piece.words, VERBS)


def _first_predicate(view: View, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words up to the conjunction between two verbs of one form: *sei offen | und werde nicht geschlossen*; not
    *kann und will nicht zahlen*, which share the rest."""
    joints = view.language.words.coordinators - view.language.words.negation_pairs
    for place, word in enumerate(words):
        before, behind = words[:place], words[place + 1 :]
        if word.form not in joints or _share_rest(before, behind):
            continue
        both_finite = any(item.is_finite for item in before) and any(item.is_finite for item in behind)
        if both_finite or (_has_plain_verb(before) and _has_plain_verb(behind)):
            return before
    return words


def _share_rest(before: Sequence[Word], behind: Sequence[Word]) -> bool:
    return bool(before and behind) and before[-1].is_finite and behind[0].is_finite and len(behind) > 1


def _has_plain_verb(words: Sequence[Word]) -> bool:
    return any(map(_is_plain_verb, words))


def _is_plain_verb(word: Word) -> bool:
    """An infinitive or a participle."""
    return word.upos in VERBS and not word.is_finite

"""Verbs of saying in another tense, as far as the language's lists know their forms."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from attrib.evaluation.invariance.frames import MARKS, in_second_place, is_particle, plain_frames
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.spelling import swapped_ending
from attrib.records import Span, Statement
from attrib.text.analysis import Sentence, Word
from attrib.text.traced import Edit


def in_present(passage: Passage) -> Change | None:
    """*sagt* for *sagte*."""
    return _at_verb(passage, _present)


def in_past(passage: Passage) -> Change | None:
    """*sagte* for *sagt*."""
    return _at_verb(passage, _past)


def in_perfect(passage: Passage) -> Change | None:
    """*hat gesagt* for *sagte*, *hat mitgeteilt* for *teilte mit*."""
    return _at_verb(passage, _perfect)


class _Clause(NamedTuple):
    """A verb in the past or present whose forms are regular, and where a participle would stand."""

    verb: Word
    particle: Word | None
    lemma: str
    end: int


Tense = Callable[[Passage, _Clause, str], Sequence[Edit]]


def _at_verb(passage: Passage, tense: Tense) -> Change | None:
    for clause in (*_framing(passage), *_summing(passage)):
        past = _weak_past(passage, clause)
        edits = tense(passage, clause, past) if past else ()
        if edits:
            return passage.change(*edits)
    return None


def _framing(passage: Passage) -> Iterator[_Clause]:
    for frame in plain_frames(passage):
        end = (frame.particle or frame.verb).end if frame.is_before else frame.speaker.end
        yield from _clauses(passage, frame.verb, frame.particle, end)


def _summing(passage: Passage) -> Iterator[_Clause]:
    """Speech acts that are a sentence of one clause: *Die Opposition kritisierte den Haushalt scharf.*"""
    for statement in passage.statements:
        sentences = passage.parsed.touched(statement.spans)
        if statement.type == "reported" and not statement.level and _is_whole(statement, sentences):
            verb = in_second_place(passage, sentences[0])
            others = [word for word in sentences[0].words if word.is_finite or word.upos == "AUX"]
            if verb is not None and others == [verb] and not any(word.text in MARKS for word in sentences[0].words):
                particle = next((word for word in sentences[0].words if is_particle(word)), None)
                yield from _clauses(passage, verb, particle, statement.spans[0].end - 1)


def _is_whole(statement: Statement, sentences: Sequence[Sentence]) -> bool:
    return len(sentences) == 1 and statement.spans == (sentences[0].span,) and sentences[0].words[-1].text == "."


def _clauses(passage: Passage, verb: Word, particle: Word | None, end: int) -> Iterator[_Clause]:
    """The clause with each verb of the lists that this one may be."""
    apart = particle.form if particle else ""
    lemma = passage.language.lexicon.verbs.lemma(verb).removeprefix(apart)
    for entry in passage.language.lexicon.verbs.reporting.get(apart + lemma, ()):
        if (entry.particle or "") == apart:
            yield _Clause(verb, particle, entry.lemma, end)


def _weak_past(passage: Passage, clause: _Clause) -> str:
    """The past form in the singular, empty unless the verb stands in a form of a weak verb."""
    particle = clause.particle.form if clause.particle else None
    *irregular, past, _ = passage.language.grammar.preterites(clause.lemma, particle)
    forms = {past, swapped_ending(past, passage.vocabulary.presents)}
    return past if not irregular and clause.verb.text in forms else ""


def _present(passage: Passage, clause: _Clause, past: str) -> Sequence[Edit]:
    if clause.verb.text != past:
        return ()
    return [Edit(clause.verb.span, swapped_ending(past, passage.vocabulary.presents))]


def _past(passage: Passage, clause: _Clause, past: str) -> Sequence[Edit]:
    is_strong = clause.lemma.endswith(passage.vocabulary.strong_verbs)
    return () if is_strong or clause.verb.text == past else [Edit(clause.verb.span, past)]


def _perfect(passage: Passage, clause: _Clause, past: str) -> Sequence[Edit]:
    vocabulary = passage.vocabulary
    if clause.verb.text != past or clause.lemma in vocabulary.perfects_with_other_auxiliary:
        return ()
    particle = clause.particle
    participle = passage.language.grammar.participle(clause.lemma, particle.form if particle else None)
    auxiliary = Edit(clause.verb.span, vocabulary.perfect_auxiliary)
    if particle is not None:
        return [auxiliary, Edit(particle.span, participle)]
    if clause.end == clause.verb.end:
        return [Edit(clause.verb.span, f"{vocabulary.perfect_auxiliary} {participle}")]
    return [auxiliary, Edit(Span(clause.end, clause.end), f" {participle}")]

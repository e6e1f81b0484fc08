"""What stands at the verb: adverbs, dates, another tense."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from attrib.evaluation.invariance.frames import is_particle, plain_frames
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.rewriting import Edit
from attrib.evaluation.invariance.vocabulary import Swap
from attrib.records import Span, Statement
from attrib.text.analysis import NO_WORD, Sentence, Word

_MARKS = ",:;"


def adverb_at_verb(passage: Passage) -> Change | None:
    """*sagte jedoch, …*."""
    verb = _at(passage)
    return None if verb is None else _inserted(passage, verb[1], passage.vocabulary.adverbs)


def date_at_verb(passage: Passage) -> Change | None:
    """*sagte am Montag, …*, where the text tells no time and the verb is in the past."""
    patterns = passage.language.lexicon.times.patterns
    is_dated = any(pattern.search(passage.text) for _, pattern in patterns)
    if is_dated or any(passage.language.grammar.is_time(word) for word in passage.words):
        return None
    verb = _at(passage)
    if verb is None or not verb[0].has("Tense=Past"):
        return None
    return _inserted(passage, verb[1], passage.vocabulary.dates)


def conceded(passage: Passage) -> Change | None:
    """*sagte zwar, …, Folgen hatte das jedoch nicht*."""
    words = passage.vocabulary.concession
    for frame in plain_frames(passage):
        if frame.is_before and frame.statement.type == "indirect":
            verb, end = frame.verb.end, frame.content.end
            clause = f", {passage.pick(words.clauses, 'concession')}"
            return passage.change(Edit(Span(verb, verb), f" {words.adverb}"), Edit(Span(end, end), clause))
    return None


def in_present(passage: Passage) -> Change | None:
    """*sagt* for *sagte*."""
    return _at_verb(passage, _present)


def in_past(passage: Passage) -> Change | None:
    """*sagte* for *sagt*."""
    return _at_verb(passage, _past)


def in_perfect(passage: Passage) -> Change | None:
    """*hat gesagt* for *sagte*, *hat mitgeteilt* for *teilte mit*."""
    return _at_verb(passage, _perfect)


def _inserted(passage: Passage, place: Span, choices: Sequence[str]) -> Change:
    words = f"{passage.text[place.start : place.end]} {passage.pick(choices, 'adverb')}"
    return passage.change(Edit(place, words))


def _at(passage: Passage) -> tuple[Word, Span] | None:
    """The verb of the first plain frame or else of the first main clause, and behind what an adverb may stand.

    In a frame it stands behind the verb, or behind the speaker where that follows, and belongs to neither; in any other
    clause it belongs to what the verb belongs to.
    """
    frame = next(plain_frames(passage), None)
    if frame is not None:
        place = frame.verb.end if frame.is_before else frame.speaker.end
        return frame.verb, Span(place, place)
    if any(statement.marker == "claiming_modal" for statement in passage.statements):
        return None  # what belongs to the modal and what to the claim is anybody's guess
    verbs = (_in_second_place(passage, sentence) for sentence in passage.parsed.sentences)
    return next(((verb, verb.span) for verb in verbs if verb is not None), None)


def _in_second_place(passage: Passage, sentence: Sentence) -> Word | None:
    """The finite verb of a main clause, if what follows it may follow an adverb."""
    verb = next((word for word in sentence.words if word.is_finite), NO_WORD)
    before = sentence.words[: verb.number - 1]
    is_second = bool(before) and not any(word.text in _MARKS or word.relation == "mark" for word in before)
    is_main = verb.relation in {"root", "aux", "cop"} and passage.annotation.parts[sentence.part].kind != "heading"
    is_quoted = any(quoted.span.contains(verb.span) for quoted in passage.quoted)
    return verb if is_second and is_main and not is_quoted and _may_follow(sentence, verb) else None


def _may_follow(sentence: Sentence, verb: Word) -> bool:
    """Whether a word follows the verb that is no pronoun: those stand before any adverb."""
    following = sentence.behind(verb)
    is_pronoun = following.upos == "PRON" or (following.upos == "DET" and following.head == verb.number)
    return following.text[-1:].isalnum() and not is_pronoun


class _Clause(NamedTuple):
    """A verb in the past or present whose forms are regular, and where a participle would stand."""

    verb: Word
    particle: Word | None
    lemma: str
    end: int

    @property
    def full(self) -> str:
        """The infinitive with its particle."""
        return self.lemma


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
            verb = _in_second_place(passage, sentences[0])
            others = [word for word in sentences[0].words if word.is_finite or word.upos == "AUX"]
            if verb is not None and others == [verb] and not any(word.text in _MARKS for word in sentences[0].words):
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
    return [Edit(clause.verb.span, past)] if clause.verb.text != past else ()


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


def swapped_ending(form: str, swaps: Sequence[Swap]) -> str:
    """The form with another ending."""
    return next((form.removesuffix(swap.old) + swap.new for swap in swaps if form.endswith(swap.old)), form)

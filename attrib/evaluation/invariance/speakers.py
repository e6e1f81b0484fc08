"""Speakers of more words: attributes before the noun, appositions behind it, another speaker beside it."""

from collections.abc import Iterator, Sequence

from attrib.evaluation.invariance.frames import Frame, plain_frames
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.people import capital, persons
from attrib.evaluation.invariance.rewriting import Edit, rewritten
from attrib.evaluation.invariance.vocabulary import Attribute, Ending, Swap
from attrib.evaluation.invariance.wording import swapped_ending
from attrib.records import Span, Statement
from attrib.source.mention import kebab
from attrib.text.analysis import NO_WORD, Word

_CLOSING = ".,:;)"
_PRONOUNS = "Person=3"


def with_attribute(passage: Passage) -> Change | None:
    """*der für den Norden zuständige Stab*, *ein nicht namentlich genannter Beamter*."""
    for statement in passage.statements:
        words = passage.words_of(statement.speaker)
        place = next((place for place in range(len(words) - 1, -1, -1) if words[place].upos == "NOUN"), None)
        if place is not None and _is_not_registered(passage, statement):
            article = _article(passage, words, place)
            ending = _ending(passage, article, words[place])
            if ending is not None and _is_party(passage, words[place]):
                return _with_attribute(passage, article, words[place], ending)
    return None


def with_apposition(passage: Passage) -> Change | None:
    """*Anna Berger, Mitglied des Rates, sagte …*."""
    words = passage.pick(passage.vocabulary.appositions, "apposition")
    names = {span for person in persons(passage) for span in (person.first,)}
    for statement in passage.statements:
        span = statement.speaker[0] if len(statement.speaker) == 1 else None
        if span is not None and (_ends_in_name(passage, span, names) or _is_person(passage, span)):
            last = passage.words_of((span,))[-1]
            comma = "" if passage.text[span.end : span.end + 1] in _CLOSING else ","
            noun = Edit(last.span, f"{passage.text[last.start : last.end]}, {words}")
            return passage.change(noun, Edit(Span(span.end, span.end), comma))
    return None


def made_two(passage: Passage) -> Change | None:
    """*X und Y sagten …*: both are credited."""
    if any(word.has(_PRONOUNS) for word in passage.words if word.upos in {"PRON", "DET"}):
        return None
    names = [name for name in passage.vocabulary.names if name.kind in {"foreign", "hyphen"}]
    name = passage.pick(names, "partner").full
    for statement, verb in _singular(passage):
        plural = [] if verb is None else [Edit(verb.span, _plural(passage, verb))]
        last = passage.words_of(statement.speaker)[-1]
        both = f"{passage.text[last.start : last.end]} {passage.vocabulary.conjunction} {name}"
        new = rewritten(passage.text, [*plural, Edit(last.span, both)])
        joined = {item.id: kebab(name) for item in _as_well(passage, statement)}
        return Change(new, joined=joined)
    return None


def _is_not_registered(passage: Passage, statement: Statement) -> bool:
    """Whether no attribute can make another party of it: of registered ones, each is there once."""
    found = [passage.sources[link.source] for link in statement.sources if link.source in passage.sources]
    return bool(found) and all(source.origin in {"discovered", "unnamed"} for source in found)


def _article(passage: Passage, words: Sequence[Word], place: int) -> Word:
    before = words[place - 1] if place else NO_WORD
    return before if before.upos == "DET" and passage.is_written(before) else NO_WORD


def _ending(passage: Passage, article: Word, noun: Word) -> Ending | None:
    """The ending of an adjective between the two; of a noun alone only where it is the subject in the plural."""
    number, gender = noun.feature("Number"), noun.feature("Gender")
    if not article and not (noun.has("Case=Nom") and noun.relation == "nsubj" and _is_alone(passage, noun)):
        return None
    if article and article.feature("Gender") not in {"", gender}:
        return None  # the tagger is in two minds about it
    fitting = (
        each
        for each in passage.vocabulary.endings
        if each.article == article.form and each.number == number and each.gender in {None, gender}
    )
    return next(fitting, None)


def _is_alone(passage: Passage, noun: Word) -> bool:
    """Whether nothing depends on the noun that stands before it."""
    sentence = passage.parsed.touching(noun.span)[0]
    return not any(child.number < noun.number for child in sentence.children(noun))


def _with_attribute(passage: Passage, article: Word, noun: Word, ending: Ending) -> Change:
    is_person = passage.language.lexicon.nouns.person(noun) is not None
    attribute = passage.pick(list(_attributes(passage, is_person=is_person, ending=ending)), "attribute")
    words = attribute.stem + ending.ending
    if article:
        return passage.change(Edit(article.span, f"{article.text} {words}"))
    opens = any(sentence.start == noun.start for sentence in passage.parsed.sentences)
    return passage.change(Edit(noun.span, f"{capital(words) if opens else words} {noun.text}"))


def _attributes(passage: Passage, *, is_person: bool, ending: Ending) -> Iterator[Attribute]:
    for attribute in passage.vocabulary.attributes:
        if attribute.of == "any" or (is_person and not ending.is_definite):
            yield attribute


def _ends_in_name(passage: Passage, span: Span, names: set[Span]) -> bool:
    return any(name.end == span.end and span.contains(name) for name in names)


def _is_person(passage: Passage, span: Span) -> bool:
    """An article and a noun for a person in the singular, and nothing else."""
    words = passage.words_of((span,))
    if len(words) != 2 or words[1].is_plural or passage.language.lexicon.nouns.person(words[1]) is None:
        return False
    article = _article(passage, words, 1)
    return bool(article) and _ending(passage, article, words[1]) is not None


def _as_well(passage: Passage, statement: Statement) -> Iterator[Statement]:
    """The statements with this speaker, and those of the same party whose mention names nobody: *demnach*."""
    for item in passage.statements:
        names = any(word.upos in {"NOUN", "PROPN"} for word in passage.words_of(item.speaker))
        if item.speaker == statement.speaker or (not names and _sources(item) == _sources(statement)):
            yield item


def _sources(statement: Statement) -> list[str]:
    return [link.source for link in statement.sources if link.relation == "states"]


def _singular(passage: Passage) -> Iterator[tuple[Statement, Word | None]]:
    """Statements of one party in the singular, with the verb that agrees with it: in a plain frame, or none."""
    frames = {frame.statement.id: frame for frame in plain_frames(passage)}
    for statement in passage.statements:
        words = passage.words_of(statement.speaker)
        if len(statement.speaker) == len(_sources(statement)) == 1 and _is_one_party(passage, words):
            if statement.id in frames and _is_only_verb(passage, frames[statement.id]):
                yield statement, frames[statement.id].verb
            elif statement.marker == "according_to" and not _is_genitive(words):
                yield statement, None


def _is_one_party(passage: Passage, words: Sequence[Word]) -> bool:
    """A name or a noun for somebody, in the singular, that its article makes known or that needs none."""
    head = next((word for word in words if word.upos in {"NOUN", "PROPN"}), NO_WORD)
    return (
        (head.upos == "PROPN" or _is_party(passage, head))
        and not any(word.is_plural for word in words)
        and words[-1].upos in {"NOUN", "PROPN"}
    )


def _is_party(passage: Passage, noun: Word) -> bool:
    nouns = passage.language.lexicon.nouns
    return nouns.person(noun) is not None or nouns.institution(noun) is not None


def _is_genitive(words: Sequence[Word]) -> bool:
    return any(word.has("Case=Gen") for word in words)


def _is_only_verb(passage: Passage, frame: Frame) -> bool:
    """Whether the speaker is the subject of no other verb: nothing is joined to the verb of the frame."""
    sentence = passage.parsed.touching(frame.verb.span)[0]
    joined = [child for child in sentence.children(frame.verb) if child.relation == "conj"]
    return frame.verb.has("Number=Sing") and not any(word.start > frame.content.end for word in joined)


def _plural(passage: Passage, verb: Word) -> str:
    """The verb in the plural."""
    vocabulary = passage.vocabulary
    if verb.form in vocabulary.plurals:
        return vocabulary.plurals[verb.form]
    past: Sequence[Swap] = vocabulary.past_plurals
    return swapped_ending(verb.text, past) if verb.has("Tense=Past") else passage.language.lexicon.verbs.lemma(verb)

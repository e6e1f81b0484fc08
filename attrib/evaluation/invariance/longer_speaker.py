"""Speakers of more words: attributes before the noun, appositions behind it."""

from collections.abc import Iterator, Sequence

from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.people import persons
from attrib.evaluation.invariance.spelling import capital
from attrib.evaluation.invariance.vocabulary import Attribute, Ending
from attrib.records import Span, Statement
from attrib.text.analysis import NO_WORD, Word
from attrib.text.traced import Edit

_CLOSING = ".,:;)"


def with_attribute(passage: Passage) -> Change | None:
    """*der für den Norden zuständige Stab*, *ein nicht namentlich genannter Beamter*."""
    for statement in passage.statements:
        words = passage.words_of(statement.speaker)
        place = next((place for place in range(len(words) - 1, -1, -1) if words[place].upos == "NOUN"), None)
        if place is not None and statement.marker != "speaker_label" and _is_not_registered(passage, statement):
            article = _article(passage, words, place)
            ending = _ending(passage, article, words[place])
            if ending is not None and passage.is_party(words[place]):
                return _with_attribute(passage, article, words[place], ending)
    return None


def with_apposition(passage: Passage) -> Change | None:
    """*Anna Berger, Mitglied des Rates, sagte …*."""
    words = passage.pick(passage.vocabulary.appositions, "apposition")
    names = {person.first for person in persons(passage) if person.is_free}
    for statement in passage.statements:
        span = statement.speaker[0] if len(statement.speaker) == 1 else None
        if (
            span is not None
            and statement.marker != "speaker_label"
            and (_ends_in_name(passage, span, names) or _is_person(passage, span))
        ):
            last = passage.words_of((span,))[-1]
            comma = "" if passage.text[span.end : span.end + 1] in _CLOSING else ","
            noun = Edit(last.span, f"{passage.text[last.start : last.end]}, {words}")
            return passage.change(noun, Edit(Span(span.end, span.end), comma))
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

"""*Siemens kündigte Verluste an. Der Konzern …*: a noun takes up the only one who just spoke by a bare name."""

from collections.abc import Mapping

from attrib.records import SourceKind
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.text.analysis import NO_WORD, Sentence, Word

_FIRMS: frozenset[SourceKind] = frozenset({"company", "media", "news_agency", "ngo"})


def bare_name(
    question: Question, sentence: Sentence, noun: Word, spoke_in: Mapping[str, int]
) -> tuple[Party, ...] | None:
    """*Siemens kündigte Verluste an. Der Konzern …*: the only one who spoke just before by a bare name.

    None if there is none.
    """
    entry = question.nouns.institution(noun)
    if entry is None or not entry.takes_up or _FIRMS.isdisjoint({entry.kind, *entry.covers}) or noun.is_plural:
        return None
    places = _places(question)
    near = (party for party, number in spoke_in.items() if sentence.number - number <= 1)
    spoke = [party for party in near if party not in places]
    names = [party for party in spoke if _is_bare_name(question, party)]
    if len(names) != 1:
        return None
    detail = f"{noun.text}: {question.known.sources[names[0]].name}, the only name that spoke"
    return (Party(names[0], "named", "role_in_context", detail),)


def _places(question: Question) -> set[str]:
    """*hieß es aus Bonn*: the parties that spoke as where something comes from."""
    words = question.language.words
    of_place = words.speaking_place_prepositions - words.agent_prepositions
    history = question.known.history
    return {party.source for place, party in history if _word_before(question, place).form in of_place}


def _word_before(question: Question, place: int) -> Word:
    sentence = question.text.sentence_at(place).sentence
    return next((word for word in reversed(sentence.words) if word.end <= place), NO_WORD)


def _is_bare_name(question: Question, party: str) -> bool:
    """What the text has found to be a name (of a person a single word, which may be a firm's too), and for nobody
    whom it tells more of."""
    source = question.known.sources[party]
    new = source.origin == "discovered" and party not in question.cast.referents
    named = source.kind in {"other", "ngo", *_FIRMS} or (source.kind == "person" and " " not in source.name)
    return new and named

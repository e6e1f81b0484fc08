"""Why a party stays anonymous, if the text says so: *die anonym bleiben wollten*, *weil er nicht befugt war*."""

from collections.abc import Sequence

from attrib.records import Span
from attrib.text.analysis import Sentence, Word
from attrib.text.language import Language


def anonymity(sentence: Sentence, mention: Span, *, language: Language) -> Span | None:
    """The clause behind a mention, or before it, that speaks of anonymity, with the reason that follows it.

    None if no clause of the sentence does. The words of the mention itself (*ein anonymer Beamter*) are no clause.
    """
    cut = language.grammar.clauses(sentence)
    for place, clause in enumerate(cut):
        words = sentence.words[clause.first - 1 : clause.last]
        says = [word for word in words if word.form in language.words.anonymity_reasons]
        if not any(not mention.contains(word.span) for word in says):
            continue
        # *unter der Bedingung der Anonymität* stands in the mention's own clause: the phrase alone.
        if any(mention.contains(word.span) for word in words):
            words = _phrase(words, mention, says)
        if not words:
            continue
        end = words[-1].end
        following = cut[place + 1] if place + 1 < len(cut) else None
        if following is not None:
            reason = sentence.words[following.first - 1]
            if reason.form in language.words.reason_subordinators:
                end = sentence.words[following.last - 1].end
        return Span(words[0].start, end)
    return None


def _phrase(words: Sequence[Word], mention: Span, says: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a clause that speak of anonymity, from their preposition on, behind the mention or before it."""
    behind = [word for word in words if word.start >= mention.end and word.start <= says[-1].start]
    before = [word for word in words if word.end <= mention.start and word.start <= says[-1].start]
    stretch = behind or before
    prepositions = [word for word in stretch if word.upos == "ADP"]
    return tuple(word for word in stretch if not prepositions or word.start >= prepositions[0].start)

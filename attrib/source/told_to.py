"""*sagte der Anwalt der Deutschen Presse-Agentur*: an outlet behind a noun for somebody whom the text has brought in is
whom he told it, and not his."""

from collections.abc import Sequence

from attrib.source.description import described
from attrib.source.kinds import OUTLETS
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.text.analysis import NO_WORD, Sentence, Word

_SHORTEST = 2


def told_to(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """Whom the phrase before an outlet takes up; None where it holds no outlet, or takes nobody up."""
    listed = question.language.words
    article, noun = (words[0], words[1]) if len(words) > _SHORTEST else (NO_WORD, NO_WORD)
    entry = question.nouns.person(noun) if article.form in listed.definite_articles else None
    behind = words[_SHORTEST:]
    if entry is None or entry.kind in OUTLETS or noun.is_plural or not behind or behind[0].upos != "DET":
        return None
    if noun.form.endswith(tuple(listed.spokespersons)) or behind[0].form not in listed.definite_articles:
        return None
    known = question.known
    outlet = question.parties(sentence, behind)
    is_outlet = len(outlet) == 1 and question.known.sources[outlet[0].source].kind in OUTLETS
    question.known = known
    found = described(question, sentence, words[:_SHORTEST]) if is_outlet else None
    return found or None

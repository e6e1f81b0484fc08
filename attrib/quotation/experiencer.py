"""Whose judgement it is where somebody is no subject: *Dem Verband reicht das nicht* · *Die Gutachter überzeugt das
nicht*."""

from collections.abc import Iterator

from attrib.quotation.frame import Frame, Stretch, outside_of
from attrib.text.analysis import NO_WORD, Word
from attrib.text.words import SPEAKERS, tagged

_INSIDE = frozenset({"nmod", "flat", "appos", "compound", "conj"})


def experiencer(frame: Frame, outside: Stretch | None) -> Word:
    """The only party of the clause in the case that the verb has for whoever judges; NO_WORD if there is none."""
    found = list(_parties(frame, outside))
    return found[0] if len(found) == 1 else NO_WORD


def _parties(frame: Frame, outside: Stretch | None) -> Iterator[Word]:
    view, wanted = frame.view, frame.cue.experiencer
    for word in tagged(outside_of(view.words(frame.first, frame.clause.last), outside), SPEAKERS):
        inside = word.relation in _INSIDE and view.phrase(word)[0].number != frame.first
        if inside or view.is_governed(word):
            continue
        if wanted == "Dat" and _is_dative(frame, word):
            yield word
        if wanted == "Acc" and word.upos != "PRON" and view.is_party(word):
            yield word


def _is_dative(frame: Frame, word: Word) -> bool:
    """*dem Verband*, *den Anwohnern*, *ihm*: by the article or the form, where the tagger errs."""
    view, words = frame.view, frame.view.language.words
    if word.upos == "PRON":
        return word.form in words.dative_pronouns
    article = view.phrase(word)[0].form
    dative = article in words.dative_articles | words.sure_datives or view.case(word) == "Dat"
    return dative and view.is_party(word)

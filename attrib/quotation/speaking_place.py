"""Documents and media that speak from a phrase of place: *heißt es in dem Bericht*, *in russischen Blogs*."""

from attrib.quotation.cues import Cue
from attrib.quotation.frame import frame_start, is_inside
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.party import party_test
from attrib.text.view import View, text_span

_REACH = 12
"""How many words a document may stand before the relative clause that says what is in it."""


def _is_relative_place(view: View, preposition: Word, word: Word) -> bool:
    """*…, in dem es heißt*: the pronoun that opens a relative clause, whatever the tagger takes it for."""
    clause = view.clause_of(preposition)
    opens = clause.kind == "relative" and clause.first == preposition.number
    return word.is_relative or (opens and word.form in view.language.words.relative_pronouns)


def _is_side(view: View, noun: Word) -> bool:
    """*von ukrainischer Seite*, *von Gewerkschaftsseite*."""
    return noun.lemma.lower().endswith(tuple(view.language.words.side_nouns))


def place_that_speaks(view: View, cue: Cue, outside: tuple[int, int] | None) -> Span | None:
    """*heißt es in dem Bericht*, *in russischen Blogs wird spekuliert*: the document or medium in a phrase of place."""
    is_party = party_test(view.language)
    index = view.clause_of(cue.anchor).number
    for word in view.words(frame_start(view, cue), view.clauses[index].last):
        prepositions = view.language.words.speaking_place_prepositions
        if is_inside(word, outside) or word.upos != "ADP" or word.form not in prepositions:
            continue
        following = view.words(word.number + 1, word.number + 1) if word.number < len(view.sentence.words) else ()
        if following and _is_relative_place(view, word, following[0]):
            # *Er las den Bericht des Amtes, in dem es heißt, …*
            nouns = [item for item in view.words(max(1, word.number - _REACH), word.number - 1) if item.upos == "NOUN"]
            media = [item for item in nouns if is_party.is_medium(item)]
            if media:
                return text_span(view.phrase(media[-1]))
            continue
        group = view.governed_group(word)
        heads = [] if group is None else [item for item in group if item.upos in {"NOUN", "PROPN"}]
        # *aus Paris hieß es, bei Radio Nord hieß es*
        named = (
            heads
            and (heads[0].upos == "PROPN" or is_party(heads[0], view.sentence) or _is_side(view, heads[0]))
            and word.form in view.language.words.voice_prepositions
        )
        if group is not None and named and cue.lemma in view.language.words.continuing_verbs:
            return text_span(group)
        if group is not None and heads and (is_party.is_medium(heads[0]) or is_party.is_medium(heads[-1])):
            return text_span(view.phrase(heads[0]))
    return None

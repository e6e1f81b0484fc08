"""Documents and media that speak from a phrase of place: *heißt es in dem Bericht*, *in russischen Blogs*."""

from attrib.languages.party import party_test
from attrib.languages.phrase import governed_group, phrase_words
from attrib.languages.syntax import is_relative, text_span
from attrib.quotation.cues import Cue
from attrib.quotation.view import View, frame_start, is_inside
from attrib.records import Span
from attrib.text.analysis import Word

_REACH = 12
"""How many words a document may stand before the relative clause that says what is in it."""


def _is_relative_place(view: View, preposition: Word, word: Word) -> bool:
    """*…, in dem es heißt*: the pronoun that opens a relative clause, whatever the tagger takes it for."""
    field = view.fields[view.field_index(preposition)]
    opens = field.kind == "relative" and field.first == preposition.number
    return is_relative(word) or (opens and word.text.lower() in view.language.words("relative_pronouns"))


def _is_side(view: View, noun: Word) -> bool:
    """*von ukrainischer Seite*, *von Gewerkschaftsseite*."""
    return noun.lemma.lower().endswith(tuple(view.language.words("side_nouns")))


def place_that_speaks(view: View, cue: Cue, outside: tuple[int, int] | None) -> Span | None:
    """*heißt es in dem Bericht*, *in russischen Blogs wird spekuliert*: the document or medium in a phrase of place."""
    is_party = party_test(view.language)
    index = view.field_index(cue.anchor)
    for word in view.words(frame_start(view, cue), view.fields[index].last):
        prepositions = view.language.words("speaking_place_prepositions")
        if is_inside(word, outside) or word.upos != "ADP" or word.text.lower() not in prepositions:
            continue
        following = view.words(word.number + 1, word.number + 1) if word.number < len(view.sentence.words) else ()
        if following and _is_relative_place(view, word, following[0]):
            # *Er las den Bericht des Amtes, in dem es heißt, …*
            nouns = [item for item in view.words(max(1, word.number - _REACH), word.number - 1) if item.upos == "NOUN"]
            media = [item for item in nouns if is_party.is_medium(item)]
            if media:
                return text_span(phrase_words(view.sentence, media[-1], language=view.language))
            continue
        group = governed_group(view.sentence, word)
        heads = [] if group is None else [item for item in group if item.upos in {"NOUN", "PROPN"}]
        # *aus Paris hieß es, bei Radio Nord hieß es*
        named = (
            heads
            and (heads[0].upos == "PROPN" or is_party(heads[0], view.sentence) or _is_side(view, heads[0]))
            and word.text.lower() in view.language.words("voice_prepositions")
        )
        if group is not None and named and cue.lemma in view.language.words("continuing_verbs"):
            return text_span(group)
        if group is not None and heads and (is_party.is_medium(heads[0]) or is_party.is_medium(heads[-1])):
            return text_span(phrase_words(view.sentence, heads[0], language=view.language))
    return None

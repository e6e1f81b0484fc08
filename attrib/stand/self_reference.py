"""Whose stand it is where a pronoun takes it in what somebody says: *Davon wisse sie nichts, sagte die Sprecherin*.

In other words than his own a speaker is *er* or *sie* to the one who writes. So a pronoun that fits means whoever says
so, unless somebody was named before it in the same sentence, or the speaker is told of as somebody's (*sein Anwalt*).
"""

from attrib.quotation.stand_found import StandFound
from attrib.records import Span
from attrib.source.cast import Cast
from attrib.statement.told import Told
from attrib.text.analysis import NO_WORD, Word
from attrib.text.nouns import Gender
from attrib.text.text import Text

_IN_OTHER_WORDS = frozenset({"indirect", "indirect_free_indirect"})


def speaker_of_itself(text: Text, cast: Cast, stand: StandFound, holding: Told) -> tuple[str, ...]:
    """Who states what holds the stand, if the pronoun that takes it means him; empty if it may not."""
    said = holding.quotation
    words = () if stand.speaker is None else text.words_in([stand.speaker])
    listed = text.language.words
    third = listed.personal_subjects - listed.pronouns_first_person
    if len(words) != 1 or words[0].form not in third or said.type not in _IN_OTHER_WORDS or len(holding.parties) != 1:
        return ()
    named = [word for word in text.words_in(said.spans) if word.start < words[0].start and word.upos == "PROPN"]
    owned = any(word.form in listed.possessives for word in text.words_in(said.speaker))
    speaks_for = any(_is_advocate(text, word) for word in text.words_in(said.speaker))
    if named or owned or speaks_for or not _fits(text, cast, words[0], holding):
        return ()
    return holding.parties


def _is_advocate(text: Text, word: Word) -> bool:
    """*Er bestreite das, sagte der Verteidiger*: who speaks for somebody says nothing of himself."""
    return word.upos == "NOUN" and word.lemma.lower().endswith(tuple(text.language.words.advocates))


def _fits(text: Text, cast: Cast, pronoun: Word, holding: Told) -> bool:
    """Whether the gender of the pronoun is not another one than the speaker's."""
    masculine = pronoun.form in text.language.words.masculine_pronouns
    gender: Gender = "m" if masculine else "f"
    referent = cast.referents.get(holding.parties[0])
    known = referent.gender if referent is not None else None
    return (known or _gender_of(text, holding.quotation.speaker)) in {None, gender}


def _gender_of(text: Text, mention: tuple[Span, ...]) -> Gender | None:
    words = text.words_in(mention)
    noun = next((word for word in words if word.upos == "NOUN"), NO_WORD)
    article = words[0] if words and words[0].upos == "DET" else NO_WORD
    return text.language.lexicon.nouns.gender(noun, article) if noun else None

"""What somebody explains by something: *Den Umweg erklärte der Kapitän mit einem Schaden*."""

from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.text.analysis import Word
from attrib.text.words import NOUNS, any_tag, ends_in, formed, numbers_of, tagged


def explains(frame: Frame) -> bool:
    """*Den Umweg erklärte er mit einem Schaden*: what is explained by what; not *erklärte mit Nachdruck*."""
    view, words = frame.view, frame.view.language.words
    if frame.cue.lemma not in words.explaining_verbs or frame.cue.phrase:
        return False
    for preposition in formed(tagged(frame.clause.words, {"ADP"}), words.cause_prepositions):
        group = view.governed_group(preposition) or ()
        cause = any_tag(group, NOUNS) and not any(ends_in(noun, words.excusing_manners) for noun in group)
        if cause and any(_is_explained(frame, word) for word in frame.clause.words):
            return True
    return False


def _is_explained(frame: Frame, word: Word) -> bool:
    """*den Umweg*, *das*: an object that no preposition governs."""
    view, head = frame.view, subject(frame)
    if word is head or word.number in numbers_of(view.phrase(head) if head else ()):
        return False
    pointing = word.upos in {"PRON", "DET"} and word.form in view.language.words.object_pronouns
    thing = word.upos == "NOUN" and not view.is_governed(word) and not view.language.grammar.is_time(word)
    pointed = pointing and view.behind(word).upos not in {"NOUN", "ADJ", "PROPN"}
    return pointed or (thing and word.relation != "nmod" and not view.is_party(word))

"""*Das Gericht bestellte Jens Kolb zum Verwalter*: what somebody becomes in a sentence."""

from collections.abc import Iterator

from attrib.text.analysis import Word
from attrib.text.view import View

_IN_PHRASE = frozenset({"appos", "flat", "compound"})


def appointed_to(view: View, name: Word) -> Iterator[Word]:
    """The nouns for what the bearer of a name is appointed to there: who is the object, or the subject of a passive."""
    sentence, words = view.sentence, view.language.words
    name = sentence.joining(name, _IN_PHRASE)
    verb = sentence.head(name)
    appointed = name.relation == "obj" or name.deprel == "nsubj:pass"
    if verb is None or not appointed or verb.lemma not in words.appointing_verbs:
        return
    for noun in sentence.children(verb):
        governed = any(child.form in words.appointing_prepositions for child in sentence.children(noun))
        if governed and not noun.is_plural and view.language.lexicon.nouns.person(noun) is not None:
            yield noun

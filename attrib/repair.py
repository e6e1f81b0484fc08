"""What a small tagger gets wrong and word order settles, mended before the rules read a sentence.

*…, die ihn als Eskalation betrachten*: a clause that a relative pronoun or a conjunction opens, closed by a verb in the
form of the infinitive without *zu*, modal or auxiliary, has a finite plural verb there. *Diese glaubten, …* · *Einer
der Anwohner sagte …*: a determiner without a noun that depends on a verb stands for somebody.
"""

from collections.abc import Iterator
from dataclasses import replace

from attrib.analysis import Sentence, Word
from attrib.language import Language

_VERBAL_RELATIONS = frozenset({"nsubj", "obj", "iobj"})
_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"


def repaired(sentence: Sentence, *, language: Language) -> Sentence:
    """The sentence with such verbs marked as finite and such determiners as pronouns; the same object if none."""
    finite = {word.number for word in _closing_infinitives(sentence, language=language)}
    pronouns = {word.number for word in _standing_determiners(sentence, language=language)}
    if not finite and not pronouns:
        return sentence
    words = tuple(
        replace(word, feats=_PLURAL)
        if word.number in finite
        else replace(word, upos="PRON")
        if word.number in pronouns
        else word
        for word in sentence.words
    )
    return replace(sentence, words=words)


def _standing_determiners(sentence: Sentence, *, language: Language) -> Iterator[Word]:
    """Determiners that depend on a verb, with no noun or adjective behind them."""
    for word in sentence.words:
        if word.upos != "DET" or word.relation not in _VERBAL_RELATIONS or word.head == 0:
            continue
        if word.text.lower() in language.words("object_pronouns"):
            continue  # *Das sagte der Wirt*: nobody who speaks.
        following = sentence.words[word.number] if word.number < len(sentence.words) else None
        if sentence.words[word.head - 1].upos in {"VERB", "AUX"} and (
            following is None or following.upos not in {"NOUN", "PROPN", "ADJ", "NUM", "X"}
        ):
            yield word


def _closing_infinitives(sentence: Sentence, *, language: Language) -> list[Word]:
    found: list[Word] = []
    clause: list[Word] = []
    for word in sentence.words:
        if word.upos == "PUNCT" and word.text in {",", ".", "!", "?", ";", ":", "–"}:
            if clause and _lacks_finite(clause, language=language):
                found.append(clause[-1])
            clause = []
        elif word.upos != "PUNCT":
            clause.append(word)
    return found


def _lacks_finite(clause: list[Word], *, language: Language) -> bool:
    opener = clause[0]
    form = opener.text.lower()
    subordinate = form in language.words("complementizers") | language.words("subordinators")
    relative = form in language.words("relative_pronouns") and opener.upos == "PRON"
    last = clause[-1]
    if not (subordinate or relative) or len(clause) < 2 or form in language.words("infinitive_adjuncts"):
        return False
    infinitive = last.upos == "VERB" and last.has("VerbForm=Inf") and last.text.lower().endswith("n")
    return infinitive and not any(
        word.has("VerbForm=Fin") or (word.lemma == "zu" and word.upos == "PART") for word in clause
    )

"""What a small tagger gets wrong and word order settles, mended before the rules read a sentence.

*…, die ihn als Eskalation betrachten*: a clause that a relative pronoun or a conjunction opens, closed by a verb in the
form of the infinitive without *zu*, modal or auxiliary, has a finite plural verb there. *Diese glaubten, …* · *Einer
der Anwohner sagte …*: a determiner without a noun that depends on a verb stands for somebody.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from attrib.analysis import Sentence, Word
from attrib.language import Language

_VERBAL_RELATIONS = frozenset({"nsubj", "obj", "iobj"})
_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"


def repaired(sentence: Sentence, *, language: Language) -> Sentence:
    """The sentence with such verbs marked as finite and such determiners as pronouns; the same object if none."""
    infinitives = {word.number for word in sentence.words if _is_fused_infinitive(word, language=language)}
    finite = {word.number for word in _closing_infinitives(sentence, language=language)}
    pronouns = {word.number for word in _standing_determiners(sentence, language=language)}
    changes: dict[int, dict[str, Any]] = {
        **{number: {"feats": _PLURAL} for number in finite},
        **{number: {"upos": "PRON"} for number in pronouns},
        **{number: {"upos": "VERB", "feats": "VerbForm=Inf"} for number in infinitives},
    }
    if not changes:
        return sentence
    return replace(sentence, words=tuple(replace(word, **changes.get(word.number, {})) for word in sentence.words))


def _is_fused_infinitive(word: Word, *, language: Language) -> bool:
    """*stattzugeben*, *einzuleiten*: a particle, *zu* and a verb in one word are never finite."""
    form = word.text
    if not form.islower() or not form.endswith("n") or form.endswith("enden") or word.has("VerbForm=Inf"):
        return False
    head, zu, stem = form.partition("zu") if not form.startswith("zu") else ("zu", *form[2:].partition("zu")[1:])
    return bool(zu) and len(stem) >= 4 and head in language.words("separable_particles")


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

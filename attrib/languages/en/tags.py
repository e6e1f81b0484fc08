"""Tags of a small tagger set right where the tree or the lists settle them: *The bank | denied it*, *an | official*.

In English a past form and a participle are mostly spelled alike, and so are many nouns and adjectives.
"""

from dataclasses import replace

from attrib.languages.en.forms import noun_stems
from attrib.languages.en.lists import ENGLISH
from attrib.text.analysis import Sentence, Word

_CLAUSAL = frozenset({"root", "ccomp", "parataxis", "advcl", "conj", "acl"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_OBJECTS = frozenset({"obj", "ccomp", "xcomp"})
_NOMINAL = frozenset({"nsubj", "obj", "obl", "nmod", "appos", "iobj"})
_IN_PHRASE = frozenset({"det", "compound", "nmod", "amod"})
_BETWEEN = frozenset({"ADV", "PART"})
_FINAL = frozenset({".", "!", "?", "”", '"', "’"})
_INDEFINITE = frozenset({f"{some}{one}" for some in ("no", "any", "every", "some") for one in ("body", "one", "thing")})
_FINITE = "Mood=Ind|Tense=Past|VerbForm=Fin"

_PERFECT = "Tense=Past|VerbForm=Part"


def with_tags(sentence: Sentence) -> Sentence:
    """The sentence with nouns, pronouns and past forms for what was taken for something else."""
    sentence = replace(sentence, words=tuple(_retagged(sentence, word) for word in sentence.words))
    for word in sentence.words:
        if _is_past(sentence, sentence.word(word.number)):
            sentence = _with_past(sentence, word, _FINITE)
        elif _is_perfect(sentence, word):
            sentence = _with_past(sentence, word, _PERFECT)
    return sentence


def _retagged(sentence: Sentence, word: Word) -> Word:
    """*nobody*, *an official*, *Amnesty International*, *Survivors said*; no finite form is passive by itself."""
    if word.upos == "ADV" and word.form in _INDEFINITE:
        return replace(word, upos="PRON")
    if word.is_finite and word.has("Voice=Pass"):
        return replace(word, feats="|".join(item for item in word.feats.split("|") if item != "Voice=Pass"))
    if word.upos == "ADJ" and _heads_phrase(sentence, word):
        named = word.text[:1].isupper() and sentence.before(word).upos == "PROPN"
        return replace(word, upos="PROPN") if named else replace(word, upos="NOUN") if _is_listed(word) else word
    if word.upos == "PROPN" and word.number == 1 and word.is_plural and sentence.behind(word).upos != "PROPN":
        stem = next((stem for stem in noun_stems(word.form) if _is_listed(replace(word, lemma=stem))), "")
        return replace(word, upos="NOUN", lemma=stem) if stem else word
    return word


def _heads_phrase(sentence: Sentence, word: Word) -> bool:
    children = sentence.children(word)
    return word.relation in _NOMINAL and any(child.relation in _IN_PHRASE for child in children)


def _is_listed(word: Word) -> bool:
    nouns, noun = ENGLISH.lexicon.nouns, replace(word, upos="NOUN")
    return nouns.person(noun) is not None or nouns.institution(noun) is not None


def _is_past(sentence: Sentence, verb: Word) -> bool:
    """A participle with no auxiliary that has a subject before it, or is joined to a finite verb or to none.

    In a heading such a form is a participle (*Two men arrested in Leeds*), unless it has an object.
    """
    if verb.upos != "VERB" or not verb.has("VerbForm=Part") or not verb.form.endswith(("ed", "d", "t", "n")):
        return False
    if verb.has("Tense=Pres") or verb.relation not in _CLAUSAL or _has_auxiliary(sentence, verb):
        return False
    children = sentence.children(verb)
    complete = sentence.words[-1].text in _FINAL or any(child.relation in _OBJECTS for child in children)
    return complete and (_has_subject(sentence, verb) or _is_joined(sentence, verb))


def _has_subject(sentence: Sentence, verb: Word) -> bool:
    return any(child.relation in _SUBJECTS and child.number < verb.number for child in sentence.children(verb))


def _is_joined(sentence: Sentence, verb: Word) -> bool:
    """*called it a lie and | threatened to strike*; the root of its sentence."""
    if verb.relation == "root":
        return True
    before = sentence.word(verb.head)
    joined = verb.relation == "conj" and before.upos == "VERB" and before.number < verb.number
    return joined and (before.is_finite or _is_past(sentence, before)) and not _has_auxiliary(sentence, before)


def _has_auxiliary(sentence: Sentence, verb: Word) -> bool:
    before = sentence.before(verb)
    while before.upos in _BETWEEN:
        before = sentence.before(before)
    return before.upos == "AUX" or any(child.relation in {"aux", "cop"} for child in sentence.children(verb))


def _is_perfect(sentence: Sentence, verb: Word) -> bool:
    """*has repeatedly | called for*, which the tree takes for a passive."""
    children = sentence.children(verb)
    auxiliaries = [child for child in children if child.relation == "aux"]
    passive = verb.has("Voice=Pass") or any(child.deprel == "nsubj:pass" for child in children)
    only_has = bool(auxiliaries) and auxiliaries[-1].lemma == "have"
    bare = not any(child.deprel == "aux:pass" for child in children)
    return passive and bare and only_has and verb.has("VerbForm=Part")


def _with_past(sentence: Sentence, verb: Word, feats: str) -> Sentence:
    """The verb in the active, its subject no longer that of a passive."""
    words = list(sentence.words)
    words[verb.number - 1] = replace(verb, feats=feats)
    for child in sentence.children(verb):
        if child.deprel in {"nsubj:pass", "csubj:pass"}:
            words[child.number - 1] = replace(child, deprel=child.relation)
    return replace(sentence, words=tuple(words))

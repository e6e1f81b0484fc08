"""What a small tagger gets wrong and word order settles, mended before the rules read a sentence.

*…, die ihn als Eskalation betrachten*: a clause that a relative pronoun or a conjunction opens, closed by a verb in the
form of the infinitive without *zu*, modal or auxiliary, has a finite plural verb there. *Diese glaubten, …* · *Einer
der Anwohner sagte …*: a determiner without a noun that depends on a verb stands for somebody.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from attrib.languages.language import Language
from attrib.languages.name_words import may_be_name, misread_names
from attrib.text.analysis import Sentence, Word

_VERBAL_RELATIONS = frozenset({"nsubj", "obj", "iobj"})
_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"


_PAST = "Mood=Ind|Person=3|Tense=Past|VerbForm=Fin"


def repaired(sentence: Sentence, names: frozenset[str] = frozenset(), *, language: Language) -> Sentence:
    """The sentence with such verbs marked as finite, such determiners as pronouns and the document's `names` as names;
    the same object if none."""
    verbs = [word for word in sentence.words if word.upos == "VERB"]
    fused = [word for word in sentence.words if "zu" in word.text]
    infinitives = {word.number for word in fused if _is_fused_infinitive(word, language=language)}
    infinitives |= {word.number for word in verbs if _follows_zu(sentence, word)}
    finite = {word.number for word in _closing_infinitives(sentence, language=language)}
    past = {word.number for word in verbs if _is_weak_preterite(word)}
    prepositions = [word for word in sentence.words if word.upos == "ADP"]
    openers = {word.number for word in prepositions if _opens_clause(sentence, word, language=language)}
    particles = {word.number for word in _name_particles(sentence, language=language)}
    proper = {word.number for word in misread_names(sentence, names)}
    pronouns = {word.number for word in _standing_determiners(sentence, language=language)}
    changes: dict[int, dict[str, Any]] = {
        **{number: {"feats": _PLURAL} for number in finite},
        **{number: {"feats": _PAST} for number in past},
        **{number: {"upos": "SCONJ"} for number in openers},
        **{number: {"upos": upos} for number, upos in _capitalised(sentence, language=language)},
        **{number: {"upos": "PRON"} for number in pronouns},
        **{number: {"upos": "VERB", "feats": "VerbForm=Inf"} for number in infinitives},
        **{number: {"upos": "PROPN"} for number in proper},
        **{number: {"upos": "PROPN", "feats": "Case=Nom"} for number in particles},
    }
    if not changes:
        return sentence
    mended = (replace(word, **changes[word.number]) if word.number in changes else word for word in sentence.words)
    return replace(sentence, words=tuple(mended))


def _name_particles(sentence: Sentence, *, language: Language) -> Iterator[Word]:
    """*Von der Leyen sagte*, *sagte van der Bellen*: particles of a name beside a verb that has no other subject."""
    words = sentence.words
    particles = language.words("family_name_particles")
    for first in words:
        if first.text.lower() not in particles or first.surface:
            continue  # *Vom Trainer kam der Hinweis*: a preposition and an article in one
        name = [first]
        for word in words[first.number : first.number + 2]:
            name.append(word)
            if word.text.lower() not in language.words("name_articles"):
                break
        if name[-1] is first or not name[-1].text[:1].isupper() or not may_be_name(name[-1], language):
            continue
        if first.text.lower() in language.words("foreign_particles") or _is_alone_beside_verb(sentence, name):
            yield from name


def _is_alone_beside_verb(sentence: Sentence, name: list[Word]) -> bool:
    """Whether the words stand right before or behind a finite verb in the active that lacks a subject."""
    around = [
        sentence.words[place] for place in (name[0].number - 2, name[-1].number) if 0 <= place < len(sentence.words)
    ]
    for verb in around:
        if verb.upos != "VERB" or not verb.has("VerbForm=Fin"):
            continue
        opens = name[0].number == 1 or verb.number < name[0].number
        subjects = (child for child in sentence.children(verb) if child.relation == "nsubj" and child not in name)
        pronoun = any(
            word.upos == "PRON" and word.has("Case=Nom") for word in sentence.words[verb.number : verb.number + 2]
        )
        if opens and not pronoun and next(subjects, None) is None:
            return True
    return False


def _is_fused_infinitive(word: Word, *, language: Language) -> bool:
    """*stattzugeben*, *einzuleiten*: a particle, *zu* and a verb in one word are never finite."""
    form = word.text
    if not form.endswith("n"):
        return False
    if word.upos == "VERB" and _is_lemma_with_zu(form, word.lemma):
        return not word.has("VerbForm=Inf")
    if not form.islower() or form.endswith("enden") or word.has("VerbForm=Inf"):
        return False
    head, zu, stem = form.partition("zu") if not form.startswith("zu") else ("zu", *form[2:].partition("zu")[1:])
    return bool(zu) and len(stem) >= 4 and head in language.words("separable_particles")


def _capitalised(sentence: Sentence, *, language: Language) -> Iterator[tuple[int, str]]:
    """*Angesichts des Urteils …*, *Besorgt äußerte sich …*: no nouns, though the sentence begins with a capital."""
    first = next((word for word in sentence.words if word.upos != "PUNCT"), None)
    if first is None or first.upos not in {"NOUN", "PROPN"}:
        return
    if first.text.lower() in language.words("opening_prepositions"):
        yield first.number, "ADP"
    elif first.text.lower() in language.words("opening_adverbs"):
        yield first.number, "ADV"


def _is_weak_preterite(word: Word) -> bool:
    """*ausführte*, *zurückkehrten*: the stem of the lemma with *-te* is nothing but the preterite of a weak verb."""
    if word.has("VerbForm=Fin") or not word.lemma.endswith("n") or not word.text.islower():
        return False
    stem = word.lemma[:-1].removesuffix("e")
    form = word.text.lower()
    return form in {f"{stem}te", f"{stem}ten", f"{stem}ete", f"{stem}eten"} and form != word.lemma


def _opens_clause(sentence: Sentence, word: Word, *, language: Language) -> bool:
    """*während die Stadt den Plan ablehnte*: taken for a preposition, but the clause ends with its finite verb."""
    if word.text.lower() not in language.words("adversative_subordinators"):
        return False
    inner: list[Word] = []
    for item in sentence.words[word.number :]:
        if item.upos == "PUNCT":
            break
        inner.append(item)
    finite = [item for item in inner if item.has("VerbForm=Fin")]
    return len(finite) == 1 and finite[0] is inner[-1] and len(inner) > 1


def _follows_zu(sentence: Sentence, word: Word) -> bool:
    """*zu gehen*: what stands behind the particle is an infinitive."""
    before = sentence.words[word.number - 2] if word.number > 1 else None
    marked = before is not None and before.upos == "PART" and before.lemma == "zu"
    return marked and word.has("VerbForm=Fin") and word.text.endswith("n")


def _is_lemma_with_zu(form: str, lemma: str) -> bool:
    """*stillzulegen, stilllegen*: the form is its lemma with *zu* inside."""
    return len(form) == len(lemma) + 2 and any(
        form[place : place + 2] == "zu" and form[:place] + form[place + 2 :] == lemma for place in range(2, len(form))
    )


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
            if clause and (_lacks_finite(clause, language=language) or _is_bare_clause(sentence, clause)):
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


def _is_bare_clause(sentence: Sentence, clause: list[Word]) -> bool:
    """*…, andere Quellen berichten, …*: a subject in the plural and its verb, nothing else."""
    last = clause[-1]
    if last.upos != "VERB" or not last.has("VerbForm=Inf") or not last.text.endswith("n"):
        return False
    subjects = [word for word in sentence.children(last) if word.relation == "nsubj" and word in clause]
    plain = all(word.upos in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} for word in clause[:-1])
    return plain and len(subjects) == 1 and subjects[0].has("Number=Plur")

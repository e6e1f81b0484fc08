"""Attributes with words of their own between article and noun: *der für den Norden zuständige Stab*.

A small parser joins such an article to the verb and the noun to a preposition inside. German says by order and ending
what belongs together: an article right before a preposition or an adverb has its noun behind the adjective that agrees.
"""

from collections.abc import Iterator, Sequence

from attrib.languages.de.changes import Change, Changes
from attrib.languages.de.lists import GERMAN, WORDS
from attrib.text.analysis import NO_WORD, Sentence, Word

_GENDERS = {"der": ("Masc",), "die": ("Fem",), "das": ("Neut",)}
"""Of a noun behind an article and an adjective in *-e*."""
_INSIDE = frozenset({"ADP", "ADV", "PART", "NUM"})
"""What follows an article that is not the one of the next noun."""
_IN_ATTRIBUTE = frozenset({"ADP", "ADV", "PART", "NUM", "DET", "ADJ", "NOUN", "PROPN", "PRON", "CCONJ", "SCONJ", "X"})
_LONGEST = 10
"""Words between the article and its noun."""
_ENDINGS = ("e", "en", "er", "es", "em")
_ARTICLES = WORDS.articles | WORDS.pronouns_possessive | WORDS.definite_articles
_WEAK = frozenset({"der", "die", "das", "diese", "dieser", "dieses", "jene", "jener"})
_RELATIONS = frozenset({"nsubj", "obj", "iobj", "obl"})
_OPEN_CASES = {"die": ("Nom", "Acc"), "eine": ("Nom", "Acc"), "das": ("Nom", "Acc"), "ein": ("Nom", "Acc")}
"""The cases that an article leaves open, whatever the tagger says."""


def attribute_changes(sentence: Sentence) -> Changes:
    """The words of such noun phrases with their arcs: the article's, the noun's, and those of what stands between."""
    found: Changes = {}
    for article in sentence.words:
        if _may_open(sentence, article):
            adjective = _adjective(sentence, article)
            if adjective:
                found |= dict(
                    _joined(sentence, article, adjective, sentence.behind(_last_adjective(sentence, adjective)))
                )
    return found


def _may_open(sentence: Sentence, article: Word) -> bool:
    """An article right before what cannot be its noun; not *…, die mit dem Schiff kamen*."""
    if article.upos not in {"DET", "PRON"} or article.form not in _ARTICLES:
        return False
    following = sentence.behind(article)
    # *die lange | nicht erreichbare Bank*: an adverb that the tagger takes for an adjective, as its form allows
    uninflected = not following.feature("Case") or following.form in WORDS.adverbs_in_e
    adverb = following.upos == "ADJ" and uninflected and sentence.behind(following).upos in _INSIDE
    inside = following.upos in _INSIDE or adverb or following.form in WORDS.comparison_particles
    if not inside:
        return False
    relative = article.upos == "PRON" and article.form in WORDS.relative_pronouns
    return not (relative and sentence.before(article).text == ",")


def _adjective(sentence: Sentence, article: Word) -> Word:
    """The adjective that closes the attribute: behind a noun or an adverb, before the article's noun."""
    for word in sentence.words[article.number + 1 : article.number + _LONGEST]:
        adjective = _is_adjective(word) or _is_misread(sentence, article, word)
        if word.upos not in _IN_ATTRIBUTE and not adjective:
            break
        before = sentence.before(word)
        closes = adjective and before.upos not in {"ADP", "DET"} and not _is_adjective(before)
        noun = sentence.behind(_last_adjective(sentence, word)) if closes else NO_WORD
        if noun.upos in {"NOUN", "PROPN"} and _agrees(article, word, noun):
            return word
    return NO_WORD


def _is_adjective(word: Word) -> bool:
    inflected = word.text.islower() and word.form.endswith(_ENDINGS)
    return inflected and (word.upos == "ADJ" or (word.upos == "VERB" and not word.is_finite))


def _is_misread(sentence: Sentence, article: Word, word: Word) -> bool:
    """*eine mit dem Fall vertraute Beamtin sagte*: a participle that looks like a past form, where the verb is another
    one: right before the article, or right behind the noun."""
    past = word.upos == "VERB" and word.is_finite and word.has("Tense=Past") and word.form.endswith(("te", "ten"))
    behind = sentence.behind(word, 2)
    while behind.upos == "PROPN" or behind.text.startswith("-"):
        behind = sentence.behind(behind)  # *der befasste Richter Jan Kolb sagte*
    return past and (
        sentence.before(article).is_finite or behind.is_finite or _is_of_gender(article, sentence.behind(word))
    )


def _is_of_gender(article: Word, noun: Word) -> bool:
    """*die an dem Gespräch nicht beteiligte Reederei, …*: one noun phrase by number and gender; *Die in Bonn forderte
    Geld* is none."""
    genders = _GENDERS.get(article.form, ())
    return noun.upos in {"NOUN", "PROPN"} and not noun.is_plural and noun.feature("Gender") in genders


def _last_adjective(sentence: Sentence, adjective: Word) -> Word:
    """*der seit Mai amtierende neue Rektor*: the last of several adjectives."""
    while _is_adjective(sentence.behind(adjective)) or sentence.behind(adjective).upos == "NUM":
        adjective = sentence.behind(adjective)
    return adjective


def _agrees(article: Word, adjective: Word, noun: Word) -> bool:
    """*der zuständige Stab, die zuständigen Stäbe*, not *die in Bonn lange Schlangen*."""
    if article.form not in _WEAK:
        return True
    if adjective.form.endswith("e"):
        return article.form in WORDS.nominative_articles or not noun.is_plural or noun.text == noun.lemma
    return adjective.form.endswith("en")


def _joined(sentence: Sentence, article: Word, adjective: Word, noun: Word) -> Iterator[tuple[int, Change]]:
    inside = sentence.words[article.number : adjective.number - 1]
    yield (
        article.number,
        {
            "upos": "DET",
            "head": noun.number,
            "deprel": "det",
            "feats": _with_case(article, _case(sentence, article, adjective, noun)),
        },
    )
    placed = _noun(sentence, article, adjective, noun)
    verb = _verb_outside(sentence, article, adjective, noun)
    if verb and placed.get("head", noun.head) in {adjective.head, adjective.number}:
        placed |= {"head": verb.number, "deprel": "nsubj"}
    if _is_subject(sentence, article, noun, placed):
        placed["deprel"] = "nsubj"
        rivals = sentence.children(sentence.word(placed.get("head", noun.head)))
        yield from ((word.number, {"deprel": "obj"}) for word in rivals if word.relation == "nsubj" and word != noun)
    yield noun.number, placed
    yield from _clause_outside(sentence, article, adjective, noun, verb)
    yield adjective.number, {"upos": "ADJ", "head": noun.number, "deprel": "amod"}
    inner, preposition = {word.number for word in inside}, sentence.before(article)
    if preposition.upos == "ADP" and preposition.head in inner:
        yield preposition.number, {"head": noun.number, "deprel": "case"}
    for word in inside:
        if word.head not in inner and word.head != adjective.number:
            yield word.number, {"head": adjective.number, "deprel": "obl" if word.upos in _NOMINAL else "advmod"}


def _verb_outside(sentence: Sentence, article: Word, adjective: Word, noun: Word) -> Word:
    """*Die mit der Sache befasste Polizei | legte einen Bericht vor*: the verb of the clause, where the tree took the
    participle for it."""
    phrase = range(article.number, noun.number + 1)
    outside = (word for word in sentence.children(adjective) if word.number not in phrase)
    verb = next((word for word in outside if word.is_finite or word.upos in {"VERB", "AUX"}), NO_WORD)
    return NO_WORD if adjective.head in phrase else verb


def _clause_outside(
    sentence: Sentence, article: Word, adjective: Word, noun: Word, verb: Word
) -> Iterator[tuple[int, Change]]:
    """That verb takes the place of the participle, with what depends on it outside of the phrase."""
    if verb:
        yield verb.number, {"head": adjective.head, "deprel": adjective.deprel}
        outside = (word for word in sentence.children(adjective) if not article.number <= word.number <= noun.number)
        yield from ((word.number, {"head": verb.number}) for word in outside if word is not verb)


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def _noun(sentence: Sentence, article: Word, adjective: Word, noun: Word) -> Change:
    """The noun in the place that the tree gives to its article, where its own is inside the attribute or lower."""
    own = sentence.word(noun.head)
    within = article.number <= own.number <= noun.number
    case = _case(sentence, article, adjective, noun)
    # the tagger took the noun for what governs the words before it
    open_case = "" if within and article.form in _OPEN_CASES else case
    found: Change = {"feats": _with_case(noun, open_case)}
    if case == "Gen":
        return found | {"head": sentence.before(article).number, "deprel": "nmod"}
    if sentence.before(article).upos == "ADP" and noun.relation == "nsubj":
        found["deprel"] = "obl"  # *laut der | für den Norden zuständigen | Polizei*
    placed = article.head != noun.number and article.relation in _RELATIONS
    if placed and (within or article.relation == "nsubj"):
        return found | {"head": article.head, "deprel": article.deprel}
    return found | (_place(sentence, article, noun) if within else {})


def _is_subject(sentence: Sentence, article: Word, noun: Word, placed: Change) -> bool:
    """*Das hält der | lange nicht erreichbare | Bürgermeister für möglich*: what stands in the nominative without a
    preposition is the subject; so is what may, before the verb or right behind it, where the verb has no other one."""
    verb, before = sentence.word(placed.get("head", noun.head)), sentence.before(article)
    relation = placed.get("deprel", noun.relation)
    if verb.upos != "VERB" or before.upos == "ADP" or relation not in {"obj", "obl", "iobj"}:
        return False
    if "Case=Nom" in placed["feats"] and article.form == "der":
        return True
    opens = article.number == 1 and relation == "obl"
    subjects = (child for child in sentence.children(verb) if child.relation in {"nsubj", "csubj", "expl"})
    return article.form in _OPEN_CASES and (opens or (before is verb and not any(subjects)))


def _place(sentence: Sentence, article: Word, noun: Word) -> Change:
    """Where a phrase stands in the tree whose noun the tree has put under a word of its own attribute: where the arcs
    leave the phrase."""
    word = noun
    for _ in range(_LONGEST):
        if not article.number <= word.head <= noun.number:
            break
        word = sentence.word(word.head)
    subject = sentence.word(word.head).upos == "VERB" and sentence.before(article).upos != "ADP"
    return {"head": word.head, "deprel": "nsubj" if subject else word.deprel}


def _case(sentence: Sentence, article: Word, adjective: Word, noun: Word) -> str | None:
    """The case that article and ending show; empty where they leave it open against the tagger, None to keep his."""
    if article.form == "der" and adjective.form.endswith("e"):
        return "Nom"
    owned = sentence.before(article)
    said = GERMAN.lexicon.noun(owned).reporting is not None
    if article.form == "der" and owned.upos == "NOUN" and (said or noun.feature("Case") != "Dat"):
        return "Gen"  # *Angaben der | nicht beteiligten | Polizei*
    allowed = _OPEN_CASES.get(article.form)
    return None if allowed is None or noun.feature("Case") in allowed else ""


def _with_case(word: Word, case: str | None) -> str:
    if case is None:
        return word.feats
    kept: Sequence[str] = [item for item in word.feats.split("|") if item and not item.startswith("Case=")]
    return "|".join([*([f"Case={case}"] if case else []), *kept])

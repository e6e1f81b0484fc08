"""Verbs taken for nouns or participles where nothing else can be the verb of the clause: *Kolb, 28, | denies doping* ·
*His family | insists | he was unarmed* · *The chairman … | accused the board of lying*.
"""

from dataclasses import replace

from attrib.languages.en.lists import ENGLISH, WORDS
from attrib.text.analysis import Sentence, Word
from attrib.text.words import first

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_VERBAL = frozenset({"VERB", "AUX"})
_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
_FINAL = frozenset({".", "”", '"', "’", "!"})
_ASKING = frozenset({"ask", "question", "press", "quiz"})


def with_verbs(sentence: Sentence) -> Sentence:
    """The sentence with a verb of saying for what was taken for something else."""
    sentence = _with_question_put(_with_second_present(_with_present_before_clause(sentence)))
    return _with_only_verb(_with_only_present(sentence))


def _with_only_verb(sentence: Sentence) -> Sentence:
    """*The chairman and the head of the union, Ann Reid, | accused the board of lying.*: the only verb of a sentence
    that would have none."""
    if sentence.words[-1].text not in _FINAL or any(word.is_finite for word in sentence.words):
        return sentence
    if any(word.upos == "AUX" for word in sentence.words):
        return sentence
    verb = first(sentence.words, lambda word: _says_at_all(word) and may_be_finite(sentence, word))
    root = sentence.root
    if not verb or root is None or not root.number < verb.number or root.upos not in _NOMINAL:
        return sentence
    if sentence.before(verb).upos not in {"PUNCT", "NOUN", "PROPN", "ADV"} or sentence.behind(verb).form == "by":
        return sentence
    words = list(sentence.words)
    words[root.number - 1] = replace(root, head=verb.number, deprel="nsubj")
    words[verb.number - 1] = replace(verb, feats=PAST, head=0, deprel="root")
    governor = sentence.word(verb.head)
    if governor.number > verb.number:
        words[governor.number - 1] = replace(governor, head=verb.number, deprel="obj")
        for child in sentence.children(governor):
            if child.relation == "acl":
                words[child.number - 1] = replace(child, head=verb.number, deprel="advcl")
    return replace(sentence, words=tuple(words))


def _with_only_present(sentence: Sentence) -> Sentence:
    """*Kolb, 28, | denies doping.*: the only verb of a sentence, taken for a noun in the plural."""
    if sentence.words[-1].text not in _FINAL or any(word.upos in _VERBAL and word.is_finite for word in sentence.words):
        return sentence
    root = sentence.root
    verb = first(sentence.words, lambda word: bool(_lemma_of_present(sentence, word)))
    if verb and root is not None and _is_gerund_behind(sentence, verb, root):
        return _with_present_before_gerund(sentence, verb, root)
    if not verb or root is None or not root.number < verb.number or root.upos not in _NOMINAL:
        return sentence
    words = list(sentence.words)
    words[root.number - 1] = replace(root, head=verb.number, deprel="nsubj")
    words[verb.number - 1] = replace(
        verb, upos="VERB", lemma=_lemma_of_present(sentence, verb), feats=_PRESENT, head=0, deprel="root"
    )
    for child in sentence.children(root):
        if child.number > verb.number:
            relation = "xcomp" if child.upos == "VERB" else "obj" if child.upos in _NOMINAL else child.deprel
            words[child.number - 1] = replace(child, head=verb.number, deprel=relation)
    return replace(sentence, words=tuple(words))


def _is_gerund_behind(sentence: Sentence, verb: Word, root: Word) -> bool:
    """*The club | disputes | ever having met him*: a root that is no finite verb, right behind it."""
    between = sentence.words[verb.number : root.number - 1]
    return root.form.endswith("ing") and root.number > verb.number and all(word.upos == "ADV" for word in between)


def _with_present_before_gerund(sentence: Sentence, verb: Word, gerund: Word) -> Sentence:
    words = list(sentence.words)
    party = first(sentence.children(verb), lambda child: child.number == verb.number - 1)
    words[gerund.number - 1] = replace(gerund, upos="VERB", feats="VerbForm=Ger", head=verb.number, deprel="xcomp")
    words[verb.number - 1] = replace(
        verb, upos="VERB", lemma=_lemma_of_present(sentence, verb), feats=_PRESENT, head=0, deprel="root"
    )
    for child in sentence.children(verb):
        if party and child is not party and child.number < party.number:
            words[child.number - 1] = replace(child, head=party.number)
    if party:
        words[party.number - 1] = replace(party, head=verb.number, deprel="nsubj")
    return replace(sentence, words=tuple(words))


def _lemma_of_present(sentence: Sentence, word: Word) -> str:
    """Of a noun behind a name or a comma, with something behind it: the verb of saying that it may be."""
    placed = sentence.before(word).upos in {"PUNCT", "PROPN"} and sentence.behind(word).upos not in {"PUNCT", ""}
    if word.upos != "NOUN" or not placed or not word.text.islower() or not word.form.endswith("s"):
        return ""
    stems = (word.form.removesuffix("s"), word.form.removesuffix("es"), word.form.removesuffix("ies") + "y")
    return next((stem for stem in stems if stem in ENGLISH.lexicon.verbs.reporting), "")


def _with_present_before_clause(sentence: Sentence) -> Sentence:
    """*His family | insists | he was unarmed*: between a noun and a pronoun that is a subject stands a verb."""
    for word in sentence.words:
        party, pronoun = sentence.before(word), sentence.behind(word)
        clause = sentence.word(pronoun.head)
        placed = party.upos in {"NOUN", "PROPN"} and pronoun.form in WORDS.subject_pronouns
        lemma = _present_of(word) if word.upos == "NOUN" and placed and clause.number > pronoun.number else ""
        if not lemma or pronoun.relation != "nsubj":
            continue
        words = list(sentence.words)
        for child in sentence.children(word):
            if child.number < party.number:
                words[child.number - 1] = replace(child, head=party.number)
        words[party.number - 1] = replace(party, head=word.number, deprel="nsubj")
        words[clause.number - 1] = replace(clause, head=word.number, deprel="ccomp")
        words[word.number - 1] = replace(
            word, upos="VERB", lemma=lemma, feats=_PRESENT, head=clause.head, deprel=clause.deprel
        )
        found = replace(sentence, words=tuple(words))
        sentence = found if is_tree(found) else sentence
    return sentence


def _with_second_present(sentence: Sentence) -> Sentence:
    """*praises the find but | doubts | that it could fly*, *admits it but | insists | he was ill*: a verb of saying
    between *but* and *that* or a subject, joined to the verb of the sentence, which is in the present too."""
    root = sentence.root
    for word in sentence.words:
        opener = sentence.behind(word)
        joint = sentence.before(word)
        lemma = _present_of(word) if word.upos == "NOUN" and joint.upos == "CCONJ" else ""
        opens = opener.form == "that" or opener.form in WORDS.subject_pronouns
        if not lemma or not opens or root is None or not _is_present(sentence, root):
            continue
        verb = first(sentence.children(word), lambda child: child.relation == "acl")
        if not verb or root.number > word.number:
            continue
        words = list(sentence.words)
        words[word.number - 1] = replace(
            word, upos="VERB", lemma=lemma, feats=_PRESENT, head=root.number, deprel="conj"
        )
        if opener.form == "that":
            words[opener.number - 1] = replace(opener, upos="SCONJ", feats="", head=verb.number, deprel="mark")
        words[verb.number - 1] = replace(verb, head=word.number, deprel="ccomp")
        found = replace(sentence, words=tuple(words))
        sentence = found if is_tree(found) else sentence
    return sentence


def _is_present(sentence: Sentence, verb: Word) -> bool:
    """*praises*, *has praised*."""
    return any(word.has("Tense=Pres") and word.is_finite for word in (verb, *sentence.children(verb)))


def _present_of(word: Word) -> str:
    """The verb of saying whose third person a noun in the plural may be; empty if there is none."""
    stems = (word.form.removesuffix("s"), word.form.removesuffix("es"), word.form.removesuffix("ies") + "y")
    verbs = ENGLISH.lexicon.verbs.reporting
    fits = (stem for stem in stems if any("clause" in entry.forms for entry in verbs.get(stem, ())))
    return next(fits, "") if word.form.endswith("s") else ""


def _with_question_put(sentence: Sentence) -> Sentence:
    """*Asked | whether the deal was off, | the minister declined to answer*: the main clause is behind the comma."""
    asked = sentence.words[0]
    comma = first(sentence.words, lambda word: word.text == ",")
    if asked.head or asked.lemma not in _ASKING or not asked.form.endswith("ed") or not comma:
        return sentence
    mains = (child for child in sentence.children(asked) if child.relation in {"ccomp", "parataxis"})
    main = first(mains, lambda child: child.number > comma.number)
    if not main or not any(child.relation == "nsubj" for child in sentence.children(main)):
        return sentence
    words = list(sentence.words)
    for child in sentence.children(main):
        if child.number < comma.number:
            words[child.number - 1] = replace(child, head=asked.number, deprel="ccomp")
    words[main.number - 1] = replace(main, head=0, deprel="root")
    words[asked.number - 1] = replace(asked, head=main.number, deprel="advcl", feats="Tense=Past|VerbForm=Part")
    return replace(sentence, words=tuple(words))


def _says_at_all(word: Word) -> bool:
    return word.upos == "VERB" and word.lemma.lower() in ENGLISH.lexicon.verbs.reporting


def may_be_finite(sentence: Sentence, verb: Word) -> bool:
    """A finite form, or a past form that was taken for a participle, with no auxiliary."""
    past = verb.has("VerbForm=Part") and not verb.form.endswith("ing")
    auxiliary = any(child.relation in {"aux", "cop"} for child in sentence.children(verb))
    marked = sentence.before(verb).form in WORDS.infinitive_markers
    return (verb.is_finite or past) and not auxiliary and not marked


def is_tree(sentence: Sentence) -> bool:
    """Whether every word is below the root."""
    for word in sentence.words:
        above, steps = word, 0
        while above.head:
            above, steps = sentence.word(above.head), steps + 1
            if steps > len(sentence.words):
                return False
    return True

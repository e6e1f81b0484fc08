"""Frames that word order tells where the tree does not: *p, | aid workers and two officials said.* · *p, | wrote Ann
Reid in a note* · *wrote on her page | that p* · *urged both sides | to talk*.

A small parser joins what stands behind the last comma to what stands before it.
"""

from collections.abc import Sequence
from dataclasses import replace

from attrib.languages.en.apposed import is_apposed
from attrib.languages.en.lists import ENGLISH, WORDS
from attrib.languages.en.lost_verbs import PAST, is_tree, may_be_finite, with_verbs
from attrib.languages.en.names import is_time
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import first

_IN_PARTY = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "CCONJ", "ADP", "ADV", "PRON", "SYM", "X"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_VERBAL = frozenset({"VERB", "AUX"})
_CONTENT = frozenset({"ccomp", "xcomp", "csubj"})
_ADDRESSING = frozenset({"on", "upon", "to", "for", "with"})
_INSIDE = frozenset({"compound", "flat", "det", "amod", "nummod", "case", "nmod", "cc", "fixed", "advmod"})
_TELLING = frozenset({"tell", "inform", "notify", "assure", "remind"})
"""Verbs that nobody stands behind but whoever is told."""


def with_frames(sentence: Sentence) -> Sentence:
    """The sentence with the frame at its end, and what is said joined to its verb."""
    sentence = _with_final_frame(with_verbs(sentence))
    return _with_directives(_with_far_content(_with_subordinators(sentence)))


def _says(word: Word, form: str = "clause") -> bool:
    entries = ENGLISH.lexicon.verbs.reporting.get(word.lemma.lower(), ())
    return word.upos == "VERB" and any(form in entry.forms for entry in entries)


def _with_subordinators(sentence: Sentence) -> Sentence:
    """*fell | after the agency reported p*: before the subject of a finite verb of saying stands no preposition."""
    words = list(sentence.words)
    for verb in sentence.words:
        if not _says(verb) or not verb.is_finite or verb.relation not in {"advcl", "ccomp", "conj"}:
            continue
        party = sentence.before(verb)
        while party.upos == "ADV":
            party = sentence.before(party)
        while sentence.word(party.head).number > party.number and party.relation in {"compound", "amod", "det", "flat"}:
            party = sentence.word(party.head)
        head = sentence.word(party.head) if party.relation == "flat" else party
        opener = first(sentence.children(head), lambda child: child.upos == "ADP" and child.relation == "case")
        fits = opener.form in WORDS.subordinators and head.upos in _NOMINAL and head.number < verb.number
        own = [child for child in sentence.children(verb) if child.relation == "nsubj" and child.number != head.number]
        if fits and not own:
            words[opener.number - 1] = replace(opener, upos="SCONJ", head=verb.number, deprel="mark")
            words[head.number - 1] = replace(head, head=verb.number, deprel="nsubj")
    return replace(sentence, words=tuple(words))


def _with_final_frame(sentence: Sentence) -> Sentence:
    verb = next((word for word in reversed(sentence.words) if _says(word) and may_be_finite(sentence, word)), NO_WORD)
    comma = _comma_before(sentence, verb)
    if not comma or not _is_last(sentence, verb):
        return sentence
    if comma.number == verb.number - 1:
        return _with_inverted(sentence, verb, comma)
    party = sentence.words[comma.number : verb.number - 1]
    if any(is_apposed(sentence, word) for word in party):
        return sentence  # *p, a claim the army denies*
    if not _is_party(sentence, party) or not _is_sentence(sentence, comma):
        return sentence
    return _framed(sentence, verb, comma, party)


def _comma_before(sentence: Sentence, verb: Word) -> Word:
    """The last comma before a verb."""
    before = (word for word in reversed(sentence.words[: max(verb.number - 1, 0)]) if word.upos == "PUNCT")
    mark = next(before, NO_WORD)
    return mark if mark.text == "," else NO_WORD


def _is_last(sentence: Sentence, verb: Word) -> bool:
    """Whether no other clause follows a verb up to the next comma, and nothing that it says."""
    comma = first(sentence.words[verb.number :], lambda word: word.text == ",")
    behind = sentence.words[verb.number : comma.number or None]
    clausal = any(word.upos in _VERBAL or word.upos == "SCONJ" or word.is_relative for word in behind)
    objects = any(
        child.relation in {"obj", *_CONTENT} and child.number > verb.number for child in sentence.children(verb)
    )
    return not clausal and not objects


def _is_party(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether some words are one nominal group, or several that *and* joins, with somebody who can speak in it."""
    kinds = {word.upos for word in words}
    if not words or not kinds <= _IN_PARTY or words[0].upos in {"CCONJ", "ADP", "ADV"}:
        return False
    nouns = [word for word in words if word.upos in {"NOUN", "PROPN"}]
    pronoun = len(words) == 1 and words[0].form in WORDS.subject_pronouns
    return pronoun or any(_may_speak(word) for word in nouns)


def _may_speak(word: Word) -> bool:
    nouns = ENGLISH.lexicon.nouns
    return word.upos == "PROPN" or bool(nouns.person(word) or nouns.institution(word))


def _is_sentence(sentence: Sentence, comma: Word) -> bool:
    """Whether what stands before a comma has a finite verb, and its first clause is nobody's condition."""
    before = sentence.words[: comma.number - 1]
    return any(word.is_finite for word in before) and before[0].upos != "SCONJ" and before[0].form != "as"


def _framed(sentence: Sentence, verb: Word, comma: Word, party: Sequence[Word]) -> Sentence:
    content = _content(sentence, comma)
    if not content:
        return sentence
    words = list(sentence.words)
    heads = _heads(party)
    for place, head in enumerate(heads):
        above, deprel = (verb, "nsubj") if not place else (heads[0], "conj")
        words[head.number - 1] = replace(head, head=above.number, deprel=deprel)
    for word in party:
        if word.upos == "CCONJ":
            behind = first(heads, lambda head, number=word.number: head.number > number)  # type: ignore[misc]
            words[word.number - 1] = replace(word, head=(behind or heads[0]).number, deprel="cc")
    for word in sentence.words[: comma.number - 1]:
        strays = word is not content and (word.head == 0 or word.head >= comma.number)
        if strays:
            is_subject = word.upos in _NOMINAL and word.number < content.number
            words[word.number - 1] = replace(word, head=content.number, deprel="nsubj" if is_subject else word.deprel)
    words[content.number - 1] = replace(content, head=verb.number, deprel="ccomp")
    feats = verb.feats if verb.is_finite else PAST
    words[verb.number - 1] = replace(verb, feats=feats, head=0, deprel="root")
    found = replace(sentence, words=tuple(words))
    return found if is_tree(found) else sentence


def _heads(party: Sequence[Word]) -> list[Word]:
    """The head of each of several that speak: the last noun before *and*, or the first before what it has behind it."""
    found: list[Word] = []
    group: list[Word] = []
    for word in [*party, NO_WORD]:
        if word and word.upos != "CCONJ":
            group.append(word)
            continue
        inside = {item.number for item in group}
        nominal = [item for item in group if item.upos in _NOMINAL]
        free = [item for item in nominal if item.head not in inside and item.relation not in {"nmod", "compound"}]
        found.extend((free or nominal)[:1])
        group = []
    return found


def _content(sentence: Sentence, comma: Word) -> Word:
    """What stands for the clause before a comma: its highest verb, or what a copula or an auxiliary belongs to."""
    before = sentence.words[: comma.number - 1]
    tops = [word for word in before if word.head == 0 or word.head >= comma.number]
    verb = first(tops, lambda word: _stands_for_clause(sentence, word))
    if verb:
        return verb
    below = (word for word in before if any(word.head == top.number for top in tops))
    return first(below, lambda word: word.relation == "acl" and _has_auxiliary(sentence, word))


def _stands_for_clause(sentence: Sentence, word: Word) -> bool:
    return word.is_finite or _has_auxiliary(sentence, word)


def _has_auxiliary(sentence: Sentence, word: Word) -> bool:
    return any(child.relation in {"aux", "cop"} for child in sentence.children(word))


def _with_inverted(sentence: Sentence, verb: Word, comma: Word) -> Sentence:
    """*p, | wrote Ann Reid of the bank in a note*: a name or somebody behind a verb that has no subject."""
    if not _says(verb, "quote") or not _is_sentence(sentence, comma):
        return sentence
    if verb.lemma in _TELLING or any(child.relation == "nsubj" for child in sentence.children(verb)):
        return sentence
    head = first(sentence.words[verb.number :], lambda word: word.upos in {"NOUN", "PROPN"})
    group = sentence.words[verb.number : head.number] if head else ()
    plain = all(word.upos in {"DET", "ADJ", "NOUN", "PROPN"} for word in group)
    speaks = _may_speak(head) and not is_time(head)
    if not head or not plain or not speaks:
        return sentence
    noun = group[-1]
    while sentence.word(noun.head) in sentence.words[verb.number :] and noun.relation in {"compound", "flat", "amod"}:
        noun = sentence.word(noun.head)
    return _framed(sentence, verb, comma, (noun,))


def _with_far_content(sentence: Sentence) -> Sentence:
    """*wrote on her page | that she was well*, *noted in a report seen by the agency | that p*: the clause is what is
    said, where the tree joins it to what stands between."""
    for number in [word.number for word in sentence.words if word.relation in {"acl", "ccomp"}]:
        sentence = _with_far_clause(sentence, sentence.word(number))
    return sentence


def _with_far_clause(sentence: Sentence, verb: Word) -> Sentence:
    children = sentence.children(verb)
    opener = first(children, lambda child: child.form == "that" and child.number < verb.number)
    if not opener or not any(child.relation == "nsubj" and child.number > opener.number for child in children):
        return sentence
    between = sentence.word(verb.head)
    saying = _saying_above(sentence, between)
    fits = opener.relation == "mark" if between.upos == "VERB" else opener.relation == "obl"
    if not saying or not fits or any(child.relation in _CONTENT for child in sentence.children(saying)):
        return sentence
    words = list(sentence.words)
    words[opener.number - 1] = replace(opener, upos="SCONJ", feats="", head=verb.number, deprel="mark")
    words[verb.number - 1] = replace(verb, head=saying.number, deprel="ccomp")
    return replace(sentence, words=tuple(words))


def _saying_above(sentence: Sentence, word: Word) -> Word:
    """The verb of saying above what stands between it and its clause, if that is none itself."""
    steps = 0
    while word and steps < len(sentence.words):
        if word.upos == "VERB" and _says(word):
            return word
        if word.relation not in {"acl", "obl", "nmod", "obj", "flat", "compound"}:
            return NO_WORD
        word, steps = sentence.word(word.head), steps + 1
    return NO_WORD


def _with_directives(sentence: Sentence) -> Sentence:
    """*urged both sides | to agree*, *called on both sides | to agree*: the infinitive right behind whom somebody
    addresses says what for."""
    words = list(sentence.words)
    for verb in sentence.words:
        if verb.upos == "VERB" and verb.lemma in WORDS.addressing_verbs | WORDS.directive_verbs:
            behind = [child for child in sentence.children(verb) if child.number > verb.number]
            objects = (child for child in behind if verb.lemma in WORDS.addressing_verbs and child.relation == "obj")
            addressee = first(
                (*objects, *behind), lambda child: child.relation == "obj" or _is_addressed(sentence, child)
            )
            wanted = _wanted(sentence, addressee) or _wanted_beside(sentence, verb, addressee)
            if wanted:
                words[wanted.number - 1] = replace(wanted, head=verb.number, deprel="xcomp")
    return replace(sentence, words=tuple(words))


def _is_addressed(sentence: Sentence, word: Word) -> bool:
    """*called | on the government*, *appealed | to both sides*."""
    governed = any(child.relation == "case" and child.form in _ADDRESSING for child in sentence.children(word))
    return governed and word.relation == "obl" and _may_speak(word)


def _wanted_beside(sentence: Sentence, verb: Word, addressee: Word) -> Word:
    """*appealed to the owner | to reopen the mine*: not *to win votes*, which would be told of the verb itself."""
    beside = (child for child in sentence.children(verb) if child.relation == "advcl" and child.has("VerbForm=Inf"))
    last = sentence.subtree(addressee)[-1] if addressee and _is_addressed(sentence, addressee) else NO_WORD
    return first(beside, lambda child: bool(last) and sentence.subtree(child)[0].number == last.number + 1)


def _wanted(sentence: Sentence, addressee: Word) -> Word:
    attributes = (child for child in sentence.children(addressee) if child.relation == "acl")
    wanted = first(attributes, lambda child: child.has("VerbForm=Inf"))
    opener = sentence.word(addressee.number + 1)
    return wanted if opener.form in WORDS.infinitive_markers and opener.head == wanted.number else NO_WORD

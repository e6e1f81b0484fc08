"""English verb groups and noun phrases: which finite form a verb has, whose subject it shares, what cannot be one."""

from dataclasses import replace

from attrib.languages.en.apposed import apposed_noun
from attrib.languages.en.lists import ENGLISH, WORDS
from attrib.text import plain
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.clause import Clause
from attrib.text.words import content, first

VERB_SECOND = False
"""*"A," the mayor said* · *Yesterday she said …*"""
HEAD_LAST = True
"""*the police department*, *a NATO official*"""
_BORROWING = frozenset({"advcl", "xcomp", "conj"})
"""Relations of a verb that has no subject of its own but that of the verb it depends on."""
_SUBJECTS = frozenset({"nsubj", "csubj"})
_DESCRIBING = frozenset({"fragment", "relative"})
_FIXED = frozenset((entry.lemma, word) for entry in ENGLISH.stands for word in entry.words)
"""The words of stands that are none without them."""
_REACH = 4
"""How many words of a relative clause its pronoun may be behind: *some of whom*."""


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """By the tree; a relative clause without its pronoun (*the man | police believe fled*) has none to take up.

    What somebody declines to say is no clause of its own: *declined to comment*; nor what completes the phrase by which
    a stand is taken: *has nothing to do with it*, *found it hard to believe*.
    """
    found: list[Clause] = []
    for clause in plain.clauses(sentence):
        if found and (_is_declined(sentence, clause) or _is_of_stand(sentence, clause, found[-1])):
            found[-1] = _joined(found[-1], clause)
        elif found and (noun := apposed_noun(sentence, clause, found[-1])):
            _join_to_noun(found, clause, noun)
        else:
            found.append(_as_it_opens(replace(clause, number=len(found))))
            _join_apposed(sentence, found)
    return tuple(found)


def _join_to_noun(found: list[Clause], clause: Clause, noun: Word) -> None:
    """*p, | a claim the army denies*: noun and clause are one that takes up all before it."""
    if clause.holds(noun):
        found.append(replace(clause, number=len(found), kind="relative"))
    else:
        found[-1] = replace(_joined(found[-1], clause), kind="relative")


def _join_apposed(sentence: Sentence, found: list[Clause]) -> None:
    """*p, | the governor, Ann Reid, | said*: what stands behind a main clause between the subject of a verb of saying
    and the verb is one clause with it."""
    verb = first(found[-1].words, lambda word: word.is_finite and word.lemma in ENGLISH.saying_lemmas)
    subject = first(sentence.children(verb), lambda child: child.relation == "nsubj" and child.number < verb.number)
    below = content(sentence.subtree(subject)) if subject else []
    if not below or found[-1].words[0].number <= below[0].number:
        return
    inside = {word.number for word in below}
    place = len(found) - 1
    while place > 0 and found[place - 1].kind in _DESCRIBING and _lies_in(found[place - 1], inside):
        place -= 1
    before = found[place - 1] if place else None
    if place == len(found) - 1 or before is None or not before.finite or found[place].words[0] is not below[0]:
        return
    words = tuple(word for clause in found[place:] for word in clause.words)
    found[place:] = [replace(found[-1], number=place, words=words, opener=found[place].opener)]


def _lies_in(clause: Clause, numbers: set[int]) -> bool:
    return all(word.number in numbers for word in clause.words)


def _is_declined(sentence: Sentence, clause: Clause) -> bool:
    """*to comment*, *to verify the claim* behind *declined*, *was unable*."""
    if clause.opener or clause.kind != "infinitive":
        return False
    verb = next((word for word in clause.words if word.relation == "xcomp"), NO_WORD)
    governor = sentence.word(verb.head)
    refuses = governor.lemma in WORDS.refusing_verbs | WORDS.ability_words
    return refuses and verb.lemma in ENGLISH.saying_lemmas and not clause.holds(governor)


def _is_of_stand(sentence: Sentence, clause: Clause, before: Clause) -> bool:
    """*to do* behind *have nothing*, *to believe* behind *find it hard*: a fixed word of the entry of a verb."""
    if clause.opener or clause.kind != "infinitive":
        return False
    verb = first(clause.words, lambda word: word.upos == "VERB")
    above = sentence.word(verb.head)
    lemmas = [word.lemma for word in (above, sentence.word(above.head)) if word in before.words]
    return any((lemma, verb.form) in _FIXED for lemma in lemmas)


def _joined(clause: Clause, behind: Clause) -> Clause:
    words = (*clause.words, *behind.words)
    return replace(clause, words=words, closer=behind.closer, finite=(*clause.finite, *behind.finite))


def _as_it_opens(clause: Clause) -> Clause:
    bare = clause.kind == "relative" and not any(word.is_relative for word in clause.words[:_REACH])
    return replace(clause, kind="subordinate") if bare else clause


def finite_verb(sentence: Sentence, verb: Word) -> Word | None:
    """The verb itself or its auxiliary, *was arrested and | charged*: of a coordinated one that of the first."""
    found = plain.finite_verb(sentence, verb)
    if found is not None or verb.relation != "conj" or verb.has("VerbForm=Ger"):
        return found
    before = sentence.word(verb.head)
    return (
        plain.finite_verb(sentence, before)
        if before.upos in {"VERB", "ADJ"} and not _has_subject(sentence, verb)
        else None
    )


def is_passive(sentence: Sentence, verb: Word) -> bool:
    """By the tree; of a coordinated participle, as the first one is; *a man accused of theft*."""
    if plain.is_passive(sentence, verb):
        return True
    if not verb.has("VerbForm=Part") or verb.has("Tense=Pres"):
        return False
    if verb.deprel == "acl":
        return True
    auxiliaries = any(child.relation == "aux" for child in sentence.children(verb))
    before = sentence.word(verb.head)
    return verb.relation == "conj" and not auxiliaries and plain.is_passive(sentence, before)


def lender(sentence: Sentence, verb: Word) -> Word:
    """The verb whose subject a verb without one has: *said p, | adding that q* · *declined to | comment*."""
    if verb.relation not in _BORROWING or _has_subject(sentence, verb) or verb.upos not in {"VERB", "AUX"}:
        return NO_WORD
    head = sentence.word(verb.head)
    controlled = verb.relation == "xcomp" and any(child.relation == "obj" for child in sentence.children(head))
    return NO_WORD if controlled or (verb.relation == "advcl" and verb.is_finite) else head


def _has_subject(sentence: Sentence, verb: Word) -> bool:
    return any(child.relation in _SUBJECTS for child in sentence.children(verb))


def phrase(sentence: Sentence, head: Word) -> list[Word]:
    """The noun phrase by the tree, with a name that is joined to it without a comma: *coauthor | Anna Berger*."""
    words = plain.phrase(sentence, head)
    inside = {word.number for word in words}
    behind = sentence.behind(words[-1])
    for word in words:
        for child in sentence.children(word):
            named = child.relation in {"appos", "flat"} and child.number not in inside
            rest = plain.phrase(sentence, child) if named else []
            if rest and rest[0] is behind:
                return [*words, *rest]
    return words


def joins_name(sentence: Sentence, noun: Word, name: Word) -> bool:
    """*Minister of Education | Anna Berger*: by the tree."""
    return name.head == noun.number and name.relation in {"appos", "flat"}


def is_oblique(sentence: Sentence, head: Word) -> bool:
    """Whether a preposition governs the noun, or it owns another: *the mayor's | son*."""
    return any(child.relation == "case" for child in sentence.children(head))


def is_nominative(sentence: Sentence, head: Word) -> bool:
    """Whether nothing governs the noun, and the pronoun is none of *him, them*."""
    return not head.has("Case=Acc") and not is_oblique(sentence, head)


def may_be_nominative(sentence: Sentence, head: Word) -> bool:
    """Whether nothing governs the noun."""
    return not is_oblique(sentence, head)

"""English verb groups and noun phrases: which finite form a verb has, whose subject it shares, what cannot be one."""

from dataclasses import replace

from attrib.text import plain
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.clause import Clause

VERB_SECOND = False
"""*"A," the mayor said* · *Yesterday she said …*"""
HEAD_LAST = True
"""*the police department*, *a NATO official*"""
_BORROWING = frozenset({"advcl", "xcomp", "conj"})
"""Relations of a verb that has no subject of its own but that of the verb it depends on."""
_SUBJECTS = frozenset({"nsubj", "csubj"})
_REACH = 4
"""How many words of a relative clause its pronoun may be behind: *some of whom*."""


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """By the tree; a relative clause without its pronoun (*the man | police believe fled*) has none to take up."""
    return tuple(map(_as_it_opens, plain.clauses(sentence)))


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

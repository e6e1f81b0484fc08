"""Clauses that their own content cuts in two: *Lund hat den Vorwurf, er habe p, zurückgewiesen*.

German closes a clause with the verb form that its auxiliary or modal waits for (the *Satzklammer*). Where a clause with
a verb of its own stands before that, a small parser takes the auxiliary for the only verb, and what closes the clause
for one more of the verbs inside.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrib.languages.de.changes import Change, Changes
from attrib.languages.de.lists import WORDS
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import VERBS

_LONGEST = 20
"""Words behind a comma, up to the verb that closes the clause."""
_OPEN = frozenset({"nsubj", "nsubj:pass", "expl"})


def bracket_changes(sentence: Sentence) -> Changes:
    """The verb that closes such a clause as its head, the auxiliary and all that hangs on it below."""
    opening = sentence.root or NO_WORD
    closing = _closing(sentence, opening) if _waits(sentence, opening) else NO_WORD
    return dict(_changes(sentence, opening, closing)) if closing else {}


def _waits(sentence: Sentence, verb: Word) -> bool:
    """An auxiliary or a modal in the second place, with no other verb form before the next comma."""
    behind = takewhile(lambda word: word.text != ",", sentence.words[verb.number :])
    alone = not any(word.upos in VERBS or word.text in {":", ";"} for word in behind)
    return verb.is_finite and verb.lemma in WORDS.bracket_verbs and alone


def _closing(sentence: Sentence, opening: Word) -> Word:
    """*entschieden | zurückgewiesen*: the form that the verb governs, at the end of the first stretch between commas
    that has no other verb, behind one that has; NO_WORD if there is none."""
    told = False
    for stretch in _stretches(sentence.words[opening.number :])[1:]:
        if told and _closes(opening, stretch):
            return stretch[-1]
        told = told or any(word.is_finite or _is_to(word) for word in stretch)
    return NO_WORD


def _stretches(words: Sequence[Word]) -> list[list[Word]]:
    """What stands between the commas, without other marks."""
    found: list[list[Word]] = [[]]
    for word in words:
        if word.text == ",":
            found.append([])
        elif word.upos != "PUNCT":
            found[-1].append(word)
    return found


def _closes(opening: Word, stretch: Sequence[Word]) -> bool:
    others = (word.is_finite or _is_to(word) or word.relation in _OPEN for word in stretch)
    fits = 0 < len(stretch) <= _LONGEST and stretch[0].upos != "CCONJ"
    return fits and not any(others) and _governs(opening, stretch[-1])


def _governs(opening: Word, verb: Word) -> bool:
    """Participles belong to *haben, sein, werden*, infinitives to *werden* and the modals."""
    if verb.upos != "VERB":
        return False
    passive = opening.lemma in WORDS.passive_auxiliaries
    if verb.has("VerbForm=Part"):
        return passive or opening.lemma in WORDS.perfect_infinitives
    return verb.has("VerbForm=Inf") and (passive or opening.lemma not in WORDS.perfect_infinitives)


def _is_to(word: Word) -> bool:
    return word.form == "zu" and word.upos == "PART"


def _changes(sentence: Sentence, opening: Word, closing: Word) -> Iterator[tuple[int, Change]]:
    yield closing.number, {"head": 0, "deprel": "root"}
    passive = opening.lemma in WORDS.passive_auxiliaries
    yield opening.number, {"upos": "AUX", "head": closing.number, "deprel": "aux:pass" if passive else "aux"}
    for word in sentence.children(opening):
        told = {"deprel": "ccomp"} if word.upos in VERBS else {}
        if word is not closing:
            yield word.number, {"head": closing.number, **told}

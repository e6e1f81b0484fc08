"""Relative pronouns that a small tagger takes for the article of the noun behind: *von der Ingenieure sagen, p*."""

from collections.abc import Iterator, Sequence

from attrib.languages.de.changes import Change, Changes
from attrib.languages.de.clauses import clauses, is_object_before
from attrib.languages.de.lists import WORDS
from attrib.text.analysis import Sentence, Word
from attrib.text.clause import Clause


def relative_changes(sentence: Sentence) -> Changes:
    """The words of such clauses with their tags and arcs: the pronoun, the preposition before it, and the subject."""
    found: Changes = {}
    cut = clauses(sentence) if any(_may_open(sentence, word) for word in sentence.words) else ()
    for clause in cut:
        if clause.kind == "relative":
            found |= dict(_of_clause(sentence, clause))
    return found


def _may_open(sentence: Sentence, word: Word) -> bool:
    """Whether a word in the form of a relative pronoun, taken for an article, stands behind a mark, or behind a
    preposition there or at the beginning of the sentence."""
    if word.upos != "DET" or word.form not in WORDS.relative_pronouns:
        return False
    before = sentence.before(word)
    return before.upos == "PUNCT" or (before.upos == "ADP" and sentence.before(before).upos in {"PUNCT", ""})


def _of_clause(sentence: Sentence, clause: Clause) -> Iterator[tuple[int, Change]]:
    words, governed = clause.content, clause.opening.upos == "ADP"
    pronoun = words[int(governed)]
    noun = sentence.word(pronoun.head)
    if pronoun.upos != "DET" or not clause.holds(noun) or not (governed or _is_article(words)):
        return
    yield pronoun.number, {"upos": "PRON", "feats": _relative(pronoun), "head": noun.head, "deprel": "obl"}
    yield noun.number, {"feats": _without_case(noun), "deprel": "nsubj"}
    if governed:
        yield clause.opening.number, {"head": pronoun.number, "deprel": "case"}


def _is_article(words: Sequence[Word]) -> bool:
    """Whether the noun behind it is the subject, as always behind a preposition: *den*, *dem* are none themselves."""
    return words[0].form in WORDS.articles & WORDS.relative_pronouns and is_object_before(words)


def _relative(pronoun: Word) -> str:
    kept = [item for item in pronoun.feats.split("|") if not item.startswith(("PronType=", "Definite="))]
    return "|".join([*kept, "PronType=Rel"])


def _without_case(noun: Word) -> str:
    return "|".join(item for item in noun.feats.split("|") if not item.startswith("Case="))

"""Whether a German noun phrase can be a subject, as far as articles, prepositions and the tagger tell."""

from attrib.languages.de.forms import is_dative_plural
from attrib.languages.de.lists import WORDS
from attrib.text.analysis import Sentence, Word
from attrib.text.words import any_form, tagged


def is_nominative(sentence: Sentence, head: Word) -> bool:
    """Whether no preposition governs the noun and the tagger does not rule the nominative out."""
    if _is_governed(sentence, head) or _is_dative_plural(head):
        return False
    if _is_masculine_nominative(sentence, head):
        return True
    words = (head, *tagged(sentence.children(head), {"DET", "ADJ"}))
    cases = {case for word in words if (case := word.feature("Case"))}
    # *80 Prozent befürworteten*: a noun that shows no case.
    return not cases or "Nom" in cases or head.form in WORDS.uninflected_nouns


def _is_masculine_nominative(sentence: Sentence, head: Word) -> bool:
    """*der Makler*: before a masculine noun in the singular the article leaves no other case."""
    certain = any_form(_articles(sentence, head), WORDS.nominative_articles)
    return certain and head.has("Gender=Masc") and head.has("Number=Sing") and head.text == head.lemma


def is_oblique(sentence: Sentence, head: Word) -> bool:
    """Whether a preposition or an article (*den, dem, des*) rules the nominative out."""
    oblique = any_form(_articles(sentence, head), WORDS.oblique_articles)
    return oblique or _is_dative_plural(head) or _is_governed(sentence, head)


def may_be_nominative(sentence: Sentence, head: Word) -> bool:
    """Whether the article leaves the nominative open, whatever the tagger says: *die* can, *den* and *dem* cannot."""
    if is_oblique(sentence, head):
        return False
    articles = _articles(sentence, head)
    bare_name = head.upos == "PROPN" and not articles  # shows no case
    return bare_name or any_form(articles, WORDS.open_articles) or is_nominative(sentence, head)


def _articles(sentence: Sentence, head: Word) -> list[Word]:
    return tagged(sentence.children(head), {"DET"})


def _is_governed(sentence: Sentence, head: Word) -> bool:
    """Whether a preposition stands before the noun: *als* behind it governs something else."""
    if any(child.upos == "ADP" and child.number < head.number for child in sentence.children(head)):
        return True
    before = sentence.before(head)
    while before.upos in {"DET", "ADJ", "NUM"}:
        before = sentence.before(before)
    # *Zum Thema äußerte sich …*: before the phrase, whatever the tree says.
    return head.upos == "NOUN" and before.upos == "ADP"


def _is_dative_plural(head: Word) -> bool:
    """*sagte Reportern*; not *Schwestern* and *Bauern*, which are so in every case."""
    weak = head.has("Gender=Fem") or head.lemma.lower() in WORDS.weak_nouns
    return head.upos == "NOUN" and is_dative_plural(head.text, head.lemma) and not weak

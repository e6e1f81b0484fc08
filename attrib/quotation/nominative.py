"""Whether a noun phrase can be a subject, as far as articles, prepositions and the tagger tell."""

from attrib.languages.language import Language
from attrib.quotation.view import View
from attrib.text.analysis import Sentence, Word


def _is_governed(sentence: Sentence, head: Word) -> bool:
    """Whether a preposition stands before the noun: *als* behind it governs something else."""
    if any(child.upos == "ADP" and child.number < head.number for child in sentence.children(head)):
        return True
    place = head.number - 1
    while place and sentence.words[place - 1].upos in {"DET", "ADJ", "NUM"}:
        place -= 1
    # *Zum Thema äußerte sich …*: before the phrase, whatever the tree says.
    return place > 0 and head.upos == "NOUN" and sentence.words[place - 1].upos == "ADP"


def _is_dative_plural(head: Word, *, language: Language) -> bool:
    """*sagte Reportern*; not *Schwestern* and *Bauern*, which are so in every case."""
    ending = head.text == f"{head.lemma}n" and head.lemma.endswith(("er", "el"))
    weak = head.has("Gender=Fem") or head.lemma.lower() in language.words("weak_nouns")
    return head.upos == "NOUN" and ending and not weak


def is_nominative(sentence: Sentence, head: Word, *, language: Language) -> bool:
    """Whether no preposition governs the noun and the tagger does not rule the nominative out."""
    words = (head, *(child for child in sentence.children(head) if child.upos in {"DET", "ADJ"}))
    if _is_governed(sentence, head) or _is_dative_plural(head, language=language):
        return False
    if head.text.lower() in language.words("uninflected_nouns"):
        return True  # *80 Prozent befürworteten*
    cases = {feature for word in words for feature in word.feats.split("|") if feature.startswith("Case=")}
    return not cases or "Case=Nom" in cases


def is_oblique(view: View, head: Word) -> bool:
    """Whether a preposition or an article (*den, dem, des*) rules the nominative out."""
    if _is_dative_plural(head, language=view.language):
        return True
    oblique = view.language.words("oblique_articles")
    articles = (child for child in view.sentence.children(head) if child.upos == "DET")
    return _is_governed(view.sentence, head) or any(child.text.lower() in oblique for child in articles)


def may_be_nominative(view: View, head: Word) -> bool:
    """Whether the article leaves the nominative open, whatever the tagger says: *die* can, *den* and *dem* cannot."""
    sentence = view.sentence
    if is_oblique(view, head):
        return False
    articles = [child.text.lower() for child in sentence.children(head) if child.upos == "DET"]
    if head.upos == "PROPN" and not articles:
        return True  # A bare name shows no case.
    return any(form in view.language.words("open_articles") for form in articles) or is_nominative(
        sentence, head, language=view.language
    )

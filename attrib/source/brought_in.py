"""Who is brought in without a name: *die Staatsanwaltschaft*, *eine Studie der Klinik*, *eine Sprecherin*."""

from collections.abc import Sequence

from attrib.quotation.reporting_noun import noun_entry
from attrib.records import Source, Span
from attrib.source.apposition import head_of_run
from attrib.source.drafts import Drafts
from attrib.source.name_kind import PUBLIC
from attrib.text.analysis import Word
from attrib.text.entries import InstitutionNoun
from attrib.text.view import View
from attrib.text.words import NOUNS


class BroughtIn:
    """Adds institutions, works and people that a noun and its article bring in."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._language = drafts.text.language
        self._nouns = drafts.text.language.lexicon.nouns

    def add_bare(self, view: View, noun: Word) -> None:
        """*die Staatsanwaltschaft*: one that its noun alone brings in, and *die Behörde* takes up."""
        entry = self._nouns.institution(noun)
        phrase = view.phrase(view.word(noun.number))
        definite = phrase and phrase[0].form in self._language.words.definite_articles
        told_apart = entry is not None and (
            entry.kind in PUBLIC or entry.plural or self._is_plain_compound(noun, entry)
        )
        if entry is None or phrase[-1].end != noun.end:
            return
        if phrase[0].form in self._language.words.indefinite_articles:
            self._bring_in_institution(view, noun, phrase, entry)
        if not told_apart or not definite:
            return
        source = Source(id=f"bare-{noun.lemma.lower()}", name=noun.text, kind=entry.kind, origin="unnamed")
        draft = self._drafts.draft(source, is_person=False)
        draft.phrase = draft.phrase or Span(phrase[0].start, phrase[-1].end)
        draft.call(noun, entry.lemma.lower())
        draft.stand(noun, view.sentence)

    def _bring_in_institution(self, view: View, noun: Word, phrase: Sequence[Word], entry: InstitutionNoun) -> None:
        """*eine unabhängige Kommission*, which *die Kommission* takes up."""
        source = Source(id=f"unnamed-{noun.start}", name=noun.text, kind=entry.kind, origin="unnamed")
        draft = self._drafts.draft(source, is_person=False)
        draft.phrase = Span(phrase[0].start, phrase[-1].end)
        draft.call(noun, *self._drafts.spelled(noun))
        draft.stand(noun, view.sentence)

    def _is_plain_compound(self, noun: Word, entry: InstitutionNoun) -> bool:
        """*der Alpenverein*, which *der Verein* takes up."""
        return entry.takes_up and "-" not in noun.text and self._nouns.is_compound(noun)

    def add_documents(self, view: View) -> None:
        """*eine Studie der Klinik*: a work that *die Studie* takes up."""
        for noun in view.joined:
            phrase = _introduced(view, noun)
            if phrase:
                source = Source(id=f"document-{noun.start}", name=noun.text, kind="document", origin="unnamed")
                draft = self._drafts.draft(source, is_person=False)
                draft.stand(noun, view.sentence)
                draft.phrase = Span(phrase[0].start, phrase[-1].end)
                draft.call(noun)

    def add_anonymous(self, view: View) -> None:
        """*eine Sprecherin der Polizei*: somebody without a name whom *die Sprecherin* takes up."""
        for place, article in enumerate(view.joined[:-1]):
            if article.upos == "DET" and article.form in self._language.words.indefinite_articles:
                noun = self._anonymous(view.joined, place)
                if noun is not None:
                    self._bring_in(view, article, noun)

    def _anonymous(self, words: Sequence[Word], article: int) -> Word | None:
        """The noun for a person behind an article, if no name follows it."""
        noun = next((item for item in words[article + 1 : article + 4] if item.upos in {"NOUN", "PROPN"}), None)
        if noun is not None and self._language.grammar.HEAD_LAST:
            noun = words[head_of_run(self._nouns, words, words.index(noun))]
        if (
            noun is None
            or noun.upos != "NOUN"
            or self._nouns.person(noun) is None
            or noun.start in self._drafts.apposed
        ):
            return None
        behind = next((item for item in words if item.start >= noun.end), None)
        return None if behind is not None and behind.upos == "PROPN" else noun

    def _bring_in(self, view: View, article: Word, noun: Word) -> None:
        source = Source(id=f"unnamed-{noun.start}", name=noun.text, kind="person", origin="unnamed")
        draft = self._drafts.draft(source, is_person=True)
        draft.stand(noun, view.sentence)
        phrase = view.phrase(view.word(noun.number))
        draft.phrase = Span(min(article.start, phrase[0].start), phrase[-1].end)
        draft.gender = self._nouns.gender(noun, article)
        draft.call(noun)


def _introduced(view: View, noun: Word) -> Sequence[Word]:
    """The words that bring in a document: with an indefinite article, or with whose it is; none if they do not."""
    entry = noun_entry(noun, view.language) if noun.upos == "NOUN" and not noun.is_plural else None
    if entry is None or not entry.document:
        return ()
    phrase = view.phrase(view.word(noun.number))
    listed = view.language.words
    article = phrase[0].form if phrase[0].upos == "DET" else ""
    owned = any(word.upos in NOUNS for word in phrase if word.number > noun.number)
    indefinite = article in listed.indefinite_articles
    return phrase if indefinite or (owned and article in listed.definite_articles) else ()

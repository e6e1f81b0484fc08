"""All steps one after another, without documents of Stanza's between them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrib.parse.direct import cutting, lemmas, tagging, trees
from attrib.parse.direct.cutting import Cutter
from attrib.parse.direct.document import Document, Sentence
from attrib.parse.direct.lemmas import Lemmatiser
from attrib.parse.direct.tagging import Tagger, Tags
from attrib.parse.direct.trees import Tagged, TreeParser
from attrib.parse.hints import hints, takes_hints
from attrib.parse.morphology.bundles import Scores
from attrib.parse.morphology.decoding import Morphology

FITS: Mapping[str, Callable[[Any], bool]] = {
    "tokenize": cutting.fits,
    "mwt": cutting.expands,
    "pos": tagging.fits,
    "lemma": lemmas.fits,
    "depparse": trees.fits,
}


def fits(processors: Mapping[str, Any]) -> bool:
    """Whether all steps of a pipeline are of the kinds that are known here."""
    return processors.keys() <= FITS.keys() and all(FITS[name](step) for name, step in processors.items())


class Reader:
    """The steps of one pipeline; with a `morphology` the tagger's scores are returned, and the parser is told of the
    features that it finds if it takes such hints."""

    def __init__(self, processors: Mapping[str, Any], morphology: Morphology | None) -> None:
        self._cutter = Cutter(processors["tokenize"], processors.get("mwt"))
        self._tagger = Tagger(processors["pos"], scored=morphology is not None)
        self._lemmatiser = Lemmatiser(processors["lemma"])
        self._parser = TreeParser(processors["depparse"])
        self._hinting = morphology if takes_hints(processors["depparse"]) else None

    def tokenised(self, texts: Sequence[tuple[str, Sequence[str], Sequence[int]]]) -> list[Document]:
        """For each text, its pieces and where they begin in it: a document with tokens and sentences."""
        pieces = [piece for _, cut, _ in texts for piece in cut]
        starts = [start for _, _, places in texts for start in places]
        found = iter(self._cutter.cut(pieces, starts))
        return [Document(text, [sentence for _ in cut for sentence in next(found)]) for text, cut, _ in texts]

    def annotate(self, documents: Sequence[Document]) -> list[list[Scores]]:
        """Tag and parse in place; the tagger's scores of each sentence if they are wanted."""
        sentences = [sentence for document in documents for sentence in document.sentences]
        forms = [[word.text for word in sentence.words] for sentence in sentences]
        tags = self._tagger.tagged(forms)
        pairs = [list(zip(words, tagged.upos, strict=True)) for words, tagged in zip(forms, tags, strict=True)]
        self._lemmatiser.learn(pair for words in pairs for pair in words)
        bases = [self._lemmatiser.of(words, tagged.upos) for words, tagged in zip(forms, tags, strict=True)]
        told = [self._told(words, tagged) for words, tagged in zip(forms, tags, strict=True)]
        tagged = [Tagged(*each) for each in zip(forms, bases, told, strict=True)]
        for sentence, each, found in zip(sentences, tagged, self._parser.parsed(tagged), strict=True):
            _fill(sentence, each, found)
        scores = iter(tags)
        return [
            [rows for _ in document.sentences if (rows := next(scores).scores) is not None] for document in documents
        ]

    def _told(self, forms: Sequence[str], tags: Tags) -> Tags:
        """The tags of a sentence with hints for the parser."""
        if self._hinting is None or tags.scores is None:
            return tags
        return tags._replace(xpos=hints(self._hinting, forms, tags.upos, tags.scores))


def _fill(sentence: Sentence, tagged: Tagged, found: Sequence[tuple[int, str]]) -> None:
    columns = zip(sentence.words, tagged.lemmas, tagged.tags.upos, tagged.tags.feats, found, strict=True)
    for word, lemma, upos, feats, (head, deprel) in columns:
        word.lemma = "" if lemma == "_" and word.text != "_" else lemma
        word.upos, word.feats = ("" if value == "_" else value for value in (upos, feats))
        word.head, word.deprel = head, deprel

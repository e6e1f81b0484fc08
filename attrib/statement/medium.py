"""How each statement was put forward: spoken, written or thought.

The first of these that tells: the cue, if it is one of thinking (*hofft*); where it was uttered (*in einem Interview*,
*auf der Homepage*); the cue's own meaning (*sagte*, *schrieb*); what the speaker's words name (*laut einem Brief*, *die
Zeitung berichtet*); who speaks, for people are taken to have spoken. What goes on without a frame has the medium of
what it goes on from. Where nothing tells, an institution may have spoken or written.
"""

from collections.abc import Iterator, Mapping

from attrib.quotation import Quotation
from attrib.records import Medium, Source, SourceKind
from attrib.source.crediting import Credited
from attrib.text.analysis import NO_WORD, Word
from attrib.text.text import Text
from attrib.text.words import NOUNS

_THOUGHT: frozenset[Medium] = frozenset({"thought", "speech_thought", "thought_writing"})
_OPEN: frozenset[Medium] = frozenset({"speech_writing", "unknown"})
_FREE = frozenset({"indirect_free_indirect", "free_indirect"})
_PEOPLE: frozenset[SourceKind] = frozenset({"official", "head_of_state", "expert", "witness", "person"})
_IN_WRITING: frozenset[SourceKind] = frozenset(
    {"document", "media", "news_agency", "government", "ministry", "hearsay"}
)
"""Whose verbatim words are as often taken from paper as from the mouth."""
_PHRASE = 6
"""How many words a noun may stand behind its preposition."""
_REACH = 3
"""How many sentences a place holds for what the same party says without naming another."""


class Media:
    """Tells the medium of a document's statements, asked in text order: what was said before decides what follows."""

    def __init__(self, text: Text, sources: Mapping[str, Source]) -> None:
        self._text = text
        self._sources = sources
        self._words = text.language.words
        self._places: dict[frozenset[str], tuple[int, Medium]] = {}
        self._last: dict[frozenset[str], Medium] = {}

    def __call__(self, credited: Credited) -> Medium:
        """The medium of the next statement; author statements keep theirs."""
        quotation = credited.quotation
        if quotation.type == "author":
            return quotation.medium
        parties = frozenset(link.source for link in credited.sources if link.relation == "states")
        medium = self._medium(quotation, parties)
        # Under no party at all: *er sei dort gewesen* whose speaker stays open goes on from the statement before.
        self._last[parties] = self._last[frozenset()] = medium
        return medium

    def _medium(self, quotation: Quotation, parties: frozenset[str]) -> Medium:
        own = quotation.medium
        if own in _THOUGHT:
            # *„Es wird gut“, hofft sie*: verbatim words were uttered, whatever the verb.
            if quotation.type != "direct":
                return own
            own = "speech_writing"
        place = self._place(quotation)
        if place is not None:
            self._places[parties] = (quotation.sentence, place)
            return place
        # *Sie ist der Ansicht, dass p. q sei falsch.*: what goes on behind a thought was uttered.
        if quotation.type in _FREE and self._last.get(parties, "thought") not in _THOUGHT:
            return self._last[parties]
        if own not in _OPEN:
            return own
        return self._held(quotation, parties) or self._named(quotation) or self._of_party(quotation, parties)

    def _place(self, quotation: Quotation) -> Medium | None:
        """What the frame says of where it was uttered: a noun behind its preposition."""
        preposition = NO_WORD
        for word in self._around(quotation):
            if word.upos == "ADP":
                preposition = word
            elif word.upos in NOUNS and self._is_at(preposition, word):
                medium = self._setting(word)
                if medium is not None:
                    return medium
        return None

    def _is_at(self, preposition: Word, noun: Word) -> bool:
        return preposition.form in self._words.setting_prepositions and noun.number - preposition.number <= _PHRASE

    def _around(self, quotation: Quotation) -> Iterator[Word]:
        """The words of the frame; without one, those of its sentence that are not put forward themselves.

        An act summed up has no such words: *kritisierte die Pläne in einem Brief* is all of it one statement.
        """
        for word in self._text.sentences[quotation.sentence].words:
            framed = not quotation.frame or any(span.contains(word) for span in quotation.frame)
            if framed and (quotation.type == "reported" or not quotation.overlaps(word)):
                yield word

    def _held(self, quotation: Quotation, parties: frozenset[str]) -> Medium | None:
        """The place that the party's last statement but a few was uttered at."""
        if not parties or parties not in self._places:
            return None
        sentence, place = self._places[parties]
        return place if quotation.sentence - sentence <= _REACH else None

    def _named(self, quotation: Quotation) -> Medium | None:
        """*Laut einem Bericht*, *die Zeitung*, *tagblatt.de*; not in the plural: *Berichte* may be broadcast.

        *Eine Auswertung der Studien* rests on what is written.
        """
        return next((medium for word in self._speaker(quotation) if (medium := self._setting(word)) is not None), None)

    def _speaker(self, quotation: Quotation) -> Iterator[Word]:
        for span in quotation.speaker:
            for word in self._text.words_in((span,)):
                noun = word.upos in NOUNS or word.upos == "X"
                several = word.has("Number=Plur") and not word.has("Case=Gen")
                if noun and not several and span.contains(word):
                    yield word

    def _of_party(self, quotation: Quotation, parties: frozenset[str]) -> Medium:
        kinds = {self._sources[party].kind for party in parties}
        spoken = kinds <= _PEOPLE or (quotation.type == "direct" and not kinds & _IN_WRITING)
        return "speech" if kinds and spoken else "speech_writing"

    def _setting(self, noun: Word) -> Medium | None:
        """Whether the noun, or the end of a compound, is something spoken or something written."""
        for form in (noun.lemma.lower(), noun.form):
            for tail in (form[cut:] for cut in range(max(1, len(form) - 2))):
                if tail in self._words.spoken_settings:
                    return "speech"
                if tail in self._words.written_settings:
                    return "writing"
        return None

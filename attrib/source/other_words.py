"""*Werksleiterin Eva Maurer sagte p. Die Ingenieurin …*: what else somebody is, told by the way."""

from dataclasses import replace
from functools import cached_property

from attrib.source.agreement import DefinitePhrase
from attrib.source.cast import Referent
from attrib.source.fitting import last_speaker
from attrib.source.known import Party
from attrib.source.name_kind import PUBLIC
from attrib.text.entries import PersonNoun

_SHORTEST_TITLE = 5
"""How many letters a noun has that ends another by more than chance."""
_ARTICLE = 30
"""Characters before a noun in which its phrase begins."""


class OtherWords(DefinitePhrase):
    """Who is meant by a definite phrase whose noun the text has not used of anybody."""

    def _people(self) -> list[Referent]:
        return [item for item in self._before if item.is_person]

    def _adopt(self, item: Referent) -> Party:
        detail = f"{self._noun.text}: {item.source.name}, the only one near whom it fits"
        return self._question.adopt(item, "named", "role_in_context", detail)

    @cached_property
    def _spoke_in(self) -> dict[str, int]:
        """The sentence in which each of the last speakers was named last."""
        history = self._question.known.history
        before = ((place, party) for place, party in history if place < self._noun.start)
        return {party.source: self._question.number_at(place) for place, party in before}

    @cached_property
    def _last_speaker(self) -> str:
        """Who alone spoke last, in this sentence or the one before; empty if several did, or nobody."""
        spoke = last_speaker(self._question, self._sentence, self._words[0])
        return "" if spoke is None else spoke.source

    def _took_over(self, item: Referent) -> bool:
        """Whether the text has turned to somebody since the last speaker spoke: he is the subject of a sentence."""
        since = self._spoke_in.get(self._last_speaker, self._sentence.number - 1)
        here = range(since + 1, self._sentence.number + 1)
        return item.source.id != self._last_speaker and not item.subject_in.isdisjoint(here)

    def _is_in_phrase(self, item: Referent) -> bool:
        """*der Anwalt von Karl Lund* is somebody else."""
        return any(self._words[0].start <= place < self._words[-1].end for place, _ in item.places)

    def _varied(self) -> tuple[Party, ...] | None:
        """*Werksleiterin Eva Maurer sagte p. Die Ingenieurin …*: who spoke in the sentence before, whom the text calls
        by what else she is, for nobody whom it has called so is left; None where somebody else was just named of whom
        it has told nothing."""
        last = self._question.cast.referents.get(self._last_speaker) or self._only_subject()
        speaker = last if last in self._before else self._only_one_who_spoke()
        if speaker is None or not speaker.is_person or speaker.phrase is not None or self._is_for_others(speaker):
            return None
        since = self._sentence.number - self._spoke_in.get(speaker.source.id, self._sentence.number - 1)
        others = [item for item in self._people() if item is not speaker and item.phrase is None]
        rivals = [item for item in others if self._took_over(item) or self._is_undescribed(item, since)]
        return None if rivals else (self._adopt(speaker),)

    def _is_for_others(self, speaker: Referent) -> bool:
        """*Der Förster habe gewildert, sagte Udo Bach. Der Förster …*: the text has used the noun before, and not for
        whoever spoke."""
        own = {place for place, party in self._question.known.history if party.source == speaker.source.id}
        sentences = self._question.text.sentences[: self._sentence.number]
        earlier = (word for sentence in sentences for word in sentence.words)
        used = (word for word in earlier if word.upos == "NOUN" and word.lemma == self._noun.lemma)
        return any(own.isdisjoint(range(word.start - _ARTICLE, word.start + 1)) for word in used)

    def _in_other_words_ahead(self) -> list[Referent]:
        """*Ökonom: Zölle schaden*: in a heading whoever of the article has the noun as a title that is told more of, or
        leads something as well, or is of its kind; for a profession the only person named."""
        entry = self._question.nouns.person(self._noun)
        if entry is None:
            return self._institutions_ahead()
        cast = self._question.cast.referents.values()
        people = [
            item for item in cast if item.is_person and item.phrase is None and item.places and self._agrees(item)
        ]
        titled = [item for item in people if self._noun.form.endswith(self._long(item))]
        of_kind = [] if self._is_office(entry) else [item for item in people if self._is_of_kind(item)]
        only = people if len(people) == 1 and not self._is_office(entry) and not self._is_relation() else []
        return titled or of_kind or only

    def _institutions_ahead(self) -> list[Referent]:
        """*Hackergruppe droht*: in a heading the named ones of the article that the compound's last part is for."""
        nouns = self._question.nouns
        entry = nouns.institution(self._noun)
        if entry is None or entry.kind in PUBLIC or not entry.takes_up or not nouns.is_compound(self._noun):
            return []
        last = entry.lemma.lower()
        cast = (item for item in self._question.cast.referents.values() if not item.is_person and item.phrase is None)
        return [item for item in cast if item.places and any(noun.endswith(last) for noun in item.nouns)]

    def _long(self, item: Referent) -> tuple[str, ...]:
        return tuple(noun for noun in item.nouns if len(noun) >= _SHORTEST_TITLE)

    def _only_one_who_spoke(self) -> Referent | None:
        """The only one of the text who has spoken and with whom the phrase agrees, and of the noun's kind, where
        somebody else had the word last: *Biologin Anna Berg sagte p. Minister Karl Lund widersprach. Die Forscherin
        …*"""
        people = [item for item in self._people() if item.source.id in self._spoke_in]
        return people[0] if len(people) == 1 and self._is_of_kind(people[0]) else None

    def _is_of_kind(self, item: Referent) -> bool:
        """Whether the text calls somebody by a noun of the same kind: *Biologin*, *Forscherin*."""
        nouns = self._question.nouns
        own = nouns.person(self._noun)
        told = (
            nouns.person(replace(self._noun, text=noun.capitalize(), lemma=noun.capitalize())) for noun in item.nouns
        )
        return own is not None and any(entry is not None and entry.kind == own.kind for entry in told)

    def _only_subject(self) -> Referent | None:
        """The only person named as the subject of the sentence before, where nobody spoke."""
        subjects = [item for item in self._people() if self._sentence.number - 1 in item.subject_in]
        return subjects[0] if len(subjects) == 1 and not self._last_speaker else None

    def _is_undescribed(self, item: Referent, reach: int) -> bool:
        """Whether somebody was named so near of whom nothing is known."""
        told = item.is_registered or item.nouns or self._is_in_phrase(item)
        return not told and item.is_within(reach, self._noun.start, self._sentence.number)

    def _was_something(self) -> bool:
        """*die ehemalige Landrätin*: what somebody was before says nothing of what the text has told."""
        return any(word.lemma.lower() in self._language.words.former_attributes for word in self._words)

    def _is_office(self, entry: PersonNoun) -> bool:
        """*der Trainer*: whoever has an office may be brought in by it, and somebody of a profession may not."""
        profession = entry.kind == "expert" or self._noun.form.endswith(tuple(self._language.words.professions))
        return not entry.unnamed and not profession

    def _is_relation(self) -> bool:
        """*der Fahrer, die Nachbarin*: a noun for what somebody is in an event or to others, and no profession."""
        words, form = self._language.words, self._noun.form
        relations = tuple(words.relational_persons)
        return not relations or (form.endswith(relations) and not form.endswith(tuple(words.professions)))

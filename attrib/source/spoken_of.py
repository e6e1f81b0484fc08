"""The institution that the text just spoke of: for it speaks who is brought in without a word for whom (*eine
Sprecherin*), and it is behind what was published under no name (*hieß es in einer Erklärung*)."""

from attrib.records import Source
from attrib.source.fitting import FAR, last_speaker
from attrib.source.kinds import WITHOUT_SPEAKERS
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import NOUNS


def last_spoken_of(question: Question, sentence: Sentence, noun: Word) -> Party | None:
    """*Das Amt widersprach. p, sagte ein Sprecher*: what the sentence before is about, who spoke last, or the only
    institution of the sentence before; None if somebody else has the word there."""
    number = sentence.number
    earlier = question.text.sentences[number - 1] if number else None
    if earlier is not None and not _is_parted(question, earlier, sentence):
        subject = _subject(earlier)
        about = _spoken_about(question, earlier, subject)
        if about is not None:
            return about
        if question.nouns.person(subject) is not None:
            # *Der Minister reiste ab. p, sagte ein Sprecher*: his, whose institution is not told;
            # *Der Fahrer starb nach Angaben der Polizei. …*: theirs
            return _who_spoke(question, sentence, noun, reach=1)
    return _who_spoke(question, sentence, noun, reach=FAR) or _only_one(question, earlier)


def has_voice(question: Question, party: Party) -> bool:
    """Whether somebody may speak for a party without a word for whom."""
    source = question.known.sources[party.source]
    referent = question.cast.referents.get(party.source)
    described = source.origin == "unnamed" and party.disclosure == "unnamed"
    somebody = referent is not None and referent.is_person
    return source.kind not in WITHOUT_SPEAKERS and not described and not somebody


def _institution_of(question: Question, source: Source) -> Party | None:
    """The institution for which somebody speaks on the day of the article."""
    entry = question.registry.by_id.get(source.id)
    if entry is not None:
        institution = entry.speaks_for_on(question.text.document.published)
        told = None if institution is None else question.registry.by_id[institution]
        return None if told is None else question.registered(told, "role", "role_of_institution", source.name)
    known = source.speaks_for is not None and source.speaks_for in question.known.sources
    return Party(source.speaks_for, "role", "role_of_institution", source.name) if known and source.speaks_for else None


def _is_parted(question: Question, earlier: Sentence, sentence: Sentence) -> bool:
    """Whether a heading stands between a sentence and what was spoken of before."""
    return question.is_heading(earlier) != question.is_heading(sentence)


def _subject(sentence: Sentence) -> Word:
    children = sentence.children(sentence.root or NO_WORD)
    return next((child for child in children if child.relation == "nsubj"), NO_WORD)


def _spoken_about(question: Question, sentence: Sentence, noun: Word) -> Party | None:
    """The one institution that a noun phrase stands for, or for which the person speaks whom it names (*Bürgermeisterin
    Berg von der Stadt Altenau forderte p. …, sagte ein Sprecher*); None if it stands for anybody else."""
    entry = question.nouns.institution(noun)
    # *die Stadtwerke*: several are one
    if noun.upos not in NOUNS or (noun.is_plural and not (entry is not None and entry.plural)):
        return None
    known = question.known
    found = question.parties(sentence, question.language.grammar.phrase(sentence, noun))
    if len(found) == 1:
        source = question.known.sources[found[0].source]
        about = found[0] if has_voice(question, found[0]) else _institution_of(question, source)
        if about is not None:
            return about
    question.known = known
    return None


def _who_spoke(question: Question, sentence: Sentence, noun: Word, *, reach: int) -> Party | None:
    """The institution that spoke last, a few sentences before; None if that was anybody else."""
    spoke = last_speaker(question, sentence, noun, reach=reach)
    return spoke if spoke is not None and has_voice(question, spoke) else None


def _only_one(question: Question, sentence: Sentence | None) -> Party | None:
    """*Im Ministerium klingt das anders*: the only institution that a sentence names."""
    return None if sentence is None else only_one_before(question, sentence, NO_WORD)


def only_one_before(question: Question, sentence: Sentence, word: Word) -> Party | None:
    """The only party that a sentence names before a word, or at all, if it is an institution."""
    end = word.start if word else sentence.words[-1].end
    places = ((item, item.first_in(sentence.number)) for item in question.cast.referents.values())
    here = [item for item, place in places if place is not None and place < end]
    if len(here) != 1 or here[0].is_person or here[0].source.kind in WITHOUT_SPEAKERS:
        return None
    return question.adopt(here[0], "named", "role_of_institution", here[0].source.name)

"""Nouns of saying with a verb that tells that they were said: *präsentierte neue Vorwürfe* · *Kritik kam von A und B* ·
*Der Plan stieß in der Opposition auf Widerspruch*."""

from collections.abc import Iterator

from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import act_range
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.stretch import closing_span
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import any_form, ends_in, first, formed, tagged

Utterance = tuple[Frame, Span | None]
"""The verb beside the noun, and who is named with it."""


def uttered_nouns(scope: Scope) -> Iterator[Quotation]:
    """The nouns of saying of one sentence that a verb beside them says were uttered."""
    view = scope.view
    for noun in view.sentence.words:
        if not _is_noun(view, noun) or scope.passage.is_quoted(noun):
            continue
        found = _utterance(view, noun)
        if found is None or (_is_none(view, noun) and not _is_withheld(noun, found[0])):
            continue
        statement = _statement(noun, *found)
        if statement is not None:
            yield statement


def _utterance(view: View, noun: Word) -> Utterance | None:
    """Who utters it: the subject, whom it comes from, or whoever reacts so to something; there nobody may be named."""
    words, entry = view.language.words, noun_entry(noun, view.language)
    reacts = _is_reaction(noun, words.reaction_nouns) or _is_reaction(noun, words.mood_nouns)
    says = entry is not None and entry.clause and not entry.document
    frame = _frame(view, noun) if reacts or says else None
    if frame is None:
        return None
    lemmas = _lemmas(frame)
    if lemmas & words.voicing_verbs and _is_object(view, noun):
        speaker = _speaking_subject(frame, noun)
        return None if speaker is None else (frame, speaker)
    if lemmas & words.arising_verbs and not _is_governed(view, noun):
        speaker = _party_behind(frame, noun, words.origin_prepositions, anybody=reacts)
        return None if speaker is None else (frame, speaker)
    if reacts and lemmas & words.receiving_verbs and _is_received(view, noun):
        speaker = _party_behind(frame, noun, words.reacting_prepositions) or _capital(frame)
        if speaker is None and _has_matter(view, noun):
            # *Es gab Kritik an dem Plan aus dem Lager der Händler*
            speaker = _party_behind(frame, noun, words.origin_prepositions, anybody=True)
        return (frame, speaker) if speaker is not None or _is_said(noun, frame) else None
    return None


def _has_matter(view: View, noun: Word) -> bool:
    """*Kritik | an dem Plan*: what it is about."""
    behind = view.behind(noun)
    return behind.upos == "ADP" and behind.form in view.language.words.object_prepositions


def _is_received(view: View, noun: Word) -> bool:
    """*stieß auf Kritik*, *erhielt Lob*; not *erhielt wegen ihrer Kritik Hausverbot*."""
    before = view.before(noun)
    while before.upos in {"DET", "ADJ", "NUM"}:
        before = view.before(before)
    return before.upos != "ADP" or before.form in view.language.words.receiving_prepositions


def _is_said(noun: Word, frame: Frame) -> bool:
    """*stieß auf Kritik*: said even if nobody is named; not *löste Unmut aus*, *es gab Proteste*."""
    words = frame.view.language.words
    return _is_reaction(noun, words.reaction_nouns) and frame.cue.verb.lemma not in words.existential_verbs


def _is_noun(view: View, word: Word) -> bool:
    """*Lob kam von Vogt*: what opens a sentence is often taken for a name or an adverb."""
    words = view.language.words
    opens = word.number == 1 and word.form in words.reaction_nouns | words.mood_nouns
    return word.upos == "NOUN" or (opens and word.upos != "VERB")


def _is_none(view: View, noun: Word) -> bool:
    """*fand keinen Anklang*."""
    return any_form(view.phrase(noun), view.language.words.negative_articles)


def _is_withheld(noun: Word, frame: Frame) -> bool:
    """*Aus Kiel kam keine Bestätigung*: who could have confirmed does not."""
    words = frame.view.language.words
    return noun.lemma.lower() in words.withheld_nouns and bool(_lemmas(frame) & words.arising_verbs)


def _is_reaction(noun: Word, listed: frozenset[str]) -> bool:
    """*Kritik*, *Massenprotest*."""
    return not {noun.form, noun.lemma.lower()}.isdisjoint(listed)


def _frame(view: View, noun: Word) -> Frame | None:
    """The verb of the noun's clause, if something takes place there: *hat Kritik ausgelöst*, not *will auslösen*."""
    clause = view.clause_of(noun)
    if not clause.finite or clause.kind == "infinitive":
        return None
    finite, words = clause.finite[0], view.language.words
    if finite.lemma in words.modal_verbs or finite.is_subjunctive:
        return None
    verbs = [word for word in clause.words if word.upos == "VERB"]
    behind = [word for word in verbs if word.number > finite.number and not word.is_finite]
    verb = behind[-1] if behind and finite.upos == "AUX" else finite
    return Frame.of_verb(view, verb)


def _lemmas(frame: Frame) -> frozenset[str]:
    """The verb with and without the particle that stands apart from it."""
    verb = frame.cue.verb
    behind = (word for word in frame.clause.words if word.number > verb.number)
    particles = [word.form for word in behind if word.relation == "compound"]
    return frozenset(particle + verb.lemma for particle in particles) or frozenset({verb.lemma})


def _is_governed(view: View, noun: Word) -> bool:
    phrase = view.phrase(noun) or [noun]
    return view.before(phrase[0]).upos == "ADP" or phrase[0].upos == "ADP"


def _is_object(view: View, noun: Word) -> bool:
    """Not *die Folgen der Kritik*, *in seiner Kritik*."""
    return not _is_governed(view, noun) and noun.relation != "nmod" and not noun.has("Case=Gen")


def _speaking_subject(frame: Frame, noun: Word) -> Span | None:
    head = subject(frame)
    speaks = bool(head) and head is not noun and not frame.cue.passive and frame.view.is_party(head)
    return speaker_span(frame.view, head) if speaks else None


def _party_behind(frame: Frame, noun: Word, prepositions: frozenset[str], *, anybody: bool = False) -> Span | None:
    """*von der Linken*, *auf Seiten der Opposition*; with `anybody` also *aus der Wirtschaft*."""
    view = frame.view
    for preposition in formed(tagged(frame.clause.words, {"ADP"}), prepositions):
        heads = view.nouns_of(view.governed_group(preposition))
        head = next((head for head in heads if not _is_side(view, head)), NO_WORD)
        if _is_place(view, head, preposition):
            continue
        speaks = view.is_party(head) or (anybody and not view.language.grammar.is_time(head))
        if head and head is not noun and speaks:
            return _with_second(view, speaker_span(view, head), prepositions)
    return None


def _capital(frame: Frame) -> Span | None:
    """*stieß | in Kiew | auf Spott*: the capital of another country, which stands for its government."""
    view, countries = frame.view, frame.view.language.countries
    for preposition in formed(tagged(frame.clause.words, {"ADP"}), view.language.words.circumstance_prepositions):
        head = view.behind(preposition)
        state = countries.of_capital(head.text) if head.upos == "PROPN" else None
        if state not in {None, countries.home} and view.behind(head).upos not in {"PROPN", "NOUN"}:
            return head.span
    return None


def _is_place(view: View, head: Word, preposition: Word) -> bool:
    """*löste in der Türkei Kritik aus*, *stieß im Nachbarland auf Spott*: where, and nobody who speaks."""
    words = view.language.words
    where = preposition.form in words.circumstance_prepositions
    land = head.upos == "NOUN" and ends_in(head, words.lands)
    return land or (where and (head.upos == "PROPN" or ends_in(head, words.territories)))


def _with_second(view: View, span: Span | None, prepositions: frozenset[str]) -> Span | None:
    """*von der Linken und vom Verband*: with the party behind the preposition that is said once more."""
    last = first(reversed(view.sentence.words), lambda word: span is not None and word.end <= span.end)
    preposition = view.behind(last, by=2)
    second = view.governed_group(preposition) if preposition.form in prepositions else None
    joined = span is not None and view.behind(last).upos == "CCONJ"
    return Span(span.start, second[-1].end) if span is not None and joined and second else span


def _is_side(view: View, head: Word) -> bool:
    """*auf Seiten der Opposition*."""
    return ends_in(head, view.language.words.side_nouns)


def _statement(noun: Word, frame: Frame, speaker: Span | None) -> Quotation | None:
    view = frame.view
    span = closing_span(view, *act_range(frame))
    entry = noun_entry(noun, view.language)
    if span is None:
        return None
    return Quotation(
        type="reported",
        marker="speech_act",
        medium="speech_writing" if entry is None else entry.medium,
        spans=(span,),
        sentence=view.sentence.number,
        rule="uttered_noun",
        detail=f"{noun.text}: {frame.cue.verb.text}",
        cue=(noun.span,),
        speaker=() if speaker is None else (speaker,),
        lemma=noun.lemma,
        states="topic",
    )

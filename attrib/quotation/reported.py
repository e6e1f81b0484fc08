"""Summaries of speech acts without a clause for their content: *X fordert Y*, *X warnt vor Z*, *X kritisierte W*."""

from collections.abc import Iterator, Sequence
from functools import cache

from attrib.quotation.cues import Cue
from attrib.quotation.frame import frame_start
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import antecedent, speaker_span
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.language import Language
from attrib.text.party import PartyTest
from attrib.text.view import View, text_span

_SUMMING = frozenset({"act", "about"})
_END = frozenset({".", "!", "?"})


def reported_acts(view: View, cues: Sequence[Cue], *, is_party: PartyTest) -> Iterator[Quotation]:
    """The speech acts of one sentence that a clause sums up, where the subject can speak at all.

    `is_party(word, sentence)` says whether a noun can stand for somebody who speaks.
    """
    for cue in cues:
        if _SUMMING.isdisjoint(cue.forms) or cue.finite is None:
            continue
        head = subject(view, cue)
        if head is None or not _is_done(view, cue):
            continue
        if not is_party(_who(view, head), view.sentence) and not _only_parties(view, cue, head):
            continue
        if _is_unsaid(view, cue) or _is_sentence_of_court(view, cue):
            continue
        found = _act(view, cue, head)
        if found is not None:
            yield found


def _only_parties(view: View, cue: Cue, head: Word) -> bool:
    """*Die Armeeleitung dementierte das*: verbs whose subject speaks, whatever the noun."""
    clause = view.clause_of(cue.anchor).words
    if any(word.form in view.language.words.toll_words for word in clause):
        return False  # *Das Beben forderte Tote*
    plain = head.upos == "NOUN" and head.form not in view.language.words.uninflected_nouns
    return plain and cue.lemma in view.language.words.speaking_verbs and not cue.passive


def _is_unsaid(view: View, cue: Cue) -> bool:
    """*Darüber hat die Redaktion nicht berichtet*: nothing is put forward; not confirming something is a stand."""
    clause = view.clause_of(cue.anchor).words
    negated = any(word.form in view.language.words.clause_negations for word in clause)
    nothing = any(word.form in view.language.words.negative_articles for word in clause)
    if nothing and cue.lemma in view.language.words.telling_verbs and not cue.phrase:
        return True  # *nannte keine Einzelheiten*
    return (
        negated
        and "act" in cue.forms
        and not cue.phrase
        and all(cue.lemma != item.lemma for item in view.language.stands)
    )


def _is_sentence_of_court(view: View, cue: Cue) -> bool:
    """*verurteilte ihn zu einer Geldstrafe*: a court acts, it does not speak."""
    words = view.language.words.sentencing_words
    clause = view.clause_of(cue.anchor).words
    return any(word.form in words and word.upos in {"NOUN", "PROPN"} for word in clause) and cue.lemma in (
        view.language.words.sentencing_verbs
    )


def _who(view: View, head: Word) -> Word:
    """The noun that a relative pronoun stands for, else the word itself."""
    before = antecedent(view, head) if head.is_relative else None
    return head if before is None else before


def _is_done(view: View, cue: Cue) -> bool:
    """Whether the act takes place: not *will fordern*, *muss angeben*, *ist bekannt*; with its preposition."""
    finite = cue.finite
    if finite is None:
        return False
    if finite is not cue.verb and finite.lemma in view.language.words.undone_auxiliaries and not _declines(view, cue):
        return False
    if _is_ahead(view, cue, finite) or _is_self_naming(view, cue):
        return False
    # *forderte die Anwohner, die p, zum Rückzug auf*: up to the particle
    last = max(view.clause_of(cue.anchor).last, *(word.number for word in cue.words))
    clause = view.words(view.clause_of(cue.anchor).first, last)
    return not cue.act_prepositions or any(word.form in cue.act_prepositions for word in clause)


def _is_ahead(view: View, cue: Cue, finite: Word) -> bool:
    """*wird berichten, hätte verlangen müssen*: nobody has said it yet, or ever."""
    infinitive = cue.verb.has("VerbForm=Inf") and not cue.passive
    behind = view.words(cue.verb.number + 1, min(cue.verb.number + 1, len(view.sentence.words)))
    modal = bool(behind) and behind[0].lemma in view.language.words.modal_lemmas and not behind[0].is_finite
    future = finite.lemma in view.language.words.passive_auxiliaries and not finite.is_subjunctive
    return infinitive and finite is not cue.verb and (future or modal)


def _is_self_naming(view: View, cue: Cue) -> bool:
    """*Das Bündnis, das sich „Allianz“ nennt*: a name, nothing said."""
    clause = view.clause_of(cue.anchor).words
    reflexive = any(word.form == "sich" for word in clause)
    return reflexive and cue.lemma in view.language.words.self_naming_verbs and not cue.phrase


def _declines(view: View, cue: Cue) -> bool:
    """*wollte die Meldung nicht bestätigen*: refusing to take a stand is done by saying so."""
    stands = {stand.lemma for stand in view.language.stands if stand.negated is not None and stand.pos == "verb"}
    clause = view.clause_of(cue.anchor).words
    negated = any(word.form in view.language.words.negations for word in clause)
    return (
        cue.lemma in stands
        and negated
        and cue.finite is not None
        and cue.finite.lemma in view.language.words.refusing_modals
    )


def stand_nouns(view: View) -> Iterator[Quotation]:
    """*Aus dem offiziellen Moskau sind Dementis zu vernehmen*: a noun for a stand, and where it comes from."""
    nouns = _stand_nouns(view.language)
    for word in view.sentence.words:
        if word.upos not in {"NOUN", "PROPN"}:
            continue
        if word.lemma.lower() not in nouns and word.form.removesuffix("s") not in nouns:
            continue
        clause = view.clause_of(word)
        speaker = _origin(view, clause.first, clause.last)
        span = view.span(clause.first, min(clause.last, view.last_content))
        if speaker is not None and span is not None and clause.finite:
            yield Quotation(
                type="reported",
                marker="speech_act",
                medium="speech_writing",
                spans=(span,),
                sentence=view.sentence.number,
                rule="stand_noun",
                detail=word.text,
                cue=(word.span,),
                speaker=(speaker,),
                lemma=word.lemma,
            )


@cache
def _stand_nouns(language: Language) -> frozenset[str]:
    """Nouns for a stand that need no object: *Dementi*."""
    fitting = (entry for entry in language.stands if entry.pos == "noun" and entry.target == "none")
    return frozenset(entry.lemma.lower() for entry in fitting if entry.verdict is not None)


def _origin(view: View, first: int, last: int) -> Span | None:
    """The noun phrase behind *aus* or *von* that can speak."""
    for word in view.words(first, last):
        if word.upos == "ADP" and word.form in view.language.words.origin_prepositions:
            group = view.governed_group(word)
            if group is not None and any(item.upos == "PROPN" or item.upos == "NOUN" for item in group):
                head = next(item for item in group if item.upos in {"NOUN", "PROPN"})
                return text_span(view.phrase(head))
    return None


def _act(view: View, cue: Cue, head: Word) -> Quotation | None:
    first, last = act_range(view, cue)
    words = view.words(first, last)
    content = [
        word for word in words if word.upos not in {"PUNCT", "AUX"} and word is not cue.verb and word is not head
    ]
    speaker = speaker_span(view, head)
    if speaker is None:
        return None
    about = next((word for word in reversed(words) if _opens_object(cue, word, head)), None)
    if about is not None and speaker.start < about.start < speaker.end:
        # *spricht die Polizei | von Angriffen*
        speaker = Span(speaker.start, view.words(about.number - 1, about.number - 1)[0].end)
    own = frozenset(number for number in _phrase_numbers(view, head) if about is None or number < about.number)
    pronouns = view.language.words.object_pronouns | view.language.words.taken_up_datives
    objects = [
        word
        for word in content
        if (word.upos in {"NOUN", "PROPN", "PRON"} or word.form in pronouns) and word.number not in own
    ]
    if not objects:
        return None
    end = words[-1].end
    following = view.sentence.words[last] if last < len(view.sentence.words) else None
    if following is not None and following.text in _END and last + 1 == len(view.sentence.words):
        end = following.end
    return Quotation(
        type="reported",
        marker="speech_act",
        medium=cue.medium,
        spans=(Span(words[0].start, end),),
        sentence=view.sentence.number,
        rule="speech_act" if "act" in cue.forms else "speech_about",
        detail=cue.lemma,
        cue=cue.spans,
        speaker=(speaker,),
        certainty=cue.certainty,
        lemma=cue.lemma,
    )


def _opens_object(cue: Cue, word: Word, head: Word) -> bool:
    """The preposition of what the act is about, where the party stands between it and the verb."""
    opens = word.upos == "ADP" and word.form in cue.act_prepositions
    return opens and cue.anchor.number < head.number < word.number


def _phrase_numbers(view: View, head: Word) -> frozenset[int]:
    return frozenset(word.number for word in view.phrase(head))


def act_range(view: View, cue: Cue) -> tuple[int, int]:
    """The words of the clause around the cue, with the subordinate clauses that follow it."""
    first = _behind_subordinate(view, cue, frame_start(view, cue))
    first = _behind_first_participle(view, cue, first)
    words = view.words(first, first)
    if words and words[0].upos == "CCONJ" and first < view.last_content:
        first += 1
    index = view.clause_of(cue.anchor).number
    last = view.clauses[index].last
    for number in range(index + 1, len(view.clauses)):
        clause = view.clauses[number]
        if clause.kind == "main" and clause.finite and clause.first > cue.verb.number:
            break
        if _is_other_act(view, clause) or _is_consequence(view, cue, clause):
            break
        last = clause.last
    return first, min(_before_coordination(view, cue, first, last), view.last_content)


def _behind_subordinate(view: View, cue: Cue, first: int) -> int:
    """*Obwohl p, warnt X vor Y*: the act begins with its verb, right behind the clause before it."""
    index = view.clause_of(cue.anchor).number
    clause = view.clauses[index]
    opening = view.clause_of(view.words(first, first)[0])
    behind = clause.first == cue.anchor.number and index > 0 and opening.kind == "subordinate"
    return clause.first if behind else first


def _is_consequence(view: View, cue: Cue, clause: Clause) -> bool:
    """*X verurteilte Y, was Z empörte*: what came of it is told by the author; not *X schilderte, was geschah*."""
    if clause.opening.form not in view.language.words.resuming_relatives or not clause.finite:
        return False
    head = subject(view, cue)
    own = _phrase_numbers(view, head) if head is not None else frozenset()
    before = view.words(view.clause_of(cue.anchor).first, clause.first - 1)
    return any(word.upos in {"NOUN", "PROPN"} and word.number not in own for word in before)


def _is_other_act(view: View, clause: Clause) -> bool:
    """*A lehnte den Plan ab, während B ihn begrüßte*: what somebody else says at the same time."""
    opening = clause.opening.form
    contrasts = opening in view.language.words.adversative_subordinators
    return contrasts and any(verb.lemma in view.language.saying_lemmas for verb in clause.finite)


def _behind_first_participle(view: View, cue: Cue, first: int) -> int:
    """*X hat p verstärkt und q als Bedrohung eingestuft*: the act begins behind the conjunction."""
    if cue.finite is None or cue.finite.number >= cue.verb.number:
        return first
    seen = False
    for word in view.words(cue.finite.number + 1, cue.verb.number - 1):
        seen = seen or (word.has("VerbForm=Part") and word.upos == "VERB")
        if seen and word.upos == "CCONJ":
            return word.number
    return first


def _before_coordination(view: View, cue: Cue, first: int, last: int) -> int:
    """*X warnte vor Z und sagte, …*: the act ends before a coordinated verb."""
    reach = max(cue.verb.number, cue.anchor.number)
    for word in view.words(reach + 1, last):
        if word.upos == "CCONJ" or word.form in view.language.words.coordinators:
            following = view.words(word.number + 1, word.number + 2)
            if following and following[0].is_finite:
                return word.number - 1
    return last

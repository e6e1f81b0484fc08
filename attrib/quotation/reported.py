"""Summaries of speech acts without a clause for their content: *X fordert Y*, *X warnt vor Z*, *X kritisierte W*."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from attrib.quotation.among import those_among
from attrib.quotation.explained import explains
from attrib.quotation.frame import Frame, Stretch
from attrib.quotation.fronted import fronted, with_fronted
from attrib.quotation.idiom import is_court, says_nothing
from attrib.quotation.nameless import nobody_denies
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.resuming import resumes
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import antecedent, speaker_span
from attrib.quotation.speaks_anyway import auxiliary_of, declines, nobody_confirms, speaks_anyway
from attrib.quotation.stretch import FULL_STOPS
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import NO_CLAUSE, Clause
from attrib.text.view import View, text_span
from attrib.text.words import (
    NOUNS,
    SPEAKERS,
    any_form,
    any_lemma,
    any_subjunctive,
    any_tag,
    ends_in,
    first,
    formed,
    numbers_of,
    tagged,
)

_SUMMING = frozenset({"act", "about"})


def reported_acts(scope: Scope) -> Iterator[Quotation]:
    """The speech acts of one sentence that a clause sums up, where the subject can speak at all."""
    for frame in scope.frames:
        quoted = _quoted(scope.found, frame)
        if not _may_sum_up(frame, quoted) or frame.cue.finite is None or is_talk(frame):
            continue
        if not subject(frame) and those_among(frame, subject(frame)) is None:
            continue
        if only_announces(frame):
            continue
        speaks = scope.view.is_party(_who(frame)) or speaks_anyway(frame)
        if (
            speaks
            and not _is_toll(frame)
            and _is_done(frame)
            and not _is_unsaid(frame)
            and not _only_describes(frame)
            and not _only_relies(frame)
            and not nobody_denies(frame)
            and not _is_sentence_of_court(frame)
            and not says_nothing(frame, frame.cue.lemma)
        ):
            found = _act(frame)
            if found is not None:
                yield found


def is_talk(frame: Frame) -> bool:
    """*war von Mängeln die Rede*: a noun says that something is said, and nobody says it."""
    cue, words = frame.cue, frame.view.language.words
    return cue.phrase and cue.lemma in words.copulas and any_form(cue.words, words.talk_nouns)


def _quoted(found: Iterable[Quotation], frame: Frame) -> Quotation | None:
    """The words in quotation marks that the frame introduces."""
    return next((item for item in found if item.type == "direct" and item.cue == frame.cue.spans), None)


def _may_sum_up(frame: Frame, quoted: Quotation | None) -> bool:
    """Whether the verb can sum up an act; beside words in quotation marks only with an object of its own.

    *verteidigte den Umbau: „A.“*: a verb that takes no clause speaks where it has a quotation.
    """
    forms = frame.cue.forms
    if quoted is None:
        return not _SUMMING.isdisjoint(forms) or explains(frame)
    cites = frame.cue.lemma in frame.view.language.words.citing_verbs
    before = quoted.start > frame.cue.anchor.start and not cites
    sums_up = "clause" not in forms or not _SUMMING.isdisjoint(forms)
    return before and sums_up and _has_thing(frame, before=quoted.start)


def only_announces(frame: Frame) -> bool:
    """*Das Amt dementierte: p* · *Ähnlich äußerte sich der Wirt: p*: a frame with its content behind a colon, and
    nothing of its own that it is about."""
    view, colon = frame.view, announcing_colon(frame)
    if not colon or "clause" not in frame.cue.forms:
        return False
    nominal = frame.cue.phrase and any_tag(frame.cue.words, {"NOUN"})
    behind = view.words(frame.cue.anchor.number, colon.number)
    pointing = any_form(tagged(behind, {"PRON", "DET"}), view.language.words.object_pronouns)
    return not (nominal or pointing or _has_thing(frame, before=colon.start))


def announcing_colon(frame: Frame) -> Word:
    """The colon that ends the frame's clause; NO_WORD if none does."""
    view = frame.view
    last = view.word(act_range(frame)[1])
    return first((last, view.behind(last)), lambda word: word.text == ":")


def _has_thing(frame: Frame, *, before: int) -> bool:
    """Whether the verb has an object: *den Umbau*, not *am Montag*. In *mit den Worten: „A“*, *so: „A“* it is the words
    that are quoted."""
    view, act = frame.view, frame.view.words(*act_range(frame))
    words = [word for word in act if word.end <= before and word.upos != "PUNCT"]
    if not words or words[-1].form in view.language.words.announcing_words:
        return False
    speaker = speaker_span(view, subject(frame))
    others = [word for word in tagged(words, NOUNS) if speaker is None or not speaker.overlaps(word)]
    return any(_is_thing(frame, word) for word in others)


def _is_thing(frame: Frame, word: Word) -> bool:
    """A noun that the verb governs itself or by its preposition; beside a verb that may mean something else (*ließ die
    Zeugin wissen*, *stellte die Frage*) neither a party nor something said."""
    view = frame.view
    before = view.before(view.phrase(word)[0])
    # *sich gegen den Plan äußern*, *sich zum Dialog bekennen*: a reflexive verb has its object behind a preposition
    reflexive = any_form(frame.clause.words, view.language.words.third_reflexives)
    objective = reflexive and before.form in view.language.words.reflexive_object_prepositions
    governed = before.upos == "ADP" and not objective and before.form not in frame.cue.act_prepositions
    if governed or view.language.grammar.is_time(word):
        return False
    if "clause" in frame.cue.forms and view.is_party(word) and view.case(word) == "Dat":
        return False  # *warf der Behörde vor: „A.“*: to whom
    speaks = view.is_party(word) or noun_entry(word, view.language) is not None
    return not speaks or not _SUMMING.isdisjoint(frame.cue.forms)


def _who(frame: Frame) -> Word:
    """The noun that a relative pronoun stands for, else the subject itself."""
    head = subject(frame)
    return (antecedent(frame.view, head) if head.is_relative else NO_WORD) or head


def _is_toll(frame: Frame) -> bool:
    """*Neun Menschenleben forderte das Beben*: what the verb does not agree with was taken by it."""
    head, finite = subject(frame), frame.cue.finite or NO_WORD
    return (
        head.form in frame.view.language.words.toll_words and not head.has("Number=Sing") and finite.has("Number=Sing")
    )


def _is_unsaid(frame: Frame) -> bool:
    """*Darüber hat die Redaktion nicht berichtet*: nothing is put forward; not confirming something is a stand.

    So is *nannte keine Einzelheiten*.
    """
    cue, words = frame.cue, frame.view.language.words
    begin, last = act_range(frame)
    # *„Nicht mit uns“, rief X und kündigte Klagen an*: what was said before is not its own
    own = (word for word in frame.clause.words if begin <= word.number <= last)
    clause = frame.view.sentence.outside_attributes(tuple(own))
    if cue.phrase:
        return False
    if cue.lemma in words.telling_verbs and any_form(clause, words.negative_articles):
        return True
    negated = "act" in cue.forms and any_form(clause, words.clause_negations)
    return negated and cue.lemma not in frame.view.language.lexicon.verbs.of_stands


def _only_describes(frame: Frame) -> bool:
    """*die Kritik, die der Verband geäußert hatte*, *die Polizei, die sich auf Zeugen beruft*: whose a noun of saying
    is, and on whom somebody relies for what the sentence says; no more is put forward."""
    view, head = frame.view, subject(frame)
    if frame.clause.kind != "relative":
        return False
    whole = head.is_relative or "act" in frame.cue.forms or resumes(view, frame.clause)
    said = NO_WORD if whole else antecedent(view, frame.clause.opening)
    relies = frame.cue.lemma in view.language.words.reliance_verbs
    return relies or (bool(said) and noun_entry(said, view.language) is not None)


def _only_relies(frame: Frame) -> bool:
    """*Die Zeitung beruft sich auf Beamte*: where a report comes from; what these say may follow in a clause."""
    view, following = frame.view, frame.view.next(frame.clause)
    tells = following.kind in {"relative", "subordinate"} and any_subjunctive(following.finite)
    # *schreibt das Blatt und beruft sich auf Beamte*
    said = any_lemma(tagged(view.words(1, frame.cue.anchor.number - 1), {"VERB"}), view.language.saying_lemmas)
    relies = frame.cue.lemma in view.language.words.reliance_verbs
    return relies and (said or view.is_medium(_who(frame))) and not tells


def _is_sentence_of_court(frame: Frame) -> bool:
    """*verurteilte ihn zu einer Geldstrafe*: a court acts, it does not speak."""
    words = frame.view.language.words
    sentence = any_form(tagged(frame.clause.words, NOUNS), words.sentencing_words) or is_court(frame)
    return sentence and frame.cue.lemma in words.sentencing_verbs


def _is_done(frame: Frame) -> bool:
    """Whether the act takes place: not *will fordern*, *muss angeben*, *ist bekannt*; with its preposition."""
    view, cue, auxiliary = frame.view, frame.cue, auxiliary_of(frame)
    # *sollen … gestanden haben*: the modal, where the tagger takes *haben* for the finite form
    modals = () if cue.verb.is_finite else frame.clause.finite
    undone = any_lemma((auxiliary, *modals), view.language.words.undone_auxiliaries) and not declines(frame)
    undone = undone and not _is_perfect_passive(frame)
    opening = frame.clause.opening.form
    unreal = frame.clause.kind == "subordinate" and opening in view.language.words.unreal_subordinators
    if undone or unreal or _is_ahead(frame, auxiliary) or _is_self_naming(frame) or _is_hope(frame):
        return False
    # *forderte die Anwohner, die p, zum Rückzug auf*: up to the particle
    last = max(frame.clause.last, *(word.number for word in cue.words))
    return not cue.act_prepositions or any_form(view.words(frame.clause.first, last), cue.act_prepositions)


def _is_perfect_passive(frame: Frame) -> bool:
    """*ist von der Stadt kritisiert worden*: it is done; not *kann kritisiert worden sein*, *ist kritisiert*."""
    cue, words = frame.cue, frame.view.language.words
    perfect = cue.passive and any_form((frame.view.behind(cue.verb),), words.perfect_passive)
    return perfect and auxiliary_of(frame).lemma in words.state_auxiliaries


def _is_ahead(frame: Frame, auxiliary: Word) -> bool:
    """*wird berichten, hätte verlangen müssen*: nobody has said it yet, or ever."""
    words, verb = frame.view.language.words, frame.cue.verb
    behind = frame.view.behind(verb)
    modal = behind.lemma in words.modal_lemmas and not behind.is_finite
    future = auxiliary.lemma in words.passive_auxiliaries and not auxiliary.is_subjunctive
    return bool(auxiliary) and verb.has("VerbForm=Inf") and not frame.cue.passive and (future or modal)


def _is_self_naming(frame: Frame) -> bool:
    """*Das Bündnis, das sich „Allianz“ nennt*: a name, nothing said."""
    words = frame.view.language.words
    reflexive = any_form(frame.clause.words, words.third_reflexives)
    return reflexive and frame.cue.lemma in words.self_naming_verbs and not frame.cue.phrase


def _is_hope(frame: Frame) -> bool:
    """*verspricht sich Gewinne davon*: a wish, which is told by the author."""
    words = frame.view.language.words
    reflexive = any_form(frame.clause.words, words.third_reflexives)
    return reflexive and frame.cue.lemma in words.hoping_verbs


def stand_nouns(scope: Scope) -> Iterator[Quotation]:
    """*Aus dem offiziellen Moskau sind Dementis zu vernehmen*: a noun for a stand, and where it comes from."""
    view = scope.view
    for word in tagged(view.sentence.words, NOUNS):
        clause = view.clause_of(word)
        if not clause.finite or not _is_stand_noun(view, word):
            continue
        speaker = _origin(view, clause)
        span = view.span(clause.first, min(clause.last, view.last_content))
        if speaker is not None and span is not None:
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
                states="nothing",
            )


def _is_stand_noun(view: View, word: Word) -> bool:
    nouns = view.language.lexicon.verbs.stand_nouns
    return word.lemma.lower() in nouns or view.language.grammar.without_genitive(word.form) in nouns


def _origin(view: View, clause: Clause) -> Span | None:
    """The noun phrase behind *aus* or *von*."""
    for word in formed(tagged(clause.words, {"ADP"}), view.language.words.origin_prepositions):
        head = view.group_head(view.governed_group(word))
        if head:
            return text_span(view.phrase(head))
    return None


def _act(frame: Frame) -> Quotation | None:
    """The act, if it has an object: what is demanded, criticised, announced."""
    view, cue, head = frame.view, frame.cue, subject(frame)
    first_word, last = act_range(frame)
    words = view.words(first_word, last)
    nobody = nobody_confirms(frame)
    speaker = those_among(frame, head) or (None if nobody else speaker_span(view, head))
    about = first(reversed(words), lambda word: _opens_object(frame, word))
    opening = fronted(frame)
    if (speaker is None and not nobody) or not _has_object(frame, (*opening.words, *words), about):
        return None
    if about and speaker is not None and speaker.start < about.start < speaker.end:
        # *spricht die Polizei | von Angriffen*
        speaker = Span(speaker.start, view.before(about).end)
    following = view.word(last + 1)
    closes = following.text in FULL_STOPS and last + 1 == len(view.sentence.words)
    return Quotation(
        type="reported",
        marker="speech_act",
        medium=cue.medium,
        spans=with_fronted(frame, Span(words[0].start, following.end if closes else words[-1].end)),
        sentence=view.sentence.number,
        rule="speech_act" if "act" in cue.forms else "speech_about",
        detail=cue.lemma,
        cue=cue.spans,
        speaker=() if speaker is None else (speaker,),
        certainty=cue.certainty,
        lemma=cue.lemma,
        states="proposition" if "act" in cue.forms else "topic",
        holds_content=bool(opening),
    )


def _has_object(frame: Frame, words: Sequence[Word], about: Word) -> bool:
    """Whether a noun or pronoun beside the subject says what the act is about."""
    view, cue, head = frame.view, frame.cue, subject(frame)
    own = {number for number in numbers_of(view.phrase(head)) if not about or number < about.number}
    pronouns = view.language.words.object_pronouns | view.language.words.taken_up_datives
    passed = {*own, cue.verb.number, head.number}
    others = [word for word in words if word.number not in passed]
    taken_up = any_form(tagged(others, {"ADV"}), cue.act_prepositions)  # *Davon rückte sie ab*
    return any_tag(others, SPEAKERS) or any_form(others, pronouns) or taken_up


def _opens_object(frame: Frame, word: Word) -> bool:
    """The preposition of what the act is about, where the party stands between it and the verb."""
    opens = word.upos == "ADP" and word.form in frame.cue.act_prepositions
    return opens and frame.cue.anchor.number < subject(frame).number < word.number


def act_range(frame: Frame) -> Stretch:
    """The words of the clause around the cue, with the subordinate clauses that follow it."""
    view = frame.view
    begin = _behind_first_participle(frame, _behind_subordinate(frame))
    opening = view.word(begin)
    joins = opening.upos == "CCONJ" and opening.form not in view.language.words.pair_openers
    if joins and begin < view.last_content:
        begin += 1
    following = view.clauses[frame.clause.number + 1 :]
    own = [frame.clause, *takewhile(lambda clause: not _ends_act(frame, clause), following)]
    return begin, min(before_coordination(frame, own[-1].last), view.last_content)


def _ends_act(frame: Frame, clause: Clause) -> bool:
    main = clause.kind == "main" and bool(clause.finite) and clause.first > frame.cue.verb.number
    return main or _is_content(clause, frame) or _is_other_act(frame.view, clause) or _is_consequence(frame, clause)


def _is_content(clause: Clause, frame: Frame) -> bool:
    """*wies Berichte zurück, | wonach p* · *… | denen zufolge p*: what somebody else put forward."""
    opening, language = clause.opening.form, frame.view.language
    anaphoric = opening in language.relative_adverbs
    behind = frame.view.behind(clause.opening).form
    credited = opening in language.words.relative_datives and any(
        entry.form == behind and entry.position == "after" for entry in language.according_to
    )
    return bool(clause.finite) and (anaphoric or credited)


def _behind_subordinate(frame: Frame) -> int:
    """*Obwohl p, warnt X vor Y*: the act begins with its verb, right behind the clause before it."""
    view, clause = frame.view, frame.clause
    opens = view.clause_of(view.word(frame.first)).kind == "subordinate"
    behind = clause.first == frame.cue.anchor.number and clause.number > 0
    asked = view.previous(view.previous(clause)) if behind else NO_CLAUSE
    # *Auf die Frage, ob p, verwies X auf Y*
    answers = asked.kind == "fragment" and any(
        ends_in(noun, view.language.words.question_nouns) for noun in tagged(asked.words, {"NOUN"})
    )
    if answers and asked.number == 0:
        return asked.first
    return clause.first if behind and opens else frame.first


def _is_consequence(frame: Frame, clause: Clause) -> bool:
    """*X verurteilte Y, was Z empörte*: what came of it is told by the author; not *X schilderte, was geschah*."""
    view, head = frame.view, subject(frame)
    if clause.opening.form not in view.language.words.resuming_relatives or not clause.finite:
        return False
    own = numbers_of(view.phrase(head)) if head else set()
    before = tagged(view.words(frame.clause.first, clause.first - 1), NOUNS)
    # *verlas sechs Stunden lang, was ihm vorgeworfen wird*
    others = (
        word for word in before if word.number not in own and word.form not in view.language.lexicon.numbers.units
    )
    return not all(map(view.language.grammar.is_time, others))


def _is_other_act(view: View, clause: Clause) -> bool:
    """*A lehnte den Plan ab, während B ihn begrüßte*, *nachdem B gesagt hatte, p*: what somebody else says; *A rejected
    the plan, | saying p*: what is said besides."""
    saying = view.language.saying_lemmas
    if not view.language.grammar.VERB_SECOND and clause.kind == "fragment" and clause.content:
        adds = clause.content[-1]
        return clause.opener == "," and adds.upos == "VERB" and not adds.is_finite and adds.lemma in saying
    contrasts = clause.opening.form in view.language.words.adversative_subordinators
    tells = clause.kind == "subordinate" and any_lemma(tagged(clause.words, {"VERB"}), saying)
    return tells or (contrasts and any_lemma(clause.finite, saying))


def _behind_first_participle(frame: Frame, begin: int) -> int:
    """*X hat p verstärkt und q als Bedrohung eingestuft*: the act begins behind the conjunction."""
    auxiliary = auxiliary_of(frame)
    between = frame.view.words(auxiliary.number + 1, frame.cue.verb.number - 1) if auxiliary else ()
    participle = first(between, lambda word: word.is_participle)
    behind = (word for word in between if word.upos == "CCONJ" and word.number > participle.number > 0)
    return next((word.number for word in behind), begin)


def before_coordination(frame: Frame, last: int) -> int:
    """*X warnte vor Z und sagte, …*: the act ends before a coordinated verb."""
    view, reach = frame.view, max(frame.cue.verb.number, frame.cue.anchor.number)
    for word in view.words(reach + 1, last):
        joins = word.upos == "CCONJ" or word.form in view.language.words.coordinators
        if joins and (view.behind(word).is_finite or _is_second_plural(frame, view.behind(word))):
            return word.number - 1
    return last


def _is_second_plural(frame: Frame, word: Word) -> bool:
    """*Die Fischer beklagen A und | fürchten, dass p*: a plural looks like an infinitive, which needs another verb."""
    finite = frame.cue.finite or NO_WORD
    alone = finite is frame.cue.verb and finite.has("Number=Plur")
    return alone and word.upos == "VERB" and word.has("VerbForm=Inf")

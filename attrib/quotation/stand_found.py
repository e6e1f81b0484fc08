"""Who confirms, denies, doubts or withholds what: stands found in the text.

The status that follows is derived in `attrib.stand.status`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from attrib.quotation.frame import Frame
from attrib.quotation.idiom import is_idiom, is_pleading
from attrib.quotation.resuming import resumes
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import antecedent, speaker_span
from attrib.records import Span, Verdict
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.entries import Stand, Words
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, VERBS, any_form, ends_in

_POS = {"verb": {"VERB", "AUX"}, "noun": {"NOUN", "PROPN"}, "adjective": {"ADJ", "ADV", "VERB"}}
"""An answer (*nein*) is told by its clause, whatever the tagger takes it for."""
_ENDS = frozenset({"PUNCT", "CCONJ", ""})
"""What stands behind a verb's particle at the end of its clause."""
_NO_GROUP = frozenset({"ADP", "VERB", "AUX", "PART", "PUNCT"})
"""What does not stand between an article and its noun."""
_BESIDE_ANSWER = frozenset({"DET", "ADJ", "ADV", "PART", "INTJ", "PRON", "CCONJ", "PUNCT"})
"""What may stand beside the one word that an answer is: *alles Unsinn*, *eine glatte Lüge*."""
_DEEP = 6
"""How many words above it the verb of a noun is looked for."""


@dataclass(frozen=True, slots=True)
class StandFound:
    """A place where somebody takes a stand: the word that says so, its verdict, who, and the clause as evidence."""

    view: View
    word: Word
    stand: Stand
    verdict: Verdict
    speaker: Span | None
    agentless: bool
    evidence: Span
    continues: bool = False
    """The subject is a pronoun that takes up the stand before it in the sentence."""
    is_answer: bool = False
    """*„Unsinn“, sagte X*; *Mitnichten*: no verb, and nothing but what is said of what was said before."""

    @property
    def near(self) -> tuple[Word, ...]:
        """The words of its clause."""
        return self.view.clause_of(self.word).words


@dataclass(frozen=True, slots=True)
class _Place:
    """A word that may take a stand, in its clause."""

    view: View
    word: Word
    clause: Clause

    @property
    def words(self) -> Words:
        """The closed classes of the language."""
        return self.view.language.words

    @property
    def near(self) -> tuple[Word, ...]:
        """The words of the clause."""
        return self.clause.words

    @property
    def forms(self) -> frozenset[str]:
        """They in small letters."""
        return frozenset(word.form for word in self.clause.words)


@dataclass(frozen=True, slots=True)
class _Taker:
    """Who takes a stand, as far as its clause tells."""

    speaker: Span | None = None
    agentless: bool = True
    continues: bool = False
    is_thing: bool = False
    """*Ein Test bestätigte den Verdacht nicht*: nobody who could keep something back."""
    is_speaker: bool = False
    """*Man könne das nicht bestätigen*: whoever says so."""


def find_stands(view: View) -> tuple[StandFound, ...]:
    """The stands of one sentence, in text order, looked for once; conditions, questions and futures are none."""
    return view.kept("stands", lambda: _find_stands(view))


def _find_stands(view: View) -> tuple[StandFound, ...]:
    used: set[tuple[int, str]] = set()
    taken: set[int] = set()
    found: list[StandFound] = []
    # Verbs first: *bezweifelten das Dementi*, *wiesen das als haltlos zurück* is one stand.
    for word in sorted(view.sentence.words, key=lambda word: (word.upos != "VERB", word.number)):
        place = _Place(view, word, view.clause_of(word))
        number = place.clause.number
        if (number, word.form) in used or (number in taken and (_names_saying(view, word) or word.upos == "ADJ")):
            continue
        stand = next(_stands(place, view.language.lexicon.stands(word)), None)
        if stand is not None:
            found.append(stand)
            # *hält es für unwahrscheinlich*: the adjective takes no stand of its own.
            used.update((number, form) for form in stand.stand.words)
            taken.update([number] if word.upos == "VERB" else [])
    return tuple(sorted(found, key=lambda stand: stand.word.number))


def _names_saying(view: View, word: Word) -> bool:
    return word.upos == "NOUN" and ends_in(word, view.language.words.claim_nouns)


def _stands(place: _Place, entries: Sequence[Stand]) -> Iterator[StandFound]:
    """Those of the entries by which somebody takes a stand here."""
    for stand in entries:
        verdict = _verdict(place, stand) if _fits(place, stand) and not _is_unreal(place, stand) else None
        found = None if verdict is None else _with_party(place, stand, verdict)
        if found is not None:
            yield found


def _fits(place: _Place, stand: Stand) -> bool:
    """Whether the word and its clause are those of the entry."""
    idle = is_idiom(place.view, place.clause, stand.lemma) or is_pleading(place.view, place.clause, stand.lemma)
    fits = _is_answer(place) if stand.pos == "answer" else _is_of_kind(place.word, stand)
    if not fits or idle or _says_of_evidence(place) or _only_helps(place, stand):
        return False
    # *sei frei erfunden*, not *wurde von ihr erfunden*, *unter einem erfundenen Namen*
    does = place.word.upos == "VERB" and (_is_done(place) or _is_perfect(place))
    if stand.pos == "adjective" and (does or _is_mere_attribute(place)):
        return False
    if not _names_what_it_is_about(place, stand):
        return False
    fixed = place.view.language.grammar.expanded(stand.words)
    return place.forms.issuperset(fixed) and _has_particle(place, stand)


def _is_of_kind(word: Word, stand: Stand) -> bool:
    """Whether the word is what the entry is; *ist nicht geplant*: a participle may be taken for an adjective."""
    return word.upos in _POS[stand.pos] or (stand.of_such and word.upos == "ADJ")


def _names_what_it_is_about(place: _Place, stand: Stand) -> bool:
    """Whether the clause names what an entry asks for: what was said, one of its kind, a question."""
    wanted = (
        (stand.against, _is_against_saying),
        (stand.of_saying, lambda place: _is_of_saying(place, stand)),
        (stand.of_such, _is_of_such),
        (stand.of_question, _is_of_question),
        (stand.of_clause, _is_of_clause),
    )
    return all(holds(place) for asked, holds in wanted if asked)


def _is_of_such(place: _Place) -> bool:
    """*Ein solches Schreiben sei nicht eingegangen*, *so etwas habe er nie gesagt*: it has been told of.

    Not *solche Verträge werde man nicht unterschreiben*, *so etwas könne man nicht sagen*: that is refused.
    """
    if place.word.relation == "aux":
        return False
    finite = [word for word in place.clause.finite if word.upos == "AUX"]
    willing = any(word.lemma in place.words.refusing_modals - place.words.ability_modals for word in finite)
    able = any(word.lemma in place.words.ability_modals for word in finite)
    future = any(word.lemma in place.words.passive_auxiliaries for word in finite) and place.word.has("VerbForm=Inf")
    if willing or future or (able and place.forms & place.words.speaking_pronouns):
        return False
    pairs = {f"{word.form} {place.view.behind(word).form}" for word in place.near}
    return bool((place.forms | pairs) & place.words.such_words)


def _is_of_clause(place: _Place) -> bool:
    """*Richtig sei, dass p*; *Dass p, sei richtig*; not *Es sei richtig, dass p*, which may be praise."""
    opens = place.clause.opening is place.word and place.view.next(place.clause).kind == "complement"
    before = place.view.previous(place.clause)
    return opens or (before.kind == "complement" and place.clause.opening.is_finite)


def _is_one_of_such(place: _Place, head: Word) -> bool:
    """*Ein solches Schreiben*: what is taken up, whoever it may be called."""
    is_thing = head.upos == "NOUN" and not place.view.is_party(head)
    return is_thing or any_form((head, *place.view.sentence.children(head)), place.words.such_words)


def _is_of_question(place: _Place) -> bool:
    """*wollte nicht sagen, wer das war*; *Ob jemand verletzt wurde, teilte die Polizei nicht mit*."""
    view, asking = place.view, place.words.questions_left_open
    beside = (view.next(place.clause), view.previous(place.clause))
    return any(item.opening.form in asking and item.kind != "main" for item in beside)


def _only_helps(place: _Place, stand: Stand) -> bool:
    """*had* in *doubts had been raised*: an auxiliary whose verb is no fixed word of the entry, as *drawn* is in *would
    not be drawn*."""
    helped = place.view.sentence.head(place.word) if place.word.upos == "AUX" and place.word.relation == "aux" else None
    return helped is not None and stand.pos == "verb" and helped.form not in stand.words


def _is_answer(place: _Place) -> bool:
    """„Eine glatte Lüge“, *Mitnichten*, *Falsch*: a clause without a verb that says nothing but this."""
    others = (word for word in place.near if word is not place.word)
    return all(word.upos in _BESIDE_ANSWER for word in others)


def _is_against_saying(place: _Place) -> bool:
    """*gegen den Vorwurf*, *gegen diese Behauptungen*: what somebody is against was said; not *gegen Kritik*."""
    prepositions = (
        word for word in place.near if word.upos == "ADP" and word.form in place.words.opposing_prepositions
    )
    groups = (place.view.governed_group(word) or () for word in prepositions)
    nouns = (word for group in groups for word in group if word.upos == "NOUN")
    said = (word for word in nouns if ends_in(word, place.words.claim_nouns))
    return any(not ends_in(word, place.words.reaction_nouns) for word in said)


def _is_of_saying(place: _Place, stand: Stand) -> bool:
    """*Das stimmt*, *Der Bericht stimmt*, *Es stimmt nicht, dass p*; not *Die Kasse stimmt*."""
    if resumes(place.view, place.clause) or _has_own_clause(place) or _is_answer(place):
        return True
    if "withholds" in {stand.verdict, stand.negated} and _has_topic(place):
        return True
    if stand.pos == "noun" and any(word.lemma in place.words.speaking_of_verbs for word in place.near):
        return True  # *sprach von einer Ausrede*
    nouns = [word for word in (*_fronted(place), *place.near) if word.upos == "NOUN" and word.form not in stand.words]
    said = any(word is not place.word and ends_in(word, place.words.claim_nouns) for word in nouns)
    # *Dieser Wert ist wenig plausibel*
    pointing = place.words.pointing_determiners
    said = said or any(any_form(place.view.sentence.children(noun), pointing) for noun in nouns)
    return said or any(is_claim_pronoun(place.view, word) for word in place.near)


def _has_own_clause(place: _Place) -> bool:
    """*Es stimmt nicht, dass p*; *Dass p, stimmt nicht*."""
    before = place.view.previous(place.clause)
    fronted = before.kind == "complement" and place.clause.opening.is_finite
    return fronted or place.view.next(place.clause).kind == "complement"


def _has_topic(place: _Place) -> bool:
    """*Zum Inhalt wolle er nichts sagen*: of what nothing is said."""
    prepositions = (word for word in place.near if word.upos == "ADP" and word.form in place.words.topic_prepositions)
    groups = (place.view.governed_group(word) or () for word in prepositions)
    return any(
        word.upos in NOUNS and not place.view.language.grammar.is_time(word) for group in groups for word in group
    )


def _fronted(place: _Place) -> tuple[Word, ...]:
    """*Den Gerüchten, das Haus sei verkauft, | trat er entgegen*: what stands before its clause."""
    opens = place.clause.opening.is_finite
    before = (item for item in place.view.clauses if item.last < place.clause.first and not item.is_dependent)
    return tuple(word for item in before if opens and not item.finite for word in item.words)


def is_claim_pronoun(view: View, word: Word) -> bool:
    """*das, davon*: for what was said, and no article; the tree may take it for one (*räumte das auf Anfrage ein*)."""
    if word.form not in view.language.words.claim_pronouns or word.upos not in {"PRON", "ADV", "DET"}:
        return False
    head = view.sentence.head(word)
    is_article = word.relation == "det" and head is not None and head.upos in NOUNS
    return not is_article or view.behind(word).upos in _NO_GROUP


def _is_mere_attribute(place: _Place) -> bool:
    """*unter einem erfundenen Namen*; but *sind haltlose Vorwürfe*, *sprach von haltlosen Vorwürfen*."""
    if place.word.relation != "amod":
        return False
    noun, verb = place.view.sentence.head(place.word), _governing_verb(place)
    if noun is not None and noun.upos not in NOUNS:
        return False
    said = noun is not None and ends_in(noun, place.words.claim_nouns)
    return not said or verb is None or verb.lemma not in place.words.copulas | place.words.dismissing_verbs


def _is_perfect(place: _Place) -> bool:
    """*Der Minister habe gelogen*; but *Das sei gelogen*."""
    auxiliaries = [word for word in place.near if word.upos == "AUX"]
    return bool(auxiliaries) and not any(word.lemma in place.words.copulas for word in auxiliaries)


def _is_done(place: _Place) -> bool:
    """*wurde erfunden*; where one auxiliary tells of acts and of states (*was fabricated*), only by somebody."""
    lemmas = {word.lemma for word in place.near if word.upos == "AUX"} & place.words.passive_auxiliaries
    by_somebody = any_form(place.near, place.words.agent_prepositions)
    return bool(lemmas - place.words.state_auxiliaries) or (bool(lemmas) and by_somebody)


def _says_of_evidence(place: _Place) -> bool:
    """*keine Hinweise, die das bestätigen*, *Bilder, die das belegen könnten*: no party, and its noun says the rest.

    Nor does anything take a stand that there is not (*keine Akten, die das belegen*).
    """
    relative = place.clause.opening
    if resumes(place.view, place.clause):
        return False
    noun = antecedent(place.view, relative) if place.clause.kind == "relative" and relative.is_relative else NO_WORD
    if any(child.form in place.words.negative_articles for child in place.view.sentence.children(noun)):
        return True
    entries = place.view.language.lexicon.stands(noun) if noun.upos == "NOUN" else ()
    return any(entry.pos == "noun" for entry in entries)


def _has_particle(place: _Place, stand: Stand) -> bool:
    word = place.word
    if stand.particle is None or (word.lemma == stand.lemma and word.form.startswith(stand.particle)):
        return True
    # *räumte der Trainer, ein Ungar, | ein*
    behind = place.view.words(word.number + 1, len(place.view.sentence.words))
    own = takewhile(lambda item: not item.is_finite, behind)
    if any(item.form == stand.particle and item.deprel == "compound:prt" for item in own):
        return True
    near = (item for item in place.near if item.form == stand.particle and item.number > word.number)
    # Not *wies … nach einem Treffen zurück*: there it is a preposition.
    return any(item.relation == "compound" or place.view.behind(item).upos in _ENDS for item in near)


def _verdict(place: _Place, stand: Stand) -> Verdict | None:
    """What the word says, or what its negation says; *ein nicht genannter Zeuge bestätigte …* negates nothing."""
    if stand.pos == "answer":
        return stand.verdict
    return stand.negated if _is_negated(place) or _is_lacking(place, stand) else stand.verdict


def _is_negated(place: _Place) -> bool:
    return any_form(place.view.sentence.outside_attributes(place.clause.words), place.words.negations)


def _is_lacking(place: _Place, stand: Stand) -> bool:
    return stand.pos == "noun" and place.clause.opening.form in place.words.excluding_adjuncts


def is_lacking(stand: StandFound) -> bool:
    """*ohne Beweise vorzulegen*: what is said without evidence stands beside."""
    view = stand.view
    return _is_lacking(_Place(view, stand.word, view.clause_of(stand.word)), stand.stand)


def _is_unreal(place: _Place, stand: Stand) -> bool:
    """*Sollte sich das bewahrheiten*, *ob das stimmt*, *wird bestätigen müssen*: nobody takes a stand; but *kam, um
    sich gegen den Vorwurf zu wehren*."""
    words, kind, opening = place.words, place.clause.kind, place.clause.opening.form
    if opening in words.conditional_openers or place.view.sentence.words[-1].text == "?":
        return True
    if kind in {"complement", "subordinate"} and opening in words.undecided_openers:
        return True
    # *Hätte er das eingeräumt, …*, *bat den Verein, die Meldung zu dementieren*
    says = stand.verdict is None and _is_negated(place)  # *erklärte, damit nichts zu tun zu haben*
    real = says or (stand.against and _is_purpose(place)) or _is_lacking(place, stand) or _is_refused(place)
    wanted = kind == "infinitive" and not real
    return opening in words.condition_verbs or wanted or _is_possible_only(place)


def _is_refused(place: _Place) -> bool:
    """*teilte mit, das nicht bestätigen zu können*."""
    modal = any(word.upos == "AUX" and word.lemma in place.words.refusing_modals for word in place.near)
    return modal and _is_negated(place)


def _is_purpose(place: _Place) -> bool:
    return place.clause.opening.form in place.words.infinitive_adjuncts - place.words.excluding_adjuncts


def _is_possible_only(place: _Place) -> bool:
    """*man könnte bezweifeln*, *wird bestätigen müssen*, *könne bewiesen werden*, *wird bestätigt werden*."""
    words = place.words
    if not _is_negated(place) and _is_yet_to_come(place):
        return True
    if place.forms & words.impersonal_subjects and place.forms & words.wondering_modals:
        return True
    others = (item for item in place.near if item is not place.word and item.upos == "AUX")
    return any(item.lemma in words.future_modals and not _is_forced(place, item) for item in others)


def _is_forced(place: _Place, modal: Word) -> bool:
    """*musste einräumen*: what somebody had to do was done."""
    return modal.lemma in place.words.forced_modals and modal.has("Tense=Past")


def _is_yet_to_come(place: _Place) -> bool:
    finite = [word for word in place.clause.finite if word.upos == "AUX"]
    if any(word.lemma in place.words.ability_modals and word.form in place.words.wondering_modals for word in finite):
        return any(word.has("Mood=Sub") for word in finite)
    done = any(word.lemma in place.words.passive_auxiliaries and word not in finite for word in place.near)
    able = any(word.lemma in place.words.ability_modals and not word.has("Tense=Past") for word in finite)
    future = any(word.lemma in place.words.passive_auxiliaries for word in finite)
    return done and (able or future)


def _with_party(place: _Place, stand: Stand, verdict: Verdict) -> StandFound | None:
    verb = place.word if stand.pos == "verb" else _governing_verb(place)
    evidence = place.view.span(place.clause.first, place.clause.last)
    if evidence is None:
        return None
    if stand.pos == "noun" and verb is not None and not _takes_noun(verb, place, stand, verdict):
        return None
    doubted = stand.verdict in {"denies", "doubts"} and verdict == "confirms"
    if doubted and any_form(place.near, place.words.nobody | place.words.negative_articles):
        return None  # *Niemand bestreitet, dass p*: nobody confirms it either
    answer = _is_answer(place) and stand.pos != "verb"
    if stand.pos == "noun" and verb is None and not answer and place.view.before(place.word).upos in {"ADP", "DET"}:
        return None  # *Im Zweifel für den Angeklagten*; but *Keine Beweise*, *Zweifel an der Echtheit*
    unproven = stand.pos == "noun" and verdict == "no_evidence"
    produces = verb is not None and verb.lemma in place.words.producing_verbs
    if verb is None:
        who = _answerer(place) if answer else _Taker()
    else:
        # *Beweise legte er nicht vor*: whoever puts it forward owes them.
        who = _Taker() if unproven and produces else _taker(place, stand, verb)
    if verdict == "withholds" and _has_nothing_to_go_by(who, stand):
        verdict = "no_evidence"
    origin = _origin_phrase(place, stand, is_taker=stand.of_matter or who.is_speaker) if who.agentless else None
    who = who if origin is None else _Taker(origin, agentless=False)
    return StandFound(
        view=place.view,
        word=place.word,
        stand=stand,
        verdict=verdict,
        speaker=who.speaker,
        agentless=who.agentless,
        evidence=evidence,
        continues=who.continues,
        is_answer=answer,
    )


def _has_nothing_to_go_by(who: _Taker, stand: Stand) -> bool:
    """*Bestätigt ist das nicht*, *Ein Test bestätigte den Verdacht nicht*: nobody refuses anything."""
    if stand.target == "none":
        return False
    return (who.agentless and not who.is_speaker) or (who.is_thing and stand.verdict == "confirms")


def _taker(place: _Place, stand: Stand, verb: Word) -> _Taker:
    """The subject of the verb, if it is somebody."""
    frame = Frame.of_verb(place.view, _verb_with_subject(place, verb))
    head = NO_WORD if _has_no_agent(place, frame, stand) else _who(place, subject(frame), passive=frame.cue.passive)
    speaking = place.words.speaking_pronouns | place.words.pronouns_first_person
    if head and head.form in speaking and not frame.cue.passive:
        return _Taker(is_speaker=True)
    if not head or head is place.word or head.form in place.words.impersonal_subjects | place.words.nobody:
        return _Taker()
    is_thing = head.upos == "NOUN" and not place.view.is_party(head)
    head = _who_says(place, head)
    if _is_no(place, head) or (stand.of_such and _is_one_of_such(place, head)):
        return _Taker()
    speaker = _pair_span(place.view, head) or speaker_span(place.view, head)
    taken_up = head.upos == "PRON" and head.form in place.words.personal_subjects
    continues = taken_up and not resumes(place.view, place.clause)  # *p, was dieser bestreitet*
    return _Taker(speaker, speaker is None, continues, is_thing)


def _who_says(place: _Place, head: Word) -> Word:
    """*Diese Angaben stützt ein Protokoll*, *Eine Meldung, wonach p, | nannte ein Sprecher falsch*: what was said is no
    subject where somebody else may be."""
    if head.upos != "NOUN" or not ends_in(head, place.words.claim_nouns):
        return head
    apart = (*_fronted(place), *place.near)
    others = (
        word
        for word in apart
        if word.upos in NOUNS and word.relation not in {"nmod", "flat", "appos", "compound"} and word is not head
    )
    free = (word for word in others if not _is_governed(place.view, word) and place.view.may_be_nominative(word))
    return next((word for word in free if not ends_in(word, place.words.claim_nouns) and _speaks(place, word)), head)


def _speaks(place: _Place, word: Word) -> bool:
    return place.view.is_party(word) or place.view.language.lexicon.noun(word).reporting is not None


def _is_governed(view: View, noun: Word) -> bool:
    before = view.before(noun)
    while before.upos in {"DET", "ADJ", "NUM"}:
        before = view.before(before)
    return before.upos == "ADP"


def _is_no(place: _Place, head: Word) -> bool:
    """*Das habe kein Zeuge bestätigt*: nobody."""
    return any_form(place.view.sentence.children(head), place.words.negative_articles)


def _answerer(place: _Place) -> _Taker:
    """*Keineswegs, sagte die Ministerin*: the subject of a verb of saying right behind the answer."""
    said = place.view.next(place.clause).opening
    if not said.is_finite or said.lemma not in place.view.language.lexicon.verbs.reporting:
        return _Taker()
    head = subject(Frame.of_verb(place.view, said))
    speaker = speaker_span(place.view, head) if head and place.view.is_party(head) else None
    return _Taker(speaker, speaker is None)


def _verb_with_subject(place: _Place, verb: Word) -> Word:
    """*…, um sich gegen p zu wehren*: the verb of the clause before, whose subject does it."""
    before = place.view.previous(place.clause)
    return before.finite[0] if place.clause.kind == "infinitive" and before.finite else verb


def _who(place: _Place, head: Word, *, passive: bool) -> Word:
    """The subject, or, where the tree takes something else for it, the first of the clause who can speak.

    *Auch Huber hatte Fehler eingeräumt*; in the passive nobody, where *ihm* is no agent.
    """
    if passive and head and not _is_agent(place, head):
        return NO_WORD
    if head.upos != "NOUN" or place.view.is_party(head):
        return head
    before = (word for word in place.near if word.number < place.word.number and place.view.before(word).upos != "ADP")
    names = (word for word in before if word.upos == "PROPN" and place.view.is_party(word))
    return next((word for word in names if place.view.may_be_nominative(word)), head)


def _is_agent(place: _Place, head: Word) -> bool:
    """Whether a noun phrase stands behind a preposition for agents: *von der Reederei*."""
    if head.form in place.words.impersonal_subjects:
        return True
    phrase = place.view.phrase(head) or [head]
    first = place.view.before(phrase[0]) if phrase[0].upos != "ADP" else phrase[0]
    contracted = place.view.before(head)  # *vom Zoll* as one token
    return bool({first.form, contracted.form} & place.words.agent_prepositions)


def _pair_span(view: View, head: Word) -> Span | None:
    """*Weder das Pentagon noch die NATO*: both names of a negated pair."""
    near, words = view.clause_of(head).words, view.language.words
    opener = next((place for place, word in enumerate(near) if word.form in words.pair_openers), None)
    if opener is None or not any(word.form in words.pair_joints for word in near):
        return None
    pair = near[opener + 1 : opener + 2] + tuple(takewhile(lambda word: not word.is_finite, near[opener + 2 :]))
    names = bool(pair) and pair[0].upos not in VERBS  # not *weder bestätigen noch dementieren*
    holds_subject = any(word is head or word.number == head.number for word in pair)
    return text_span(pair) if names and holds_subject and len(pair) > 1 else None


def _governing_verb(place: _Place) -> Word | None:
    """The copula beside a noun or an adjective, or the nearest verb above it in the clause, else the clause's first."""
    copula = next((child for child in place.view.sentence.children(place.word) if child.relation == "cop"), None)
    if copula is not None:
        return copula
    judging = _judging_verb(place)
    if judging:
        return judging
    head = place.view.sentence.head(place.word)
    for _ in range(_DEEP):
        if head is None:
            break
        if head.upos in VERBS and head in place.near:
            return head
        head = place.view.sentence.head(head)
    return next((item for item in place.near if item.upos in VERBS), None)


def _judging_verb(place: _Place) -> Word:
    """*described the figure given by Oslo | as a fantasy*: whose verb has *as*, whatever the tree joins it to."""
    words = place.words
    called = any(child.form in words.comparison_particles for child in place.view.sentence.children(place.word))
    before = (word for word in place.near if word.upos == "VERB" and word.number < place.word.number)
    verbs = (word for word in before if word.lemma in words.dismissing_verbs | words.judging_verbs)
    return next(verbs, NO_WORD) if called else NO_WORD


def _takes_noun(verb: Word, place: _Place, stand: Stand, verdict: Verdict) -> bool:
    """*Beweise haben, sehen, vorlegen*, *es gibt keine Beweise*, *nannte das eine Lüge*; not *Beweise fordern*."""
    words = place.words
    dismissing = words.dismissing_verbs | words.judging_verbs
    if stand.target == "none" or (verdict in {"denies", "doubts"} and verb.lemma in dismissing):
        return True
    particles = [word.form for word in place.near if word.relation == "compound" and word.number > verb.number]
    lemmas = {verb.lemma, *(particle + verb.lemma for particle in particles)}
    there = any(word.form in words.impersonal_subjects for word in place.near)
    existential = words.existential_verbs - words.copulas  # *The letter was a hoax*: what it is, whoever is there
    if not there and lemmas & existential and place.view.is_party(subject(Frame.of_verb(place.view, verb))):
        return bool(
            lemmas & words.possession_verbs
        )  # *Die Polizei gab keine Hinweise*: whoever gives none may have some
    return bool(lemmas & (words.possession_verbs | words.existential_verbs | words.copulas))


def _has_no_agent(place: _Place, frame: Frame, stand: Stand) -> bool:
    """*ist bestätigt*, *es gibt keine Beweise*, *lässt sich nicht überprüfen*: nobody is named."""
    words = place.words
    if stand.of_matter or any_form(place.near, words.nobody):
        return True
    if stand.pos == "noun":
        # *Die Nachricht sei eine Ente*: what something is called, nobody does.
        return frame.cue.verb.lemma in words.existential_verbs | words.copulas or stand.target == "none"
    if stand.pos in {"adjective", "answer"}:
        return frame.cue.verb.lemma not in words.judging_verbs  # *Der Richter hält die Aussage für glaubhaft*
    lets = any(item.lemma in words.letting_verbs for item in place.near)
    lets_itself = lets and bool(place.forms & words.third_reflexives)
    return lets_itself or (frame.cue.passive and not subject(frame))


def _origin_phrase(place: _Place, stand: Stand, *, is_taker: bool) -> Span | None:
    """*Aus dem offiziellen Moskau sind Dementis zu vernehmen*: the place the stand comes from.

    *Bei den Fischern stieß die Meldung auf Skepsis*, *Im Ministerium glaubt man das nicht*: those among whom it is
    taken. Of what something is called that must open the clause: *Für die Fischer ist das eine Ausrede*.
    """
    anywhere = stand.target == "none"
    origins = place.words.stand_origins if anywhere else place.words.stand_places
    reach = place.near if anywhere or is_taker else place.near[:1]
    for number, word in enumerate(reach, start=1):
        if word.upos == "ADP" and word.form in origins:
            phrase = tuple(takewhile(lambda item: item.upos in {"DET", "ADJ", "NOUN", "PROPN"}, place.near[number:]))
            if phrase and (anywhere or any(_can_take(place, item) for item in phrase)):
                return text_span(phrase)
    return None


def _can_take(place: _Place, word: Word) -> bool:
    """Somebody, and nothing written: *im Ministerium*, not *im Protokoll*."""
    return place.view.is_party(word) and place.view.language.lexicon.noun(word).reporting is None

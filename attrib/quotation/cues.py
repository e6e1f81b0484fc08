"""Reporting predicates of a sentence: *sagte*, *teilte … mit*, *wies darauf hin*, *ist der Ansicht*."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from types import MappingProxyType
from typing import Literal, NamedTuple

from attrib.records import Certainty, Medium, Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import NO_CLAUSE, Clause
from attrib.text.entries import Form, ReportingPhrase, ReportingVerb, Words
from attrib.text.verbs import ANY
from attrib.text.view import View, merge_words
from attrib.text.words import all_forms, first, first_form, formed, forms_of

_OPENING = frozenset("„»‚›")
_INSERTED = frozenset({"relative", "subordinate"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_DEGREES = frozenset({"ADV", "PART"})
_EXPERIENCERS: Mapping[str, Literal["Dat", "Acc"]] = MappingProxyType({"Dat": "Dat", "Acc": "Acc"})
"""The cases that an entry may give for whoever judges."""
_REACH = 28
"""How many words a particle or a fixed word may stand from its verb."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting predicate: its lexical verb, the words that signal it and what it may introduce."""

    verb: Word
    finite: Word | None
    words: tuple[Word, ...]
    lemma: str
    passive: bool
    medium: Medium = "unknown"
    forms: tuple[Form, ...] = ()
    certainty: Certainty | None = None
    needs_document: bool = False
    phrase: bool = False
    act_prepositions: tuple[str, ...] = ()
    accuses: bool = False
    """What it introduces is held against somebody."""
    experiencer: Literal["", "Dat", "Acc"] = ""
    """The case of whoever speaks, where it is not the subject: *Dem Verband reicht das nicht*."""
    placed: bool = False
    """Nobody says what it introduces, it can be read somewhere: *geht aus dem Bericht hervor*."""
    preposition: str | None = None
    """What the verb's pronominal adverb stands for: *klagt darüber, dass p*, *klagt über X*."""

    @property
    def anchor(self) -> Word:
        """The word whose place says where the frame stands: the finite verb, else the lexical one."""
        return self.finite if self.finite is not None else self.verb

    @property
    def spans(self) -> tuple[Span, ...]:
        """The cue's words as stretches of text, neighbours merged."""
        return merge_words(self.words)


class _Candidate(NamedTuple):
    """A word that may be a reporting verb, with the words among which its particle and fixed words may stand."""

    listed: Words
    verb: Word
    lemma: str
    near: Sequence[Word]
    forms: set[str]
    particle: Word


def reporting_cues(view: View) -> tuple[Cue, ...]:
    """The reporting predicates of a sentence in text order, at most one per verb."""
    found = (_cue_of(view, word) for word in view.sentence.words if word.upos in _PREDICATES)
    return tuple(cue for cue in found if cue is not None)


def _cue_of(view: View, verb: Word) -> Cue | None:
    listed = view.language.lexicon.verbs
    lemma = listed.lemma(verb)
    phrases, verbs = listed.phrases.get(lemma, ()), listed.reporting.get(lemma, ())
    if not (phrases or verbs) or _is_modifier(view, verb):
        return None
    near = _near(view, verb)
    candidate = _Candidate(view.language.words, verb, lemma, near, forms_of(near), _particle(view, verb, near))
    # The phrase with most words first: *stellte in Frage* before *stellte eine Frage*.
    for entry, words in phrases:
        if not (ANY in words or words <= candidate.forms):
            continue
        fixed = _phrase_words(candidate, entry, words)
        if fixed:
            return _cue(view, verb, entry, _with_articles(view, fixed))
    return _verb_cue(view, candidate, verbs)


def _verb_cue(view: View, candidate: _Candidate, verbs: Iterable[ReportingVerb]) -> Cue | None:
    """The cue of the entry with most words of its own."""
    verb, words = candidate.verb, view.language.words
    auxiliary = verb.upos == "AUX" and candidate.lemma in words.modal_verbs | words.auxiliaries
    adjective = verb.upos in {"ADJ", "ADV"} and view.language.grammar.finite_verb(view.sentence, verb) is None
    if auxiliary or adjective or _is_false_participle(view, candidate):
        return None
    matches = [(entry, _match(entry, candidate)) for entry in verbs]
    fitting = [(entry, extra) for entry, extra in matches if extra is not None]
    best = max(fitting, key=lambda item: len(item[1]), default=None)
    return None if best is None else _cue(view, verb, *best)


def _is_false_participle(view: View, candidate: _Candidate) -> bool:
    """*Es ist bekannt*; not *Er hat sich zu dem Anschlag bekannt*."""
    finite = view.language.grammar.finite_verb(view.sentence, candidate.verb)
    perfect = finite is not None and finite.lemma in view.language.words.owning_verbs and _is_reflexive(candidate)
    return candidate.verb.form in candidate.listed.false_participles and not perfect


def _is_modifier(view: View, verb: Word) -> bool:
    """*entschieden abgelehnt, mehr als vorgeschrieben*: a participle that says how, not what is done."""
    if verb.is_finite or not (verb.has("VerbForm=Part") or verb.upos == "ADJ"):
        return False
    behind = view.behind(verb)
    own = not view.language.grammar.VERB_SECOND and behind.head == verb.number  # *were reported | killed*
    modifies = behind.is_participle and not own
    present = verb.has("VerbForm=Ger") or (verb.has("VerbForm=Part") and verb.has("Tense=Pres"))
    quoted = not view.language.grammar.VERB_SECOND and present  # *was quoted as | saying p*
    return modifies or (not quoted and view.before(verb).form in view.language.words.comparison_particles)


def _phrase_words(candidate: _Candidate, entry: ReportingPhrase, listed: frozenset[str]) -> list[Word]:
    """The fixed words of a phrase near the verb; empty if it is not this phrase."""
    predicate = _predicate(candidate.near, listed, candidate.listed.infinitive_markers) if ANY in listed else NO_WORD
    wanted = listed - {ANY} | {predicate.form} if predicate else listed
    if not wanted <= candidate.forms or not _has_particle(candidate, entry):
        return []
    # *wurde bekannt gegeben* is no *wurde bekannt*
    governs = (word for word in candidate.near if _is_governed_by(word, candidate.verb) and word.form not in wanted)
    return [] if candidate.verb.upos == "AUX" and any(governs) else formed(candidate.near, wanted)


def _has_particle(candidate: _Candidate, entry: ReportingPhrase) -> bool:
    """Whether the verb has the phrase's particle and no other: *gab seine Schuld zu* is no *gab … Schuld*."""
    if entry.particle is not None:
        return candidate.lemma == entry.lemma or candidate.particle.form == entry.particle
    fixed = candidate.particle.form in entry.words
    return fixed or not _changes_meaning(candidate)


def _predicate(near: Sequence[Word], listed: frozenset[str], too: frozenset[str]) -> Word:
    """*hält den Plan für unbedenklich*: the adjective behind the fixed word that nothing follows in its phrase.

    `too` are the words that the tagger may take for a preposition: *für **zu** hoch*.
    """
    for place, word in enumerate(near[:-1]):
        behind = [item for item in near[place + 1 : place + 5] if item.number <= word.number + 4]
        opens = word.form in listed and behind[:1] and behind[0].number == word.number + 1
        # *hält den Preis für viel zu hoch*
        degrees = list(takewhile(lambda item: item.upos in _DEGREES or item.form in too, behind)) if opens else []
        following, third = [*behind[len(degrees) :], NO_WORD, NO_WORD][:2]
        if opens and not _is_predicate(following) and degrees:
            following, third = degrees[-1], following
        attribute = third.number == following.number + 1 and third.upos in {"NOUN", "ADJ", "PROPN"}
        if opens and _is_predicate(following) and not attribute:
            return following
    return NO_WORD


def _is_predicate(word: Word) -> bool:
    adjective = word.upos in {"ADJ", "ADV"} or word.has("VerbForm=Part")
    return adjective and word.text.islower()


def _is_governed_by(word: Word, auxiliary: Word) -> bool:
    """Whether the word is the participle or infinitive that a passive auxiliary belongs to."""
    form = word.upos == "VERB" and (word.has("VerbForm=Part") or word.has("VerbForm=Inf"))
    return form and word.head != auxiliary.number and auxiliary.head in {word.number, word.head}


def _with_articles(view: View, fixed: Sequence[Word]) -> tuple[Word, ...]:
    """The fixed words with the article right before each noun: *vertritt **die** Ansicht*."""
    words: list[Word] = []
    for word in fixed:
        before = view.before(word)
        if before.upos == "DET" and word.upos == "NOUN" and before not in fixed:
            words.append(before)
        words.append(word)
    return tuple(words)


def _near(view: View, verb: Word) -> list[Word]:
    """The words around the verb in which its particle and fixed words may stand: its own clause, and for a verb in
    first or second place the stretches up to the next clause."""
    own = next((clause for clause in view.clauses if clause.holds(verb)), view.clause(0))
    behind = takewhile(lambda item: not (item.finite or item.kind == "infinitive"), view.clauses[own.number + 1 :])
    last = [own, *behind][-1]
    opening = takewhile(lambda item: item.kind in {"fragment", "relative"}, reversed(view.clauses[: own.number]))
    begin = own if own.is_dependent else [own, *opening][-1]
    rest = NO_CLAUSE if own.is_dependent else _behind_inserted(view, last)
    words = (*view.words(begin.first, last.last), *rest.words)
    return [word for word in words if abs(word.number - verb.number) <= _REACH]


def _behind_inserted(view: View, clause: Clause) -> Clause:
    """*wies die Kritik, die p, | zurück* · *warf ihm, nachdem p, | vor, …*: the end of a clause that others have cut in
    two; behind more than a relative clause a particle and nothing else."""
    following = view.next(clause)
    inserted = set()
    while following.kind in _INSERTED:
        inserted.add(following.kind)
        following = view.next(following)
    if not inserted or following.kind != "fragment" or following.opener != ",":
        return NO_CLAUSE
    particle = all_forms(following.content, view.language.words.separable_particles)
    return following if particle or inserted == {"relative"} else NO_CLAUSE


def _particle(view: View, verb: Word, near: Sequence[Word]) -> Word:
    """The separated particle of a finite verb: the parser's, else a particle that closes the verb's clause."""
    children = (child for child in view.sentence.children(verb) if child.deprel == "compound:prt")
    found = first(children, lambda child: not _is_of_later_verb(view, verb, child))
    before = view.before(verb)
    # *wie das Amt bekannt gab*, *hat bekannt gegeben*: written apart, before the verb that closes its clause.
    if not found and before.form in view.language.words.free_particles and before in near:
        return before
    return found or (_linear_particle(view, verb, near) if verb.is_finite else NO_WORD)


def _linear_particle(view: View, verb: Word, near: Sequence[Word]) -> Word:
    """*sprach von einem Skandal und rief … auf*: up to the next finite verb, whose particle it would be; not *warf ihm
    **versuchten** Totschlag vor*, where nothing parts the two."""
    following = (word for word in near if word.number > verb.number)
    behind = takewhile(lambda word: not (word.is_finite and _is_parted(view, verb, word)), following)
    particles = formed(behind, view.language.words.separable_particles)
    return first(particles, lambda word: _closes(view.behind(word)))


def _is_parted(view: View, verb: Word, other: Word) -> bool:
    """Whether a comma, a mark or a conjunction stands between two verbs, as it must between two finite ones."""
    return any(word.upos in {"PUNCT", "CCONJ"} for word in view.words(verb.number + 1, other.number - 1))


def _closes(following: Word) -> bool:
    """Whether nothing of the clause follows; not *riet zu „Gelassenheit“*."""
    return not following or (following.upos in {"PUNCT", "CCONJ"} and following.text not in _OPENING)


def _is_of_later_verb(view: View, verb: Word, particle: Word) -> bool:
    """*„A“, schrieb X und kündigte Klagen an* · *X sagte, das Treffen falle aus*: another verb's particle."""
    between = view.words(verb.number + 1, particle.number - 1)
    if any(word.upos == "CCONJ" and following.is_finite for word, following in pairwise(between)):
        return True
    own = next((clause for clause in view.clauses if clause.holds(particle)), NO_CLAUSE)
    return not own.holds(verb) and any(word.number < particle.number for word in own.finite)


def _match(entry: ReportingVerb, candidate: _Candidate) -> tuple[Word, ...] | None:
    """The words beside the verb that make it this entry, None if it is not."""
    particle, near = candidate.particle, candidate.near
    apart = entry.particle is not None and particle.form == entry.particle
    adverb = NO_WORD if entry.adverb is None else first_form(near, {entry.adverb})
    if not apart and not _is_whole(entry, candidate):
        return None
    if (entry.adverb_required and not adverb) or (entry.reflexive and not _is_reflexive(candidate)):
        return None
    return tuple(word for word in (particle if apart else NO_WORD, adverb) if word)


def _is_whole(entry: ReportingVerb, candidate: _Candidate) -> bool:
    """Whether the verb is the entry's in one piece: *mitteilen*; with no particle that makes it another one."""
    if candidate.lemma != entry.lemma:
        return False
    if entry.particle is not None:
        return candidate.verb.form.startswith(entry.particle)
    return not _changes_meaning(candidate)


def _is_reflexive(candidate: _Candidate) -> bool:
    pronoun = not candidate.forms.isdisjoint(candidate.listed.own_reflexives)
    return pronoun or any(word.has("Reflex=Yes") for word in candidate.near)


def _changes_meaning(candidate: _Candidate) -> bool:
    """*sagte ab* is not *sagte*; *hieß es weiter* is *hieß es*."""
    particle, words = candidate.particle, candidate.listed
    other = particle.form in words.separable_particles and particle.form not in words.continuation
    return particle.deprel == "compound:prt" and other


def _cue(view: View, verb: Word, entry: ReportingVerb | ReportingPhrase, extra: Iterable[Word]) -> Cue:
    grammar = view.language.grammar
    passive, finite = grammar.is_passive(view.sentence, verb), grammar.finite_verb(view.sentence, verb)
    words = {word.number: word for word in (verb, *extra)}
    if passive and finite is not None and abs(finite.number - verb.number) == 1:
        words[finite.number] = finite
    listed = entry if isinstance(entry, ReportingVerb) else None
    phrase = None if isinstance(entry, ReportingVerb) else entry
    adverb = None if listed is None else listed.adverb
    return Cue(
        verb=verb,
        finite=finite,
        words=tuple(words[number] for number in sorted(words)),
        lemma=entry.lemma,
        passive=passive,
        medium=entry.medium,
        forms=entry.forms,
        certainty=entry.certainty,
        needs_document=listed is not None and listed.subjects == "document",
        phrase=listed is None,
        act_prepositions=() if listed is None else listed.act_prepositions,
        accuses=entry.accuses,
        experiencer=_EXPERIENCERS.get("" if phrase is None else phrase.speaker, ""),
        placed="place" in {listed and listed.subjects, phrase and phrase.speaker},
        preposition=None if adverb is None else grammar.preposition_of(adverb),
    )

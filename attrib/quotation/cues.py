"""Reporting predicates of a sentence: *sagte*, *teilte … mit*, *wies darauf hin*, *ist der Ansicht*."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from attrib.records import Certainty, Medium, Span
from attrib.text.analysis import Sentence, Word
from attrib.text.clause import Clause
from attrib.text.entries import Form, ReportingPhrase, ReportingVerb
from attrib.text.language import Language

_ANY = "*"
"""In the words of a phrase: any adjective that stands as a predicate."""
_OPENING = frozenset("„»‚›")
_REACH = 14
"""How many words a particle or a fixed word may stand from its verb."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting predicate: its lexical verb, the words that signal it and what it may introduce."""

    verb: Word
    finite: Word | None
    words: tuple[Word, ...]
    lemma: str
    medium: Medium
    forms: tuple[Form, ...]
    certainty: Certainty | None
    passive: bool
    needs_document: bool
    phrase: bool
    act_prepositions: tuple[str, ...] = ()
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


def merge_words(words: Sequence[Word]) -> tuple[Span, ...]:
    """Stretches of text for words in order; neighbours in the sentence become one stretch."""
    spans: list[Span] = []
    last = -1
    for word in sorted(words, key=lambda item: item.number):
        if spans and word.number == last + 1:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, word.end))
        else:
            spans.append(Span(word.start, word.end))
        last = word.number
    return tuple(spans)


@cache
def _verbs(language: Language) -> dict[str, tuple[ReportingVerb, ...]]:
    """Entries by lemma and, for separable verbs, also by the lemma without its particle."""
    index: dict[str, list[ReportingVerb]] = {}
    for entry in language.reporting_verbs:
        index.setdefault(entry.lemma, []).append(entry)
        if entry.particle is not None:
            index.setdefault(entry.lemma.removeprefix(entry.particle), []).append(entry)
    return {lemma: tuple(entries) for lemma, entries in index.items()}


@cache
def _participles(language: Language) -> dict[str, str]:
    """Regular participles of the reporting verbs: the tagger takes some for adjectives and leaves them as they are."""
    return {language.grammar.participle(entry.lemma, entry.particle): entry.lemma for entry in language.reporting_verbs}


def _predicate(near: Sequence[Word], listed: frozenset[str]) -> Word | None:
    """*hält den Plan für unbedenklich*: the adjective behind the fixed word that nothing follows in its phrase."""
    for word, following, third in zip(near, near[1:], [*near[2:], None], strict=False):
        opens = word.form in listed and following.number == word.number + 1
        adjective = following.upos in {"ADJ", "ADV"} or following.has("VerbForm=Part")
        attribute = (
            third is not None and third.number == following.number + 1 and third.upos in {"NOUN", "ADJ", "PROPN"}
        )
        if opens and adjective and following.text.islower() and not attribute:
            return following
    return None


def _is_modifier(sentence: Sentence, verb: Word) -> bool:
    """*entschieden abgelehnt, mehr als vorgeschrieben*: a participle that says how, not what is done."""
    if verb.is_finite or not (verb.has("VerbForm=Part") or verb.upos == "ADJ"):
        return False
    before = sentence.words[verb.number - 2] if verb.number > 1 else None
    behind = sentence.words[verb.number] if verb.number < len(sentence.words) else None
    compared = before is not None and before.form == "als"
    return compared or (behind is not None and behind.upos == "VERB" and behind.has("VerbForm=Part"))


def _is_governed_by(word: Word, auxiliary: Word) -> bool:
    """Whether the word is the participle or infinitive that a form of *werden* belongs to."""
    return (
        word.upos == "VERB"
        and word.head != auxiliary.number
        and (word.has("VerbForm=Part") or word.has("VerbForm=Inf"))
        and auxiliary.head in {word.number, word.head}
    )


@cache
def _preterites(language: Language) -> dict[str, str]:
    """Past forms of the reporting verbs, for words that the tagger leaves as they are; a verb's own before others'."""
    verbs = [(entry.lemma, entry.particle) for entry in language.reporting_verbs]
    phrases = [(entry.lemma, entry.particle) for entry in language.reporting_phrases]
    forms: dict[str, str] = {}
    for lemma, particle in sorted(verbs + phrases, key=lambda entry: entry[1] is not None):
        for form in language.grammar.preterites(lemma, particle):
            forms.setdefault(form, lemma.removeprefix(particle or ""))
    return forms


def _lemma(word: Word, language: Language) -> str:
    if word.upos in {"ADJ", "ADV"} or word.lemma == word.text or not word.lemma.endswith("n"):
        form = word.form
        past = _preterites(language).get(form) if word.upos == "VERB" else None
        return past or _participles(language).get(form, word.lemma)
    return word.lemma.lower()  # *Kritisiert wird, dass p*: the first word of a sentence keeps its capital


@cache
def _phrases(language: Language) -> dict[str, tuple[tuple[ReportingPhrase, frozenset[str]], ...]]:
    """Entries by lemma, each with its words as the parser gives them; those with most words first."""
    index: dict[str, list[ReportingPhrase]] = {}
    for entry in language.reporting_phrases:
        index.setdefault(entry.lemma, []).append(entry)
        if entry.particle is not None:
            index.setdefault(entry.lemma.removeprefix(entry.particle), []).append(entry)
    return {
        lemma: tuple(
            (entry, frozenset(language.grammar.expanded(entry.words)))
            for entry in sorted(entries, key=lambda item: (-len(item.words), _ANY in item.words))
        )
        for lemma, entries in index.items()
    }


def reporting_cues(sentence: Sentence, clauses: Sequence[Clause], *, language: Language) -> tuple[Cue, ...]:
    """The reporting predicates of a sentence in text order, at most one per verb."""
    return tuple(
        cue
        for word in sentence.words
        if word.upos in {"VERB", "AUX", "ADJ", "ADV"}
        for cue in _cues_of(sentence, word, clauses, language=language)
    )


def _cues_of(sentence: Sentence, verb: Word, clauses: Sequence[Clause], *, language: Language) -> Iterator[Cue]:
    lemma = _lemma(verb, language)
    phrases, verbs = _phrases(language).get(lemma, ()), _verbs(language).get(lemma, ())
    if (not phrases and not verbs) or _is_modifier(sentence, verb):
        return
    near = _near(sentence, verb, clauses)
    particle = _particle(sentence, verb, near, clauses, language=language)
    # The phrase with most words first: *stellte in Frage* before *stellte eine Frage*.
    forms = {word.form for word in near} if phrases else set()
    for entry, listed in phrases:
        predicate = _predicate(near, listed) if _ANY in listed else None
        wanted = listed if predicate is None else listed - {_ANY} | {predicate.form}
        if not wanted <= forms:
            continue
        apart = entry.particle is not None and lemma != entry.lemma
        if apart and (particle is None or particle.form != entry.particle):
            continue
        if entry.particle is None and _changes_meaning(particle, language=language) and not _is_fixed(particle, entry):
            continue  # *gab seine Schuld zu* is no *gab … Schuld*
        if verb.upos == "AUX" and any(_is_governed_by(word, verb) and word.form not in wanted for word in near):
            continue  # *wurde bekannt gegeben* is no *wurde bekannt*
        fixed = [word for word in near if word.form in wanted]
        yield _cue(sentence, verb, entry, _with_articles(sentence, fixed), phrase=True, language=language)
        return
    if verb.upos == "AUX" and lemma in language.words.modal_verbs | language.words.auxiliaries:
        return
    best: tuple[ReportingVerb, tuple[Word, ...]] | None = None
    if verb.upos in {"ADJ", "ADV"} and language.grammar.finite_verb(sentence, verb) is None:
        return
    if verb.form in language.words.false_participles:
        return
    for candidate in verbs:
        extra = _match(candidate, verb, lemma, near, particle, language=language)
        if extra is not None and (best is None or len(extra) > len(best[1])):
            best = (candidate, extra)
    if best is not None:
        yield _cue(sentence, verb, best[0], best[1], phrase=False, language=language)


def _is_fixed(particle: Word | None, entry: ReportingPhrase) -> bool:
    return particle is not None and particle.form in entry.words


def _with_articles(sentence: Sentence, fixed: Sequence[Word]) -> tuple[Word, ...]:
    """The fixed words with the article right before each noun: *vertritt **die** Ansicht*."""
    words: list[Word] = []
    for word in fixed:
        before = sentence.words[word.number - 2] if word.number > 1 else None
        if before is not None and before.upos == "DET" and word.upos == "NOUN" and before not in fixed:
            words.append(before)
        words.append(word)
    return tuple(words)


def _near(sentence: Sentence, verb: Word, clauses: Sequence[Clause]) -> list[Word]:
    """The words around the verb in which its particle and fixed words may stand: its own clause, and for a verb in
    first or second place the clauses up to the next clause."""
    index = next((i for i, item in enumerate(clauses) if item.first <= verb.number <= item.last), 0)
    if not clauses:
        return []
    first, last = clauses[index].first, clauses[index].last
    for item in clauses[index + 1 :]:
        if item.finite or item.kind == "infinitive":
            break
        last = item.last
    for item in reversed(clauses[:index]):
        if item.kind not in {"fragment", "relative"} or clauses[index].is_dependent:
            break
        first = item.first
    behind = _behind_relative(clauses, last) if not clauses[index].is_dependent else None
    words = [*sentence.words[first - 1 : last]]
    if behind is not None:
        words.extend(sentence.words[behind.first - 1 : behind.last])
    return [word for word in words if abs(word.number - verb.number) <= _REACH * 2]


def _behind_relative(clauses: Sequence[Clause], last: int) -> Clause | None:
    """*wies die Kritik, die p, | zurück*: the end of a clause that a relative clause has cut in two."""
    following = [clause for clause in clauses if clause.first > last]
    if not following or following[0].kind != "relative":
        return None
    rest = next((clause for clause in following if clause.kind != "relative"), None)
    return rest if rest is not None and rest.kind == "fragment" and rest.opener == "," else None


def _particle(
    sentence: Sentence, verb: Word, near: Sequence[Word], clauses: Sequence[Clause], *, language: Language
) -> Word | None:
    """The separated particle of a finite verb: the parser's, else a particle that closes the verb's clause."""
    for child in sentence.children(verb):
        if child.deprel == "compound:prt" and not _is_of_later_verb(sentence, verb, child, clauses):
            return child
    before = sentence.words[verb.number - 2] if verb.number > 1 else None
    # *wie das Amt bekannt gab*, *hat bekannt gegeben*: written apart, before the verb that closes its clause.
    if before is not None and before.form in language.words.free_particles and before in near:
        return before
    if not verb.is_finite:
        return None
    for word in near:
        if word.number > verb.number and word.is_finite:
            return None  # *sprach von einem Skandal und rief … auf*: the particle belongs to the later verb.
        if word.number <= verb.number or word.form not in language.words.separable_particles:
            continue
        following = sentence.words[word.number] if word.number < len(sentence.words) else None
        quoted = following is not None and following.text in _OPENING  # *riet zu „Gelassenheit“*
        if following is None or (following.upos in {"PUNCT", "CCONJ"} and not quoted):
            return word
    return None


def _is_of_later_verb(sentence: Sentence, verb: Word, particle: Word, clauses: Sequence[Clause]) -> bool:
    """*„A“, schrieb X und kündigte Klagen an* · *X sagte, das Treffen falle aus*: another verb's particle."""
    between = sentence.words[verb.number : particle.number - 1]
    if any(word.upos == "CCONJ" and following.is_finite for word, following in pairwise(between)):
        return True
    own = next((item for item in clauses if item.first <= particle.number <= item.last), None)
    apart = own is not None and not own.first <= verb.number <= own.last
    return apart and own is not None and any(word.number < particle.number for word in own.finite)


def _match(
    entry: ReportingVerb,
    verb: Word,
    lemma: str,
    near: Sequence[Word],
    particle: Word | None,
    *,
    language: Language,
) -> tuple[Word, ...] | None:
    """The words beside the verb that make it this entry, None if it is not."""
    extra: list[Word] = []
    if entry.particle is not None:
        if particle is not None and particle.form == entry.particle:
            extra.append(particle)
        elif lemma != entry.lemma or not _holds_particle(verb, entry.particle):
            return None
    elif lemma != entry.lemma or _changes_meaning(particle, language=language):
        return None
    if entry.adverb is not None:
        adverb = next((word for word in near if word.form == entry.adverb), None)
        if adverb is not None:
            extra.append(adverb)
        elif entry.adverb_required:
            return None
    if entry.reflexive and not any(word.has("Reflex=Yes") or word.form in {"sich", "mich", "uns"} for word in near):
        return None
    return tuple(extra)


def _changes_meaning(particle: Word | None, *, language: Language) -> bool:
    """*sagte ab* is not *sagte*; *hieß es weiter* is *hieß es*."""
    if particle is None or particle.deprel != "compound:prt":
        return False
    form = particle.form
    return form in language.words.separable_particles and form not in language.words.continuation


def _holds_particle(verb: Word, particle: str) -> bool:
    return verb.form.startswith(particle)


def _cue(
    sentence: Sentence,
    verb: Word,
    entry: ReportingVerb | ReportingPhrase,
    extra: tuple[Word, ...],
    *,
    phrase: bool,
    language: Language,
) -> Cue:
    passive = language.grammar.is_passive(sentence, verb)
    words = {verb.number: verb, **{word.number: word for word in extra}}
    if passive:
        finite = language.grammar.finite_verb(sentence, verb)
        if finite is not None and abs(finite.number - verb.number) == 1:
            words[finite.number] = finite
    return Cue(
        verb=verb,
        finite=language.grammar.finite_verb(sentence, verb),
        words=tuple(words[number] for number in sorted(words)),
        lemma=entry.lemma,
        medium=entry.medium,
        forms=entry.forms,
        certainty=entry.certainty,
        passive=passive,
        needs_document=isinstance(entry, ReportingVerb) and entry.subjects == "document",
        phrase=phrase,
        act_prepositions=entry.act_prepositions if isinstance(entry, ReportingVerb) else (),
        preposition=_preposition(entry, language),
    )


def _preposition(entry: ReportingVerb | ReportingPhrase, language: Language) -> str | None:
    adverb = entry.adverb if isinstance(entry, ReportingVerb) else None
    return None if adverb is None else language.grammar.preposition_of(adverb)

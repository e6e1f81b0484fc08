"""Who confirms, denies, doubts or withholds what: stands found in the text.

The status that follows is derived in `attrib.stand.status`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Span, Verdict
from attrib.text.analysis import Word
from attrib.text.entries import Stand
from attrib.text.language import Language
from attrib.text.view import View


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


def find_stands(view: View, *, language: Language) -> Iterator[StandFound]:
    """The stands of one sentence, in text order; conditions, questions and futures are none."""
    used: set[tuple[int, str]] = set()
    for word in view.sentence.words:
        entries = _entries(word.lemma.lower(), word.upos == "NOUN", language)
        place = view.clause_of(word).number if entries else 0
        for stand in entries:
            found = _stand(view, word, stand, language=language)
            if found is not None and (place, word.form) not in used:
                yield found
                # *hält es für unwahrscheinlich*: the adjective takes no stand of its own.
                used.update((place, form) for form in stand.words)
                break


@lru_cache(maxsize=16_384)
def _entries(lemma: str, is_noun: bool, language: Language) -> tuple[Stand, ...]:
    """The stands a word may take: by its lemma, and where the tagger leaves a plural's ending on, without it."""
    index = _candidates(language)
    if not is_noun:
        return index.get(lemma, ())
    endings = ("", "e", "en", "n")
    forms = (lemma.removesuffix(ending) for ending in endings if lemma.endswith(ending))
    return next((index[form] for form in forms if form in index), ())


@cache
def _candidates(language: Language) -> dict[str, tuple[Stand, ...]]:
    """Stands by lemma (separable verbs also without their particle), those with more fixed words first."""
    index: dict[str, list[Stand]] = {}
    for stand in language.stands:
        lemmas = {stand.lemma.lower()}
        if stand.particle is not None:
            lemmas.add(stand.lemma.removeprefix(stand.particle).lower())
        for lemma in lemmas:
            index.setdefault(lemma, []).append(stand)
    return {lemma: tuple(sorted(stands, key=lambda item: -len(item.words))) for lemma, stands in index.items()}


_POS = {"verb": {"VERB", "AUX"}, "noun": {"NOUN"}, "adjective": {"ADJ", "ADV", "VERB"}}


def _stand(view: View, word: Word, stand: Stand, *, language: Language) -> StandFound | None:
    if word.upos not in _POS[stand.pos]:
        return None
    near = clause_of(view, word)
    forms = {item.form for item in near}
    if not set(language.grammar.expanded(stand.words)) <= forms or not _has_particle(view, word, stand, near):
        return None
    if _is_unreal(view, word, near, language=language):
        return None
    verdict = stand.negated if _is_negated(near, word, language=language) else stand.verdict
    if verdict is None:
        return None
    return _with_party(view, word, stand, verdict, near, language=language)


def clause_of(view: View, word: Word) -> tuple[Word, ...]:
    """The words of the clause that holds `word`, with nominal clauses beside it."""
    index = view.clause_of(word).number
    return view.clauses[index].words


def _has_particle(view: View, word: Word, stand: Stand, near: Sequence[Word]) -> bool:
    if stand.particle is None:
        return True
    if word.lemma == stand.lemma and (word.form.startswith(stand.particle)):
        return True
    return any(item.form == stand.particle and item.number > word.number for item in near)


def _is_unreal(view: View, word: Word, near: Sequence[Word], *, language: Language) -> bool:
    """*Sollte sich das bewahrheiten*, *ob das stimmt*, *wird bestätigen müssen*: nobody takes a stand."""
    clause = view.clause_of(word)
    opening = [item.form for item in near[:1]]
    if set(opening) & language.words.conditional_openers or view.sentence.words[-1].text == "?":
        return True
    if clause.kind in {"complement", "subordinate"} and opening[:1] and opening[0] in language.words.undecided_openers:
        return True
    # *Hätte er das eingeräumt, …*, *bat den Verein, die Meldung zu dementieren*, *man könnte bezweifeln*
    if set(opening) & language.words.condition_verbs or clause.kind == "infinitive":
        return True
    forms = {item.form for item in near}
    if forms & language.words.impersonal_subjects and forms & language.words.wondering_modals:
        return True
    return any(item.lemma in language.words.future_modals and item is not word and item.upos == "AUX" for item in near)


def _is_negated(near: Sequence[Word], word: Word, *, language: Language) -> bool:
    return any(item.form in language.words.negations for item in near)


def _with_party(
    view: View, word: Word, stand: Stand, verdict: Verdict, near: Sequence[Word], *, language: Language
) -> StandFound | None:
    verb = word if stand.pos == "verb" else _governing_verb(view, word, near)
    evidence = view.span(view.clause_of(word).first, view.clause_of(word).last)
    if evidence is None:
        return None
    if stand.pos == "noun" and verb is not None and not _takes_noun(verb, near, stand, verdict, language=language):
        return None
    frame = None if verb is None else Frame.of_verb(view, verb)
    speaker, agentless, continues = None, True, False
    if frame is not None and not _has_no_agent(view, frame, word, stand, language=language):
        head = subject(frame)
        if head and head is not word and head.form not in language.words.impersonal_subjects:
            speaker = _pair_span(view, head) or speaker_span(view, head)
            agentless = speaker is None
            continues = head.upos == "PRON" and head.form in language.words.personal_subjects
    origin = _origin_phrase(near, language=language) if agentless and stand.target == "none" else None
    if agentless and verdict == "withholds" and stand.target != "none":
        verdict = "no_evidence"  # *Bestätigt ist das nicht*: nobody refuses, there is nothing to go by.
    return StandFound(view, word, stand, verdict, speaker or origin, agentless and origin is None, evidence, continues)


def _pair_span(view: View, head: Word) -> Span | None:
    """*Weder das Pentagon noch die NATO*: both names of a negated pair."""
    index = view.clause_of(head).number
    words = view.clauses[index].words
    lowered = [word.form for word in words]
    if "weder" not in lowered or "noch" not in lowered:
        return None
    first = lowered.index("weder") + 1
    last = first
    for place in range(first, len(words)):
        if words[place].is_finite:
            break
        last = place
    names = words[first].upos not in {"VERB", "AUX"}  # not *weder bestätigen noch dementieren*
    return Span(words[first].start, words[last].end) if last > first and names else None


def _governing_verb(view: View, word: Word, near: Sequence[Word]) -> Word | None:
    head = view.sentence.head(word)
    seen = 0
    while head is not None and seen < 6:
        if head.upos in {"VERB", "AUX"} and head in near:
            return head
        head = view.sentence.head(head)
        seen += 1
    return next((item for item in near if item.upos in {"VERB", "AUX"}), None)


def _takes_noun(verb: Word, near: Sequence[Word], stand: Stand, verdict: Verdict, *, language: Language) -> bool:
    """*Beweise haben, sehen, vorlegen*, *es gibt keine Beweise*, *nannte das eine Lüge*; not *Beweise fordern*."""
    if stand.target == "none":
        return True
    if verdict == "denies" and verb.lemma in language.words.dismissing_verbs:
        return True
    particles = [word.form for word in near if word.relation == "compound" and word.number > verb.number]
    lemmas = {verb.lemma, *(particle + verb.lemma for particle in particles)}
    known = language.words.possession_verbs | language.words.existential_verbs | language.words.copulas
    return bool(lemmas & known)


def _has_no_agent(view: View, frame: Frame, word: Word, stand: Stand, *, language: Language) -> bool:
    """*ist bestätigt*, *es gibt keine Beweise*, *lässt sich nicht überprüfen*: nobody is named."""
    if stand.pos == "noun":
        return frame.cue.verb.lemma in language.words.existential_verbs or stand.target == "none"
    if stand.pos == "adjective":
        return True
    reflexive = any(item.form == "sich" for item in clause_of(view, word))
    lets = any(item.lemma == "lassen" for item in clause_of(view, word))
    return (lets and reflexive) or (frame.cue.passive and not subject(frame))


def _origin_phrase(near: Sequence[Word], *, language: Language) -> Span | None:
    """*Aus dem offiziellen Moskau sind Dementis zu vernehmen*: the place the stand comes from."""
    for place, word in enumerate(near):
        if word.upos == "ADP" and word.form in language.words.stand_origins:
            phrase: list[Word] = []
            for item in near[place + 1 :]:
                if item.upos not in {"DET", "ADJ", "NOUN", "PROPN"}:
                    break
                phrase.append(item)
            if phrase:
                return Span(phrase[0].start, phrase[-1].end)
    return None

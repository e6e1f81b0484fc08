"""Does the source put forward p or not-p?

The polarity of a statement is the product of two signs: what its frame says of it (*X bestreitet, dass p*, *glaubt
nicht, dass p*), and what its own main predicate says (`attrib.statement.predicate`). A predicate is negated by the
negations that have it in their scope (`attrib.statement.negation`) and by a meaning that negates (*unterließ*,
*unmöglich*); two of them cancel out.
"""

from collections.abc import Sequence

from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.records import Polarity
from attrib.statement.negation import has_scope, is_in_attribute, is_of_one_word
from attrib.statement.predicate import Predicate
from attrib.text.analysis import Word
from attrib.text.entries import Stand
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import VERBS, any_form, any_overlaps, ends_in, first

_BESIDE = 2
"""How many words from its verb a pronoun may stand."""
_AGAINST = frozenset({"denies", "doubts"})


def polarity(text: Text, quotation: Quotation, predicate: Predicate | None) -> Polarity:
    """The polarity of a statement that puts something forward; `predicate` is its main predicate."""
    if predicate is None:
        return "positive"
    if quotation.states == "topic":
        return "negative" if names_denied_event(text, quotation) else "positive"
    denied = quotation.type != "direct" and _is_under_denial(text, quotation, predicate)
    return "negative" if is_denied(predicate) != denied else "positive"


def is_left_open(predicate: Predicate) -> bool:
    """*ob p*, *ob p, ist unklar*: whether the statement with this main predicate leaves open what is so."""
    words = predicate.view.language.words
    open_question = words.undecided_openers & words.complementizers
    return predicate.opening.form in words.undecided_openers or predicate.all[0].form in open_question


def is_denied(predicate: Predicate) -> bool:
    """Whether the predicate says that something is not so; *er glaube, dass p*: what the speaker thinks says it."""
    against = _is_negated(predicate) != _negates(predicate)
    content = predicate.content if _is_own_thinking(predicate) else None
    return against if content is None else against != is_denied(content)


def _is_negated(predicate: Predicate) -> bool:
    """Whether an odd number of negations has the predicate in its scope, or an infinitive opens with *ohne*."""
    listed = predicate.view.language.words
    found = [word for word in predicate.words if word.form in listed.negations and has_scope(predicate, word)]
    clause = predicate.view.clause_of(predicate.opening)
    without = clause.kind == "infinitive" and predicate.opening.form in listed.excluding_adjuncts
    return (len(found) % 2 == 1) != without


def _negates(predicate: Predicate) -> bool:
    """*unterließ es, p zu tun*, *ist unmöglich*; *bestreitet, dass p*: a predicate whose meaning negates."""
    view = predicate.view
    verbs = view.language.lexicon.verbs
    lemmas = {lemma for word in predicate.words if word.upos in VERBS for lemma in _lemmas(predicate, word)}
    forms = {word.form for word in predicate.words}
    negative = view.language.words.negative_predicates
    if not negative.isdisjoint(lemmas | forms):
        return True
    content = predicate.following[:1]
    return not verbs.denying.isdisjoint(lemmas) and any(
        piece.clause.kind in {"complement", "infinitive"} for piece in content
    )


def _lemmas(predicate: Predicate, verb: Word) -> tuple[str, ...]:
    """The verb's lemma, and with the particle that ends its clause: *schließe … aus*."""
    particle = predicate.words[-1].form
    separable = predicate.view.language.words.separable_particles
    lemma = verb.lemma.lower()
    apart = verb.is_finite and particle in separable and verb.number < predicate.words[-1].number
    return (particle + lemma,) if apart else (lemma,)


def _is_own_thinking(predicate: Predicate) -> bool:
    """*er rechne damit*, *schätzen wir*: the speaker's own thinking is no second statement but his certainty."""
    language = predicate.view.language
    thinking, pronouns = language.lexicon.verbs.thinking, language.words.own_pronouns
    for place, word in enumerate(predicate.words):
        beside = predicate.words[max(0, place - _BESIDE) : place + _BESIDE + 1]
        if (
            word.upos == "VERB"
            and any_form(beside, pronouns)
            and not thinking.keys().isdisjoint(_lemmas(predicate, word))
        ):
            return True
    return False


def _is_under_denial(text: Text, quotation: Quotation, predicate: Predicate) -> bool:
    """*bestreitet, dass p* · *glaubt nicht, dass p* · *untersagte, p zu tun*; what is put in words of its own behind a
    colon or before its frame (*widersprach: p*) says itself whether it is so."""
    cue = _cue(text, quotation)
    if not cue or not (quotation.takes_up or quotation.marker in {"complement_clause", "verb_second"}):
        return False
    view = text.sentence_at(cue[0].start)
    counter = quotation.marker == "verb_second" and (
        predicate.view.before(predicate.opening).text == ":" or is_denied(predicate)
    )
    refuses = not quotation.takes_up and quotation.lemma in view.language.words.refusing_verbs
    against = not counter and (refuses or _stands_against(view, cue))
    negated = _is_clause_negated(view, cue, quotation)
    thinks = quotation.certainty is not None
    return against != negated if against or thinks else False


def _cue(text: Text, quotation: Quotation) -> list[Word]:
    return text.words_in(quotation.cue) if quotation.cue else []


def _is_clause_negated(view: View, cue: Sequence[Word], quotation: Quotation) -> bool:
    """Whether the clause of the cue has a negation outside of attributes and of what is put forward."""
    near = [word for word in view.clause_of(cue[0]).words if not quotation.covers(word)]
    found = [word for word in near if word.form in view.language.words.negations]
    return any(not is_in_attribute(view, word) and not is_of_one_word(view, word) for word in found)


def _stands_against(view: View, cue: Sequence[Word]) -> bool:
    """Whether the cue denies or doubts what it introduces, with the words of its clause."""
    return any(stand.verdict in _AGAINST and not _counters(view, stand) for stand in _stands(view, cue))


def _counters(view: View, stand: Stand) -> bool:
    """*countered that p*: a verb of saying that denies only what a noun names."""
    entries = view.language.lexicon.verbs.reporting.get(stand.lemma, ())
    says = stand.pos == "verb" and any("clause" in entry.forms for entry in entries)
    return stand.of_saying and says


def _stands(view: View, cue: Sequence[Word]) -> list[Stand]:
    """For each word of the cue the stand that it takes in its clause: of those that fit the one with most words."""
    forms = {word.form for word in view.clause_of(cue[0]).words}
    fitting = (
        [
            stand
            for stand in view.language.lexicon.stands(word)
            if forms.issuperset(view.language.grammar.expanded(stand.words)) and _has_particle(stand, word, forms)
        ]
        for word in cue
    )
    return [stands[0] for stands in fitting if stands]


def _has_particle(stand: Stand, word: Word, forms: set[str]) -> bool:
    return stand.particle is None or word.lemma == stand.lemma or stand.particle in forms


def names_denied_event(text: Text, quotation: Quotation) -> bool:
    """*dementierte die Festnahme*: a verb of denying, not negated, whose object is an event, no words of others."""
    cue = _cue(text, quotation)
    if not cue:
        return False
    view = text.sentence_at(cue[0].start)
    listed = view.language.words.event_deniers
    denies = any(stand.lemma in listed and stand.verdict == "denies" for stand in _stands(view, cue))
    return (
        denies
        and names_event(text, quotation)
        and not _is_clause_negated(view, cue, quotation.with_(spans=quotation.cue))
    )


def names_event(text: Text, quotation: Quotation) -> bool:
    """Whether a `reported` act has an object that is no word for something said: *den Tod*, not *die Vorwürfe, das*."""
    view = text.sentence_at(quotation.start)
    roles = (*quotation.speaker, *quotation.cue)
    clause = [word for word in view.sentence.words if quotation.covers(word)]
    nouns = [word for word in clause if word.upos == "NOUN" and not any_overlaps(roles, word)]
    matter = first(nouns, lambda word: not _is_adverbial(view, word))
    return bool(matter) and not _is_said(view, matter)


def _is_adverbial(view: View, noun: Word) -> bool:
    """*am Abend, nach dem Spiel, vergangene Woche*."""
    return view.language.grammar.is_time(noun) or view.before(view.phrase(noun)[0]).upos == "ADP"


def _is_said(view: View, noun: Word) -> bool:
    """*Vorwürfe, Kritik, Bericht*: what somebody says, not what happened."""
    said = noun_entry(noun, view.language)
    claims = ends_in(noun, view.language.words.claim_nouns)
    return claims or (said is not None and (said.clause or said.document))

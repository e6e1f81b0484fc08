"""What a small tagger gets wrong and word order settles, mended before the rules read a sentence.

*…, die ihn als Eskalation betrachten*: a clause that a relative pronoun or a conjunction opens, closed by a verb in the
form of the infinitive without *zu*, modal or auxiliary, has a finite plural verb there. *Diese glaubten, …* · *Einer
der Anwohner sagte …*: a determiner without a noun that depends on a verb stands for somebody.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from attrib.languages.de.attributes import attribute_changes
from attrib.languages.de.brackets import bracket_changes
from attrib.languages.de.changes import Change, Changes
from attrib.languages.de.clauses import apposed_commas
from attrib.languages.de.comparisons import comparison_changes
from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.marked_names import Marked, as_names, common_words, marked_names
from attrib.languages.de.misread import (
    NOMINAL,
    both_before_nouns,
    days,
    dotted_attributes,
    dotted_names,
    dotted_subjects,
    foreign_names,
    genitives_in_names,
    joined_articles,
    letting,
    misread_adverbs,
    misread_titles,
    opening_people,
    references,
    singular_before_names,
    standing_adjectives,
)
from attrib.languages.de.names import misread_names, name_words
from attrib.languages.de.person_names import with_persons
from attrib.languages.de.relatives import relative_changes
from attrib.text.analysis import NO_WORD, Analysis, Sentence, Word, word_at
from attrib.text.words import any_form

_VERBAL_RELATIONS = frozenset({"nsubj", "obj", "iobj"})
_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
_REPORTED = "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_UNSTRESSED = re.compile(r"[^aeiouäöüh]ere$|[^aeiouäöü]ele$")
"""*äußere, fordere, handele*: the Konjunktiv of a verb in *-ern* or *-eln*."""
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "ADV"})
_TAKEN_FOR = frozenset({"VERB", "ADJ", "ADV", "PRON"})
_ARTICLES = WORDS.articles | WORDS.pronouns_possessive
_SUBJECT_PRONOUNS = WORDS.impersonal_subjects | WORDS.speaking_pronouns | WORDS.standing_subjects
_NO_VERBS_IN_E = _ARTICLES | WORDS.personal_subjects | WORDS.adverbs_in_e
_NOMINATIVE = "Case=Nom|Number=Sing|PronType=Dem"
_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_PRESENT_OF_SAYING = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"
_RELATIVE_OBJECT = "Case=Acc|Gender=Masc|Number=Sing|PronType=Dem,Rel"
_PAST = "Mood=Ind|Person=3|Tense=Past|VerbForm=Fin"
_PREPOSITION_AND_PRONOUN = 2
_FULL_STOPS = frozenset({".", "!"})
_CLAUSE_ENDS = frozenset({",", ".", "!", "?", ";", ":", "–"})
_OPENERS = WORDS.complementizers | WORDS.subordinators
_OPENING_CLAUSES = _OPENERS | WORDS.comparative


def mended(analysis: Analysis) -> Analysis:
    """The analysis of a document with every sentence mended."""
    analysis = with_persons(analysis)
    names, marked = name_words(analysis), marked_names(analysis)
    sentences = (_with_marked(sentence, marked.get(sentence.number, ())) for sentence in analysis.sentences)
    return Analysis(tuple(mended_sentence(sentence, names) for sentence in sentences))


def _with_marked(sentence: Sentence, names: Sequence[Marked]) -> Sentence:
    """The sentence with what stands in quotation marks tagged as names, or as no names."""
    common = {word.number: "NOUN" if word.text[:1].isupper() else "ADJ" for word in common_words(sentence, names)}
    words = (replace(word, upos=common.get(word.number, word.upos)) for word in sentence.words)
    return as_names(replace(sentence, words=tuple(words)) if common else sentence, names)


def mended_sentence(sentence: Sentence, names: frozenset[str] = frozenset()) -> Sentence:
    """The sentence with such verbs marked as finite, such determiners as pronouns and the document's `names` as names;
    the same object if none."""
    changes: Changes = {}
    for find, change in _MENDINGS:
        changes |= {word.number: change for word in find(sentence)}
    changes |= {word.number: {"upos": "PROPN"} for word in misread_names(sentence, names)}
    told = _changed(sentence, changes)
    told = _changed(told, {word.number: _as_subjunctive(word) for word in _misread_subjunctives(told)})
    said = {word.number: {"upos": "VERB", "feats": _REPORTED, "lemma": f"{word.form}n"} for word in _saying_in_e(told)}
    told = _changed(told, said)
    told = _changed(told, _standing_before_articles(told))
    told = _changed(told, attribute_changes(told))
    told = _changed(told, comparison_changes(told))
    told = _changed(told, relative_changes(told))
    return _changed(told, bracket_changes(told))


def _changed(sentence: Sentence, changes: Mapping[int, Change]) -> Sentence:
    if not changes:
        return sentence
    words = (replace(word, **changes[word.number]) if word.number in changes else word for word in sentence.words)
    return replace(sentence, words=tuple(words))


def _closing_infinitives(sentence: Sentence) -> Iterator[Word]:
    """*…, die ihn als Eskalation betrachten*: a finite verb in the plural, taken for an infinitive."""
    clause: list[Word] = []
    for word in sentence.words:
        if word.upos != "PUNCT":
            clause.append(word)
        elif word.text in _CLAUSE_ENDS:
            if clause and _is_infinitive(clause[-1]) and (_lacks_finite(clause) or _is_bare_clause(sentence, clause)):
                yield clause[-1]
            clause = []


def _saying_in_relatives(sentence: Sentence) -> Iterator[Word]:
    """*ein Mann, von dem Zeugen sagen, er habe p* · *ein Mann, dem Weber nachsagt, er habe p*: behind a relative
    pronoun that is no subject the finite verb of saying whose content follows, taken for an infinitive or a
    participle."""
    if not any(map(_is_infinite_saying, sentence.words)):
        return
    stretches = list(_stretches(sentence))
    for before, stretch, content in zip(stretches, stretches[1:], stretches[2:], strict=False):
        closing = stretch[-1] if len(stretch) > _PREPOSITION_AND_PRONOUN else NO_WORD
        if (
            not _is_infinite_saying(closing)
            or not before
            or before[-1].upos not in {"NOUN", "PROPN"}
            or any(word.is_finite for word in stretch)
        ):
            continue
        pronoun = stretch[int(stretch[0].upos == "ADP")]
        oblique = pronoun is not stretch[0] or pronoun.form in WORDS.oblique_articles
        if oblique and pronoun.form in WORDS.relative_pronouns and _opens_content(content):
            yield closing


def _is_infinite_saying(word: Word) -> bool:
    return word.upos == "VERB" and word.lemma in GERMAN.saying_lemmas and not word.is_finite


def _opens_content(stretch: Sequence[Word]) -> bool:
    """*er habe p*, *dass p*."""
    opening = stretch[0] if stretch else NO_WORD
    return opening.form in WORDS.complementizers or any(word.is_finite and word.is_subjunctive for word in stretch)


def _lone_verbs(sentence: Sentence) -> Iterator[Word]:
    """*Der Zeuge, von dem die Nachbarn sagen, er sei nett, | schwieg.*: what closes the sentence alone behind a noun
    with a relative clause is the verb that the noun lacks."""
    closing = next((word for word in reversed(sentence.words) if word.upos != "PUNCT"), NO_WORD)
    misread = closing.upos in {"ADJ", "ADV", "VERB"} and closing.text.islower() and not closing.is_finite
    alone = sentence.before(closing).upos == "PUNCT" and sentence.behind(closing).text in _FULL_STOPS
    stretches = [stretch for stretch in _stretches(sentence) if stretch] if misread and alone else []
    if len(stretches) <= 2:
        return
    noun, relative, *_, last = stretches
    opens = relative[0].form in WORDS.relative_pronouns or (
        relative[0].upos == "ADP" and word_at(relative, 1).form in WORDS.relative_pronouns
    )
    lacking = noun[-1].upos in {"NOUN", "PROPN"} and not any(word.is_finite for word in noun)
    if opens and lacking and len(last) == 1:
        yield closing


def _is_infinitive(word: Word) -> bool:
    return word.upos == "VERB" and word.has("VerbForm=Inf") and word.form.endswith("n")


def _lacks_finite(clause: Sequence[Word]) -> bool:
    opener = clause[0]
    relative = opener.form in WORDS.relative_pronouns and opener.upos == "PRON"
    if not (opener.form in _OPENING_CLAUSES or relative) or len(clause) < 2 or opener.form in WORDS.infinitive_adjuncts:
        return False
    return not any(word.has("VerbForm=Fin") or (word.lemma == "zu" and word.upos == "PART") for word in clause)


def _is_bare_clause(sentence: Sentence, clause: Sequence[Word]) -> bool:
    """*…, andere Quellen berichten, …*: a subject in the plural and its verb, nothing else."""
    last = clause[-1]
    subjects = [word for word in sentence.children(last) if word.relation == "nsubj" and word in clause]
    plain = all(word.upos in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} for word in clause[:-1])
    return last.text.endswith("n") and plain and len(subjects) == 1 and subjects[0].has("Number=Plur")


def _weak_preterites(sentence: Sentence) -> Iterator[Word]:
    """*ausführte*, *zurückkehrten*: the stem of the lemma with *-te* is nothing but the preterite of a weak verb."""
    for word in sentence.words:
        weak = word.upos == "VERB" and word.lemma.endswith("n") and word.text.islower()
        if weak and not word.has("VerbForm=Fin") and _is_preterite(word.form, word.lemma):
            yield word


def _is_preterite(form: str, lemma: str) -> bool:
    stem = lemma[:-1].removesuffix("e")
    return form in {f"{stem}te", f"{stem}ten", f"{stem}ete", f"{stem}eten"} and form != lemma


def _misread_subjunctives(sentence: Sentence) -> Iterator[Word]:
    """*Die Fähre, sagte der Wirt, | fahre wieder* · *sagte zwar, das Fest | beginne im Mai*: behind a verb of saying a
    stretch without a finite verb, with a word in the form of the Konjunktiv where its verb stands."""
    reported = False
    for stretch in _stretches(sentence):
        if _follows_pronoun(sentence, stretch):
            yield stretch[1]
        elif reported:
            begun = list(takewhile(lambda word: word.upos != "CCONJ", stretch))
            verb = next((word for word in _places_of_verb(begun) if _may_be_subjunctive(sentence, word)), NO_WORD)
            if verb and not any(word.is_finite for word in begun):
                yield verb
        reported = reported or _holds_saying(stretch)


def _follows_pronoun(sentence: Sentence, stretch: Sequence[Word]) -> bool:
    """*man äußere sich nicht*, *Das treffe zu*: right behind a pronoun that is the subject stands the verb."""
    begins = len(stretch) > 2 and stretch[0].form in _SUBJECT_PRONOUNS and not any(word.is_finite for word in stretch)
    return begins and _may_be_subjunctive(sentence, stretch[1])


def _holds_saying(stretch: Sequence[Word]) -> bool:
    """*sagte der Wirt*, *teilte der Wirt mit*."""
    particles = ["", *(word.form for word in stretch if word.deprel == "compound:prt")]
    finite = [word for word in stretch if word.is_finite]
    return any(particle + word.lemma in GERMAN.saying_lemmas for word in finite for particle in particles)


def _places_of_verb(stretch: Sequence[Word]) -> Iterator[Word]:
    """Where the verb of a main clause can stand: first, if other words follow, or behind a noun phrase."""
    yield from stretch[:1]
    noun = next((place for place, word in enumerate(stretch) if word.upos in {"NOUN", "PROPN"}), len(stretch))
    if all(word.upos in _BEFORE_NOUN for word in stretch[:noun]):
        yield from stretch[noun + 1 : noun + 2]


def _stretches(sentence: Sentence) -> Iterator[list[Word]]:
    """The words between the marks."""
    stretch: list[Word] = []
    apposed = apposed_commas(sentence)
    for word in sentence.words:
        if word.upos == "PUNCT" and word.text in _CLAUSE_ENDS and word.number not in apposed:
            yield stretch
            stretch = []
        elif word.upos != "PUNCT":
            stretch.append(word)
    yield stretch


def _may_be_subjunctive(sentence: Sentence, word: Word) -> bool:
    """*fahre*, *beginne*: in the form of the Konjunktiv, whatever the tagger takes it for, and before no noun."""
    form = word.text.islower() and word.form.endswith("e") and len(word.form) > 3
    return (
        form
        and word.upos in _TAKEN_FOR
        and word.form not in _NO_VERBS_IN_E
        and sentence.behind(word).upos not in {"NOUN", "PROPN", "ADJ"}
    )


def _subjunctives_in_e(sentence: Sentence) -> Iterator[Word]:
    """*es handele sich*, *sie bewältige das*: no third person of the indicative is the stem of its lemma with *-e*."""
    if any(map(_is_indicative_in_e, sentence.words)):
        for stretch in _stretches(sentence):
            if not any_form(stretch, WORDS.pronouns_first_person):
                yield from filter(_is_indicative_in_e, stretch)


def _saying_in_e(sentence: Sentence) -> Iterator[Word]:
    """*Dieser behaupte, p*: the Konjunktiv of a verb of saying before a comma, the only verb there, taken for an
    adjective of the noun behind."""
    for stretch in [*_stretches(sentence)][:-1]:
        closing = stretch[-1] if stretch else NO_WORD
        said = closing.upos == "ADJ" and f"{closing.form}n" in GERMAN.saying_lemmas
        if said and len(stretch) > 1 and not any(word.is_finite for word in stretch):
            yield closing


def _is_indicative_in_e(word: Word) -> bool:
    """Taken for an indicative of the third person."""
    if word.upos != "VERB" or not word.form.endswith("e") or not _is_stem_in_e(word.form, word.lemma):
        return False
    return word.has("Mood=Ind") and word.has("Person=3") and not word.has("Number=Plur")


def _is_stem_in_e(form: str, lemma: str) -> bool:
    stem = lemma.removesuffix("n")
    return lemma.endswith("n") and form == (stem if stem.endswith("e") else stem + "e")


def _as_subjunctive(word: Word) -> Change:
    """*fahre*: *fahren*; *äußere, handele*: *äußern, handeln*."""
    unstressed = _UNSTRESSED.search(word.form) is not None
    return {"upos": "VERB", "lemma": (word.form[:-1] if unstressed else word.form) + "n", "feats": _REPORTED}


def _misread_prepositions(sentence: Sentence) -> Iterator[Word]:
    """*während die Stadt den Plan ablehnte*: taken for a preposition, but the clause ends with its finite verb."""
    for word in sentence.words:
        if word.upos == "ADP" and word.form in WORDS.adversative_subordinators:
            inner = list(takewhile(lambda item: item.upos != "PUNCT", sentence.words[word.number :]))
            finite = [item for item in inner if item.has("VerbForm=Fin")]
            if len(finite) == 1 and finite[0] is inner[-1] and len(inner) > 1:
                yield word


def _capitalised(forms: frozenset[str]) -> Callable[[Sentence], Iterator[Word]]:
    """*Angesichts des Urteils …*, *Besorgt äußerte sich …*: no nouns, though the sentence begins with a capital."""

    def find(sentence: Sentence) -> Iterator[Word]:
        first = next((word for word in sentence.words if word.upos != "PUNCT"), NO_WORD)
        if first.upos in {"NOUN", "PROPN"} and first.form in forms:
            yield first

    return find


def _misread_relatives(sentence: Sentence) -> Iterator[Word]:
    """*Beide betonten p*: what opens no relative clause."""
    return (word for word in sentence.words if word.is_relative and word.has("Case=Nom") and word.form in WORDS.both)


def _standing_determiners(sentence: Sentence) -> Iterator[Word]:
    """Determiners that depend on a verb, with no noun or adjective behind them; not *Das* in *Das sagte der Wirt*."""
    for word in sentence.words:
        if word.upos != "DET" or word.relation not in _VERBAL_RELATIONS or word.form in WORDS.object_pronouns:
            continue
        behind = sentence.behind(word)
        adverb = behind.upos == "ADJ" and behind.relation == "advmod"  # *was dieser umgehend bestritt*
        if sentence.word(word.head).upos in {"VERB", "AUX"} and (adverb or behind.upos not in NOMINAL):
            yield word


def _relative_subjects(sentence: Sentence) -> Iterator[Word]:
    """*Der Zeuge, der behauptete, …*: taken for an article, though it is the subject of a relative clause."""
    for word in _standing_determiners(sentence):
        is_relative = sentence.before(word).text == "," and word.form in WORDS.relative_pronouns
        if is_relative and word.relation == "nsubj" and sentence.word(word.head).relation == "acl":
            yield word


def _standing_before_articles(sentence: Sentence) -> Changes:
    """*…, worauf dieser | keine Auskunft geben wollte*: a noun has one article, so that the first is the subject."""
    changes: Changes = {}
    for word in sentence.words:
        if word.upos != "DET":
            continue
        noun, behind = sentence.head(word) or NO_WORD, sentence.behind(word)
        stands = word.form in WORDS.latter_words
        if _is_relative_object(sentence, word):
            changes[word.number] = {"upos": "PRON", "head": noun.head, "deprel": "obj", "feats": _RELATIVE_OBJECT}
            changes[noun.number] = {"deprel": "nsubj"}
        elif stands and behind.upos == "DET" and behind.head == word.head and sentence.word(noun.head).upos == "VERB":
            changes[word.number] = {"upos": "PRON", "head": noun.head, "deprel": "nsubj", "feats": _NOMINATIVE}
            if noun.relation == "nsubj":
                changes[noun.number] = {"deprel": "obj"}
    return changes


def _is_relative_object(sentence: Sentence, word: Word) -> bool:
    """*ein Beamter, **den** die Zeitung zitiert*: of two articles of one noun the first is the object."""
    noun, behind = sentence.head(word) or NO_WORD, sentence.behind(word)
    opens = word.upos == "DET" and word.form == "den" and sentence.before(word).text == ","
    own = behind.upos == "DET" and behind.head == word.head
    return opens and own and noun.relation in {"obj", "nsubj"} and sentence.word(noun.head).relation == "acl"


def _misread_infinitives(sentence: Sentence) -> Iterator[Word]:
    """*stattzugeben*, *einzuleiten*, *zu gehen*: with *zu* a verb is never finite."""
    for word in sentence.words:
        if word.text.endswith("n") and (_is_fused_infinitive(word) or _follows_zu(sentence, word)):
            yield word


def _is_fused_infinitive(word: Word) -> bool:
    """A particle, *zu* and a verb in one word."""
    form = word.text
    if "zu" not in form or word.has("VerbForm=Inf"):
        return False
    if word.upos == "VERB" and _is_lemma_with_zu(form, word.lemma):
        return True
    if not form.islower() or form.endswith("enden"):
        return False
    head, zu, stem = form.partition("zu") if not form.startswith("zu") else ("zu", *form[2:].partition("zu")[1:])
    return bool(zu) and len(stem) >= 4 and head in WORDS.separable_particles


def _is_lemma_with_zu(form: str, lemma: str) -> bool:
    """*stillzulegen, stilllegen*: the form is its lemma with *zu* inside."""
    return len(form) == len(lemma) + 2 and any(
        form[place : place + 2] == "zu" and form[:place] + form[place + 2 :] == lemma for place in range(2, len(form))
    )


def _misread_participles(sentence: Sentence) -> Iterator[Word]:
    """*den Schuss gehört zu haben*: before *zu* and an auxiliary no verb is finite."""
    for word in sentence.words:
        if word.upos == "VERB" and word.has("VerbForm=Fin"):
            marker, auxiliary = sentence.behind(word), sentence.behind(word, 2)
            if marker.upos == "PART" and marker.lemma == "zu" and auxiliary.form in WORDS.perfect_infinitives:
                yield word


def _closing_participles(sentence: Sentence) -> Iterator[Word]:
    """*haben X und Y berichtet*: behind an auxiliary what closes the stretch in the form of a participle is one."""
    for stretch in _stretches(sentence):
        closing = stretch[-1] if stretch else NO_WORD
        if closing.upos != "VERB" or not closing.form.endswith("t"):
            continue
        finite = [word for word in stretch if word.is_finite]
        pair = len(finite) == 2 and finite[0].upos == "AUX" and finite[1] is closing
        if pair and _opens_main(stretch, finite[0]):
            yield closing


def _closing_presents(sentence: Sentence) -> Iterator[Word]:
    """*Wie die Zeitung berichtet, …*: what closes a clause that a conjunction opens, and has a subject there, is finite
    where nothing else is."""
    for closing in (stretch[-1] for stretch in _stretches(sentence) if stretch):
        if not closing.is_participle or not closing.form.endswith("t"):
            continue
        children = sentence.children(closing)
        if any(child.upos == "AUX" for child in children):
            continue
        subject = next((child for child in children if child.relation == "nsubj"), NO_WORD)
        # *die Zeitung, die einen Beamten zitiert, …*
        relative = subject.is_relative and sentence.before(subject).text == ","
        if relative or any(_opens_with(word) for word in sentence.subtree(closing) if word.number < subject.number):
            yield closing


def _opens_with(word: Word) -> bool:
    return word.upos == "SCONJ" or word.form in WORDS.comparative


def _opens_main(stretch: Sequence[Word], auxiliary: Word) -> bool:
    """Whether nothing before the auxiliary joins another verb to it: *hat gezögert und berichtet*."""
    between = stretch[stretch.index(auxiliary) : -1]
    return between[-1].upos != "CCONJ" and stretch[0].form not in _OPENERS


def _follows_zu(sentence: Sentence, word: Word) -> bool:
    """*zu gehen*: what stands behind the particle is an infinitive."""
    if word.upos != "VERB" or not word.has("VerbForm=Fin"):
        return False
    before = sentence.before(word)
    return before.upos == "PART" and before.lemma == "zu"


Find = Callable[[Sentence], Iterator[Word]]


_MENDINGS: tuple[tuple[Find, Change], ...] = (
    (_closing_infinitives, {"feats": _PLURAL}),
    (_saying_in_relatives, {"feats": _PRESENT_OF_SAYING}),
    (_lone_verbs, {"upos": "VERB", "feats": _PAST}),
    (_weak_preterites, {"feats": _PAST}),
    (_subjunctives_in_e, {"feats": _REPORTED}),
    (_misread_prepositions, {"upos": "SCONJ"}),
    (_capitalised(WORDS.opening_adverbs), {"upos": "ADV"}),
    (_capitalised(WORDS.opening_prepositions), {"upos": "ADP"}),
    (_standing_determiners, {"upos": "PRON"}),
    (_misread_relatives, {"feats": "Case=Nom|Number=Plur|PronType=Ind"}),
    (_relative_subjects, {"upos": "PRON", "feats": "Case=Nom|PronType=Dem,Rel"}),
    (_misread_infinitives, {"upos": "VERB", "feats": "VerbForm=Inf"}),
    (_misread_participles, {"feats": "VerbForm=Part"}),
    (_closing_participles, {"feats": "VerbForm=Part"}),
    (_closing_presents, {"feats": _PRESENT}),
    (references, {"upos": "NOUN"}),
    (opening_people, {"upos": "NOUN"}),
    (standing_adjectives, {"upos": "NOUN"}),
    (both_before_nouns, {"upos": "DET"}),
    (days, {"upos": "NOUN"}),
    (genitives_in_names, {"upos": "NOUN"}),
    (letting, {"lemma": "lassen"}),
    (misread_adverbs, {"upos": "ADV", "feats": ""}),
    (misread_titles, {"upos": "PROPN", "feats": ""}),
    (foreign_names, {"upos": "PROPN"}),
    (joined_articles, {"upos": "PROPN"}),
    (dotted_names, {"upos": "PROPN"}),
    (dotted_subjects, {"upos": "PROPN", "deprel": "nsubj"}),
    (dotted_attributes, {"upos": "PROPN", "deprel": "nmod"}),
    (singular_before_names, {"deprel": "nsubj", "feats": "Case=Nom|Gender=Masc|Number=Sing"}),
)
"""What is found, and which tags it gets; where two find the same word, the later one counts."""

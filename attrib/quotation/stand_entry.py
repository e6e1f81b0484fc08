"""Whether a word and its clause are those of an entry in the list of stands: kind, fixed words, what it must name."""

from itertools import takewhile

from attrib.quotation.idiom import is_idiom, is_pleading
from attrib.quotation.resuming import resumes
from attrib.quotation.speaker_phrase import antecedent
from attrib.quotation.stand_place import Place, excuse, governing_verb, is_claim_pronoun
from attrib.text.analysis import NO_WORD, Word
from attrib.text.entries import Stand
from attrib.text.words import NOUNS, any_form, ends_in

_BESIDE_ANSWER = frozenset({"DET", "ADJ", "ADV", "PART", "INTJ", "PRON", "CCONJ", "PUNCT"})
"""What may stand beside the one word that an answer is: *alles Unsinn*, *eine glatte Lüge*."""
_BEFORE_ATTRIBUTE = frozenset({"DET", "ADP", "ADJ", "PUNCT"})
_ENDS = frozenset({"PUNCT", "CCONJ", ""})
"""What stands behind a verb's particle at the end of its clause."""
_POS = {"verb": {"VERB", "AUX"}, "noun": {"NOUN", "PROPN"}, "adjective": {"ADJ", "ADV", "VERB"}}
"""An answer (*nein*) is told by its clause, whatever the tagger takes it for."""


def fits_entry(place: Place, stand: Stand) -> bool:
    """Whether the word and its clause are those of the entry."""
    if not _has_its_words(place, stand) or _says_of_evidence(place) or _only_helps(place, stand):
        return False
    if is_idiom(place.view, place.clause, stand.lemma) or is_pleading(place.view, place.clause, stand.lemma):
        return False
    before = place.view.before(place.word)
    if stand.pos == "verb" and place.word.relation == "amod" and before.upos in _BEFORE_ATTRIBUTE:
        return False  # *a town on the disputed border*: what it is like, and nobody says so here
    if _is_part_of_attribute(place, stand):
        return False
    # *sei frei erfunden*, not *wurde von ihr erfunden*, *unter einem erfundenen Namen*
    does = place.word.upos == "VERB" and (_is_done(place) or _is_perfect(place))
    if stand.pos == "adjective" and (does or _is_mere_attribute(place) or _judges_act(place, stand)):
        return False
    return _names_what_it_is_about(place, stand)


def _has_its_words(place: Place, stand: Stand) -> bool:
    """Whether the word is what the entry is, and the clause has the entry's fixed words and its particle."""
    if not (is_answer(place) if stand.pos == "answer" else _is_of_kind(place.word, stand)):
        return False
    fixed = place.view.language.grammar.expanded(stand.words) if stand.words else ()
    return (not fixed or place.forms.issuperset(fixed)) and _has_particle(place, stand)


def _is_of_kind(word: Word, stand: Stand) -> bool:
    """Whether the word is what the entry is; *ist nicht geplant*: a participle may be taken for an adjective."""
    return word.upos in _POS[stand.pos] or (stand.of_such and word.upos == "ADJ")


def _names_what_it_is_about(place: Place, stand: Stand) -> bool:
    """Whether the clause names what an entry asks for: what was said, one of its kind, a question."""
    wanted = (
        (stand.against, _is_against_saying),
        (stand.of_saying, lambda place: _is_of_saying(place, stand)),
        (stand.of_such, _is_of_such),
        (stand.of_question, _is_of_question),
        (stand.of_clause, _is_of_clause),
    )
    return all(holds(place) for asked, holds in wanted if asked)


def _is_of_such(place: Place) -> bool:
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


def _is_of_clause(place: Place) -> bool:
    """*Richtig sei, dass p*; *Dass p, sei richtig*; not *Es sei richtig, dass p*, which may be praise."""
    opens = place.clause.opening is place.word and place.view.next(place.clause).kind == "complement"
    before = place.view.previous(place.clause)
    return opens or (before.kind == "complement" and place.clause.opening.is_finite)


def is_one_of_such(place: Place, head: Word) -> bool:
    """*Ein solches Schreiben*: what is taken up, whoever it may be called."""
    is_thing = head.upos == "NOUN" and not place.view.is_party(head)
    return is_thing or any_form((head, *place.view.sentence.children(head)), place.words.such_words)


def _is_of_question(place: Place) -> bool:
    """*wollte nicht sagen, wer das war*; *Ob jemand verletzt wurde, teilte die Polizei nicht mit*."""
    view, asking = place.view, place.words.questions_left_open
    beside = (view.next(place.clause), view.previous(place.clause))
    return any(item.opening.form in asking and item.kind != "main" for item in beside)


def _only_helps(place: Place, stand: Stand) -> bool:
    """*had* in *doubts had been raised*: an auxiliary whose verb is no fixed word of the entry, as *drawn* is in *would
    not be drawn*."""
    helped = place.view.sentence.head(place.word) if place.word.upos == "AUX" and place.word.relation == "aux" else None
    return helped is not None and stand.pos == "verb" and helped.form not in stand.words


def is_answer(place: Place) -> bool:
    """„Eine glatte Lüge“, *Mitnichten*, *Falsch*: a clause without a verb that says nothing but this."""
    definite = any(child.has("Definite=Def") for child in place.view.sentence.children(place.word))
    if definite and place.view.next(place.clause).kind in {"complement", "infinitive"}:
        return False  # *Der Beweis, dass p, steht aus*
    others = (word for word in place.near if word is not place.word)
    return all(word.upos in _BESIDE_ANSWER for word in others)


def _is_against_saying(place: Place) -> bool:
    """*gegen den Vorwurf*, *gegen diese Behauptungen*: what somebody is against was said; not *gegen Kritik*."""
    prepositions = (
        word for word in place.near if word.upos == "ADP" and word.form in place.words.opposing_prepositions
    )
    groups = (place.view.governed_group(word) or () for word in prepositions)
    nouns = (word for group in groups for word in group if word.upos == "NOUN")
    said = (word for word in nouns if ends_in(word, place.words.claim_nouns))
    return any(not ends_in(word, place.words.reaction_nouns) or _is_taken_up(place, word) for word in said)


def _is_taken_up(place: Place, noun: Word) -> bool:
    """*gegen diese Kritik*: what has just been said."""
    return any_form(place.view.sentence.children(noun), place.words.pointing_determiners)


def _is_of_saying(place: Place, stand: Stand) -> bool:
    """*Das stimmt*, *Der Bericht stimmt*, *Es stimmt nicht, dass p*; not *Die Kasse stimmt*."""
    told = _has_own_clause(place) and not _tells_itself(place, stand)
    if resumes(place.view, place.clause) or told or is_answer(place):
        return True
    withholds = "withholds" in {stand.verdict, stand.negated}
    if withholds and (_has_topic(place) or any(excuse(place.view, place.near))):
        return True
    if stand.pos == "noun" and any(word.lemma in place.words.speaking_of_verbs for word in place.near):
        return True  # *sprach von einer Ausrede*
    nouns = [word for word in (*fronted(place), *place.near) if word.upos == "NOUN" and word.form not in stand.words]
    said = any(word is not place.word and ends_in(word, place.words.claim_nouns) for word in nouns)
    # *Dieser Wert ist wenig plausibel*
    pointing = place.words.pointing_determiners
    said = said or any(any_form(place.view.sentence.children(noun), pointing) for noun in nouns)
    return said or any(is_claim_pronoun(place.view, word) for word in place.near)


def _has_own_clause(place: Place) -> bool:
    """*Es stimmt nicht, dass p*; *Dass p, stimmt nicht*."""
    before = place.view.previous(place.clause)
    fronted = before.kind == "complement" and place.clause.opening.is_finite
    return fronted or place.view.next(place.clause).kind == "complement"


def _tells_itself(place: Place, stand: Stand) -> bool:
    """*countered that p*: a verb of saying whose own clause is what the speaker holds against somebody."""
    entries = place.view.language.lexicon.verbs.reporting.get(place.word.lemma, ())
    denies = stand.pos == "verb" and stand.verdict in {"denies", "doubts"}
    return denies and any("clause" in entry.forms for entry in entries)


def _has_topic(place: Place) -> bool:
    """*Zum Inhalt wolle er nichts sagen*: of what nothing is said."""
    prepositions = (word for word in place.near if word.upos == "ADP" and word.form in place.words.topic_prepositions)
    groups = (place.view.governed_group(word) or () for word in prepositions)
    return any(
        word.upos in NOUNS and not place.view.language.grammar.is_time(word) for group in groups for word in group
    )


def fronted(place: Place) -> tuple[Word, ...]:
    """*Den Gerüchten, das Haus sei verkauft, | trat er entgegen*: what stands before its clause."""
    opens = place.clause.opening.is_finite
    before = (item for item in place.view.clauses if item.last < place.clause.first and not item.is_dependent)
    return tuple(word for item in before if opens and not item.finite for word in item.words)


def _is_part_of_attribute(place: Place, stand: Stand) -> bool:
    """*falsch-positive Befunde*, *falsch abgerechnete Leistungen*: how something is, of which the noun is told."""
    head = place.view.sentence.head(place.word)
    within = head is not None and head.relation == "amod" and place.word.relation == "advmod"
    behind = place.view.behind(place.word).text
    return stand.pos == "adjective" and (within or (behind.startswith("-") and len(behind) > 1))


def _is_mere_attribute(place: Place) -> bool:
    """*unter einem erfundenen Namen*; but *sind haltlose Vorwürfe*, *sprach von haltlosen Vorwürfen*."""
    if place.word.relation != "amod":
        return False
    noun, verb = place.view.sentence.head(place.word), governing_verb(place)
    if noun is not None and noun.upos not in NOUNS:
        return False
    said = noun is not None and ends_in(noun, place.words.claim_nouns)
    if noun is not None and noun.relation == "nsubj":
        return True  # *The true number is higher*
    return not said or verb is None or verb.lemma not in place.words.copulas | place.words.dismissing_verbs


def _judges_act(place: Place, stand: Stand) -> bool:
    """*It would be wrong | to sue*: what somebody does is judged, and not what somebody has said; *wrong to say so*."""
    if stand.verdict not in {"denies", "confirms"} or place.word.upos != "ADJ":
        return False
    view = place.view
    behind = (word for word in view.sentence.subtree(place.word) if word.number > place.word.number)
    verb = next((word for word in behind if word.upos == "VERB"), NO_WORD)
    to = (child for child in view.sentence.children(verb) if child.upos == "PART")
    marked = bool(verb) and any(child.form in place.words.infinitive_markers for child in to)
    return marked and verb.lemma not in view.language.lexicon.verbs.reporting


def _is_perfect(place: Place) -> bool:
    """*Der Minister habe gelogen*; but *Das sei gelogen*."""
    auxiliaries = [word for word in place.near if word.upos == "AUX"]
    return bool(auxiliaries) and not any(word.lemma in place.words.copulas for word in auxiliaries)


def _is_done(place: Place) -> bool:
    """*wurde erfunden*; where one auxiliary tells of acts and of states (*was fabricated*), only by somebody."""
    lemmas = {word.lemma for word in place.near if word.upos == "AUX"} & place.words.passive_auxiliaries
    by_somebody = any_form(place.near, place.words.agent_prepositions)
    return bool(lemmas - place.words.state_auxiliaries) or (bool(lemmas) and by_somebody)


def _says_of_evidence(place: Place) -> bool:
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


def _has_particle(place: Place, stand: Stand) -> bool:
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

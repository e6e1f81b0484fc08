"""How a stand takes up what was said: by a noun for it (*die Vorwürfe*), or by a pronoun (*das, davon*)."""

from attrib.quotation.stand_found import StandFound
from attrib.quotation.stand_place import is_claim_pronoun
from attrib.quotation.summing_up import sums_up
from attrib.stand.object_words import crediting, object_words
from attrib.text.analysis import Word
from attrib.text.words import any_form, ends_in, first


def points_back(stand: StandFound) -> bool:
    """Whether the stand's object is what was said, by a noun or a pronoun for it: *das*, *die Vorwürfe*."""
    return bool(saying_noun(stand)) or has_pronoun(stand)


def saying_noun(stand: StandFound) -> Word:
    """*die Angaben* of somebody: the noun for what was said, the first of the object; NO_WORD if there is none, or if
    it is new to the text."""
    return first(object_words(stand), lambda word: _is_saying_noun(stand, word) and not _is_new(stand, word))


def noun_told(stand: StandFound) -> Word:
    """The same, of which the text need not have told before: its own clause may follow (*einen Bericht, wonach p*)."""
    return first(object_words(stand), lambda word: _is_saying_noun(stand, word))


def _is_saying_noun(stand: StandFound, word: Word) -> bool:
    """In *bestritt nach eigenen Angaben* it only says where the report is from."""
    if word.upos != "NOUN" or not ends_in(word, stand.listed.claim_nouns):
        return False
    return not (word in set(crediting(stand)) or _is_fixed(stand, word) or _is_of_presence(stand, word))


def _is_new(stand: StandFound, noun: Word) -> bool:
    """*ein Gerücht*: told here for the first time; not *dieses, sein, jedes Gerücht*."""
    words = stand.listed
    known = words.demonstratives | words.possessives | words.negative_articles | words.one_of_two
    determiners = {child.form for child in stand.view.sentence.children(noun) if child.upos == "DET"}
    return bool(determiners) and determiners.isdisjoint(known | words.total_determiners)


def _is_of_presence(stand: StandFound, noun: Word) -> bool:
    """*bestätigte den Eingang der Beschwerde*: that it is there is another matter than what it says."""
    head = stand.view.sentence.head(noun)
    return head is not None and head.upos == "NOUN" and head.lemma.lower() in stand.listed.presence_nouns


def _is_fixed(stand: StandFound, noun: Word) -> bool:
    """*machte keine Angaben*, *verweigerte die Aussage*: what is not said is not what was said."""
    return noun.form in stand.stand.words and (stand.stand.of_saying or stand.stand.target == "accusation")


def is_pointing(stand: StandFound, noun: Word) -> bool:
    """*diese Meldung, solche Angaben*."""
    return any_form(stand.view.sentence.children(noun), stand.listed.pointing_determiners)


def has_pronoun(stand: StandFound) -> bool:
    """Whether the clause takes up what was said by a pronoun: *das, dafür*, *was X bestreitet*; not *weisen darauf hin,
    dass p*."""
    pronouns = (word for word in object_words(stand) if is_claim_pronoun(stand.view, word))
    return sums_up(stand) or _is_of_it(stand) or not all(_announces(stand, word) for word in pronouns)


def _is_of_it(stand: StandFound) -> bool:
    """*Sein Sohn leugnet es nicht*: beside somebody who takes the stand by a verb; not where a clause is announced."""
    taken = stand.stand.pos == "verb" and stand.speaker is not None
    it = any_form(object_words(stand), stand.listed.impersonal_subjects)
    return taken and it and stand.following.kind not in {"complement", "infinitive"}


def _announces(stand: StandFound, word: Word) -> bool:
    return word.upos == "ADV" and stand.view.next(stand.view.clause_of(word)).kind == "complement"

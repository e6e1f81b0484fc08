"""The subject by word order: what opens the clause, stands right behind the verb, or before it."""

from collections.abc import Sequence

from attrib.quotation.frame import Frame
from attrib.quotation.nominative import (
    disagrees,
    first_nominal,
    is_masculine,
    is_part_governed,
    is_subject_pronoun,
    opens_clause,
    stands_alone,
    stands_open,
)
from attrib.quotation.resuming import resumes
from attrib.quotation.subject_site import Site
from attrib.text.analysis import NO_WORD, NOMINAL, Word
from attrib.text.view import View
from attrib.text.words import NOUNS, any_form, any_tag, first, tagged


def pronoun_behind(site: Site) -> Word:
    """*Dann sagte er, …*: a pronoun right behind the verb, where it is not the object."""
    view, anchor = site.view, site.anchor
    pronoun = view.behind(anchor)
    if site.cue.finite is None or not (site.is_free(pronoun) and is_subject_pronoun(view, pronoun)):
        return NO_WORD
    expletive = pronoun.form in view.language.words.expletives
    left = view.words(site.frame.first, anchor.number - 1)
    opening = first_nominal(view, left)
    # *Experten halten es für möglich*: an object, where a noun phrase has opened the clause.
    if opening and (expletive or is_masculine(view, opening)) and opens_clause(view, opening, left, anchor.number):
        return opening  # *Der Leiter nannte sie …*
    party = _party_behind(view, pronoun) if expletive else NO_WORD
    return party or pronoun  # *sah es das Gericht als erwiesen an*


def behind_pointer(site: Site) -> Word:
    """*Das bestätigte die Polizei*: who can speak behind a verb of saying, where a pronoun for what is said opens the
    clause."""
    view, anchor, opening = site.view, site.anchor, site.clause.opening
    pointer = opening.upos == "PRON" and opening.form in view.language.words.object_pronouns
    if not pointer or view.behind(opening) is not anchor or not _says(site.frame):
        return NO_WORD
    # *Das lehnte der Verleiher Zippy ab*: a name behind a noun for whom the lists have no kind
    head = _party_behind(view, anchor) or _name_behind(view, anchor)
    return head if site.is_free(head) and not disagrees(head, site.frame) else NO_WORD


def _says(frame: Frame) -> bool:
    """Whether the verb may have a clause for what is said, and is none of *Das freut, empört, erinnert sich*."""
    entries = frame.view.language.lexicon.verbs.reporting.get(frame.cue.lemma, ())
    plain = (entry for entry in entries if "clause" in entry.forms and not entry.reflexive)
    return any(entry.particle is None or any_form(frame.clause.words, {entry.particle}) for entry in plain)


def _party_behind(view: View, pronoun: Word) -> Word:
    """The noun phrase right behind a pronoun, if it is somebody who can speak."""
    head = view.group_head(view.nominal_group(pronoun.number + 1))
    speaks = view.is_party(head) and view.may_be_nominative(head)
    return head if speaks else NO_WORD


def _name_behind(view: View, verb: Word) -> Word:
    """The name in a noun phrase right behind a verb that an article opens which leaves the nominative open."""
    group = view.nominal_group(verb.number + 1) or []
    opens = any_form(group[:1], view.language.words.subject_articles)
    return first(group, lambda word: opens and word.upos == "PROPN" and view.before(word).upos == "NOUN")


def beside_resuming(site: Site) -> Word:
    """*p, was die Behörde bestritt*: who can speak in a relative clause for all that stands before it."""
    view, clause = site.view, site.clause
    if clause.kind != "relative" or not resumes(view, clause):
        return NO_WORD
    return first(site.free(clause.words[1:]), lambda word: _may_resume(view, word))


def _may_resume(view: View, word: Word) -> bool:
    words = view.language.words
    if word.upos in NOUNS:
        return view.is_party(word) and stands_open(view, word) and view.may_be_nominative(word)
    pronoun = word.form in words.personal_subjects and word.form not in words.dative_pronouns
    return (word.upos == "PRON" and pronoun) or stands_alone(view, word)


def certain_opening(site: Site, found: Word) -> Word:
    """*Der Vorsitzende, Karl Ohm, warf der FDP p vor*: who opens the clause in what can only be the nominative, before
    what the tree joins behind the verb; NO_WORD if nobody does."""
    view, anchor, left = site.view, site.anchor.number, site.left
    opening = first_nominal(view, left) if found.number > anchor else NO_WORD
    certain = bool(opening) and is_masculine(view, opening) and view.language.lexicon.nouns.person(opening) is not None
    return opening if certain and opens_clause(view, opening, left, anchor) else NO_WORD


def party_beside(site: Site) -> Word:
    """The subject by word order, if it is somebody who can speak."""
    found = linear_subject(site)
    return found if site.view.is_party(found) and _is_beside(site.view, found, site.anchor.number) else NO_WORD


def name_beside(site: Site, thing: Word) -> Word:
    """*Die Reise räumte | Wiesbach | ein*: a bare name right behind a verb of saying, where what opens the clause is a
    thing and may be its object; NO_WORD if there is none."""
    view, name = site.view, site.view.behind(site.anchor)
    opens = thing.upos == "NOUN" and thing.number < site.anchor.number and not view.is_medium(thing)
    may_be_object = opens and not view.is_party(thing) and not is_masculine(view, thing)
    bare = name.upos == "PROPN" and name.text[:1].isupper() and name.relation in {"obj", "nsubj"}
    return name if may_be_object and bare and _says(site.frame) and site.is_free(name) else NO_WORD


def _is_beside(view: View, head: Word, anchor: int) -> bool:
    """Whether nothing stands between the noun phrase and the finite verb, and the phrase is the party's own."""
    phrase = view.phrase(head)
    genitive = view.language.grammar.is_genitive_form(head)
    # *unterstreicht das Engagement Pjöngjangs*
    owner = genitive and any_tag((word for word in phrase if word.number < head.number), {"NOUN"})
    return not owner and (phrase[0].number == anchor + 1 or phrase[-1].number == anchor - 1)


def linear_subject(site: Site) -> Word:
    """Right of the finite verb (*sagte Müller*), else left of it (*Müller sagte*)."""
    view, anchor, right, left = site.view, site.anchor.number, site.right, site.left
    opening = first_nominal(view, left)
    # *Kim hatte Putin zugesagt*: a name that opens the clause right before its verb; *Am Freitag sagte Kim* has none.
    opens = bool(opening) and opens_clause(view, opening, left, anchor)
    heads = list(filter(None, (first_nominal(view, words) for words in ((left, right) if opens else (right, left)))))
    if heads:
        # *Wenige Stunden danach erklärte der neue Rat*: what opens the clause may be something that cannot speak.
        speaking = (head for head in heads if view.is_party(head) and _is_beside(view, head, anchor))
        return next(speaking, heads[0])
    behind = first(tagged(right, NOUNS), lambda word: not (view.is_oblique(word) or is_part_governed(view, word)))
    return behind or (_subject_of_relative(view, left) if site.clause.kind == "relative" else NO_WORD)


def _subject_of_relative(view: View, words: Sequence[Word]) -> Word:
    """*bei dem sie gesagt hatte*, *von dem die Polizei glaubt*: behind the pronoun, before the verb that closes it."""
    nominal = tagged(words[1:], NOMINAL)
    return first(nominal, lambda word: view.is_party(word) and stands_open(view, word))


def left_subject(site: Site) -> Word:
    """*Müller said*: the first noun phrase of the clause before its verb, where a subject has no other place."""
    return first_nominal(site.view, site.left)

"""What stands in the subject's place without a noun for a party: *es hieß*, *Ersterer sagte*, *aus Kreisen hieß es*."""

from attrib.quotation.nominative import stands_alone
from attrib.quotation.subject_site import Site
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import first, first_form


def impersonal_pronoun(site: Site) -> Word:
    """The *es* of *es wird berichtet*, so that it can be marked as part of the cue."""
    view, anchor = site.view, site.anchor
    return first_form((view.before(anchor), view.behind(anchor)), view.language.words.impersonal_subjects)


def expletive(site: Site) -> Word:
    """*hieß es weiter*."""
    continues = site.cue.lemma in site.view.language.words.continuing_verbs
    return impersonal_pronoun(site) if continues else NO_WORD


def alone(site: Site) -> Word:
    """*Ersterer sagte*: the word that stands for a noun although the tree has no subject."""
    return first(site.free(site.clause.words), lambda word: stands_alone(site.view, word))


def circles(site: Site) -> Word:
    """*Aus Sicherheitskreisen verlautete, …*: where it comes from stands for who says it."""
    view, words = site.view, site.view.language.words
    if site.cue.verb.lemma not in words.continuing_verbs:
        return NO_WORD
    found = (word for word in site.clause.words if word.form.endswith(tuple(words.anonymous_circles)))
    return first(found, lambda word: _before_phrase(view, word).form in words.origin_prepositions)


def _before_phrase(view: View, word: Word) -> Word:
    """The word before a compound with its article and adjectives: *aus | dem engen Umfeld*."""
    before = _before_compound(view, word)
    while before.upos in {"DET", "ADJ"}:
        before = view.before(before)
    return before


def _before_compound(view: View, word: Word) -> Word:
    """The word before a compound that the tokeniser cut at its hyphens: *EU-Kreise*."""
    number = word.number
    while number > 2 and view.language.grammar.is_joint(view.sentence, number - 1):
        number -= 2
    return view.word(number - 1)

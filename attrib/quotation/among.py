"""Those among whom *man* speaks: *Im Rathaus warnt man vor Hochwasser* · *Beim Verband betont man, dass p*."""

from attrib.quotation.frame import Frame, Stretch, outside_of
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, any_form, ends_in, first_tag, formed, tagged


def those_among(frame: Frame, head: Word, *, outside: Stretch | None = None) -> Span | None:
    """The party behind a preposition of place where the subject is *man*; None where it is anybody."""
    view, words = frame.view, frame.view.language.words
    if not (head.form in words.speaking_pronouns and not frame.cue.passive) and not _is_stand_taken(frame, head):
        return None
    own = outside_of(view.words(frame.first, max(frame.clause.last, frame.cue.verb.number)), outside)
    for preposition in formed(tagged(own, {"ADP"}), words.among_prepositions):
        noun = first_tag(view.governed_group(preposition) or (), NOUNS)
        if noun and _is_somebody(view, noun, preposition):
            return text_span(view.phrase(noun))
    return None


def _is_stand_taken(frame: Frame, head: Word) -> bool:
    """*Im Ministerium wird das nicht bestritten*: a stand in a passive without an agent."""
    stands = frame.view.language.lexicon.verbs
    return frame.cue.passive and not head and frame.cue.lemma in stands.denying | stands.declining


def _is_somebody(view: View, noun: Word, preposition: Word) -> bool:
    """*im Ministerium*, *bei der Polizei*, *bei der SPD*; not *in der Stadt*, *in Kiel*, *in dem Bericht*."""
    words = view.language.words
    inside = preposition.form in words.circumstance_prepositions
    if ends_in(noun, words.mere_places) or any_form([noun], words.circumstances):
        return False
    known = view.language.lexicon.noun(noun)
    if inside:
        return known.institution is not None and known.reporting is None
    return view.is_party(noun) and known.reporting is None

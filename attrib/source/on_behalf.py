"""Who speaks for a person whom the phrase names: *der Sprecher des Präsidenten Putin*, *die Anwältin von Karl Lund*.

It is never that person. A spokesperson stands for the institution of the one he speaks for, where it is known.
"""

from collections.abc import Sequence
from dataclasses import replace

from attrib.source.known import Party
from attrib.source.people import named_person, others_names, owners
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_row
from attrib.text.analysis import Sentence, Word


def on_behalf(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """The institution of whoever is named, or somebody without a name; None if nobody speaks for anybody here."""
    noun = next((word for word in words if question.nouns.person(word) is not None), None)
    entry = None if noun is None else question.nouns.person(noun)
    others = others_names(question, words) or owners(question, words)
    if noun is None or entry is None or not others:
        return None
    if noun.form.endswith(tuple(question.language.words.spokespersons)):
        principal = named_person(question, others[0], words)
        institution = None if principal is None else question.known.sources[principal.source].speaks_for
        if institution is not None:
            detail = " ".join(word.text for word in words)
            return (Party(institution, "role", "role_of_institution", detail),)
    # *Karl Lunds Berater*: whose they are says who they are
    return (replace(unnamed_row(question, words, entry.kind, "unnamed_party"), disclosure="role"),)

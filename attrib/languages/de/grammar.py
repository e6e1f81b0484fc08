"""What lists cannot say of German, in one place: `attrib.text.grammar` says what each function is for."""

from attrib.languages.de.case import is_nominative, is_oblique, may_be_nominative
from attrib.languages.de.clauses import clauses, is_reported_mood
from attrib.languages.de.compounds import is_joint, joined_compounds
from attrib.languages.de.forms import (
    FIGURE,
    adjective_stems,
    event_stem,
    expanded,
    figure_value,
    is_age,
    is_feminine,
    is_infinitive_form,
    noun_stems,
    number_word,
    participle,
    preposition_of,
    preterites,
)
from attrib.languages.de.groups import governed_group, nominal_group
from attrib.languages.de.mending import mended
from attrib.languages.de.names import (
    NOUNS_IN_CAPITALS,
    is_genitive_form,
    is_genitive_name,
    may_be_name,
    without_genitive,
)
from attrib.languages.de.phrases import is_time, phrase
from attrib.languages.de.verbs import VERB_SECOND, finite_verb, is_passive

__all__ = [
    "FIGURE",
    "NOUNS_IN_CAPITALS",
    "VERB_SECOND",
    "adjective_stems",
    "clauses",
    "event_stem",
    "expanded",
    "figure_value",
    "finite_verb",
    "governed_group",
    "is_age",
    "is_feminine",
    "is_genitive_form",
    "is_genitive_name",
    "is_infinitive_form",
    "is_joint",
    "is_nominative",
    "is_oblique",
    "is_passive",
    "is_reported_mood",
    "is_time",
    "joined_compounds",
    "may_be_name",
    "may_be_nominative",
    "mended",
    "nominal_group",
    "noun_stems",
    "number_word",
    "participle",
    "phrase",
    "preposition_of",
    "preterites",
    "without_genitive",
]

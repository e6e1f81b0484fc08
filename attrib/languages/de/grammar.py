"""What lists cannot say of German, in one place: `attrib.text.grammar` says what each function is for."""

from attrib.languages.de.case import is_nominative, is_oblique, may_be_nominative
from attrib.languages.de.clauses import clauses, is_reported_mood, opens_dependent
from attrib.languages.de.compounds import is_joint, joined_compounds
from attrib.languages.de.declension import phrase_in_nominative
from attrib.languages.de.forms import (
    FIGURE,
    adjective_stems,
    event_stem,
    expanded,
    figure_value,
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
from attrib.languages.de.nouns import (
    bare_noun,
    is_abstract,
    is_age,
    is_feminine,
    is_genitive_of_lemma,
    is_genitive_plural,
    is_masculine,
    is_name_in_genitive,
    is_of_either_gender,
    may_be_adjective,
    name_in_nominative,
    nominative,
    noun_forms,
    stem,
    without_long_genitive,
)
from attrib.languages.de.phrases import is_time, phrase
from attrib.languages.de.verbs import VERB_SECOND, finite_verb, is_passive

__all__ = [
    "FIGURE",
    "NOUNS_IN_CAPITALS",
    "VERB_SECOND",
    "adjective_stems",
    "bare_noun",
    "clauses",
    "event_stem",
    "expanded",
    "figure_value",
    "finite_verb",
    "governed_group",
    "is_abstract",
    "is_age",
    "is_feminine",
    "is_genitive_form",
    "is_genitive_name",
    "is_genitive_of_lemma",
    "is_genitive_plural",
    "is_infinitive_form",
    "is_joint",
    "is_masculine",
    "is_name_in_genitive",
    "is_nominative",
    "is_oblique",
    "is_of_either_gender",
    "is_passive",
    "is_reported_mood",
    "is_time",
    "joined_compounds",
    "may_be_adjective",
    "may_be_name",
    "may_be_nominative",
    "mended",
    "name_in_nominative",
    "nominal_group",
    "nominative",
    "noun_forms",
    "noun_stems",
    "number_word",
    "opens_dependent",
    "participle",
    "phrase",
    "phrase_in_nominative",
    "preposition_of",
    "preterites",
    "stem",
    "without_genitive",
    "without_long_genitive",
]

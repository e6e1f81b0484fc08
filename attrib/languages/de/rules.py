"""The rules by which German texts credit words to somebody, in one tuple: `attrib.quotation.rule` says what each
field means, `attrib.quotation.runner` asks them."""

from attrib.languages.de.konjunktiv import reasons, reported_frames, subjunctives
from attrib.languages.de.modal import claiming_modals, free_modals
from attrib.languages.de.volition import plans, volitions
from attrib.quotation.according_to import according_to
from attrib.quotation.anaphoric import anaphoric_adverbs
from attrib.quotation.author import author_statements
from attrib.quotation.comparative import comparative_clauses
from attrib.quotation.complement import complements, taken_up
from attrib.quotation.direct import framed_quotes, quoted_fragments, resumed, unframed_quotes
from attrib.quotation.noun import noun_contents
from attrib.quotation.reported import reported_acts, stand_nouns
from attrib.quotation.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("quote_then_verb", "quoted", "quotation_marks", "x", framed_quotes, ()),
    Rule("claiming_modal", "framed", "claiming_modal", "x", claiming_modals, ()),
    Rule("according_to", "framed", "according_to", "x", according_to, ()),
    Rule("comparative_clause", "framed", "comparative_clause", "x", comparative_clauses, ()),
    Rule("anaphoric_adverb", "framed", "anaphoric_adverb", "x", anaphoric_adverbs, ()),
    Rule("complement_clause", "framed", "complement_clause", "x", complements, ()),
    Rule("taken_up", "framed", "parenthetical", "x", taken_up, ()),
    Rule("quote_resumed", "resumed", "parenthetical", "x", resumed, ()),
    Rule("noun_content", "nominal", "complement_clause", "x", noun_contents, ()),
    Rule("speech_act", "summed", "speech_act", "x", reported_acts, ()),
    Rule("stand_noun", "summed", "speech_act", "x", stand_nouns, ()),
    Rule("subjunctive", "free", "subjunctive", "x", subjunctives, ()),
    Rule("reportative_modal", "free", "reportative_modal", "x", free_modals, ()),
    Rule("subjunctive_reason", "free", "subjunctive", "x", reasons, ()),
    Rule("subjunctive_frame", "held", "subjunctive", "x", reported_frames, ()),
    Rule("quote_without_frame", "unframed", "quotation_marks", "x", unframed_quotes, ()),
    Rule("quoted_fragment", "nested", "quotation_marks", "x", quoted_fragments, ()),
    Rule("author", "rest", "none", "x", author_statements, ()),
    Rule("volition", "corpus", "speech_act", "x", volitions, ()),
    Rule("plan", "corpus", "complement_clause", "x", plans, ()),
)

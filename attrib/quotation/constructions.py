"""The constructions that several languages have: rules without examples, which a language shows by its own.

`COMPLEMENT_CLAUSE.shown_by(Example(…), …)` is the rule of a language; `finds=` where what it finds is told by words of
that language. A construction of one language alone is a `Rule` in its tuple.
"""

from attrib.quotation.agentless import agentless_acts
from attrib.quotation.anaphoric import anaphoric_adverbs
from attrib.quotation.author import author_statements
from attrib.quotation.bare_stand import bare_stands
from attrib.quotation.comparative import comparative_clauses
from attrib.quotation.complement import complements
from attrib.quotation.direct import framed_quotes, quoted_fragments, unframed_quotes
from attrib.quotation.labelled import labelled
from attrib.quotation.noun import noun_contents
from attrib.quotation.reported import stand_nouns
from attrib.quotation.rule import Rule
from attrib.quotation.uttered import uttered_nouns

SPEAKER_LABEL = Rule(
    "speaker_label", "labelled", "speaker_label", "A paragraph with a label that names who speaks.", labelled
)
LABEL_GOES_ON = Rule(
    "label_goes_on", "labelled", "speaker_label", "A further paragraph of whoever the label above it names.", labelled
)
INTERVIEW_ANSWER = Rule(
    "interview_answer",
    "labelled",
    "speaker_label",
    "An answer below a question, of whom the text says that it was put to.",
    labelled,
)
HEADING_LABEL = Rule(
    "heading_label",
    "labelled",
    "speaker_label",
    "A heading with a name and a colon before what is put forward, or a dash and a name behind it.",
    labelled,
)
SIGNED_QUOTE = Rule(
    "signed_quote", "labelled", "speaker_label", "A quotation, and nothing but a name behind it or below it.", labelled
)
QUOTE_THEN_VERB = Rule(
    "quote_then_verb",
    "quoted",
    "quotation_marks",
    "Words in quotation marks, and behind them who says them.",
    framed_quotes,
)
QUOTE_GOES_ON = Rule(
    "quote_goes_on",
    "quoted",
    "quotation_marks",
    "A second quotation with nothing but the frame of the first between them.",
    framed_quotes,
)
COLON_THEN_QUOTE = Rule(
    "colon_then_quote",
    "quoted",
    "quotation_marks",
    "A frame or a name, a colon, and words in quotation marks.",
    framed_quotes,
)
VERB_THEN_QUOTE = Rule(
    "verb_then_quote",
    "quoted",
    "quotation_marks",
    "A verb of saying, a comma, and words in quotation marks that are all that is said.",
    framed_quotes,
)
QUOTED_OBJECT = Rule(
    "quoted_object",
    "quoted",
    "quotation_marks",
    "Words in quotation marks as the object of a verb of saying.",
    framed_quotes,
)
NAMED_AS_QUOTE = Rule(
    "named_as_quote", "quoted", "quotation_marks", "What somebody calls something, in quotation marks.", framed_quotes
)
COMPARATIVE_CLAUSE = Rule(
    "comparative_clause",
    "framed",
    "comparative_clause",
    "A clause of comparison that says who put the rest of the sentence forward.",
    comparative_clauses,
)
ANAPHORIC_ADVERB = Rule(
    "anaphoric_adverb",
    "framed",
    "anaphoric_adverb",
    "A word that points back to what was just named.",
    anaphoric_adverbs,
)
COMPLEMENT_CLAUSE = Rule(
    "complement_clause",
    "framed",
    "complement_clause",
    "A clause with a conjunction or a question word, or an infinitive, under a verb of saying.",
    complements,
)
VERB_SECOND = Rule(
    "verb_second", "framed", "verb_second", "A clause under a verb of saying, with nothing to open it.", complements
)
PARENTHETICAL = Rule(
    "parenthetical", "framed", "parenthetical", "What is said, and behind it or in its middle who says it.", complements
)
NOUN_CONTENT = Rule(
    "noun_content",
    "nominal",
    "complement_clause",
    "A noun for something said or thought, and the clause or infinitive with what it is.",
    noun_contents,
)
STAND_NOUN = Rule(
    "stand_noun",
    "summed",
    "speech_act",
    "A noun for a stand, and where it comes from.",
    stand_nouns,
    states="nothing",
)
AGENTLESS_ACT = Rule(
    "agentless_act",
    "summed",
    "speech_act",
    "An act in the passive that names nobody: somebody is accused, a report is denied.",
    agentless_acts,
    states="topic",
)
UTTERED_NOUN = Rule(
    "uttered_noun",
    "summed",
    "speech_act",
    "A noun for something said, with a verb that tells that somebody says it, or that something met with it.",
    uttered_nouns,
    states="topic",
)
BARE_STAND = Rule(
    "bare_stand",
    "summed",
    "speech_act",
    "A stand that says nothing beside itself: somebody keeps silent, declines to comment, has found no evidence.",
    bare_stands,
    states="nothing",
)
QUOTE_WITHOUT_FRAME = Rule(
    "quote_without_frame",
    "unframed",
    "quotation_marks",
    "A quoted sentence without a frame: whoever was speaking or acting just before.",
    unframed_quotes,
)
QUOTED_FRAGMENT = Rule(
    "quoted_fragment",
    "nested",
    "quotation_marks",
    "Words in quotation marks inside a statement in other words.",
    quoted_fragments,
)
AUTHOR = Rule(
    "author", "rest", "none", "What nobody else is credited with: the publisher vouches for it.", author_statements
)
HEARSAY_ADVERB = Rule(
    "hearsay_adverb",
    "rest",
    "adverb",
    "An adverb of hearsay in a sentence that nobody is credited with.",
    author_statements,
)

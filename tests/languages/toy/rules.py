"""The rules of the toy language: constructions of the core shown by examples of its own, and one told in full."""

from attrib.quotation import constructions
from attrib.quotation.according_to import according_to
from attrib.quotation.noun import noun_contents
from attrib.quotation.rule import Example, Rule

RULES: tuple[Rule, ...] = (
    constructions.QUOTE_THEN_VERB.shown_by(
        Example(
            "“The old bridge is closed,” the mayor of Fen said.", "“The old bridge is closed,”", "the mayor of Fen"
        ),
        Example("“We all sail in May,” said Boru.", "“We all sail in May,”", "Boru"),
    ),
    Rule(
        "according_to:according to",
        "framed",
        "according_to",
        "“according to” with the party to whom the rest of the clause is credited.",
        according_to,
        (
            Example("According to Talia Venn, the tower leans.", "the tower leans", "Talia Venn"),
            Example(
                "According to the harbour office the mill burned down.", "the mill burned down", "the harbour office"
            ),
            Example("The tower leans, according to the harbour office.", "The tower leans", "the harbour office"),
        ),
    ),
    constructions.COMPLEMENT_CLAUSE.shown_by(
        Example("The mayor said that the bridge was closed.", "that the bridge was closed", "The mayor"),
        Example("The mayor who built the bridge said that it would open.", "that it would open", "The mayor"),
        Example("Boru said that the ferry was late and left.", "that the ferry was late", "Boru"),
        Example("Boru said that the ferry was late, but it sailed.", "that the ferry was late", "Boru"),
        Example("Boru promised to sail in May.", "to sail in May", "Boru"),
        Example("The office denied that the ferry was late.", "that the ferry was late", "The office"),
        Example("It is said that the tower leans.", "that the tower leans"),
        finds="A clause with “that”, or an infinitive, under a verb of saying.",
    ),
    constructions.VERB_SECOND.shown_by(
        Example("Boru said the ferry carried 1,200 sailors.", "the ferry carried 1,200 sailors", "Boru")
    ),
    constructions.PARENTHETICAL.shown_by(
        Example("The ferry is late, the harbour office said.", "The ferry is late", "the harbour office"),
        finds="What is said, and behind it who says it.",
    ),
    Rule(
        "noun_content",
        "nominal",
        "complement_clause",
        "A noun for something said, and the clause with what it is.",
        noun_contents,
        (Example("The claim of Boru that the tower leans is old.", "that the tower leans", "The claim of Boru"),),
    ),
    constructions.AUTHOR.shown_by(
        Example("The bridge was closed on Monday.", "The bridge was closed on Monday."),
        Example("The mayor praised the ferry that sails in May.", "The mayor praised the ferry that sails in May."),
        finds="What nobody else is credited with.",
    ),
)

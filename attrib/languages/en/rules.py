"""The rules by which English texts credit words to somebody, in one tuple.

`attrib.quotation.rule` says what each field means, `attrib.quotation.runner` asks the rules step by step; at each step
they are asked in this order. The examples run as tests.
"""

from dataclasses import replace

from attrib.languages.en.acts import acts
from attrib.languages.en.crediting import credited, in_view, said
from attrib.languages.en.free import gone_on
from attrib.languages.en.inside import claims_inside, quoted_inside
from attrib.languages.en.lists import ENGLISH
from attrib.languages.en.predicates import predicated
from attrib.languages.en.raising import raised_contents
from attrib.quotation import constructions
from attrib.quotation.rule import Example, Rule

LABELLED = (
    constructions.SPEAKER_LABEL.shown_by(
        Example("Jane Vogt (Labour): The dam holds.", "The dam holds.", "Jane Vogt (Labour)"),
        Example("The fire brigade: The blaze is out.", "The blaze is out.", "The fire brigade"),
    ),
    constructions.LABEL_GOES_ON.shown_by(
        Example("Mayor Jane Vogt: The dam holds.\n\nI am there every day.", "I am there every day.", "Mayor Jane Vogt")
    ),
    constructions.INTERVIEW_ANSWER.shown_by(
        Example(
            "An interview with the geologist Jane Vogt.\n\nHow long will the dam hold?\n\nI think ten years.",
            "I think ten years.",
            "the geologist Jane Vogt",
        )
    ),
    constructions.HEADING_LABEL.shown_by(
        Example("Police: Bridge is about to fall", "Bridge is about to fall", "Police"),
        Example("Bridge is about to fall – police", "Bridge is about to fall", "police"),
    ),
    constructions.SIGNED_QUOTE.shown_by(
        Example("“The dam holds.” – Inspector Gerd Ohm", "“The dam holds.”", "Inspector Gerd Ohm")
    ),
)
"""What the layout alone credits."""

QUOTED = (
    constructions.QUOTE_THEN_VERB.shown_by(
        Example("“The pass is open,” said the innkeeper.", "“The pass is open,”", "the innkeeper"),
        Example(
            "“The old bridge is closed,” the mayor of Fen said.", "“The old bridge is closed,”", "the mayor of Fen"
        ),
        Example(
            "“We're all tired,” the players' captain told reporters.", "“We're all tired,”", "the players' captain"
        ),
    ),
    constructions.QUOTE_GOES_ON.shown_by(
        Example("“The dam,” said the engineer, “will hold for a week.”", "“will hold for a week.”", "the engineer"),
        Example(
            "“We searched for days,” the diver said. “In the end chance helped us.”",
            "“In the end chance helped us.”",
            "the diver",
        ),
    ),
    constructions.COLON_THEN_QUOTE.shown_by(
        Example("The captain said: “We are not sailing today.”", "“We are not sailing today.”", "The captain")
    ),
    constructions.VERB_THEN_QUOTE.shown_by(
        Example("The ranger said, “The forest is dry.”", "“The forest is dry.”", "The ranger")
    ),
    constructions.QUOTED_OBJECT.shown_by(Example("The crowd shouted “Hurray”.", "“Hurray”", "The crowd")),
    constructions.NAMED_AS_QUOTE.shown_by(
        Example("The residents called the building a “disaster”.", "“disaster”", "The residents"),
        Example("The critic described the film as “pure torture”.", "“pure torture”", "The critic"),
    ),
)
"""Verbatim quotations with a frame outside of their marks."""

_ACCORDING_TO = {
    "according to": (
        Example(
            "According to the shipping company, the boat did not sink.", "the boat did not sink", "the shipping company"
        ),
        Example(
            "The fire broke out in the cellar, according to the fire brigade.",
            "The fire broke out in the cellar",
            "the fire brigade",
        ),
        Example("According to records released in May, the firm was broke.", "the firm was broke", "records"),
        Example("The tower, according to the engineer, is unsafe.", "The tower … is unsafe", "the engineer"),
    ),
    "in the words of": (
        Example("In the words of the mayor, the harbour is finished.", "the harbour is finished", "the mayor"),
    ),
    "in the view of": (Example("In the view of the union, the plan is unfair.", "the plan is unfair", "the union"),),
    "in the opinion of": (
        Example("In the opinion of the court, the search was illegal.", "the search was illegal", "the court"),
    ),
    "in the eyes of": (
        Example("In the eyes of the voters, the minister has failed.", "the minister has failed", "the voters"),
    ),
}
"""Examples of each word of the list `according_to.yml`."""

FRAMED = (
    *(
        Rule(
            f"according_to:{entry.form}",
            "framed",
            "according_to",
            f"“{entry.form}” with the party to whom the rest of the clause is credited.",
            credited,
            _ACCORDING_TO.get(entry.form, ()),
        )
        for entry in ENGLISH.according_to
    ),
    Rule(
        "in_view",
        "framed",
        "according_to",
        "“in her view”, “by his own account”: whose view the rest of the clause is.",
        in_view,
        (
            Example(
                "In the mayor's opinion, the harbour is finished.", "the harbour is finished", "the mayor's opinion"
            ),
        ),
    ),
    constructions.COMPARATIVE_CLAUSE.shown_by(
        Example("As the mayor put it, the town was broke.", "the town was broke", "the mayor"),
        finds="A clause with “as” that says who put the rest of the sentence forward.",
    ),
    constructions.ANAPHORIC_ADVERB.shown_by(
        Example("The club rejected reports whereby the coach must go.", "the coach must go", "whereby"),
        finds="“whereby”, which points back to what was just named.",
    ),
    Rule(
        "raised",
        "framed",
        "impersonal",
        "What is said of somebody, in the passive: “is said to”, “are believed to have”.",
        raised_contents,
        (
            Example("The king is said to be ill.", "The king … to be ill"),
            Example("Two men are believed to have fled.", "Two men … to have fled"),
        ),
    ),
    replace(constructions.COMPLEMENT_CLAUSE, find=said).shown_by(
        Example("The bank admitted that files were missing.", "that files were missing", "The bank"),
        Example("The town threatened to close the café.", "to close the café", "The town"),
        Example("The witness described how the train derailed.", "how the train derailed", "The witness"),
        Example("The clerk denied forging the letter.", "forging the letter", "The clerk"),
        Example("The villagers accused the miller of stealing grain.", "stealing grain", "The villagers"),
        Example("It is believed that the letter was forged.", "that the letter was forged"),
        finds="A clause with “that”, “whether” or a question word, an infinitive or a gerund, under a verb of saying.",
    ),
    replace(constructions.VERB_SECOND, find=said).shown_by(
        Example("The innkeeper said the meeting was off.", "the meeting was off", "The innkeeper"),
        Example("The baker told reporters he would close in May.", "he would close in May", "The baker"),
    ),
    replace(constructions.PARENTHETICAL, find=said).shown_by(
        Example("The ship braked too late, the pilot said.", "The ship braked too late", "the pilot"),
        Example(
            "The museum, the director said, will open in autumn.",
            "The museum … will open in autumn",
            "the director",
        ),
    ),
)
"""Indirect statements with a frame."""

BESIDE_FRAMES = (
    constructions.NOUN_CONTENT.shown_by(
        Example(
            "The claim of the miller that the dam leaked was false.",
            "that the dam leaked",
            "The claim of the miller",
        ),
        Example(
            "The call of the fishermen to raise the quota was heard.",
            "to raise the quota",
            "The call of the fishermen",
        ),
    ),
    Rule(
        "noun_predicate",
        "nominal",
        "complement_clause",
        "What somebody's claim or view is: a form of “be” between the noun of saying and “that”.",
        predicated,
        (
            Example(
                "The conclusion of the engineers was that the dam leaked.",
                "that the dam leaked",
                "The conclusion of the engineers",
            ),
        ),
    ),
    Rule(
        "speech_act",
        "summed",
        "speech_act",
        "A speech act with an object: somebody demands, announces, warns of something.",
        acts,
        (
            Example("The critic called the film a disgrace.", "The critic called the film a disgrace.", "The critic"),
            Example("The group announced layoffs.", "The group announced layoffs.", "The group"),
            Example(
                "The weather service warned of floods.", "The weather service warned of floods.", "The weather service"
            ),
        ),
    ),
    Rule(
        "speech_about",
        "summed",
        "speech_act",
        "A speech act that only names what it is about: somebody criticises, rejects, denies something.",
        acts,
        (
            Example("The opposition criticised the plans.", "The opposition criticised the plans.", "The opposition"),
            Example("The palace dismissed the rumours.", "The palace dismissed the rumours.", "The palace"),
        ),
        states="topic",
    ),
    constructions.STAND_NOUN.shown_by(
        Example("From the palace came a swift denial.", "From the palace came a swift denial", "the palace")
    ),
    constructions.AGENTLESS_ACT.shown_by(Example("The report was swiftly denied.", "The report was swiftly denied.")),
    constructions.UTTERED_NOUN.shown_by(
        Example("Criticism came from the union.", "Criticism came from the union.", "the union"),
        Example(
            "The draft drew criticism from the traders.",
            "The draft drew criticism from the traders.",
            "the traders",
        ),
    ),
    constructions.BARE_STAND.shown_by(
        Example(
            "The channel reported the sale. The shipyard declined to comment.",
            "The shipyard declined to comment.",
            "The shipyard",
        )
    ),
)
"""What is asked where no verb of saying has the words."""

UNFRAMED = (
    Rule(
        "gone_on",
        "free",
        "none",
        "A sentence without a frame that unmistakably goes on with what somebody said: “He would not resign.”",
        gone_on,
        (Example("The mayor said the vote had been fair. He would not resign.", "He would not resign.", "The mayor"),),
    ),
    constructions.QUOTE_WITHOUT_FRAME.shown_by(
        Example(
            "The builder pointed at the cracks. “All of this must be done again.”",
            "“All of this must be done again.”",
            "The builder",
        )
    ),
)
"""Words without a frame of their own."""

INSIDE_AND_REST = (
    constructions.QUOTED_FRAGMENT.shown_by(
        Example("The ranger said the forest was “a powder keg”.", "“a powder keg”", "The ranger")
    ),
    Rule(
        "quoted_inside",
        "nested",
        "complement_clause",
        "What somebody who is quoted says that others say.",
        quoted_inside,
        (
            Example(
                "“The police say that the lock was forced,” the baker said.",
                "that the lock was forced",
                "The police",
            ),
        ),
    ),
    Rule(
        "claim_inside",
        "nested",
        "complement_clause",
        "What a noun introduces that somebody calls false, or confirms, in the same words.",
        claims_inside,
        (
            Example(
                "The claim of the miller that the dam leaked was false, the mayor said.",
                "that the dam leaked",
                "The claim of the miller",
            ),
            Example("Claims that the dam leaked were false, the mayor said.", "that the dam leaked"),
        ),
    ),
    constructions.AUTHOR.shown_by(
        Example("The river burst its banks on Monday.", "The river burst its banks on Monday."),
        Example("As expected the stadium stayed empty.", "As expected the stadium stayed empty."),
    ),
    constructions.HEARSAY_ADVERB.shown_by(
        Example("The plant was reportedly closed in May.", "The plant was reportedly closed in May."),
        finds="“reportedly” and the like in a sentence that nobody is credited with: hearsay.",
    ),
)
"""What lies in statements, and what is left."""

RULES: tuple[Rule, ...] = (*LABELLED, *QUOTED, *FRAMED, *BESIDE_FRAMES, *UNFRAMED, *INSIDE_AND_REST)

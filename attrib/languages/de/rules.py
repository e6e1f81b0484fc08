"""The rules by which German texts credit words to somebody, in one tuple.

`attrib.quotation.rule` says what each field means, `attrib.quotation.runner` asks the rules step by step; at each step
they are asked in this order. The examples run as tests, and the table in `docs/attribution.md` is made of them.
"""

from attrib.languages.de.credited_attributes import credited_attributes
from attrib.languages.de.konjunktiv import reasons, reported_frames, subjunctives
from attrib.languages.de.lists import GERMAN
from attrib.languages.de.modal import claiming_modals, free_modals
from attrib.languages.de.volition import plans, volitions
from attrib.quotation import constructions
from attrib.quotation.according_to import according_to
from attrib.quotation.agentless import rumours
from attrib.quotation.announced import announced
from attrib.quotation.complement import taken_up
from attrib.quotation.direct import framed_quotes, resumed
from attrib.quotation.inner_act import inner_acts
from attrib.quotation.reported import reported_acts
from attrib.quotation.rule import Example, Rule
from attrib.quotation.unproven import unproven_contents
from attrib.quotation.valued import valued_as_quotes

LABELLED = (
    constructions.SPEAKER_LABEL.shown_by(
        Example("Jana Vogt (Grüne): Der Damm hält.", "Der Damm hält.", "Jana Vogt (Grüne)"),
        Example("Die Feuerwehr: Der Brand ist gelöscht.", "Der Brand ist gelöscht.", "Die Feuerwehr"),
        Example(
            "Bürgermeisterin Anna Berger: „Das Freibad bleibt in diesem Sommer geschlossen.“",
            "„Das Freibad bleibt in diesem Sommer geschlossen.“",
            "Bürgermeisterin Anna Berger",
        ),
    ),
    constructions.LABEL_GOES_ON.shown_by(
        Example(
            "Pegelwartin Jana Vogt: Der Damm hält.\n\nIch bin jeden Tag dort.",
            "Ich bin jeden Tag dort.",
            "Pegelwartin Jana Vogt",
        )
    ),
    constructions.INTERVIEW_ANSWER.shown_by(
        Example(
            "Ein Gespräch mit der Geologin Jana Vogt.\n\nWie lange hält der Damm?\n\nIch rechne mit zehn Jahren.",
            "Ich rechne mit zehn Jahren.",
            "der Geologin Jana Vogt",
        )
    ),
    constructions.HEADING_LABEL.shown_by(
        Example("Feuerwehr: Damm droht zu brechen", "Damm droht zu brechen", "Feuerwehr"),
        Example("Damm droht zu brechen – Feuerwehr", "Damm droht zu brechen", "Feuerwehr"),
    ),
    constructions.SIGNED_QUOTE.shown_by(
        Example("„Der Damm hält.“ – Kommissar Gerd Ohm", "„Der Damm hält.“", "Kommissar Gerd Ohm"),
        Example("„Der Damm hält“ (Landrätin Jana Vogt).", "„Der Damm hält“", "Landrätin Jana Vogt"),
        Example("„Der Damm hält.“\nGerd Ohm, Kommissar", "„Der Damm hält.“", "Gerd Ohm, Kommissar"),
        Example("„Der Damm ist alt.\n\n„Er hält.“\n\n– Jana Vogt", "„Der Damm ist alt.", "Jana Vogt"),
    ),
)
"""What the layout alone credits."""

QUOTED = (
    constructions.QUOTE_THEN_VERB.shown_by(
        Example("„Der Pass ist offen“, sagte der Wirt.", "„Der Pass ist offen“", "der Wirt"),
        Example(
            "„Der Winter wird hart“, sagte Putins Sprecher Dmitri Peskow.",
            "„Der Winter wird hart“",
            "Putins Sprecher Dmitri Peskow",
        ),
        Example(
            "„Ist das so sicher?“ schrieben die Bastler und kündigten einen Umbau an.",
            "„Ist das so sicher?“",
            "die Bastler",
        ),
        finds="Words in quotation marks with a verb of saying right behind them.",
    ),
    Rule(
        "quote_then_so",
        "quoted",
        "quotation_marks",
        "Words in quotation marks, and behind them “so” with a name.",
        framed_quotes,
        (
            Example(
                "„Die Ernte ist so gut wie seit Jahren nicht“, so der Verband der Obstbauern.",
                "„Die Ernte ist so gut wie seit Jahren nicht“",
                "der Verband der Obstbauern",
            ),
        ),
    ),
    constructions.QUOTE_GOES_ON.shown_by(
        Example(
            "„Der Damm“, sagte die Ingenieurin, „hält noch eine Woche.“",
            "„hält noch eine Woche.“",
            "die Ingenieurin",
        ),
        Example(
            "„Wir haben lange gesucht“, sagte die Taucherin. „Am Ende half uns der Zufall.“",
            "„Am Ende half uns der Zufall.“",
            "die Taucherin",
        ),
    ),
    constructions.COLON_THEN_QUOTE.shown_by(
        Example(
            "Die Kapitänin sagte: „Wir laufen heute nicht mehr aus.“",
            "„Wir laufen heute nicht mehr aus.“",
            "Die Kapitänin",
        ),
        Example(
            "In einer Erklärung der Werft hieß es: „Wir bauen weiter.“",
            "„Wir bauen weiter.“",
            "einer Erklärung der Werft",
        ),
        Example(
            "Bürgermeisterin Anna Berger: „Das Freibad bleibt in diesem Sommer geschlossen.“ Das überrascht viele.",
            "„Das Freibad bleibt in diesem Sommer geschlossen.“",
            "Bürgermeisterin Anna Berger",
        ),
    ),
    constructions.VERB_THEN_QUOTE.shown_by(
        Example("Der Förster sagte, „der Wald ist trocken“.", "„der Wald ist trocken“", "Der Förster")
    ),
    constructions.QUOTED_OBJECT.shown_by(
        Example("Die Menge rief „Hurra“.", "„Hurra“", "Die Menge"),
        Example("Er antwortete mit den Worten „Nein danke“.", "„Nein danke“", "Er"),
        finds="Words in quotation marks as the object of a verb of saying, or of a noun for words behind it.",
    ),
    constructions.NAMED_AS_QUOTE.shown_by(
        Example("Die Anwohner nannten den Umbau eine „Katastrophe“.", "„Katastrophe“", "Die Anwohner"),
        Example("Der Kritiker bezeichnete den Film als „reine Zumutung“.", "„reine Zumutung“", "Der Kritiker"),
    ),
)
"""Verbatim quotations with a frame outside of their marks."""

_ACCORDING_TO = {
    "laut": (
        Example("Laut der Reederei sank das Boot nicht.", "sank das Boot nicht", "der Reederei"),
        Example(
            "Das Feuer brach laut der Feuerwehr im Keller aus.", "Das Feuer brach … im Keller aus", "der Feuerwehr"
        ),
        Example(
            "Der Turm, der laut dem Gutachter einsturzgefährdet ist, wird im Mai abgerissen.",
            "der … einsturzgefährdet ist",
            "dem Gutachter",
        ),
    ),
    "lt.": (Example("Lt. Polizei wurde niemand verletzt.", "wurde niemand verletzt", "Polizei"),),
    "nach": (
        Example("Nach Angaben der Polizei floh der Fahrer zu Fuß.", "floh der Fahrer zu Fuß", "Angaben der Polizei"),
        Example("Zum Fest kamen nach Polizeiangaben 350 Gäste.", "Zum Fest kamen … 350 Gäste", "Polizeiangaben"),
        Example(
            "Die NATO hat nach eigenen Angaben zwei Schiffe verlegt.",
            "Die NATO hat … zwei Schiffe verlegt",
            "eigenen Angaben",
        ),
    ),
    "zufolge": (
        Example("Dem Wetterdienst zufolge schneit es am Abend.", "schneit es am Abend", "Dem Wetterdienst"),
        Example("US-Angaben zufolge ist die Brücke zerstört.", "ist die Brücke zerstört", "US-Angaben"),
    ),
    "gemäß": (Example("Gemäß dem Gutachten ist die Brücke marode.", "ist die Brücke marode", "dem Gutachten"),),
    "gemäss": (
        Example(
            "Gemäss einer Mitteilung der Kantonspolizei war die Strasse vereist.",
            "war die Strasse vereist",
            "einer Mitteilung der Kantonspolizei",
        ),
    ),
    "aus": (
        Example("Aus Sicht der Gewerkschaft lohnt sich der Umbau.", "lohnt sich der Umbau", "Sicht der Gewerkschaft"),
    ),
    "ausweislich": (
        Example("Ausweislich des Protokolls kam der Notruf spät.", "kam der Notruf spät", "des Protokolls"),
    ),
    "entsprechend": (
        Example(
            "Der Prognose des Instituts entsprechend steigen die Löhne.",
            "steigen die Löhne",
            "Der Prognose des Instituts",
        ),
    ),
    "in": (
        Example("In der Lesart der Armee war der Rückzug geplant.", "war der Rückzug geplant", "der Lesart der Armee"),
    ),
    "in den augen": (
        Example("In den Augen der Gewerkschaft ist der Plan wertlos.", "ist der Plan wertlos", "der Gewerkschaft"),
    ),
    "nach zu urteilen": (
        Example("Den Berichten nach zu urteilen ist die Brücke marode.", "ist die Brücke marode", "Den Berichten"),
    ),
    "nach zu schließen": (
        Example("Den Aussagen nach zu schließen war das Tor offen.", "war das Tor offen", "Den Aussagen"),
    ),
    "glaubt man": (Example("Glaubt man dem Wirt, kommen die Gäste wieder.", "kommen die Gäste wieder", "dem Wirt"),),
    "folgt man": (
        Example("Folgt man der Gutachterin, war die Bremse defekt.", "war die Bremse defekt", "der Gutachterin"),
    ),
    "vertraut man": (
        Example("Vertraut man der Leitstelle, ist die Straße frei.", "ist die Straße frei", "der Leitstelle"),
    ),
    "darf man": (
        Example("Darf man dem Makler glauben, ist das Haus verkauft.", "ist das Haus verkauft", "dem Makler"),
    ),
    "wenn man": (
        Example("Wenn man dem Förster glauben darf, ist der Wald gesund.", "ist der Wald gesund", "dem Förster"),
    ),
    "geht es nach": (
        Example("Geht es nach der Landrätin, wird die Straße gesperrt.", "wird die Straße gesperrt", "der Landrätin"),
    ),
    "wenn es nach": (
        Example(
            "Wenn es nach der Landrätin geht, wird die Straße gesperrt.", "wird die Straße gesperrt", "der Landrätin"
        ),
    ),
    "so": (
        Example("Die Kasse sei leer, so der Kämmerer.", "Die Kasse sei leer", "der Kämmerer"),
        Example(
            "Der Damm halte, so die Ingenieurin Anna Weber gegenüber der Zeitung.",
            "Der Damm halte",
            "die Ingenieurin Anna Weber",
        ),
    ),
}
"""Examples of each word of the list `according_to.yml`."""

FRAMED = (
    Rule(
        "claiming_modal",
        "framed",
        "claiming_modal",
        "“wollen” with a perfect infinitive: what its own subject claims.",
        claiming_modals,
        (
            Example("Der Taucher will das Wrack gefunden haben.", "das Wrack", "Der Taucher"),
            Example(
                "Briefe, Fotos, Listen – all das will der Archivar entdeckt haben.",
                "Briefe, Fotos, Listen",
                "der Archivar",
            ),
        ),
    ),
    *(
        Rule(
            f"according_to:{entry.form}",
            "framed",
            "parenthetical" if entry.needs == "parenthesis" else "according_to",
            f"“{entry.form}” with the party to whom the rest of the clause is credited.",
            according_to,
            _ACCORDING_TO.get(entry.form, ()),
        )
        for entry in GERMAN.according_to
    ),
    constructions.COMPARATIVE_CLAUSE.shown_by(
        Example("Wie die Polizei mitteilte, wurde niemand verletzt.", "wurde niemand verletzt", "die Polizei"),
        Example(
            "Die Fähre liegt, wie die Reederei erklärte, noch im Dock.",
            "Die Fähre liegt … noch im Dock",
            "die Reederei",
        ),
        finds="A clause with “wie” that says who put the rest of the sentence forward.",
    ),
    constructions.ANAPHORIC_ADVERB.shown_by(
        Example("Es gibt Berichte, wonach der Trainer gehen muss.", "der Trainer gehen muss", "wonach"),
        Example(
            "Die Prüfer legten einen Bericht vor. Demnach fehlen zwei Millionen Euro.",
            "fehlen zwei Millionen Euro",
            "Demnach",
        ),
        Example(
            "Das Amt legte eine Studie vor. Danach steigt der Pegel jedes Jahr.",
            "steigt der Pegel jedes Jahr",
            "Danach",
        ),
        finds="“demnach”, “danach” or “wonach”, which points back to what was just named.",
    ),
    constructions.COMPLEMENT_CLAUSE.shown_by(
        Example("Die Bank räumte ein, dass Akten fehlen.", "dass Akten fehlen", "Die Bank"),
        Example("Die Stadt drohte, das Café zu schließen.", "das Café zu schließen", "Die Stadt"),
        Example("Der Zeuge beschrieb, wie der Zug entgleiste.", "wie der Zug entgleiste", "Der Zeuge"),
        Example("Man vermutet, dass der Brief gefälscht ist.", "dass der Brief gefälscht ist"),
        finds="A clause with “dass”, “ob” or a question word, or an infinitive, under a verb of saying.",
    ),
    constructions.VERB_SECOND.shown_by(
        Example("Der Wirt sagte, das Treffen falle aus.", "das Treffen falle aus", "Der Wirt"),
        Example("Der Bäcker sagt, er schließt im Mai.", "er schließt im Mai", "Der Bäcker"),
        Example("Aus Paris hieß es, das Treffen falle aus.", "das Treffen falle aus", "Paris"),
        finds="A clause without a conjunction, its verb in the second place, under a verb of saying.",
    ),
    constructions.PARENTHETICAL.shown_by(
        Example("Das Schiff habe zu spät gebremst, sagte der Lotse.", "Das Schiff habe zu spät gebremst", "der Lotse"),
        Example(
            "Das Museum, sagte die Direktorin, werde im Herbst wieder öffnen.",
            "Das Museum … werde im Herbst wieder öffnen",
            "die Direktorin",
        ),
        finds="A frame behind what is said, or put into the middle of it.",
    ),
    Rule(
        "taken_up",
        "framed",
        "parenthetical",
        "A sentence that the next one takes up by “das”, saying who put it forward.",
        taken_up,
        (Example("Die Fähre fährt wieder. Das gab die Werft bekannt.", "Die Fähre fährt wieder", "die Werft"),),
    ),
    Rule(
        "announced",
        "framed",
        "complement_clause",
        "What a noun of saying announces, behind a colon or a form of “sein”.",
        announced,
        (
            Example(
                "Die Haltung der Ministerin ist, dass jede Stadt das selbst regelt.",
                "dass jede Stadt das selbst regelt",
                "Die Haltung der Ministerin",
            ),
            Example(
                "Der Wirt hat eine andere Erklärung: Die Gäste bleiben lieber daheim.",
                "Die Gäste bleiben lieber daheim",
                "Der Wirt",
            ),
        ),
    ),
)
"""Indirect statements with a frame."""

BESIDE_FRAMES = (
    Rule(
        "quote_resumed",
        "resumed",
        "parenthetical",
        "A sentence that begins in quotation marks and goes on in the Konjunktiv behind its frame.",
        resumed,
        (
            Example(
                "„Bis es zu spät war“, stellte die Anwältin fest, seien die Hilferufe nicht gehört worden.",
                "seien die Hilferufe nicht gehört worden",
                "die Anwältin",
            ),
        ),
    ),
    constructions.NOUN_CONTENT.shown_by(
        Example(
            "Die Forderung der Fischer, die Quote zu erhöhen, fand Gehör.",
            "die Quote zu erhöhen",
            "Die Forderung der Fischer",
        ),
        Example(
            "Von der Polizei kam der Hinweis, dass die Brücke gesperrt sei.",
            "dass die Brücke gesperrt sei",
            "der Polizei",
        ),
        Example("Es bestehen Bedenken, dass der Damm hält.", "dass der Damm hält"),
    ),
    Rule(
        "speech_act",
        "summed",
        "speech_act",
        "A speech act that is summed up with its object: somebody demands, announces, warns of something.",
        reported_acts,
        (
            Example("Der Konzern kündigte Entlassungen an.", "Der Konzern kündigte Entlassungen an.", "Der Konzern"),
            Example(
                "Obwohl der Regen nachließ, warnte der Wetterdienst vor Hochwasser.",
                "warnte der Wetterdienst vor Hochwasser.",
                "der Wetterdienst",
            ),
        ),
    ),
    Rule(
        "speech_about",
        "summed",
        "speech_act",
        "A speech act that only names what it is about: somebody criticises, rejects, denies something.",
        reported_acts,
        (
            Example("Die Opposition kritisierte die Pläne.", "Die Opposition kritisierte die Pläne.", "Die Opposition"),
            Example("Dem widersprach der Kreml umgehend.", "Dem widersprach der Kreml umgehend.", "der Kreml"),
        ),
        states="topic",
    ),
    constructions.STAND_NOUN.shown_by(
        Example(
            "Aus dem Rathaus sind nur Dementis zu hören.",
            "Aus dem Rathaus sind nur Dementis zu hören",
            "dem Rathaus",
        )
    ),
    constructions.AGENTLESS_ACT.shown_by(
        Example("Dem Kassenwart wird Untreue vorgeworfen.", "Dem Kassenwart wird Untreue vorgeworfen."),
        Example("Die Meldung wurde umgehend dementiert.", "Die Meldung wurde umgehend dementiert."),
        finds="An act in the passive that names nobody: somebody is accused, a report is denied, something is spoken "
        "of.",
    ),
    Rule(
        "rumour",
        "summed",
        "speech_act",
        "Rumours that there are about something: nobody in particular says it.",
        rumours,
        (
            Example(
                "Zuvor gab es Gerüchte um einen Verkauf der Werft.",
                "Zuvor gab es Gerüchte um einen Verkauf der Werft.",
            ),
        ),
        states="topic",
    ),
    constructions.UTTERED_NOUN.shown_by(
        Example("Kritik kam von der Gewerkschaft.", "Kritik kam von der Gewerkschaft.", "der Gewerkschaft"),
        Example(
            "Der Entwurf stieß bei den Händlern auf Kritik.",
            "Der Entwurf stieß bei den Händlern auf Kritik.",
            "den Händlern",
        ),
    ),
    constructions.BARE_STAND.shown_by(
        Example("Der Sender meldete den Verkauf. Die Werft dementierte.", "Die Werft dementierte.", "Die Werft"),
        Example("Der Verein schweigt zu den Vorwürfen.", "Der Verein schweigt zu den Vorwürfen.", "Der Verein"),
        finds="A stand that says nothing beside itself: somebody denies, keeps silent, has found no evidence.",
    ),
)
"""What is asked where no verb of saying has the words."""

UNFRAMED = (
    Rule(
        "subjunctive",
        "free",
        "subjunctive",
        "A sentence in the Konjunktiv without a frame: whoever was speaking goes on.",
        subjunctives,
        (
            Example(
                "Die Ärztin sprach von einer Welle. Die Betten seien voll.", "Die Betten seien voll.", "Die Ärztin"
            ),
            Example(
                "Der NIS legte neue Bilder vor. Die Soldaten seien in Russland.",
                "Die Soldaten seien in Russland.",
                "Der NIS",
            ),
            Example(
                "Der Verein schloss sich der Kritik an: Die Miete sei viel zu hoch.",
                "Die Miete sei viel zu hoch.",
                "Der Verein",
            ),
        ),
    ),
    Rule(
        "reportative_modal",
        "free",
        "reportative_modal",
        "A sentence with “sollen”, or “müssen” behind one, that goes on from the statement before.",
        free_modals,
        (
            Example(
                "Die Reederei sagte, der Kapitän sei an Bord gewesen. Der Lotse soll geschlafen haben.",
                "Der Lotse soll geschlafen haben.",
                "Die Reederei",
            ),
        ),
        # *Der Chef wisse, was geschehen soll.*: the Konjunktiv says more than the modal
        after=("subjunctive",),
    ),
    Rule(
        "planned",
        "free",
        "reportative_modal",
        "“sollen” that tells what the party plans of whose plan the sentence before, or the main clause, tells.",
        free_modals,
        (
            Example(
                "Die Gemeinde baut eine Halle. Sie soll im Herbst öffnen.", "Sie soll im Herbst öffnen.", "Die Gemeinde"
            ),
            Example(
                "Die Gemeinde plant ein Freibad, das im Sommer öffnen soll.",
                "das im Sommer öffnen soll.",
                "Die Gemeinde",
            ),
        ),
        after=("subjunctive",),
    ),
    Rule(
        "hearsay_modal",
        "free",
        "reportative_modal",
        "“sollen” with a perfect infinitive, or of a state, where nobody is named: hearsay.",
        free_modals,
        (
            Example(
                "Im Keller des Klosters soll ein Schatz gelegen haben.",
                "Im Keller des Klosters soll ein Schatz gelegen haben.",
            ),
        ),
        after=("subjunctive",),
    ),
    Rule(
        "subjunctive_reason",
        "free",
        "subjunctive",
        "What a clause in the Konjunktiv adds to a speech act that is summed up.",
        reasons,
        (
            Example(
                "Der Verband wies den Vorwurf zurück, da er jeder Grundlage entbehre.",
                "da er jeder Grundlage entbehre.",
                "Der Verband",
            ),
        ),
        after=("subjunctive",),
    ),
    Rule(
        "subjunctive_frame",
        "held",
        "subjunctive",
        "A frame that is itself in the Konjunktiv: what somebody says of what another one thinks.",
        reported_frames,
        (
            Example(
                "Das Amt legte Zahlen vor. Die Behörde gehe davon aus, dass der Pegel steigt.",
                "Die Behörde gehe davon aus, dass der Pegel steigt.",
                "Das Amt",
            ),
        ),
    ),
    constructions.QUOTE_WITHOUT_FRAME.shown_by(
        Example(
            "Der Bauleiter zeigte auf die Risse. „Das muss alles neu gemacht werden.“",
            "„Das muss alles neu gemacht werden.“",
            "Der Bauleiter",
        ),
        Example(
            "Der Trainer wurde deutlich. Das sei klar geregelt: „Wer zu spät kommt, spielt nicht.“",
            "„Wer zu spät kommt, spielt nicht.“",
            "Der Trainer",
        ),
    ),
    Rule(
        "credited_attribute",
        "unframed",
        "speech_act",
        "A participle before a noun that sums up what somebody said of it.",
        credited_attributes,
        (
            Example(
                "Die vom Rechnungshof als zu teuer gerügte Sonde kostet eine Milliarde Euro.",
                "Die vom Rechnungshof als zu teuer gerügte Sonde",
                "vom Rechnungshof",
            ),
            Example(
                "Das von Gutachtern auf drei Millionen Euro veranschlagte Projekt ruht seit Mai.",
                "Das von Gutachtern auf drei Millionen Euro veranschlagte Projekt",
                "Gutachtern",
            ),
        ),
        states="topic",
    ),
    Rule(
        "valued_as_quote",
        "unframed",
        "quotation_marks",
        "What something is for somebody, in quotation marks.",
        valued_as_quotes,
        (Example("Für die Gewerkschaft ist das Angebot eine „Provokation“.", "„Provokation“", "die Gewerkschaft"),),
    ),
)
"""Words without a frame of their own."""

INSIDE_AND_REST = (
    constructions.QUOTED_FRAGMENT.shown_by(
        Example("Die Försterin sagte, der Wald sei „ein Pulverfass“.", "„ein Pulverfass“", "Die Försterin"),
        Example("Der Arzt riet zu „Gelassenheit“.", "„Gelassenheit“", "Der Arzt"),
    ),
    Rule(
        "inner_act",
        "nested",
        "speech_act",
        "An act of somebody else that a reported clause sums up.",
        inner_acts,
        (
            Example(
                "Der Verwalter habe den Mangel bestätigt, sagte die Mieterin.",
                "Der Verwalter habe den Mangel bestätigt",
                "Der Verwalter",
            ),
        ),
        states="topic",
    ),
    Rule(
        "unproven",
        "nested",
        "complement_clause",
        "What somebody says that there is no evidence for.",
        unproven_contents,
        (
            Example(
                "Das Archiv teilte mit, es gebe keine Belege dafür, dass der König hier schlief.",
                "dass der König hier schlief",
                "Das Archiv",
            ),
        ),
        states="topic",
    ),
    constructions.AUTHOR.shown_by(
        Example("Der Fluss trat am Montag über die Ufer.", "Der Fluss trat am Montag über die Ufer."),
        Example("Wie erwartet blieb das Stadion leer.", "Wie erwartet blieb das Stadion leer."),
        Example("Der Sohn ist so groß wie sein Vater.", "Der Sohn ist so groß wie sein Vater."),
    ),
    constructions.HEARSAY_ADVERB.shown_by(
        Example("Die Anlage wurde angeblich im Mai stillgelegt.", "Die Anlage wurde angeblich im Mai stillgelegt."),
        finds="“angeblich” and the like in a sentence that nobody is credited with: hearsay.",
    ),
)
"""What lies in statements, and what is left."""

BEYOND = (
    Rule(
        "volition",
        "corpus",
        "speech_act",
        "What a party wants; counted by the Wikinews corpus alone.",
        volitions,
        (Example("Der Verein will das Stadion umbauen.", "Der Verein will das Stadion umbauen.", "Der Verein"),),
    ),
    Rule(
        "plan",
        "corpus",
        "complement_clause",
        "What a party considers or hopes for; counted by the Wikinews corpus alone.",
        plans,
        (Example("Die Stadt erwägt, den Hafen zu erweitern.", "den Hafen zu erweitern", "Die Stadt"),),
    ),
)
"""No statements by the codebook."""

RULES: tuple[Rule, ...] = (*LABELLED, *QUOTED, *FRAMED, *BESIDE_FRAMES, *UNFRAMED, *INSIDE_AND_REST, *BEYOND)

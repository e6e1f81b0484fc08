"""What the lists of a language say: one type of entry for each list, every entry with an example.

Every entry is checked when it is loaded, and a test runs every example.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from attrib.records import Certainty, Distance, Medium, Qualifier, SourceKind, Verdict

Form = Literal["clause", "infinitive", "quote", "act", "about", "plan"]


class Entry(BaseModel):
    """A line of a word list; `example` is a sentence that shows the entry at work and is run by a test."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    example: str


class ReportingVerb(Entry):
    """A verb that credits words or thoughts to its subject.

    `forms` says what it may introduce: `clause` (dass, ob, w-word or verb-second), `infinitive`, `quote` (verbatim, in
    quotation marks), `act` (an object only: the statement is then `reported`), or `about` in place of `act` if that
    object is not what is put forward but what the party speaks about or takes a stand on (*kritisiert die Pläne*, not
    *fordert Pläne*). `particle` is the separable part (*mit* of *mitteilen*), `adverb` the pronominal adverb that may
    stand for the clause (*darauf* of *hinweisen*); with `adverb_required` the verb reports only with it (*davon
    ausgehen*). `plan` is a wish or mood that the author ascribes (*erwägt, p zu tun*): by the codebook no statement of
    its own, and found for the export to the Wikinews corpus alone. `subjects = document` restricts the verb to reports,
    studies and the like (*zeigen, belegen*); with `place` nobody says it, it stands in what a preposition names (*geht
    aus dem Bericht hervor*). With `act_prepositions` an act needs one of them (*spricht von*, not
    *spricht Kantonesisch*). `accuses`: what it introduces is held against somebody (*vorwerfen, kritisieren*).
    """

    lemma: str
    particle: str | None = None
    adverb: str | None = None
    adverb_required: bool = False
    reflexive: bool = False
    medium: Medium
    forms: tuple[Form, ...]
    act_prepositions: tuple[str, ...] = ()
    certainty: Certainty | None = None
    subjects: Literal["any", "document", "place"] = "any"
    accuses: bool = False


class ReportingPhrase(Entry):
    """A verb that reports only with certain words: *der Ansicht sein*, *die Meinung vertreten*, *zu Protokoll geben*.

    `words` are lower-cased forms that must all stand in the verb's clause; `*` is any adjective that stands as a
    predicate behind one of them (*für unbedenklich*), `*name` any word of the class of that name in `syntax.yml`. Whose
    words or thoughts they are is the subject's, or with `speaker` an object's in that case (*Dem Verband reicht das
    nicht*), or `place`: those of what a preposition names (*wird aus dem Bericht deutlich*).
    """

    lemma: str
    particle: str | None = None
    words: tuple[str, ...]
    reflexive: bool = False
    medium: Medium
    forms: tuple[Form, ...]
    certainty: Certainty | None = None
    accuses: bool = False
    speaker: Literal["subject", "Dat", "Acc", "place"] = "subject"


class ReportingNoun(Entry):
    """A noun for something said, written or thought: *Angabe, Bericht, Ansicht, Vorwurf*.

    `according_to`: *nach Angaben der Polizei*, *ersten Berichten zufolge*. `clause`: may govern its content itself
    (*der Vorwurf, die Regierung habe …*). `document`: stands for its author as the subject of reporting verbs (*der
    Bericht zeigt, dass …*), an unnamed source unless somebody is named with it. `accuses`: it is held against somebody
    (*Vorwurf, Kritik*). `norm`: lays down how it is and says nothing by itself (*nach der neuen Satzung*). `rumour`: is
    put forward by nobody in particular unless its owner is named (*Gerüchte, nach denen p*).
    """

    lemma: str
    medium: Medium
    according_to: bool = False
    clause: bool = False
    document: bool = False
    accuses: bool = False
    norm: bool = False
    rumour: bool = False
    compounds: bool = True


class AccordingTo(Entry):
    """A word that credits the rest of its clause to a noun phrase: *laut X*, *X zufolge*, *so X*.

    `form` may be several words (*according to*). `needs`: `any` noun phrase will do (*laut*), only a `reporting_noun`
    (*nach Angaben*), or the phrase must be set off by commas (`parenthesis`, *…, so X, …*), or only a noun for a point
    of view (`view_noun`, *aus Sicht von X*): one of `nouns`, or one of the class `view_nouns` if there are none.
    `clause`: the word opens a clause that is frame to its end (*Glaubt man X, …*). If `closing` is given, one of these
    forms must stand in the clause (*Wenn man X glauben darf, …*; not *In den Augen des Kindes standen Tränen*).
    """

    form: str
    position: Literal["before", "after", "both"]
    needs: Literal["any", "reporting_noun", "parenthesis", "view_noun"]
    nouns: tuple[str, ...] = ()
    clause: bool = False
    closing: tuple[str, ...] = ()
    medium: Medium


class AnaphoricAdverb(Entry):
    """A word that credits its clause to what was just named: *demnach, wonach*; cue and speaker at once."""

    form: str
    relative: bool = False


class Adverb(Entry):
    """A word that changes how firmly something is put forward, or shows the publisher stepping back.

    `hearsay` marks a credit to nobody in particular (*angeblich*).
    """

    form: str
    certainty: Certainty | None = None
    distance: Distance | None = None
    hearsay: bool = False


class Modal(Entry):
    """A modal verb's weight on certainty: *könnte* possible, *dürfte* probable (inferred, if the author says it)."""

    forms: tuple[str, ...]
    lemma: str
    certainty: Certainty
    distance: Distance | None = None


class Stand(Entry):
    """A verb, noun, adjective or answer (*nein*) by which a party takes a stand on a statement.

    `verdict` holds without negation, `negated` under it (None: no stand then). `words` must all stand in the clause
    (lower-cased forms). `target` says where the statement is named: as a `complement` (dass-clause, infinitive or
    object), in what accuses whoever takes it (`accusation`: *legte ein Geständnis ab*), or nowhere (`none`: the
    discourse decides). `of_matter`: the subject is what the stand is about, not who takes it (*Der Verdacht bestätigte
    sich nicht*). `against`: only where what was said stands behind a preposition for what one is against (*wehrte sich
    gegen den Vorwurf*). `of_saying`: only where its clause names what was said, by a noun or a pronoun for it, or a
    clause behind it does (*Das stimmt*, not *Die Kasse stimmt*). `of_such`: only where its clause takes up something
    told as one of its kind (*ein solches Schreiben liege nicht vor*). `of_question`: only beside the clause of a
    question (*wollte nicht sagen, wer das war*). `of_clause`: only before a clause of its own that it opens, or behind
    one (*Richtig sei, dass p*; *Dass p, sei richtig*).
    """

    lemma: str
    pos: Literal["verb", "noun", "adjective", "answer"]
    particle: str | None = None
    words: tuple[str, ...] = ()
    verdict: Verdict | None
    negated: Verdict | None = None
    target: Literal["complement", "accusation", "none"] = "complement"
    of_matter: bool = False
    against: bool = False
    of_saying: bool = False
    of_such: bool = False
    of_question: bool = False
    of_clause: bool = False

    @property
    def is_bound(self) -> bool:
        """Whether the clause must name what it is about in a certain way."""
        return self.of_saying or self.of_such or self.of_question or self.of_clause


class NumberQualifier(Entry):
    """Words before a number that say how exact it is: *rund*, *bis zu*, *nicht weniger als*."""

    form: str
    qualifier: Qualifier


class Magnitude(Entry):
    """A word that multiplies a number (*Millionen*) or, if `open`, stands alone for an open multiple (*Tausende*)."""

    forms: tuple[str, ...]
    value: float
    open: bool = False


class Unit(Entry):
    """A unit of measure or a currency; `takes` says how what is measured may stand behind it."""

    forms: tuple[str, ...]
    code: str
    takes: Literal["noun", "genitive", "adjective", "none"]


class EventClass(Entry):
    """Verbs and nouns for one event; `implies` another one for what is counted, `amount` says only how many.

    What is `momentary` (an attack) happens again elsewhere in time: two reports of it belong together only if they are
    of about the same day. `phrases` are lemmas, parted by blanks, that name the event together (*Leben kommen*); in an
    event of `people` whatever is counted are people.
    """

    name: str
    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    people: bool = False
    implies: str | None = None
    amount: bool = False
    momentary: bool = False


TimeKind = Literal["month", "weekday", "day", "shift", "unit_day", "unit_week", "unit_month", "unit_year"]


class TimeWord(Entry):
    """A word for a time with its number: a month, a day of the week, a shift against the article's date, a unit."""

    kind: TimeKind
    forms: tuple[str, ...]
    value: int


class TimePattern(Entry):
    """A regular expression for a time; `{month}` and the other kinds of time words stand for their forms."""

    kind: Literal["date", "weekday", "day", "week", "month", "year", "ago", "named_month", "named_year"]
    pattern: str


GrammaticalGender = Literal["m", "f", "n"]


class PersonNoun(Entry):
    """A noun for a person or group by role: *Sprecher, Minister, Experte, Augenzeuge*.

    `unnamed`: without a name this is nobody one could ask (*Analysten, Insider*); otherwise role and institution
    identify (*ein Sprecher des Präsidialamts*). `takes_up`: it may take up anybody of that kind (*der Experte*).
    `group`: its plural is a party's or movement's name (*die Grünen, die Taliban*). `of`: what stands beside the name
    of somebody whom it takes up (*der Sozialdemokrat*: SPD). `office_of`: nouns for the institution for which whoever
    is called so speaks (*Minister*: Ministerium). `several_for`: nouns for the institution that several of them are
    together (*die Richter*: Gericht).
    """

    lemma: str
    kind: SourceKind
    unnamed: bool = False
    takes_up: bool = False
    group: bool = False
    of: tuple[str, ...] = ()
    office_of: tuple[str, ...] = ()
    several_for: tuple[str, ...] = ()
    compounds: bool = True
    """Whether compounds that end in it are for persons too: a *Fahrzeug* is no *Zeuge*."""


class InstitutionNoun(Entry):
    """A noun for an institution: *Regierung, Geheimdienst, Ministerium*; compounds ending in it count too.

    `takes_up`: by itself it may take up any institution of that kind that was named (*die Agentur* for Reuters), and
    of the kinds in `covers` (*die Behörde* for a ministry). `proper`: the noun is a name by itself (*Bundestag*).
    `gender`: the noun's, where the language has genders. `plural`: its plural is one institution (*Stadtwerke*).
    `organ_of`: it leads parties of these kinds and speaks for them (*der Vorstand* of a firm), the likeliest first.
    `stands_for`: another word for who is called so (*die Anklage*: the public prosecutor).
    """

    lemma: str
    kind: SourceKind
    gender: GrammaticalGender | None = None
    plural: bool = False
    takes_up: bool = False
    covers: tuple[SourceKind, ...] = ()
    proper: bool = False
    compounds: bool = True
    organ_of: tuple[SourceKind, ...] = ()
    stands_for: tuple[str, ...] = ()


class WordSet(Entry):
    """A closed class by name: negations, relative pronouns, subordinating words, pronominal adverbs, …"""

    name: str
    forms: tuple[str, ...]


class QuotationMark(Entry):
    """A style of quotation marks: `opening` and the marks that may close it, the usual one first.

    `reads_as` names the two styles that stand for all others when a text is read: `outer` marks, and `inner` ones
    inside them. A language without such styles is read with the marks that its texts have.
    """

    opening: str
    closing: tuple[str, ...]
    reads_as: Literal["outer", "inner"] | None = None


AbbreviationKind = Literal["title", "first_name", "number", "word", "noun", "either", "final"]


class Abbreviation(Entry):
    """Abbreviations that keep their full stop; `kind` says what stands behind them, and so whether a sentence may end.

    Behind a `title` or `first_name` a name follows, behind a reference (*Nr., S.*) a `number`; behind attributes and
    adverbs (*ehem., bzw.*) a `word` always follows. What is cut from a `noun` may end a sentence, but goes on
    where a name or another noun follows (*5 Mio. Euro, Abt. Einkauf*); behind `either` such a word leaves it open (*14.
    Jh.*), and behind `final` it begins a sentence (*usw.*). With `compounds` longer words end in it too (*Hauptstr.*).
    """

    forms: tuple[str, ...]
    kind: AbbreviationKind
    compounds: bool = False


class Paradigm(Entry):
    """How the words of a closed class are inflected: stem and ending make a form, the ending says what it can be.

    `endings` has for each ending the cells of the paradigm, case, gender and number with full stops between
    (*Nom.Masc.Sing*); *Gen.Plur* is the genitive plural of any gender, *Nom.Sing* a nominative without one. `feats` are
    features that every form has. `declension` is that of the adjectives behind a determiner; a paradigm with the tag
    ADJ gives the endings that all adjectives have in that declension, and has no stem.
    """

    tags: tuple[Literal["ADJ", "DET", "PRON"], ...]
    stems: tuple[str, ...]
    endings: dict[str, str]
    feats: str = ""
    declension: Literal["weak", "mixed", "strong"] | None = None


class GoverningPreposition(Entry):
    """Prepositions that govern these cases and no other."""

    forms: tuple[str, ...]
    cases: tuple[Literal["Acc", "Dat", "Gen"], ...]


class Boilerplate(Entry):
    """A regular expression (matched against a whole line) for text that belongs to the page, not to the article."""

    pattern: str
    offer: bool = False
    """Whether it offers the rest of the article, for money or a login: the text is cut off there."""


class Words(BaseModel):
    """The closed classes of a language by name: lower-cased forms. What a language does not list is empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # words.yml
    negations: frozenset[str] = frozenset()
    negation_pairs: frozenset[str] = frozenset()
    complementizers: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    w_words: frozenset[str] = frozenset()
    comparative: frozenset[str] = frozenset()
    relative_pronouns: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    pronouns_personal: frozenset[str] = frozenset()
    pronouns_first_person: frozenset[str] = frozenset()
    pronouns_first_person_plural: frozenset[str] = frozenset()
    pronouns_possessive: frozenset[str] = frozenset()
    reflexives: frozenset[str] = frozenset()
    pronominal_adverbs: frozenset[str] = frozenset()
    continuation: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    modal_verbs: frozenset[str] = frozenset()
    claiming_modals: frozenset[str] = frozenset()
    volition_modals: frozenset[str] = frozenset()
    separable_particles: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    ordinal_prepositions: frozenset[str] = frozenset()
    adverbial_times: frozenset[str] = frozenset()
    time_endings: frozenset[str] = frozenset()
    anonymous_circles: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    """Adjectives that make another office of one: *prime minister*."""
    conditional_openers: frozenset[str] = frozenset()
    spoken_settings: frozenset[str] = frozenset()
    written_settings: frozenset[str] = frozenset()
    setting_prepositions: frozenset[str] = frozenset()
    company_forms: frozenset[str] = frozenset()
    organisation_heads: frozenset[str] = frozenset()
    """Who or what is an organisation's only: *Chefin, Vorstand, Belegschaft, Aktie*."""
    reference_nouns: frozenset[str] = frozenset()
    institution_words: frozenset[str] = frozenset()
    firm_words: frozenset[str] = frozenset()
    """What names of firms end in: *Orlan | Shipping*."""
    group_pronouns: frozenset[str] = frozenset()
    """They take up several whom the sentence before is about, though these have not spoken."""
    forms_of_address: frozenset[str] = frozenset()
    polite_pronouns: frozenset[str] = frozenset()
    """Polite where they are written with a capital letter inside of a sentence: *Sie*."""
    interview_words: frozenset[str] = frozenset()
    partner_prepositions: frozenset[str] = frozenset()
    question_labels: frozenset[str] = frozenset()
    answer_labels: frozenset[str] = frozenset()
    genres: frozenset[str] = frozenset()
    constitutions: frozenset[str] = frozenset()
    indefinite_persons: frozenset[str] = frozenset()
    # syntax.yml
    subordinator_prefixes: frozenset[str] = frozenset()
    infinitive_adjuncts: frozenset[str] = frozenset()
    excluding_adjuncts: frozenset[str] = frozenset()
    negative_subjects: frozenset[str] = frozenset()
    adversative_subordinators: frozenset[str] = frozenset()
    example_words: frozenset[str] = frozenset()
    place_beginnings: frozenset[str] = frozenset()
    inner_prepositions: frozenset[str] = frozenset()
    heads_of_government: frozenset[str] = frozenset()
    heads_of_state: frozenset[str] = frozenset()
    home_offices: frozenset[str] = frozenset()
    not_holding: frozenset[str] = frozenset()
    past_attributes: frozenset[str] = frozenset()
    representatives: frozenset[str] = frozenset()
    member_prepositions: frozenset[str] = frozenset()
    stative_verbs: frozenset[str] = frozenset()
    anybodys_words: frozenset[str] = frozenset()
    tentative_attributes: frozenset[str] = frozenset()
    owning_verbs: frozenset[str] = frozenset()
    matter_verbs: frozenset[str] = frozenset()
    reached_states: frozenset[str] = frozenset()
    cause_nouns: frozenset[str] = frozenset()
    obliging_forms: frozenset[str] = frozenset()
    reported_matter: frozenset[str] = frozenset()
    self_views: frozenset[str] = frozenset()
    natural_forces: frozenset[str] = frozenset()
    already_words: frozenset[str] = frozenset()
    novel_attributes: frozenset[str] = frozenset()
    outlet_nouns: frozenset[str] = frozenset()
    outlet_words: frozenset[str] = frozenset()
    manner_nouns: frozenset[str] = frozenset()
    view_nouns: frozenset[str] = frozenset()
    governments: frozenset[str] = frozenset()
    territories: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    origin_adjectives: frozenset[str] = frozenset()
    sentencing_words: frozenset[str] = frozenset()
    sentencing_verbs: frozenset[str] = frozenset()
    associations: frozenset[str] = frozenset()
    family_name_particles: frozenset[str] = frozenset()
    foreign_particles: frozenset[str] = frozenset()
    name_articles: frozenset[str] = frozenset()
    joined_name_articles: frozenset[str] = frozenset()
    name_particles: frozenset[str] = frozenset()
    particle_prepositions: frozenset[str] = frozenset()
    origin_particles: frozenset[str] = frozenset()
    additive_conjunctions: frozenset[str] = frozenset()
    articles_before_names: frozenset[str] = frozenset()
    passive_auxiliaries: frozenset[str] = frozenset()
    agent_prepositions: frozenset[str] = frozenset()
    impersonal_subjects: frozenset[str] = frozenset()
    parenthesis_openers: frozenset[str] = frozenset()
    crediting_adverbs: frozenset[str] = frozenset()
    ambiguous_anaphors: frozenset[str] = frozenset()
    perfect_infinitives: frozenset[str] = frozenset()
    summing_pronouns: frozenset[str] = frozenset()
    reportative_modals: frozenset[str] = frozenset()
    reportative_forms: frozenset[str] = frozenset()
    naming_verbs: frozenset[str] = frozenset()
    naming_without_particle: frozenset[str] = frozenset()
    comparison_particles: frozenset[str] = frozenset()
    personal_subjects: frozenset[str] = frozenset()
    masculine_pronouns: frozenset[str] = frozenset()
    neuter_pronouns: frozenset[str] = frozenset()
    """Of these, nobody is meant but an institution: *it*."""
    expletive_verbs: frozenset[str] = frozenset()
    """Verbs whose *es* may stand for nobody: *es droht, dass p*."""
    fixed_subjunctives: frozenset[str] = frozenset()
    claim_nouns: frozenset[str] = frozenset()
    claim_pronouns: frozenset[str] = frozenset()
    contradicting_means: frozenset[str] = frozenset()
    broadcasters: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    naming_heads: frozenset[str] = frozenset()
    irregular_forces: frozenset[str] = frozenset()
    regular_forces: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    opposing_prepositions: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    validity_nouns: frozenset[str] = frozenset()
    involvement_nouns: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    existential_verbs: frozenset[str] = frozenset()
    arising_verbs: frozenset[str] = frozenset()
    possession_verbs: frozenset[str] = frozenset()
    future_modals: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    circle_prepositions: frozenset[str] = frozenset()
    circle_nouns: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    camps: frozenset[str] = frozenset()
    circling_verbs: frozenset[str] = frozenset()
    author_nouns: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    question_nouns: frozenset[str] = frozenset()
    speaking_pronouns: frozenset[str] = frozenset()
    continuing_places: frozenset[str] = frozenset()
    continuing_adverbs: frozenset[str] = frozenset()
    continuing_verbs: frozenset[str] = frozenset()
    of_prepositions: frozenset[str] = frozenset()
    report_nouns: frozenset[str] = frozenset()
    utterance_nouns: frozenset[str] = frozenset()
    prosecutors: frozenset[str] = frozenset()
    object_prepositions: frozenset[str] = frozenset()
    answering_verbs: frozenset[str] = frozenset()
    joining_conjunctions: frozenset[str] = frozenset()
    negative_predicates: frozenset[str] = frozenset()
    directive_verbs: frozenset[str] = frozenset()
    clause_negations: frozenset[str] = frozenset()
    modal_lemmas: frozenset[str] = frozenset()
    instrument_prepositions: frozenset[str] = frozenset()
    concluding_prepositions: frozenset[str] = frozenset()
    concluding_verbs: frozenset[str] = frozenset()
    announcing_verbs: frozenset[str] = frozenset()
    negative_articles: frozenset[str] = frozenset()
    citing_verbs: frozenset[str] = frozenset()
    noun_complementizers: frozenset[str] = frozenset()
    named_things: frozenset[str] = frozenset()
    naming_words: frozenset[str] = frozenset()
    calling_verbs: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    habitual_namers: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    ascribing_verbs: frozenset[str] = frozenset()
    sure_datives: frozenset[str] = frozenset()
    name_governors: frozenset[str] = frozenset()
    free_particles: frozenset[str] = frozenset()
    name_bearers: frozenset[str] = frozenset()
    subject_pronouns: frozenset[str] = frozenset()
    state_auxiliaries: frozenset[str] = frozenset()
    speaking_place_prepositions: frozenset[str] = frozenset()
    media_nouns: frozenset[str] = frozenset()
    own_pronouns: frozenset[str] = frozenset()
    addressee_markers: frozenset[str] = frozenset()
    addressing_verbs: frozenset[str] = frozenset()
    object_pronouns: frozenset[str] = frozenset()
    attributive_prepositions: frozenset[str] = frozenset()
    temporal_prepositions: frozenset[str] = frozenset()
    origin_prepositions: frozenset[str] = frozenset()
    undone_auxiliaries: frozenset[str] = frozenset()
    bracket_verbs: frozenset[str] = frozenset()
    raised_places: frozenset[str] = frozenset()
    office_places: frozenset[str] = frozenset()
    name_prepositions: frozenset[str] = frozenset()
    false_participles: frozenset[str] = frozenset()
    adverbs_in_e: frozenset[str] = frozenset()
    joint_openers: frozenset[str] = frozenset()
    joint_pairs: frozenset[str] = frozenset()
    additive_particles: frozenset[str] = frozenset()
    concessives: frozenset[str] = frozenset()
    contrast_adverbs: frozenset[str] = frozenset()
    contrast_openers: frozenset[str] = frozenset()
    oblique_articles: frozenset[str] = frozenset()
    open_articles: frozenset[str] = frozenset()
    subject_articles: frozenset[str] = frozenset()
    refusing_modals: frozenset[str] = frozenset()
    plural_pronouns: frozenset[str] = frozenset()
    first_persons: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    spokespersons: frozenset[str] = frozenset()
    pointing_pronouns: frozenset[str] = frozenset()
    district_offices: frozenset[str] = frozenset()
    general_plurals: frozenset[str] = frozenset()
    lawyers: frozenset[str] = frozenset()
    monarchs: frozenset[str] = frozenset()
    popes: frozenset[str] = frozenset()
    regnal_titles: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    regional_inhabitants: frozenset[str] = frozenset()
    appointing_verbs: frozenset[str] = frozenset()
    appointing_prepositions: frozenset[str] = frozenset()
    adjuncts: frozenset[str] = frozenset()
    administrations: frozenset[str] = frozenset()
    former_attributes: frozenset[str] = frozenset()
    relational_persons: frozenset[str] = frozenset()
    professions: frozenset[str] = frozenset()
    leaders: frozenset[str] = frozenset()
    general_leaders: frozenset[str] = frozenset()
    officials: frozenset[str] = frozenset()
    some_of: frozenset[str] = frozenset()
    contrasting: frozenset[str] = frozenset()
    latter_words: frozenset[str] = frozenset()
    former_words: frozenset[str] = frozenset()
    feminine_persons: frozenset[str] = frozenset()
    feminine_articles: frozenset[str] = frozenset()
    masculine_articles: frozenset[str] = frozenset()
    definite_articles: frozenset[str] = frozenset()
    indefinite_articles: frozenset[str] = frozenset()
    naming_prepositions: frozenset[str] = frozenset()
    purpose_prepositions: frozenset[str] = frozenset()
    dative_pronouns: frozenset[str] = frozenset()
    pointing_determiners: frozenset[str] = frozenset()
    such_words: frozenset[str] = frozenset()
    standing_subjects: frozenset[str] = frozenset()
    speaking_of_verbs: frozenset[str] = frozenset()
    advocates: frozenset[str] = frozenset()
    topic_prepositions: frozenset[str] = frozenset()
    detail_nouns: frozenset[str] = frozenset()
    news_nouns: frozenset[str] = frozenset()
    case_nouns: frozenset[str] = frozenset()
    excusing_prepositions: frozenset[str] = frozenset()
    excusing_nouns: frozenset[str] = frozenset()
    stand_places: frozenset[str] = frozenset()
    forced_modals: frozenset[str] = frozenset()
    condition_verbs: frozenset[str] = frozenset()
    wondering_modals: frozenset[str] = frozenset()
    ability_modals: frozenset[str] = frozenset()
    contradicting_verbs: frozenset[str] = frozenset()
    judging_verbs: frozenset[str] = frozenset()
    producing_verbs: frozenset[str] = frozenset()
    handling_verbs: frozenset[str] = frozenset()
    dismissing_verbs: frozenset[str] = frozenset()
    total_determiners: frozenset[str] = frozenset()
    hardly_words: frozenset[str] = frozenset()
    somebody_words: frozenset[str] = frozenset()
    partial_words: frozenset[str] = frozenset()
    limiting_words: frozenset[str] = frozenset()
    presence_nouns: frozenset[str] = frozenset()
    happening_nouns: frozenset[str] = frozenset()
    ruling_out_verbs: frozenset[str] = frozenset()
    decided_things: frozenset[str] = frozenset()
    intention_nouns: frozenset[str] = frozenset()
    promising_verbs: frozenset[str] = frozenset()
    upholding_verbs: frozenset[str] = frozenset()
    earlier_words: frozenset[str] = frozenset()
    past_auxiliaries: frozenset[str] = frozenset()
    reporting_of_verbs: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()
    one_of_two: frozenset[str] = frozenset()
    crediting_prepositions: frozenset[str] = frozenset()
    stand_origins: frozenset[str] = frozenset()
    undecided_openers: frozenset[str] = frozenset()
    mark_words: frozenset[str] = frozenset()
    agency_names: frozenset[str] = frozenset()
    place_joints: frozenset[str] = frozenset()
    document_anaphors: frozenset[str] = frozenset()
    standing_verbs: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    credit_labels: frozenset[str] = frozenset()
    version_labels: frozenset[str] = frozenset()
    update_words: frozenset[str] = frozenset()
    clock_words: frozenset[str] = frozenset()
    reliance_nouns: frozenset[str] = frozenset()
    reliance_prepositions: frozenset[str] = frozenset()
    reliance_verbs: frozenset[str] = frozenset()
    reliance_links: frozenset[str] = frozenset()
    anonymity_reasons: frozenset[str] = frozenset()
    reason_subordinators: frozenset[str] = frozenset()
    focus_particles: frozenset[str] = frozenset()
    degree_words: frozenset[str] = frozenset()
    equatives: frozenset[str] = frozenset()
    accusative_articles: frozenset[str] = frozenset()
    genitive_articles: frozenset[str] = frozenset()
    nouns_of_striving: frozenset[str] = frozenset()
    relative_datives: frozenset[str] = frozenset()
    title_abbreviations: frozenset[str] = frozenset()
    circumstances: frozenset[str] = frozenset()
    circumstance_prepositions: frozenset[str] = frozenset()
    voice_prepositions: frozenset[str] = frozenset()
    reading_place_prepositions: frozenset[str] = frozenset()
    stretch_nouns: frozenset[str] = frozenset()
    sentence_prepositions: frozenset[str] = frozenset()
    striving_verbs: frozenset[str] = frozenset()
    self_naming_verbs: frozenset[str] = frozenset()
    hoping_verbs: frozenset[str] = frozenset()
    inferring_modals: frozenset[str] = frozenset()
    asking_verbs: frozenset[str] = frozenset()
    resuming_relatives: frozenset[str] = frozenset()
    telling_verbs: frozenset[str] = frozenset()
    utterance_prepositions: frozenset[str] = frozenset()
    uninflected_nouns: frozenset[str] = frozenset()
    media_stems: frozenset[str] = frozenset()
    possessive_relatives: frozenset[str] = frozenset()
    side_nouns: frozenset[str] = frozenset()
    taken_up_datives: frozenset[str] = frozenset()
    dative_articles: frozenset[str] = frozenset()
    weak_nouns: frozenset[str] = frozenset()
    opening_prepositions: frozenset[str] = frozenset()
    opening_adverbs: frozenset[str] = frozenset()
    speaking_verbs: frozenset[str] = frozenset()
    speaking_words: frozenset[str] = frozenset()
    attitudes: frozenset[str] = frozenset()
    judgements: frozenset[str] = frozenset()
    opinions: frozenset[str] = frozenset()
    opinion_attributes: frozenset[str] = frozenset()
    shared_views: frozenset[str] = frozenset()
    followed_views: frozenset[str] = frozenset()
    joined_calls: frozenset[str] = frozenset()
    supported_claims: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    missed_things: frozenset[str] = frozenset()
    pleas: frozenset[str] = frozenset()
    findings: frozenset[str] = frozenset()
    defended_things: frozenset[str] = frozenset()
    cause_prepositions: frozenset[str] = frozenset()
    explaining_verbs: frozenset[str] = frozenset()
    excusing_manners: frozenset[str] = frozenset()
    awaiting_verbs: frozenset[str] = frozenset()
    awaited_things: frozenset[str] = frozenset()
    addressing_objects_verbs: frozenset[str] = frozenset()
    ailments: frozenset[str] = frozenset()
    ailing_verbs: frozenset[str] = frozenset()
    turning_verbs: frozenset[str] = frozenset()
    valuing_prepositions: frozenset[str] = frozenset()
    ruling_words: frozenset[str] = frozenset()
    finding_verbs: frozenset[str] = frozenset()
    declared_things: frozenset[str] = frozenset()
    suggested_steps: frozenset[str] = frozenset()
    kept_views: frozenset[str] = frozenset()
    winners: frozenset[str] = frozenset()
    agreed_with: frozenset[str] = frozenset()
    burdening_verbs: frozenset[str] = frozenset()
    testifying_nouns: frozenset[str] = frozenset()
    share_nouns: frozenset[str] = frozenset()
    mere_places: frozenset[str] = frozenset()
    withheld_nouns: frozenset[str] = frozenset()
    siding_prepositions: frozenset[str] = frozenset()
    among_prepositions: frozenset[str] = frozenset()
    unreal_subordinators: frozenset[str] = frozenset()
    clipped_words: frozenset[str] = frozenset()
    toll_words: frozenset[str] = frozenset()
    announcing_words: frozenset[str] = frozenset()
    # number_words.yml
    several: frozenset[str] = frozenset()
    half: frozenset[str] = frozenset()
    range_openers: frozenset[str] = frozenset()
    range_joints: frozenset[str] = frozenset()
    number_prepositions: frozenset[str] = frozenset()
    genitive_determiners: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    year_words: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    purpose_openers: frozenset[str] = frozenset()
    support_verbs: frozenset[str] = frozenset()
    event_settings: frozenset[str] = frozenset()
    expletives: frozenset[str] = frozenset()
    nominative_articles: frozenset[str] = frozenset()
    masculine_subject_articles: frozenset[str] = frozenset()
    perfect_passive: frozenset[str] = frozenset()
    infinitive_markers: frozenset[str] = frozenset()
    third_reflexives: frozenset[str] = frozenset()
    own_reflexives: frozenset[str] = frozenset()
    genitive_links: frozenset[str] = frozenset()
    # asked by statements and stands (syntax.yml)
    letting_verbs: frozenset[str] = frozenset()
    pair_openers: frozenset[str] = frozenset()
    pair_joints: frozenset[str] = frozenset()
    negation_focus: frozenset[str] = frozenset()
    reason_prepositions: frozenset[str] = frozenset()
    expected_nouns: frozenset[str] = frozenset()
    negation_degrees: frozenset[str] = frozenset()
    negation_leads: frozenset[str] = frozenset()
    exceptive_words: frozenset[str] = frozenset()
    correcting_conjunctions: frozenset[str] = frozenset()
    refusing_verbs: frozenset[str] = frozenset()
    ability_words: frozenset[str] = frozenset()
    event_deniers: frozenset[str] = frozenset()
    reaction_nouns: frozenset[str] = frozenset()
    receiving_verbs: frozenset[str] = frozenset()
    reacting_prepositions: frozenset[str] = frozenset()
    receiving_prepositions: frozenset[str] = frozenset()
    voicing_verbs: frozenset[str] = frozenset()
    planning_verbs: frozenset[str] = frozenset()
    plan_nouns: frozenset[str] = frozenset()
    knowledge_nouns: frozenset[str] = frozenset()
    reflexive_object_prepositions: frozenset[str] = frozenset()
    criticising_verbs: frozenset[str] = frozenset()
    answering_prepositions: frozenset[str] = frozenset()
    aim_nouns: frozenset[str] = frozenset()
    voting_verbs: frozenset[str] = frozenset()
    voting_words: frozenset[str] = frozenset()
    idiom_verbs: frozenset[str] = frozenset()
    idiom_nouns: frozenset[str] = frozenset()
    bodily_verbs: frozenset[str] = frozenset()
    verbal_manners: frozenset[str] = frozenset()
    ruling_verbs: frozenset[str] = frozenset()
    pleadings: frozenset[str] = frozenset()
    rumour_prepositions: frozenset[str] = frozenset()
    rumour_verbs: frozenset[str] = frozenset()
    supposing_verbs: frozenset[str] = frozenset()
    candidate_verbs: frozenset[str] = frozenset()
    trading_verbs: frozenset[str] = frozenset()
    sum_verbs: frozenset[str] = frozenset()
    sum_nouns: frozenset[str] = frozenset()
    talk_nouns: frozenset[str] = frozenset()
    mood_nouns: frozenset[str] = frozenset()
    matter_prepositions: frozenset[str] = frozenset()
    content_prepositions: frozenset[str] = frozenset()
    questions_left_open: frozenset[str] = frozenset()

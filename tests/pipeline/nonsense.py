"""Documents with analyses that no parser made: any tags, any heads, cycles and broken trees included."""

from collections.abc import Iterator
from functools import cache

from hypothesis import strategies as st

from attrib.records import Document, Part
from attrib.text.analysis import Analysis, Entity, Sentence, Word
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts

GERMAN = load_language("de")

UPOS = str.split(
    """
    ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X
    """
)
DEPRELS = str.split(
    """
    acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound compound:prt conj cop csubj
    csubj:pass dep det det:poss discourse dislocated expl expl:pv fixed flat goeswith iobj list mark nmod
    nmod:poss nsubj nsubj:pass nummod obj obl obl:agent obl:arg orphan parataxis punct reparandum root vocative
    xcomp
    """
)
FEATURES = str.split(
    """
    Case=Nom Case=Gen Case=Dat Case=Acc Definite=Def Gender=Masc Gender=Fem Mood=Ind Mood=Sub Mood=Imp Number=Sing
    Number=Plur Person=1 Person=3 Poss=Yes PronType=Art PronType=Dem PronType=Prs PronType=Rel Reflex=Yes
    Tense=Past Tense=Pres VerbForm=Fin VerbForm=Inf VerbForm=Part Voice=Pass
    """
)
MARKS = list("„“”\"«»‚‘’‹›'.,;:?!–—-()[]/")
LEXICON: dict[str, tuple[str, str, str]] = {
    form: (lemma, upos, feats)
    for line in """
        Kim Kim PROPN Case=Nom; Putin Putin PROPN Case=Nom; Lloyd Lloyd PROPN Case=Nom; Austin Austin PROPN Case=Nom
        NIS NIS PROPN Case=Dat; NATO NATO PROPN Case=Nom; Seoul Seoul PROPN Case=Nom; Moskau Moskau PROPN Case=Nom
        US-Regierung US-Regierung NOUN Case=Nom; Regierung Regierung NOUN Case=Nom; Polizei Polizei NOUN Case=Nom
        Sprecher Sprecher NOUN Case=Nom; Beamte Beamter NOUN Case=Nom|Number=Plur; Minister Minister NOUN Case=Nom
        Geheimdienst Geheimdienst NOUN Case=Nom; Angaben Angabe NOUN Case=Dat|Number=Plur; Bericht Bericht NOUN Case=Nom
        Berichten Bericht NOUN Case=Dat|Number=Plur; Meldung Meldung NOUN Case=Acc; Beweise Beweis NOUN Case=Acc
        Soldaten Soldat NOUN Case=Nom|Number=Plur; Lage Lage NOUN Case=Nom; Brücke Brücke NOUN Case=Nom
        Dementis Dementi NOUN Case=Nom|Number=Plur; Krise Krise NOUN Case=Dat; Ansicht Ansicht NOUN Case=Gen
        er er PRON Case=Nom|Number=Sing|Person=3|PronType=Prs; sie sie PRON Case=Nom|Person=3|PronType=Prs
        es es PRON Case=Nom|Person=3|PronType=Prs; ich ich PRON Case=Nom|Number=Sing|Person=1|PronType=Prs
        man man PRON Case=Nom|PronType=Ind; sich sich PRON Reflex=Yes; das der PRON Case=Acc|PronType=Dem
        die der DET Case=Nom|PronType=Art; der der DET Case=Nom|PronType=Art; dem der DET Case=Dat|PronType=Art
        den der DET Case=Acc|PronType=Art; des der DET Case=Gen|PronType=Art; diese dieser DET Case=Acc|PronType=Dem
        keine kein DET Case=Acc; einem ein DET Case=Dat; eigenen eigen ADJ Case=Dat; ukrainische ukrainisch ADJ Case=Nom
        südkoreanische südkoreanisch ADJ Case=Nom; ernst ernst ADJ _; falsch falsch ADJ _; bestätigt bestätigt ADJ _
        sagte sagen VERB Mood=Ind|Tense=Past|VerbForm=Fin; erklärte erklären VERB Mood=Ind|Tense=Past|VerbForm=Fin
        teilte mitteilen VERB Mood=Ind|VerbForm=Fin; mitteilte mitteilen VERB Mood=Ind|VerbForm=Fin; mit mit ADP _
        wies weisen VERB Mood=Ind|VerbForm=Fin; darauf darauf ADV _; hin hin ADP _
        hieß heißen VERB Mood=Ind|VerbForm=Fin
        heißt heißen VERB Mood=Ind|VerbForm=Fin; warnte warnen VERB Mood=Ind|VerbForm=Fin; zurück zurück ADP _
        bestätigte bestätigen VERB Mood=Ind|VerbForm=Fin; bestätigen bestätigen VERB VerbForm=Inf
        dementierte dementieren VERB Mood=Ind|VerbForm=Fin; bestreitet bestreiten VERB Mood=Ind|VerbForm=Fin
        bezeichnete bezeichnen VERB Mood=Ind|VerbForm=Fin; nannte nennen VERB Mood=Ind|VerbForm=Fin
        schätzen schätzen VERB Mood=Ind|VerbForm=Fin; fordert fordern VERB Mood=Ind|VerbForm=Fin
        berichtet berichten VERB VerbForm=Part; gesehen sehen VERB VerbForm=Part; gestorben sterben VERB VerbForm=Part
        gehen gehen VERB VerbForm=Inf; kommt kommen VERB Mood=Ind|VerbForm=Fin; gab geben VERB Mood=Ind|VerbForm=Fin
        sei sein AUX Mood=Sub|Tense=Pres|VerbForm=Fin; habe haben AUX Mood=Sub|Tense=Pres|VerbForm=Fin
        hätten haben AUX Mood=Sub|Tense=Past|VerbForm=Fin; würden werden AUX Mood=Sub|Tense=Past|VerbForm=Fin
        könnte können AUX Mood=Sub|Tense=Past|VerbForm=Fin; ist sein AUX Mood=Ind|VerbForm=Fin
        wird werden AUX Mood=Ind|VerbForm=Fin; hat haben AUX Mood=Ind|VerbForm=Fin; haben haben AUX VerbForm=Inf
        sein sein AUX VerbForm=Inf; worden werden AUX VerbForm=Part; will wollen AUX Mood=Ind|VerbForm=Fin
        soll sollen AUX Mood=Ind|VerbForm=Fin; sollen sollen AUX Mood=Ind|VerbForm=Fin; zu zu PART _; um um SCONJ _
        dass dass SCONJ _; ob ob SCONJ _; weil weil SCONJ _; wie wie ADV _; und und CCONJ _; weder weder CCONJ _
        noch noch CCONJ _; aber aber ADV _; laut laut ADP _; nach nach ADP _; zufolge zufolge ADP _; von von ADP _
        vor vor ADP _; als als CCONJ _; im in ADP _; so so ADV _; demnach demnach ADV _; wonach wonach ADV _
        danach danach ADV _; nicht nicht PART _; weiter weiter ADV _; angeblich angeblich ADV _; dafür dafür ADV _
        offenbar offenbar ADV _; auch auch ADV _; gestern gestern ADV _
    """.strip().splitlines()
    for form, lemma, upos, feats in (entry.split() for entry in line.split(";"))
}
CHUNKS = [
    chunk.strip()
    for line in """
    die Lage sei ernst|dass die Lage ernst ist|, dass die Brücke falsch sei ,|sagte der Sprecher|, sagte Austin
    erklärte er|teilte die Polizei mit|, teilte sie mit , dass|wies darauf hin , dass|es hieß weiter|hieß es
    , wie die Polizei mitteilte ,|Laut dem NIS|nach Angaben der Polizei|den Berichten zufolge
    nach eigenen Angaben|, so Lloyd Austin ,|, so ukrainische Beamte|demnach|, wonach die Lage ernst sei|danach
    will der Geheimdienst gesehen haben|will er die Brücke gesehen haben|das soll gestorben sein
    die Soldaten sollen gehen|die Soldaten würden gehen|er habe die Brücke gesehen|warnte vor der Krise
    fordert die Brücke|bestätigte die Meldung nicht|weder Seoul noch die NATO bestätigen diese Meldung
    dementierte|Moskau dementierte|Kim bestreitet das|wies die Meldung zurück|es gab keine Beweise dafür
    ist bestätigt , dass|bezeichnete die Lage als „ falsch “|nannte die Lage „ ernst “|„ Die Lage ist ernst “
    » Ich sei ernst «|"Die Lage ist ernst."|Austin : „ Die Lage ist ernst . “
    „ Wir schätzen , dass die Lage ernst ist|wird berichtet|und sagte|und die Regierung|, die gestern kommt ,
    um zu gehen|, zu gehen|Seoul und Moskau schätzen|der südkoreanische Minister|angeblich|offenbar|könnte gehen
    .|?|:|;|–|, |(Kim)|Dementis|Kim|Putin|er|sie|ich|gestern|nicht|der Ansicht sein
    im Haus|vom NIS|zum Sprecher|ins Haus|am Kim
""".strip().splitlines()
    for chunk in line.split("|")
]


@cache
def known_words() -> tuple[str, ...]:
    """The words that rules look for."""
    entries = [entry.lemma for entry in (*GERMAN.reporting_verbs, *GERMAN.reporting_nouns, *GERMAN.stands)]
    entries += [word for entry in GERMAN.reporting_phrases for word in (entry.lemma, *entry.words)]
    entries += [entry.lemma for entry in (*GERMAN.person_nouns, *GERMAN.institution_nouns)]
    entries += [form for entry in GERMAN.word_sets for form in entry.forms]
    return tuple(sorted({word for entry in entries for word in entry.split()}))


def chunks() -> st.SearchStrategy[list[str]]:
    """Words and marks in the order of the constructions that rules look for, and now and then anything."""
    odd = st.one_of(
        st.sampled_from(MARKS),
        st.sampled_from(known_words()),
        st.text(st.characters(exclude_categories=("Cc", "Cs", "Z")), min_size=1, max_size=8),
    )
    usual = st.sampled_from(CHUNKS).map(str.split)
    return st.one_of(usual, usual, usual, odd.map(lambda token: [token]))


def _usual(form: str) -> tuple[str, str, str]:
    """Lemma, tag and features of a form, a noun if it is unknown."""
    if not any(char.isalnum() for char in form):
        return form, "PUNCT", ""
    for spelling in (form, form.lower()):
        if spelling in LEXICON:
            lemma, upos, feats = LEXICON[spelling]
            return lemma, upos, feats.replace("_", "")
    return form, "NUM" if form.isdigit() else "NOUN", ""


CONTRACTIONS = {
    "im": ("in", "dem"),
    "am": ("an", "dem"),
    "vom": ("von", "dem"),
    "zum": ("zu", "dem"),
    "ins": ("in", "das"),
}


def _syntactic(form: str, start: int, end: int) -> Iterator[tuple[str, int, int, int]]:
    """The syntactic words of a token: two for a contraction, with its place."""
    words = CONTRACTIONS.get(form.lower(), (form,))
    for index, word in enumerate(words):
        yield word, start, end, len(words) if index == 0 and len(words) > 1 else 0


@st.composite
def nonsense_words(draw: st.DrawFn, places: list[tuple[int, int]], text: str) -> tuple[Word, ...]:
    """Syntactic words for tokens at these places, with anything a parser might say of them."""
    forms = [item for start, end in places for item in _syntactic(text[start:end], start, end)]
    found: list[Word] = []
    count = len(forms)
    for place, (form, start, end, surface) in enumerate(forms):
        lemma, upos, feats = _usual(form)
        if draw(st.integers(0, 9)) == 0:
            lemma = draw(st.sampled_from(known_words()))
            upos = draw(st.sampled_from(UPOS))
            feats = "|".join(sorted(draw(st.sets(st.sampled_from(FEATURES), max_size=4))))
        found.append(
            Word(
                number=place + 1,
                text=form,
                lemma=lemma,
                upos=upos,
                feats=feats,
                head=draw(st.one_of(st.integers(0, count), st.integers(max(0, place - 2), min(count, place + 3)))),
                deprel=draw(st.sampled_from(DEPRELS)),
                start=start,
                end=end,
                surface=surface,
            )
        )
    return tuple(found)


@st.composite
def nonsense_sentence(draw: st.DrawFn, number: int, part: Part, places: list[tuple[int, int]], text: str) -> Sentence:
    """A sentence over these tokens with some names in it."""
    words = draw(nonsense_words(places, text))
    entities = []
    for kind in draw(st.lists(st.sampled_from(["PER", "LOC", "ORG"]), max_size=2)):
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first, min(len(words) - 1, first + 2)))
        entity = Entity(words[first].start, words[last].end, kind)
        # A recogniser gives each word to one name, and so does CoNLL-U.
        if all(other.end <= entity.start or entity.end <= other.start for other in entities):
            entities.append(entity)
    return Sentence(number, part.number, words[0].start, words[-1].end, words, tuple(sorted(set(entities))))


Parsed = tuple[Document, tuple[Part, ...], Analysis]


@st.composite
def nonsense(draw: st.DrawFn) -> Parsed:
    """A document of a few lines, its parts, and an analysis of its tokens that may be nonsense."""
    lines = draw(st.lists(st.lists(chunks(), min_size=1, max_size=8), min_size=1, max_size=4))
    text = "\n".join(
        " ".join(token for chunk in line for token in chunk) + draw(st.sampled_from("..? ")) for line in lines
    )
    if not text.strip():
        text = "Ja."
    document = Document(
        id="nonsense0000", name="f.txt", text=text, publisher=draw(st.sampled_from([None, "kurier.at", "Blatt"]))
    )
    parts = cut_parts(text, document=document.id, language=GERMAN)
    return document, parts, draw(nonsense_analysis(text, parts))


@st.composite
def nonsense_analysis(draw: st.DrawFn, text: str, parts: tuple[Part, ...]) -> Analysis:
    """Tokens cut at white space and around marks, sentences cut anywhere."""
    sentences: list[Sentence] = []
    for part in parts:
        places = list(_places(text, part))
        while places:
            length = draw(st.one_of(st.just(len(places)), st.integers(1, len(places))))
            cut, places = places[:length], places[length:]
            sentences.append(draw(nonsense_sentence(len(sentences), part, cut, text)))
    return Analysis(tuple(sentences))


def _places(text: str, part: Part) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    place = part.start
    while place < part.end:
        if text[place].isspace():
            place += 1
            continue
        end = place + 1
        if text[place] not in MARKS:
            while end < part.end and not text[end].isspace() and text[end] not in MARKS:
                end += 1
        found.append((place, end))
        place = end
    return found

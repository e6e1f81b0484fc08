"""Who speaks in a frame: its subject by tree, word order and case."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, takewhile

from attrib.quotation.answering import answerer
from attrib.quotation.experiencer import experiencer
from attrib.quotation.frame import Frame, Stretch, outside_of
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.resuming import resumes
from attrib.quotation.speaker_phrase import with_apposition
from attrib.text.analysis import NO_WORD, NOMINAL, Sentence, Word
from attrib.text.view import View
from attrib.text.words import NOUNS, SPEAKERS, any_form, first, first_form, first_tag, formed, last_tag, tagged

_BEHIND_PRONOUN = frozenset({"", "VERB", "AUX", "PUNCT", "ADV", "ADP", "CCONJ"})
"""What follows an article or adjective that stands for a noun."""
_ATTRIBUTES = frozenset({"nmod", "det", "amod", "compound"})
_MOST_CONJUNCTS = 4


def subject(frame: Frame, *, outside: Stretch | None = None) -> Word:
    """The head of the noun phrase that speaks: the cue's subject, or the agent of a passive; NO_WORD if there is none.

    `outside` are the first and last word of the content, where the subject cannot stand.
    """
    return frame.kept(("subject", outside), lambda: _subject(frame, outside))


def nobody_denies(frame: Frame) -> bool:
    """*Niemand bestreitet, dass p* · *Kein Experte bezweifelt das*: nobody takes a stand, and nothing is denied."""
    view, words, head = frame.view, frame.view.language.words, subject(frame)
    if frame.cue.lemma not in view.language.lexicon.verbs.denying:
        return False
    none = view.phrase(head)[:1] if head else ()
    own = tagged(frame.clause.words, {*SPEAKERS, "ADV", "DET"})
    return any_form(none, words.negative_articles) or any_form(own, words.nobody)


_PARTS_OF_NAME = frozenset({"flat", "appos", "compound"})


def _subject(frame: Frame, outside: Stretch | None) -> Word:
    if frame.cue.experiencer:
        return experiencer(frame, outside)
    active, passive = _STEPS[frame.view.language.grammar.VERB_SECOND]
    steps = passive if frame.cue.passive else active
    answers = NO_WORD if frame.cue.passive else answerer(frame)
    if answers and outside_of([answers], outside):
        return answers
    if frame.cue.lemma in frame.view.language.words.citing_verbs:
        steps = (*_OF_CITING, *steps)
    found = islice(filter(None, (step(frame, outside) for step in steps)), 2)
    head = next(found, NO_WORD)
    if is_mute(frame.view, head):
        # *Diesen Vorwurf wollte Weber nicht stehenlassen*: who can speak before what cannot
        head = next((other for other in found if not is_mute(frame.view, other)), head)
    # In a language whose subject stands before its verb the tree has it right.
    return _first_of_joint(frame.view, head, outside) if frame.view.language.grammar.VERB_SECOND else head


def _first_of_joint(view: View, head: Word, outside: Stretch | None) -> Word:
    """*haben Austin und **Kim** sich verpflichtet*: the first of those who are joined, from whom all are found."""
    if head.upos not in NOUNS or head.relation != "conj":
        return head
    clause, heads = view.clause_of(head), _conjunction_heads(view.sentence, head)
    joined = takewhile(lambda word: word.upos in NOUNS and view.clause_of(word) is clause, heads)
    free = takewhile(lambda word: outside_of([word], outside) and view.before(word).upos != "ADP", joined)
    return [head, *free][-1]


def is_mute(view: View, head: Word) -> bool:
    """Whether a noun is for what cannot speak: a day, a measure, a question, an event."""
    return head.upos == "NOUN" and view.language.lexicon.voice(head) == "none"


def _cited(frame: Frame, outside: Stretch | None) -> Word:
    """*Die Zeitung zitiert den Wirt mit den Worten …* · *Der Wirt wird zitiert*: whose words they are."""
    wanted = "nsubj" if frame.cue.passive else "obj"
    for child in tagged(outside_of(frame.view.sentence.children(frame.cue.verb), outside), SPEAKERS):
        if child.relation == wanted and not child.has("Reflex=Yes"):
            return child
    # *wird X wie folgt zitiert*
    return _linear_subject(frame, outside) if frame.cue.passive else NO_WORD


def _agent(frame: Frame, outside: Stretch | None) -> Word:
    """*wurde von der Polizei mitgeteilt*: by the tree."""
    sentence = frame.view.sentence
    agents = (child for child in sentence.children(frame.cue.verb) if child.relation == "obl" and child.upos in NOMINAL)
    return first(agents, lambda child: any(_marks_agent(frame.view, case) for case in sentence.children(child)))


def _marks_agent(view: View, word: Word) -> bool:
    return word.relation == "case" and word.form in view.language.words.agent_prepositions


def _linear_agent(frame: Frame, outside: Stretch | None) -> Word:
    """*war von der Junta mit dem Hinweis abgelehnt worden*: by word order, where the tree joins it elsewhere."""
    view = frame.view
    prepositions = tagged(outside_of(view.clause_of(frame.cue.verb).words, outside), {"ADP"})
    for word in formed(prepositions, view.language.words.agent_prepositions):
        before = view.before(word)
        if before.upos in {*NOUNS, "X"} and not _is_adverbial(view, before) and not _is_of_verb(frame, word):
            continue  # *die Forderung von Weber*
        head = last_tag(view.governed_group(word) or (), NOUNS)
        if view.is_party(head):
            return head
    return NO_WORD


def _is_of_verb(frame: Frame, preposition: Word) -> bool:
    """*wurde die Aktion | von den Veranstaltern als Erfolg gewertet* · *Abgelehnt wird der Plan | von der Opposition*:
    between the verbs or behind both, before an article for which an attribute would have a genitive."""
    view, words = frame.view, frame.view.language.words
    anchor, verb = frame.cue.anchor.number, frame.cue.verb.number
    behind = anchor < preposition.number < verb or verb < anchor < preposition.number
    definite = (
        view.behind(preposition).form in words.sure_datives or view.behind(preposition).form in words.dative_articles
    )
    article = view.behind(preposition).upos == "DET" and definite
    return behind and article and noun_entry(view.before(preposition), view.language) is None


def _impersonal_pronoun(frame: Frame, outside: Stretch | None) -> Word:
    """The *es* of *es wird berichtet*, so that it can be marked as part of the cue."""
    view, anchor = frame.view, frame.cue.anchor
    return first_form((view.before(anchor), view.behind(anchor)), view.language.words.impersonal_subjects)


def _expletive(frame: Frame, outside: Stretch | None) -> Word:
    """*hieß es weiter*."""
    continues = frame.cue.lemma in frame.view.language.words.continuing_verbs
    return _impersonal_pronoun(frame, outside) if continues else NO_WORD


def _pronoun_behind(frame: Frame, outside: Stretch | None) -> Word:
    """*Dann sagte er, …*: a pronoun right behind the verb, where it is not the object."""
    view, anchor = frame.view, frame.cue.anchor
    pronoun = view.behind(anchor)
    if frame.cue.finite is None or not any(outside_of([pronoun], outside)) or not _is_subject_pronoun(view, pronoun):
        return NO_WORD
    expletive = pronoun.form in view.language.words.expletives
    left = view.words(frame.first, anchor.number - 1)
    opening = _first_nominal(view, left)
    # *Experten halten es für möglich*: an object, where a noun phrase has opened the clause.
    if opening and (expletive or _is_masculine(view, opening)) and _opens_clause(view, opening, left, anchor.number):
        return opening  # *Der Leiter nannte sie …*
    party = _party_behind(view, pronoun) if expletive else NO_WORD
    return party or pronoun  # *sah es das Gericht als erwiesen an*


def _behind_pointer(frame: Frame, outside: Stretch | None) -> Word:
    """*Das bestätigte die Polizei*: who can speak behind a verb of saying, where a pronoun for what is said opens the
    clause."""
    view, anchor, opening = frame.view, frame.cue.anchor, frame.clause.opening
    pointer = opening.upos == "PRON" and opening.form in view.language.words.object_pronouns
    if not pointer or view.behind(opening) is not anchor or not _says(frame):
        return NO_WORD
    # *Das lehnte der Verleiher Zippy ab*: a name behind a noun for whom the lists have no kind
    head = _party_behind(view, anchor) or _name_behind(view, anchor)
    return head if any(outside_of([head], outside)) and not _disagrees(head, frame) else NO_WORD


def _says(frame: Frame) -> bool:
    """Whether the verb may have a clause for what is said, and is none of *Das freut, empört, erinnert sich*."""
    entries = frame.view.language.lexicon.verbs.reporting.get(frame.cue.lemma, ())
    plain = (entry for entry in entries if "clause" in entry.forms and not entry.reflexive)
    return any(entry.particle is None or any_form(frame.clause.words, {entry.particle}) for entry in plain)


def _is_subject_pronoun(view: View, word: Word) -> bool:
    """A pronoun that can only be the subject: *er, ich, wir, man, es*; *sie* where the tagger says so."""
    words = view.language.words
    certain = word.form in words.subject_pronouns or (word.has("Case=Nom") and word.form in words.personal_subjects)
    return word.upos == "PRON" and certain


def _is_masculine(view: View, head: Word) -> bool:
    """*der Leiter*: an article that leaves only the nominative."""
    certain = view.language.words.nominative_articles
    articles = (child for child in view.sentence.children(head) if child.upos == "DET" and child.form in certain)
    return any(articles) and not head.has("Gender=Fem") and not head.has("Number=Plur")


def _party_behind(view: View, pronoun: Word) -> Word:
    """The noun phrase right behind a pronoun, if it is somebody who can speak."""
    head = view.group_head(view.nominal_group(pronoun.number + 1))
    speaks = view.is_party(head) and view.may_be_nominative(head)
    return head if speaks else NO_WORD


def _name_behind(view: View, verb: Word) -> Word:
    """The name in a noun phrase right behind a verb that an article opens which leaves the nominative open."""
    group = view.nominal_group(verb.number + 1) or []
    opens = any_form(group[:1], view.language.words.subject_articles)
    return first(group, lambda word: opens and word.upos == "PROPN" and view.before(word).upos == "NOUN")


def _shared(frame: Frame, outside: Stretch | None) -> Word:
    """*X bestätigte den Fund und warnte, …*: the subject of the verb before a coordinated one.

    It is the nominative before that verb, else behind it.
    """
    view, cue = frame.view, frame.cue
    if not (_is_coordinated(frame) or _is_second_participle(frame)):
        return NO_WORD
    verb = _verb_before(frame)
    if not verb:
        return NO_WORD
    answers = answerer(Frame.of_verb(view, verb))
    if answers:
        return answers
    right = view.words(verb.number + 1, min(view.clause_of(verb).last, cue.verb.number - 1))
    left = view.words(1, verb.number - 1)
    # *„p“, sagte er und stellte klar: …*: before a verb that opens its clause stands what was said.
    sides = (right, left) if _precedes_subject(view, verb) else (left, right)
    heads = [_first_nominal(view, words) for words in sides]
    found = [head for head in heads if head]
    # *Die Äußerungen nannte der Trainer falsch und glaubt, …*: the first that can speak, and agrees with the verb.
    speaking = [head for head in found if view.is_party(head)]
    if speaking and _disagrees(speaking[0], frame) and view.language.lexicon.nouns.person(speaking[0]) is None:
        lent = subject(Frame.of_verb(view, verb))
        speaking = [head for head in (lent, *speaking) if not _disagrees(head, frame)] or speaking
    return next(iter((*speaking, *found)), NO_WORD)


def _precedes_subject(view: View, verb: Word) -> bool:
    """*…, sagte | er*: whether a verb opens its clause and its subject stands behind it."""
    behind = (child for child in view.sentence.children(verb) if child.number > verb.number)
    subjects = any(child.relation == "nsubj" and view.may_be_nominative(child) for child in behind)
    return subjects and view.clause_of(verb).opening is verb


def _verb_before(frame: Frame) -> Word:
    """The verb that a coordinated one follows.

    *„A ist B“, sagte X und verwies auf C*: the nearest main clause before, not the one that was quoted.
    """
    view, cue = frame.view, frame.cue
    before = [word for word in view.words(1, cue.verb.number - 1) if word.is_finite]
    mains = [word for word in before if view.clause_of(word).kind == "main" and word is not cue.finite]
    return next(iter((*mains[-1:], *before)), NO_WORD)


def _is_coordinated(frame: Frame) -> bool:
    """*… und warnte*, *…, warnte aber*: the subject of the finite verb stands with the verb before."""
    view, anchor = frame.view, frame.cue.anchor
    before, behind = view.before(anchor), view.behind(anchor)
    contrasted = behind.form in view.language.words.contrast_openers and not _opens_subject(frame, view.behind(behind))
    return before.upos == "CCONJ" or (before.text == "," and contrasted and anchor.is_finite)


def _opens_subject(frame: Frame, word: Word) -> bool:
    """*p, sagte aber | der Wirt*: somebody who speaks, in the nominative; not *lehnte aber | eine Rede ab*."""
    view = frame.view
    head = view.group_head(view.nominal_group(word.number))
    certain = head.upos == "PROPN" or _is_masculine(view, head) or not {"act", "about"} & set(frame.cue.forms)
    return _is_subject_pronoun(view, word) or (certain and view.is_party(head) and view.may_be_nominative(head))


def _is_second_participle(frame: Frame) -> bool:
    """*hat p verstärkt und q eingestuft*: a participle whose auxiliary stands before another participle."""
    cue = frame.cue
    if cue.finite is None or cue.finite is cue.verb:
        return False
    between = frame.view.words(cue.finite.number + 1, cue.verb.number - 1)
    conjunction = first_tag(between, {"CCONJ"})
    first_half = (word for word in between if word.number < conjunction.number)
    return any(word.is_participle for word in first_half)


def _beside_resuming(frame: Frame, outside: Stretch | None) -> Word:
    """*p, was die Behörde bestritt*: who can speak in a relative clause for all that stands before it."""
    view, clause = frame.view, frame.clause
    if clause.kind != "relative" or not resumes(view, clause):
        return NO_WORD
    personal = view.language.words.personal_subjects - view.language.words.dative_pronouns
    for word in outside_of(clause.words[1:], outside):
        speaks = word.upos in NOUNS and view.is_party(word) and _stands_open(view, word)
        pronoun = word.upos == "PRON" and word.form in personal
        if pronoun or _stands_alone(view, word) or (speaks and view.may_be_nominative(word)):
            return word
    return NO_WORD


def _of_tree(frame: Frame, outside: Stretch | None) -> Word:
    """The nominative that the tree joins to the verb or to one it is coordinated with."""
    view, cue = frame.view, frame.cue
    free = view.language.grammar.VERB_SECOND
    for verb in (cue.verb, *_lenders(view, cue.verb)):
        found = outside_of(_subjects(frame, verb), outside)
        if found:
            # *Gestern hat eine Sprecherin mitgeteilt*: of two such arcs the one to somebody who can speak.
            found = [child for child in found if child is found[-1] or not _is_genitive_before(view, child)]
            opening = _certain_opening(frame, found[0], outside)
            if opening:
                return opening
            # *Die Mönche, die p, beschrieb die Agentur als …*
            agreeing = [child for child in found if not _disagrees(child, frame)]
            beside = NO_WORD if agreeing else _party_beside(frame, outside)
            if beside and not _disagrees(beside, frame):
                return beside
            found = agreeing or found
            # *die Austin als „…“ bezeichnete*: both are nominatives by the tree, and who has a name speaks
            parties = [child for child in found if view.is_party(child)]
            named = first(parties, lambda child: not child.is_relative) or first(parties, view.is_party)
            # *Der Intendant Weber hat die Ernennung bestätigt*: who can speak, where the tree has joined what cannot.
            beside = _party_beside(frame, outside) or _name_beside(frame, found[0], outside) if free else NO_WORD
            return named or beside or found[0]
    return NO_WORD


def _certain_opening(frame: Frame, found: Word, outside: Stretch | None) -> Word:
    """*Der Vorsitzende, Karl Ohm, warf der FDP p vor*: who opens the clause in what can only be the nominative, before
    what the tree joins behind the verb; NO_WORD if nobody does."""
    view, anchor = frame.view, frame.cue.anchor.number
    left = outside_of(view.words(frame.first, anchor - 1), outside)
    opening = _first_nominal(view, left) if found.number > anchor else NO_WORD
    certain = bool(opening) and _is_masculine(view, opening) and view.language.lexicon.nouns.person(opening) is not None
    return opening if certain and _opens_clause(view, opening, left, anchor) else NO_WORD


def _subjects(frame: Frame, verb: Word) -> Iterator[Word]:
    """The nominatives that the tree joins to the verb; not *Steuern* in *Steuern: Die Partei sagt, …*."""
    view = frame.view
    for child in view.sentence.children(verb):
        nominal = child.relation in {"nsubj", "csubj"} and (child.upos in NOMINAL or _stands_alone(view, child))
        announced = view.clause_of(child).closer == ":" and child.number <= frame.cue.anchor.number
        # *Das Haus, von dem der Makler sagt, …* · *Der Fahrer, der, wie die Polizei mitteilte, …*
        lent = view.language.grammar.lender(view.sentence, frame.cue.verb) is verb  # *was quoted | as saying p*
        outside = frame.clause.is_dependent and child.number < frame.clause.first and not lent
        if (
            nominal
            and not announced
            and not outside
            and not _is_in_genitive(view, child)
            and not _is_adverbial(view, child)
            and view.may_be_nominative(child)
        ):
            yield child


def _is_in_genitive(view: View, name: Word) -> bool:
    """*die Arbeit des Ministers | Karl Ohm*: a name behind a noun in the genitive belongs to it."""
    before = view.before(name)
    return name.upos == "PROPN" and before.upos == "NOUN" and view.language.grammar.is_genitive_form(before)


def _lenders(view: View, verb: Word) -> list[Word]:
    """The verbs whose subject a verb without one has: those it is coordinated with, and what the language says."""
    found = _conjunction_heads(view.sentence, verb)
    while len(found) < _MOST_CONJUNCTS:
        lender = view.language.grammar.lender(view.sentence, found[-1] if found else verb)
        if not lender or lender in found or lender is verb:
            break
        found += [lender, *_conjunction_heads(view.sentence, lender)]
    return found


def _conjunction_heads(sentence: Sentence, verb: Word) -> list[Word]:
    """What a word is coordinated with, the nearest first: verbs share their subject."""
    found: list[Word] = []
    word = verb
    while word.relation == "conj" and len(found) < _MOST_CONJUNCTS:
        word = sentence.word(word.head)
        if not word or word in found:
            break
        found.append(word)
    return found


def _is_genitive_before(view: View, word: Word) -> bool:
    """*Mannheims oberster Bürgermeister*: a name in the genitive before what it belongs to."""
    return view.language.grammar.is_genitive_name(word) and view.behind(word).upos in {"ADJ", "NOUN"}


def _disagrees(head: Word, frame: Frame) -> bool:
    """Whether a noun in the plural stands beside a verb in the singular."""
    finite = frame.cue.finite or NO_WORD
    return head.upos == "NOUN" and head.has("Number=Plur") and finite.has("Number=Sing")


def _party_beside(frame: Frame, outside: Stretch | None) -> Word:
    """The subject by word order, if it is somebody who can speak."""
    found = _linear_subject(frame, outside)
    return found if frame.view.is_party(found) and _is_beside(frame.view, found, frame.cue.anchor.number) else NO_WORD


def _name_beside(frame: Frame, thing: Word, outside: Stretch | None) -> Word:
    """*Die Reise räumte | Wiesbach | ein*: a bare name right behind a verb of saying, where what opens the clause is a
    thing and may be its object; NO_WORD if there is none."""
    view, name = frame.view, frame.view.behind(frame.cue.anchor)
    opens = thing.upos == "NOUN" and thing.number < frame.cue.anchor.number and not view.is_medium(thing)
    may_be_object = opens and not view.is_party(thing) and not _is_masculine(view, thing)
    bare = name.upos == "PROPN" and name.text[:1].isupper() and name.relation in {"obj", "nsubj"}
    return name if may_be_object and bare and _says(frame) and outside_of([name], outside) else NO_WORD


def _is_beside(view: View, head: Word, anchor: int) -> bool:
    """Whether nothing stands between the noun phrase and the finite verb, and the phrase is the party's own."""
    phrase = view.phrase(head)
    owner = view.language.grammar.is_genitive_form(head) and any(
        word.upos == "NOUN" and word.number < head.number for word in phrase
    )
    # *unterstreicht das Engagement Pjöngjangs*
    return not owner and (phrase[0].number == anchor + 1 or phrase[-1].number == anchor - 1)


def _linear_subject(frame: Frame, outside: Stretch | None) -> Word:
    """Right of the finite verb (*sagte Müller*), else left of it (*Müller sagte*)."""
    view, anchor = frame.view, frame.cue.anchor.number
    right = outside_of(view.words(anchor + 1, frame.clause.last), outside)
    left = outside_of(view.words(frame.first, anchor - 1), outside)
    opening = _first_nominal(view, left)
    # *Kim hatte Putin zugesagt*: a name that opens the clause right before its verb; *Am Freitag sagte Kim* has none.
    opens = bool(opening) and _opens_clause(view, opening, left, anchor)
    heads = [head for words in ((left, right) if opens else (right, left)) if (head := _first_nominal(view, words))]
    if heads:
        # *Wenige Stunden danach erklärte der neue Rat*: what opens the clause may be something that cannot speak.
        speaking = (head for head in heads if view.is_party(head) and _is_beside(view, head, anchor))
        return next(speaking, heads[0])
    behind = first(tagged(right, NOUNS), lambda word: not (view.is_oblique(word) or _is_governed(view, word)))
    return behind or (_subject_of_relative(view, left) if frame.clause.kind == "relative" else NO_WORD)


def _subject_of_relative(view: View, words: Sequence[Word]) -> Word:
    """*bei dem sie gesagt hatte*, *von dem die Polizei glaubt*: behind the pronoun, before the verb that closes it."""
    nominal = tagged(words[1:], NOMINAL)
    return first(nominal, lambda word: view.is_party(word) and _stands_open(view, word))


def _stands_open(view: View, word: Word) -> bool:
    """Whether the words right before it leave the nominative open: *die Polizei*, not *bei der Polizei*."""
    before = view.before(word)
    while before.upos in {"ADJ", "NUM"}:
        before = view.before(before)
    if before.upos != "DET":
        return before.upos != "ADP"
    return before.form in view.language.words.open_articles and view.before(before).upos != "ADP"


def _opens_clause(view: View, head: Word, left: Sequence[Word], anchor: int) -> bool:
    phrase = with_apposition(view, view.phrase(head))
    closed = view.word(anchor - 1).text == "," and phrase[-1].number > head.number  # *Weber, ein Wirt, sagte*
    last = anchor - 2 if closed and phrase[-1].text != "," else anchor - 1
    return bool(left) and phrase[0].number == left[0].number and phrase[-1].number == last


def _first_nominal(view: View, words: Sequence[Word]) -> Word:
    """The first of the words that can be a subject, and is no part of another phrase among them."""
    nominal = (word for word in tagged(words, SPEAKERS) if not _is_adverbial(view, word) and view.is_nominative(word))
    return first(
        nominal, lambda word: not (_is_attribute(view, word, words) or _points_back(word) or _is_governed(view, word))
    )


def _is_governed(view: View, word: Word) -> bool:
    """*gegen Karl | Lund*, *von Präsident | Viktor Ohm*: a part of a name whose first word stands behind a
    preposition."""
    above = word
    while above.relation in _PARTS_OF_NAME and 0 < above.head < above.number:
        above = view.word(above.head)
    return above is not word and view.before(above).upos == "ADP" and view.before(above).relation == "case"


def _is_attribute(view: View, word: Word, words: Sequence[Word]) -> bool:
    """*Moskaus Kampf*: a name in the genitive before its noun, or what the tree says depends on another noun."""
    genitive = view.language.grammar.is_genitive_name(word) and view.behind(word).upos == "NOUN"
    head = view.word(word.head)
    # *in der Serie A*: the name of a thing
    names_thing = word.relation == "appos" and not view.is_party(head)
    return genitive or (word.relation in _ATTRIBUTES and head in words) or (names_thing and head in words)


def _points_back(word: Word) -> bool:
    return word.has("Reflex=Yes") or word.is_relative


def _is_adverbial(view: View, word: Word) -> bool:
    """A capital letter makes a noun of *Gestern* and *Ende Januar*."""
    words = view.language.words
    return view.language.grammar.is_time(word) or word.form in words.months or word.form in words.adverbial_times


def _alone(frame: Frame, outside: Stretch | None) -> Word:
    """*Ersterer sagte*: the word that stands for a noun although the tree has no subject."""
    return first(outside_of(frame.clause.words, outside), lambda word: _stands_alone(frame.view, word))


def _stands_alone(view: View, word: Word) -> bool:
    """*beide sagten, sagte dieser*: an article or adjective that stands for a noun."""
    bare = view.behind(word).upos in _BEHIND_PRONOUN
    return word.upos in {"DET", "ADJ"} and word.form in view.language.words.personal_subjects and bare


def _circles(frame: Frame, outside: Stretch | None) -> Word:
    """*Aus Sicherheitskreisen verlautete, …*: where it comes from stands for who says it."""
    view, words = frame.view, frame.view.language.words
    if frame.cue.verb.lemma not in words.continuing_verbs:
        return NO_WORD
    circles = (word for word in frame.clause.words if word.form.endswith(tuple(words.anonymous_circles)))
    return first(circles, lambda word: _before_phrase(view, word).form in words.origin_prepositions)


def _before_phrase(view: View, word: Word) -> Word:
    """The word before a compound with its article and adjectives: *aus | dem engen Umfeld*."""
    before = _before_compound(view, word)
    while before.upos in {"DET", "ADJ"}:
        before = view.before(before)
    return before


def _before_compound(view: View, word: Word) -> Word:
    """The word before a compound that the tokeniser cut at its hyphens: *EU-Kreise*."""
    number = word.number
    while number > 2 and view.language.grammar.is_joint(view.sentence, number - 1):
        number -= 2
    return view.word(number - 1)


def _left_subject(frame: Frame, outside: Stretch | None) -> Word:
    """*Müller said*: the first noun phrase of the clause before its verb, where a subject has no other place."""
    view = frame.view
    return _first_nominal(view, outside_of(view.words(frame.first, frame.cue.anchor.number - 1), outside))


_Step = Callable[[Frame, Stretch | None], Word]
_OF_CITING: tuple[_Step, ...] = (_cited,)
_OF_PASSIVE: tuple[_Step, ...] = (_agent, _linear_agent, _impersonal_pronoun)
_OF_ACTIVE: tuple[_Step, ...] = (
    _expletive,
    _pronoun_behind,
    _beside_resuming,
    _behind_pointer,
    _shared,
    _of_tree,
    _linear_subject,
    _alone,
    _circles,
)
"""Where a subject is looked for, in order; the first that finds one decides."""
_OF_FIXED_ORDER: tuple[_Step, ...] = (_expletive, _of_tree, _shared, _left_subject, _alone)
"""The same where a subject has one place (*X said*): the tree is asked first, and what stands behind the verb is none
unless the tree says so."""
_STEPS = {True: (_OF_ACTIVE, _OF_PASSIVE), False: (_OF_FIXED_ORDER, (_agent, _impersonal_pronoun))}
"""By whether the verb is second: the steps of a verb, and those of a passive."""

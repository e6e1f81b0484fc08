"""Who speaks in a frame: its subject by tree, word order and case, and the noun phrase that names it."""

from collections.abc import Iterator, Sequence

from attrib.quotation.cues import Cue
from attrib.quotation.frame import frame_start, is_inside
from attrib.text.analysis import NOMINAL, Sentence, Word
from attrib.text.party import party_test
from attrib.text.view import View


def subject(view: View, cue: Cue, *, outside: tuple[int, int] | None = None) -> Word | None:
    """The head of the noun phrase that speaks: the cue's subject, or the agent of a passive.

    `outside` are the first and last word of the content, where the subject cannot stand.
    """
    sentence = view.sentence
    if cue.lemma in view.language.words.citing_verbs:
        cited = _cited(view, cue, outside)
        if cited is None and cue.passive:
            cited = _linear_subject(view, cue, outside=outside)  # *wird X wie folgt zitiert*
        if cited is not None:
            return cited
    if cue.passive:
        return _agent(view, cue) or _linear_agent(view, cue, outside=outside) or _impersonal_pronoun(view, cue)
    if cue.lemma in view.language.words.continuing_verbs:
        pronoun = _impersonal_pronoun(view, cue)
        if pronoun is not None:
            return pronoun
    right = view.words(cue.anchor.number + 1, min(cue.anchor.number + 1, len(sentence.words)))
    if right and cue.finite is not None and _is_subject_pronoun(view, right[0]) and not is_inside(right[0], outside):
        # *Experten halten es für möglich*: an object, where a noun phrase has opened the clause.
        left = view.words(frame_start(view, cue), cue.anchor.number - 1)
        opening = _first_nominal(view, left)
        certain = opening is not None and (right[0].form == "es" or _is_masculine(view, opening))
        if opening is not None and certain and _opens_clause(view, opening, left, cue.anchor.number):
            return opening  # *Der Leiter nannte sie …*
        behind = _party_behind(view, right[0]) if right[0].form == "es" else None
        return right[0] if behind is None else behind  # *sah es das Gericht als erwiesen an*
    if _is_coordinated(view, cue) or _is_second_participle(view, cue):
        shared = _shared_subject(view, cue)
        if shared is not None:
            return shared
    for head in (cue.verb, *_conjunction_heads(sentence, cue.verb)):
        found = [child for child in _subjects(view, head, cue) if not is_inside(child, outside)]
        if found:
            is_party = party_test(view.language)
            # *Gestern hat eine Sprecherin mitgeteilt*: of two such arcs the one to somebody who can speak.
            found = [child for child in found if child is found[-1] or not _is_genitive_before(view, child)]
            # *Die Mönche, die p, beschrieb die Agentur als …*
            found = [child for child in found if not _disagrees(child, cue)] or found
            named = next((child for child in found if is_party(child, sentence)), None)
            # *Der Intendant Weber hat die Ernennung bestätigt*: who can speak, where the tree has joined what cannot.
            return named or _party_beside(view, cue, outside=outside) or found[0]
    return _linear_subject(view, cue, outside=outside) or _alone(view, cue, outside=outside) or _circles(view, cue)


def _disagrees(head: Word, cue: Cue) -> bool:
    """Whether a noun in the plural stands beside a verb in the singular."""
    return head.upos == "NOUN" and head.has("Number=Plur") and cue.finite is not None and cue.finite.has("Number=Sing")


def _party_beside(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """The subject by word order, if it is somebody who can speak."""
    found = _linear_subject(view, cue, outside=outside)
    if found is None or not party_test(view.language)(found, view.sentence):
        return None
    return found if _is_beside(view, found, cue.anchor.number) else None


def _is_beside(view: View, head: Word, anchor: int) -> bool:
    """Whether nothing stands between the noun phrase and the finite verb, and the phrase is the party's own."""
    phrase = view.phrase(head)
    if head.text.endswith("s") and any(word.upos == "NOUN" and word.number < head.number for word in phrase):
        return False  # *unterstreicht das Engagement Pjöngjangs*
    return phrase[0].number == anchor + 1 or phrase[-1].number == anchor - 1


def _circles(view: View, cue: Cue) -> Word | None:
    """*Aus Sicherheitskreisen verlautete, …*: where it comes from stands for who says it."""
    if cue.verb.lemma not in view.language.words.continuing_verbs:
        return None
    for word in view.clause_of(cue.anchor).words:
        first = word.number
        while first > 2 and view.language.grammar.is_joint(view.sentence, first - 1):
            first -= 2  # *EU-Kreise*
        case = view.sentence.words[first - 2] if first > 1 else None
        origin = case is not None and case.form in view.language.words.origin_prepositions
        if origin and word.form.endswith(tuple(view.language.words.anonymous_circles)):
            return word
    return None


def _alone(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """*Ersterer sagte*: the word that stands for a noun although the tree has no subject."""
    words = view.clause_of(cue.anchor).words
    return next((word for word in words if _stands_alone(view, word) and not is_inside(word, outside)), None)


def _stands_alone(view: View, word: Word) -> bool:
    """*beide sagten, sagte dieser*: an article or adjective that stands for a noun."""
    following = view.words(word.number + 1, word.number + 1) if word.number < len(view.sentence.words) else ()
    bare = not following or following[0].upos in {"VERB", "AUX", "PUNCT", "ADV", "ADP", "CCONJ"}
    return word.upos in {"DET", "ADJ"} and word.form in view.language.words.personal_subjects and bare


def _subjects(view: View, verb: Word, cue: Cue) -> Iterator[Word]:
    """The nominatives that the tree joins to the verb; not *Steuern* in *Steuern: Die Partei sagt, …*."""
    for child in view.sentence.children(verb):
        nominal = child.relation in {"nsubj", "csubj"} and (child.upos in NOMINAL or _stands_alone(view, child))
        if not nominal or _is_adverbial(view, child) or not view.may_be_nominative(child):
            continue
        if view.clause_of(child).closer != ":" or child.number > cue.anchor.number:
            yield child


def _is_genitive_before(view: View, word: Word) -> bool:
    """*Mannheims oberster Bürgermeister*: a name in the genitive before what it belongs to."""
    behind = view.words(word.number + 1, min(word.number + 1, len(view.sentence.words)))
    return word.upos == "PROPN" and word.text.endswith("s") and bool(behind) and behind[0].upos in {"ADJ", "NOUN"}


def _is_adverbial(view: View, word: Word) -> bool:
    """A capital letter makes a noun of *Gestern* and *Ende Januar*."""
    form = word.form
    return (
        view.language.grammar.is_time(word) or form in view.language.words.months | view.language.words.adverbial_times
    )


def _cited(view: View, cue: Cue, outside: tuple[int, int] | None) -> Word | None:
    """*Die Zeitung zitiert den Wirt mit den Worten …* · *Der Wirt wird zitiert*: whose words they are."""
    wanted = "nsubj" if cue.passive else "obj"
    for child in view.sentence.children(cue.verb):
        nominal = child.upos in {"NOUN", "PROPN", "PRON"} and not is_inside(child, outside)
        if nominal and child.relation == wanted and not child.has("Reflex=Yes"):
            return child
    return None


def _is_masculine(view: View, head: Word) -> bool:
    """*der Leiter*: an article that leaves only the nominative."""
    articles = [child.form for child in view.sentence.children(head) if child.upos == "DET"]
    return "der" in articles and not head.has("Gender=Fem") and not head.has("Number=Plur")


def _is_subject_pronoun(view: View, word: Word) -> bool:
    """A pronoun that can only be the subject: *er, ich, wir, man, es*; *sie* where the tagger says so."""
    if word.upos != "PRON":
        return False
    return word.form in view.language.words.subject_pronouns or (
        word.has("Case=Nom") and word.form in view.language.words.personal_subjects
    )


def _impersonal_pronoun(view: View, cue: Cue) -> Word | None:
    """The *es* of *es wird berichtet*, so that it can be marked as part of the cue."""
    finite = cue.anchor.number
    near = (*view.words(finite - 1, finite - 1), *view.words(finite + 1, finite + 1))
    return next((word for word in near if word.form in view.language.words.impersonal_subjects), None)


def _is_coordinated(view: View, cue: Cue) -> bool:
    """*… und warnte*, *…, warnte aber*: the subject of the finite verb stands with the verb before."""
    number = cue.anchor.number
    if number == 1:
        return False
    before, behind = view.words(number - 1, number - 1)[0], view.words(number + 1, number + 1)
    contrasted = bool(behind) and behind[0].form in view.language.words.contrast_openers
    return before.upos == "CCONJ" or (before.text == "," and contrasted and cue.anchor.is_finite)


def _is_second_participle(view: View, cue: Cue) -> bool:
    """*hat p verstärkt und q eingestuft*: a participle whose auxiliary stands before another participle."""
    if cue.finite is None or cue.finite is cue.verb or cue.finite.number > cue.verb.number:
        return False
    between = view.words(cue.finite.number + 1, cue.verb.number - 1)
    place = next((i for i, word in enumerate(between) if word.upos == "CCONJ"), None)
    return place is not None and any(word.has("VerbForm=Part") and word.upos == "VERB" for word in between[:place])


def _shared_subject(view: View, cue: Cue) -> Word | None:
    """The subject of the verb before a coordinated one: the nominative before the first finite verb, else behind it."""
    before = [word for word in view.sentence.words if word.is_finite and word.number < cue.verb.number]
    mains = [word for word in before if view.clause_of(word).kind == "main" and word is not cue.finite]
    # *„A ist B“, sagte X und verwies auf C*: the nearest main clause before, not the one that was quoted.
    first = mains[-1] if mains else (before[0] if before else None)
    if first is None:
        return None
    clause = view.clause_of(first)
    right = [word for word in view.words(first.number + 1, clause.last) if word.number < cue.verb.number]
    left = list(view.words(1, first.number - 1))
    heads = [head for head in (_first_nominal(view, left), _first_nominal(view, right)) if head is not None]
    is_party = party_test(view.language)
    # *Die Äußerungen nannte der Trainer falsch und glaubt, …*: the first that can speak.
    return next((head for head in heads if is_party(head, view.sentence)), heads[0] if heads else None)


def _conjunction_heads(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """The verbs this one is coordinated with: they share their subject."""
    found: list[Word] = []
    word = verb
    while word.relation == "conj" and len(found) < 4:
        head = sentence.head(word)
        if head is None or head in found:
            break
        found.append(head)
        word = head
    return tuple(found)


def _agent(view: View, cue: Cue) -> Word | None:
    for child in view.sentence.children(cue.verb):
        if child.relation == "obl" and child.upos in NOMINAL:
            for case in view.sentence.children(child):
                if case.relation == "case" and case.form in view.language.words.agent_prepositions:
                    return child
    return None


def _linear_agent(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """*war von der Junta mit dem Hinweis abgelehnt worden*: by word order, where the tree joins it elsewhere."""
    is_party = party_test(view.language)
    for word in view.clause_of(cue.verb).words:
        if word.upos != "ADP" or word.form not in view.language.words.agent_prepositions:
            continue
        before = view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
        group = view.governed_group(word)
        if group is None or (before and before[0].upos in {"NOUN", "PROPN", "X"}) or is_inside(word, outside):
            continue  # *die Forderung von Weber*
        head = next((item for item in reversed(group) if item.upos in {"NOUN", "PROPN"}), None)
        if head is not None and is_party(head, view.sentence):
            return head
    return None


def _party_behind(view: View, pronoun: Word) -> Word | None:
    """The noun phrase right behind a pronoun, if it is somebody who can speak."""
    group = view.nominal_group(pronoun.number + 1)
    head = None if group is None else next((item for item in group if item.upos in {"NOUN", "PROPN"}), None)
    if head is None or not view.may_be_nominative(head):
        return None
    return head if party_test(view.language)(head, view.sentence) else None


def _linear_subject(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """Right of the finite verb (*sagte Müller*), else left of it (*Müller sagte*)."""
    anchor = cue.anchor.number
    index = view.clause_of(cue.anchor).number
    clause = view.clauses[index]
    right = [word for word in view.words(anchor + 1, clause.last) if not is_inside(word, outside)]
    left = [word for word in view.words(frame_start(view, cue), anchor - 1) if not is_inside(word, outside)]
    first = _first_nominal(view, left)
    # *Kim hatte Putin zugesagt*: a name that opens the clause right before its verb; *Am Freitag sagte Kim* has none.
    opens = first is not None and _opens_clause(view, first, left, anchor)
    found = [_first_nominal(view, words) for words in ((left, right) if opens else (right, left))]
    heads = [head for head in found if head is not None]
    if heads:
        # *Wenige Stunden danach erklärte der neue Rat*: what opens the clause may be something that cannot speak.
        is_party = party_test(view.language)
        speaking = (head for head in heads if is_party(head, view.sentence) and _is_beside(view, head, anchor))
        return next(speaking, heads[0])
    behind = next((word for word in right if word.upos in {"NOUN", "PROPN"} and not view.is_oblique(word)), None)
    return behind if behind is not None or clause.kind != "relative" else _subject_of_relative(view, left)


def _subject_of_relative(view: View, words: Sequence[Word]) -> Word | None:
    """*bei dem sie gesagt hatte*, *von dem die Polizei glaubt*: behind the pronoun, before the verb that closes it."""
    is_party = party_test(view.language)
    return next(
        (
            word
            for word in words[1:]
            if word.upos in NOMINAL and is_party(word, view.sentence) and _stands_open(view, word)
        ),
        None,
    )


def _stands_open(view: View, word: Word) -> bool:
    """Whether the words right before it leave the nominative open: *die Polizei*, not *bei der Polizei*."""
    place = word.number - 1
    while place > 1 and view.words(place, place)[0].upos in {"ADJ", "NUM"}:
        place -= 1
    before = view.words(place, place)[0]
    if before.upos != "DET":
        return before.upos != "ADP"
    open_article = before.form in view.language.words.open_articles
    return open_article and (place == 1 or view.words(place - 1, place - 1)[0].upos != "ADP")


def _opens_clause(view: View, head: Word, left: Sequence[Word], anchor: int) -> bool:
    phrase = view.phrase(head)
    return bool(left) and phrase[0].number == left[0].number and phrase[-1].number == anchor - 1


def _first_nominal(view: View, words: Sequence[Word]) -> Word | None:
    sentence = view.sentence
    for word in words:
        if _is_adverbial(view, word):
            continue
        if word.upos in {"NOUN", "PROPN", "PRON"} and view.is_nominative(word):
            head = sentence.head(word)
            following = sentence.words[word.number] if word.number < len(sentence.words) else None
            # *Moskaus Kampf*: a name in the genitive before its noun.
            if word.upos == "PROPN" and word.text.endswith("s") and following is not None and following.upos == "NOUN":
                continue
            if word.relation in {"nmod", "det", "amod", "compound"} and head is not None and head in words:
                continue
            if word.has("Reflex=Yes") or word.is_relative:
                continue
            return word
    return None

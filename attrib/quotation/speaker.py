"""Who speaks in a frame: its subject by tree, word order and case, and the noun phrase that names it."""

from collections.abc import Iterator, Sequence

from attrib.analysis import Sentence, Span, Word
from attrib.party import party_test
from attrib.phrase import is_time, nominal_group, phrase_words
from attrib.quotation.cues import Cue
from attrib.quotation.view import View, frame_start
from attrib.syntax import NOMINAL, is_finite, is_relative, text_span

_REACH = 12
"""How many words a document may stand before the relative clause that says what is in it."""


def subject(view: View, cue: Cue, *, outside: tuple[int, int] | None = None) -> Word | None:
    """The head of the noun phrase that speaks: the cue's subject, or the agent of a passive.

    `outside` are the first and last word of the content, where the subject cannot stand.
    """
    sentence = view.sentence
    if cue.lemma in view.language.words("citing_verbs"):
        cited = _cited(view, cue, outside)
        if cited is not None:
            return cited
    if cue.passive:
        return _agent(view, cue) or _impersonal_pronoun(view, cue)
    if cue.lemma in view.language.words("continuing_verbs") and _impersonal_pronoun(view, cue) is not None:
        return _impersonal_pronoun(view, cue)
    right = view.words(cue.anchor.number + 1, min(cue.anchor.number + 1, len(sentence.words)))
    if right and cue.finite is not None and _is_subject_pronoun(view, right[0]) and not _inside(right[0], outside):
        # *Experten halten es für möglich*: an object, where a noun phrase has opened the clause.
        left = view.words(frame_start(view, cue), cue.anchor.number - 1)
        opening = _first_nominal(view, left)
        certain = opening is not None and (right[0].text.lower() == "es" or _is_masculine(view, opening))
        if opening is not None and certain and _opens_clause(view, opening, left, cue.anchor.number):
            return opening  # *Der Leiter nannte sie …*
        return right[0]
    if _is_coordinated(view, cue) or _is_second_participle(view, cue):
        shared = _shared_subject(view, cue)
        if shared is not None:
            return shared
    for head in (cue.verb, *_conjunction_heads(sentence, cue.verb)):
        found = [child for child in _subjects(view, head, cue) if not _inside(child, outside)]
        if found:
            is_party = party_test(view.language)
            # *Gestern hat eine Sprecherin mitgeteilt*: of two such arcs the one to somebody who can speak.
            found = [child for child in found if child is found[-1] or not _is_genitive_before(view, child)]
            named = next((child for child in found if is_party(child, sentence)), None)
            # *Der Intendant Weber hat die Ernennung bestätigt*: who can speak, where the tree has joined what cannot.
            return named or _party_beside(view, cue, outside=outside) or found[0]
    return _linear_subject(view, cue, outside=outside) or _alone(view, cue, outside=outside) or _circles(view, cue)


def _party_beside(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """The subject by word order, if it is somebody who can speak."""
    found = _linear_subject(view, cue, outside=outside)
    if found is None or not party_test(view.language)(found, view.sentence):
        return None
    return found if _is_beside(view, found, cue.anchor.number) else None


def _is_beside(view: View, head: Word, anchor: int) -> bool:
    """Whether nothing stands between the noun phrase and the finite verb, and the phrase is the party's own."""
    phrase = phrase_words(view.sentence, head, language=view.language)
    if head.text.endswith("s") and any(word.upos == "NOUN" and word.number < head.number for word in phrase):
        return False  # *unterstreicht das Engagement Pjöngjangs*
    return phrase[0].number == anchor + 1 or phrase[-1].number == anchor - 1


def _circles(view: View, cue: Cue) -> Word | None:
    """*Aus Sicherheitskreisen verlautete, …*: where it comes from stands for who says it."""
    if cue.verb.lemma not in view.language.words("continuing_verbs"):
        return None
    for word in view.field_words(view.field_index(cue.anchor)):
        case = view.sentence.words[word.number - 2] if word.number > 1 else None
        origin = case is not None and case.text.lower() in view.language.words("origin_prepositions")
        if origin and word.text.lower().endswith(tuple(view.language.words("anonymous_circles"))):
            return word
    return None


def _alone(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """*Ersterer sagte*: the word that stands for a noun although the tree has no subject."""
    words = view.field_words(view.field_index(cue.anchor))
    return next((word for word in words if _stands_alone(view, word) and not _inside(word, outside)), None)


def _stands_alone(view: View, word: Word) -> bool:
    """*beide sagten, sagte dieser*: an article or adjective that stands for a noun."""
    following = view.words(word.number + 1, word.number + 1) if word.number < len(view.sentence.words) else ()
    bare = not following or following[0].upos in {"VERB", "AUX", "PUNCT", "ADV", "ADP", "CCONJ"}
    return word.upos in {"DET", "ADJ"} and word.text.lower() in view.language.words("personal_subjects") and bare


def _subjects(view: View, verb: Word, cue: Cue) -> Iterator[Word]:
    """The nominatives that the tree joins to the verb; not *Steuern* in *Steuern: Die Partei sagt, …*."""
    for child in view.sentence.children(verb):
        nominal = child.relation in {"nsubj", "csubj"} and (child.upos in NOMINAL or _stands_alone(view, child))
        if not nominal or _is_adverbial(view, child) or not may_be_nominative(view, child):
            continue
        if view.fields[view.field_index(child)].closer != ":" or child.number > cue.anchor.number:
            yield child


def _is_genitive_before(view: View, word: Word) -> bool:
    """*Mannheims oberster Bürgermeister*: a name in the genitive before what it belongs to."""
    behind = view.words(word.number + 1, min(word.number + 1, len(view.sentence.words)))
    return word.upos == "PROPN" and word.text.endswith("s") and bool(behind) and behind[0].upos in {"ADJ", "NOUN"}


def _is_adverbial(view: View, word: Word) -> bool:
    """A capital letter makes a noun of *Gestern* and *Ende Januar*."""
    form = word.text.lower()
    return is_time(word) or form in view.language.words("months") | view.language.words("adverbial_times")


def _cited(view: View, cue: Cue, outside: tuple[int, int] | None) -> Word | None:
    """*Die Zeitung zitiert den Wirt mit den Worten …* · *Der Wirt wird zitiert*: whose words they are."""
    wanted = "nsubj" if cue.passive else "obj"
    for child in view.sentence.children(cue.verb):
        nominal = child.upos in {"NOUN", "PROPN", "PRON"} and not _inside(child, outside)
        if nominal and child.relation == wanted and not child.has("Reflex=Yes"):
            return child
    return None


def _is_masculine(view: View, head: Word) -> bool:
    """*der Leiter*: an article that leaves only the nominative."""
    articles = [child.text.lower() for child in view.sentence.children(head) if child.upos == "DET"]
    return "der" in articles and not head.has("Gender=Fem") and not head.has("Number=Plur")


def _is_subject_pronoun(view: View, word: Word) -> bool:
    """A pronoun that can only be the subject: *er, ich, wir, man, es*; *sie* where the tagger says so."""
    if word.upos != "PRON":
        return False
    return word.text.lower() in view.language.words("subject_pronouns") or (
        word.has("Case=Nom") and word.text.lower() in view.language.words("personal_subjects")
    )


def _impersonal_pronoun(view: View, cue: Cue) -> Word | None:
    """The *es* of *es wird berichtet*, so that it can be marked as part of the cue."""
    finite = cue.anchor.number
    near = (*view.words(finite - 1, finite - 1), *view.words(finite + 1, finite + 1))
    return next((word for word in near if word.text.lower() in view.language.words("impersonal_subjects")), None)


def _is_coordinated(view: View, cue: Cue) -> bool:
    """*… und warnte*: a conjunction right before the finite verb, whose subject stands with the verb before."""
    before = view.words(cue.anchor.number - 1, cue.anchor.number - 1) if cue.anchor.number > 1 else ()
    return bool(before) and before[0].upos == "CCONJ"


def _is_second_participle(view: View, cue: Cue) -> bool:
    """*hat p verstärkt und q eingestuft*: a participle whose auxiliary stands before another participle."""
    if cue.finite is None or cue.finite is cue.verb or cue.finite.number > cue.verb.number:
        return False
    between = view.words(cue.finite.number + 1, cue.verb.number - 1)
    place = next((i for i, word in enumerate(between) if word.upos == "CCONJ"), None)
    return place is not None and any(word.has("VerbForm=Part") and word.upos == "VERB" for word in between[:place])


def _shared_subject(view: View, cue: Cue) -> Word | None:
    """The subject of the verb before a coordinated one: the nominative before the first finite verb, else behind it."""
    before = [word for word in view.sentence.words if is_finite(word) and word.number < cue.verb.number]
    mains = [word for word in before if view.fields[view.field_index(word)].kind == "main" and word is not cue.finite]
    # *„A ist B“, sagte X und verwies auf C*: the nearest main clause before, not the one that was quoted.
    first = mains[-1] if mains else (before[0] if before else None)
    if first is None:
        return None
    field = view.fields[view.field_index(first)]
    right = [word for word in view.words(first.number + 1, field.last) if word.number < cue.verb.number]
    left = list(view.words(1, first.number - 1))
    heads = [head for head in (_first_nominal(view, left), _first_nominal(view, right)) if head is not None]
    is_party = party_test(view.language)
    # *Die Äußerungen nannte der Trainer falsch und glaubt, …*: the first that can speak.
    return next((head for head in heads if is_party(head, view.sentence)), heads[0] if heads else None)


def _inside(word: Word, outside: tuple[int, int] | None) -> bool:
    return outside is not None and outside[0] <= word.number <= outside[1]


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


def _is_governed(sentence: Sentence, head: Word) -> bool:
    """Whether a preposition stands before the noun: *als* behind it governs something else."""
    return any(child.upos == "ADP" and child.number < head.number for child in sentence.children(head))


def _is_nominative(sentence: Sentence, head: Word) -> bool:
    words = (head, *(child for child in sentence.children(head) if child.upos in {"DET", "ADJ"}))
    if _is_governed(sentence, head):
        return False
    cases = {feature for word in words for feature in word.feats.split("|") if feature.startswith("Case=")}
    return not cases or "Case=Nom" in cases


def _is_oblique(view: View, head: Word) -> bool:
    """Whether a preposition or an article (*den, dem, des*) rules the nominative out."""
    oblique = view.language.words("oblique_articles")
    articles = (child for child in view.sentence.children(head) if child.upos == "DET")
    return _is_governed(view.sentence, head) or any(child.text.lower() in oblique for child in articles)


def may_be_nominative(view: View, head: Word) -> bool:
    """Whether the article leaves the nominative open, whatever the tagger says: *die* can, *den* and *dem* cannot."""
    sentence = view.sentence
    if _is_oblique(view, head):
        return False
    articles = [child.text.lower() for child in sentence.children(head) if child.upos == "DET"]
    if head.upos == "PROPN" and not articles:
        return True  # A bare name shows no case.
    return any(form in view.language.words("open_articles") for form in articles) or _is_nominative(sentence, head)


def _agent(view: View, cue: Cue) -> Word | None:
    for child in view.sentence.children(cue.verb):
        if child.relation == "obl" and child.upos in NOMINAL:
            for case in view.sentence.children(child):
                if case.relation == "case" and case.text.lower() in view.language.words("agent_prepositions"):
                    return child
    return None


def _linear_subject(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """Right of the finite verb (*sagte Müller*), else left of it (*Müller sagte*)."""
    anchor = cue.anchor.number
    index = view.field_index(cue.anchor)
    field = view.fields[index]
    right = [word for word in view.words(anchor + 1, field.last) if not _inside(word, outside)]
    left = [word for word in view.words(frame_start(view, cue), anchor - 1) if not _inside(word, outside)]
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
    behind = next((word for word in right if word.upos in {"NOUN", "PROPN"} and not _is_oblique(view, word)), None)
    return behind if behind is not None or field.kind != "relative" else _subject_of_relative(view, left)


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
    open_article = before.text.lower() in view.language.words("open_articles")
    return open_article and (place == 1 or view.words(place - 1, place - 1)[0].upos != "ADP")


def _opens_clause(view: View, head: Word, left: Sequence[Word], anchor: int) -> bool:
    phrase = phrase_words(view.sentence, head, language=view.language)
    return bool(left) and phrase[0].number == left[0].number and phrase[-1].number == anchor - 1


def _first_nominal(view: View, words: Sequence[Word]) -> Word | None:
    sentence = view.sentence
    for word in words:
        if _is_adverbial(view, word):
            continue
        if word.upos in {"NOUN", "PROPN", "PRON"} and _is_nominative(sentence, word):
            head = sentence.head(word)
            following = sentence.words[word.number] if word.number < len(sentence.words) else None
            # *Moskaus Kampf*: a name in the genitive before its noun.
            if word.upos == "PROPN" and word.text.endswith("s") and following is not None and following.upos == "NOUN":
                continue
            if word.relation in {"nmod", "det", "amod", "compound"} and head is not None and head in words:
                continue
            if word.has("Reflex=Yes") or is_relative(word):
                continue
            return word
    return None


def speaker_span(view: View, head: Word, *, outside: tuple[int, int] | None = None) -> Span | None:
    """The speaker's noun phrase with appositions, without relative clauses, clear of the content."""
    words = phrase_words(view.sentence, head, language=view.language)
    words = [word for word in words if not _inside(word, outside)]
    if not words:
        return None
    if is_relative(head) or _opens_relative(view, head):
        before = antecedent(view, head)
        return None if before is None else text_span(_antecedent_phrase(view, head, before))
    if len(words) > 1 and _opens_relative(view, words[0]):
        words = words[1:]  # *die Austin als „…“ bezeichnete*: the pronoun was taken for an article
    words = _with_name_before(view, _with_pair(view, words))
    words = with_apposition(view, words, outside=outside)
    while len(words) > 1 and words[-1].text in {".", ",", ":", "!", "?"}:
        words.pop()
    return text_span(words)


def _opens_relative(view: View, word: Word) -> bool:
    field = view.fields[view.field_index(word)]
    return field.kind == "relative" and field.first == word.number


def antecedent(view: View, pronoun: Word) -> Word | None:
    """The noun that a relative pronoun takes up: the nearest one before its clause that agrees in number."""
    field = view.fields[view.field_index(pronoun)]
    number = next((item for item in pronoun.feats.split("|") if item.startswith("Number=")), "")
    before = [word for word in view.words(1, field.first - 1) if word.upos in {"NOUN", "PROPN"}]
    for word in reversed(before[-6:]):
        if word.relation in {"flat", "compound"}:
            continue
        if not number or number in word.feats.split("|") or "Number=" not in word.feats:
            return word
    return before[-1] if before else None


def _antecedent_phrase(view: View, pronoun: Word, noun: Word) -> list[Word]:
    """*dem Führer Alt und dem Präsidenten Jung, die warnten*: under a plural verb both, where the nearer is one."""
    phrase = phrase_words(view.sentence, noun, language=view.language)
    field = view.fields[view.field_index(pronoun)]
    joining = view.words(phrase[0].number - 1, phrase[0].number - 1) if phrase[0].number > 2 else ()
    plural = any(verb.has("Number=Plur") for verb in field.finite[-1:])
    if not plural or not joining or joining[0].upos != "CCONJ" or noun.has("Number=Plur"):
        return phrase
    first = view.words(phrase[0].number - 2, phrase[0].number - 2)[0]
    if first.upos not in {"NOUN", "PROPN", "X"}:
        return phrase
    return [*phrase_words(view.sentence, first, language=view.language), joining[0], *phrase]


def _with_pair(view: View, words: list[Word]) -> list[Word]:
    """*Weder das Pentagon noch die NATO*: both names of a negated pair."""
    first, last = words[0], words[-1]
    pairs = view.language.words("negation_pairs")
    before = view.words(first.number - 1, first.number - 1) if first.number > 1 else ()
    behind = view.words(last.number + 1, last.number + 1) if last.number < len(view.sentence.words) else ()
    if not before or before[0].text.lower() not in pairs or not behind or behind[0].text.lower() not in pairs:
        return words
    second: list[Word] = []
    for word in view.words(last.number + 2, len(view.sentence.words)):
        if word.upos not in {"DET", "ADJ", "NOUN", "PROPN", "X"}:
            break
        second.append(word)
    return [*words, behind[0], *second] if second else words


def _with_name_before(view: View, words: list[Word]) -> list[Word]:
    """*Michael Butler, ein Politikwissenschaftler an der Universität, sagte*: the name before the apposition."""
    index = view.field_index(words[0])
    field, before = view.fields[index], view.fields[index - 1]
    if index == 0 or field.first != words[0].number or field.kind != "fragment" or before.kind != "fragment":
        return words
    tail = view.field_words(index - 1)
    if field.opener != "," or not tail or tail[-1].upos != "PROPN" or words[0].upos not in {"DET", "NOUN", "ADJ"}:
        return words
    name = phrase_words(view.sentence, tail[-1], language=view.language)
    return [*view.words(name[0].number, field.first - 1), *words]


def with_apposition(view: View, words: Sequence[Word], *, outside: tuple[int, int] | None = None) -> list[Word]:
    """*sagte Peter Müller, Chef der Firma*: a field of nouns only, right behind the name, belongs to it."""
    last = words[-1].number
    index = view.field_index(words[-1])
    result = list(words)
    if view.fields[index].last != last or index + 1 >= len(view.fields):
        return result
    field = view.fields[index + 1]
    inner = [word for word in view.field_words(index + 1) if word.upos != "PUNCT"]
    name = _name_before_verb(inner, opener=field.opener)
    if name and view.fields[index].kind == "fragment" and not _inside(name[0], outside):
        return [*result, *view.words(last + 1, name[-1].number)]
    fits = field.opener in {",", "("} and field.kind == "fragment" and bool(inner)
    if not fits or inner[0].upos not in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}:
        return result
    if _inside(inner[0], outside) or not any(word.upos in {"NOUN", "PROPN", "NUM"} for word in inner):
        return result
    closing = 1 if field.opener == "(" and field.closer == ")" else 0
    result.extend(view.words(last + 1, field.last + closing))
    bracket = view.fields[index + 2] if field.closer == "(" and index + 2 < len(view.fields) else None
    if bracket is not None and bracket.closer == ")" and not bracket.finite:
        result.extend(view.words(field.last + 1, bracket.last + 1))  # *…, Präsident des Verbands (DFB), sagte*
    return result


def _name_before_verb(inner: Sequence[Word], *, opener: str) -> list[Word]:
    """*Die Juristin, Anabella Morfin verwies …*: a name right before the verb, its closing comma forgotten."""
    name: list[Word] = []
    for word in inner:
        if word.upos != "PROPN":
            break
        name.append(word)
    follows = len(inner) > len(name) and is_finite(inner[len(name)])
    return name if opener == "," and name and follows else []


def _is_relative_place(view: View, preposition: Word, word: Word) -> bool:
    """*…, in dem es heißt*: the pronoun that opens a relative clause, whatever the tagger takes it for."""
    field = view.fields[view.field_index(preposition)]
    opens = field.kind == "relative" and field.first == preposition.number
    return is_relative(word) or (opens and word.text.lower() in view.language.words("relative_pronouns"))


def place_that_speaks(view: View, cue: Cue, outside: tuple[int, int] | None) -> Span | None:
    """*heißt es in dem Bericht*, *in russischen Blogs wird spekuliert*: the document or medium in a phrase of place."""
    is_party = party_test(view.language)
    index = view.field_index(cue.anchor)
    for word in view.words(frame_start(view, cue), view.fields[index].last):
        inside = outside is not None and outside[0] <= word.number <= outside[1]
        if inside or word.upos != "ADP" or word.text.lower() not in view.language.words("speaking_place_prepositions"):
            continue
        following = view.words(word.number + 1, word.number + 1) if word.number < len(view.sentence.words) else ()
        if following and _is_relative_place(view, word, following[0]):
            # *Er las den Bericht des Amtes, in dem es heißt, …*
            nouns = [item for item in view.words(max(1, word.number - _REACH), word.number - 1) if item.upos == "NOUN"]
            media = [item for item in nouns if is_party.is_medium(item)]
            if media:
                return text_span(phrase_words(view.sentence, media[-1], language=view.language))
            continue
        group = nominal_group(view.sentence, word.number + (2 if word.surface == 2 else 1))
        heads = [] if group is None else [item for item in group if item.upos in {"NOUN", "PROPN"}]
        if group is not None and heads and (is_party.is_medium(heads[0]) or is_party.is_medium(heads[-1])):
            return text_span(phrase_words(view.sentence, heads[0], language=view.language))
    return None

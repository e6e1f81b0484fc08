"""Modal verbs that report: *will … herausgefunden haben* (the subject claims it) and *soll* (somebody says so)."""

from collections.abc import Iterator

from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker_phrase import speaker_span
from attrib.text.analysis import Word
from attrib.text.view import View, merge_words


def perfect_infinitive(view: View, modal: Word) -> tuple[Word, ...] | None:
    """The participle and *haben* / *sein* that close the modal's clause (*gesehen haben*, *eingesetzt worden sein*)."""
    index = view.clause_of(modal).number
    for number in range(index, len(view.clauses)):
        words = [word for word in view.clauses[number].words if word.upos != "PUNCT"]
        if number > index and view.clauses[number].finite and not _goes_on(view, number):
            if view.clauses[number].kind == "main":
                break
            continue  # *wollte p verlegen, was abgelehnt worden war*: the infinitive of another verb
        for place in range(len(words) - 1, 0, -1):
            word, before = words[place], words[place - 1]
            auxiliary = word.form in view.language.words.perfect_infinitives
            if auxiliary and word is not modal and (before.has("VerbForm=Part") or before.lemma == "werden"):
                first = place - 1 if before.lemma != "werden" or place < 2 else place - 2
                return tuple(words[first : place + 1])
    return None


def claiming_modals(view: View) -> Iterator[Quotation]:
    """*X will p herausgefunden haben*: the subject is the source; frame = subject, modal and infinitive."""
    for modal in view.sentence.words:
        if not modal.is_finite or modal.lemma not in view.language.words.claiming_modals or modal.is_subjunctive:
            continue
        infinitive = perfect_infinitive(view, modal)
        head = None if infinitive is None else _modal_subject(view, modal, infinitive)
        if infinitive is None or head is None:
            continue
        found = _claim(view, modal, infinitive, head)
        if found is not None:
            yield found


def _modal_subject(view: View, modal: Word, infinitive: tuple[Word, ...]) -> Word | None:
    """The subject: beside the modal, for the object of such a sentence is often taken for it by the parser."""
    candidates = [
        word
        for word in view.words(modal.number + 1, infinitive[0].number - 1)
        if word.upos in {"NOUN", "PROPN", "PRON"} and _may_be_subject(view, word)
    ]
    first = view.clause_of(modal).first
    opening = [word for word in view.words(first, modal.number - 1) if word.upos in {"NOUN", "PROPN", "PRON"}]
    opening = [word for word in opening if word.form not in view.language.words.summing_pronouns]
    # *Der Taucher will das Wrack gefunden haben*: what may be an object is one, if a subject stands before the verb.
    certain = [word for word in candidates if _is_masculine_subject(view, word)]
    if candidates and (certain or not any(view.may_be_nominative(word) for word in opening)):
        return (certain or candidates)[0]
    left = [word for word in view.words(1, modal.number - 1) if word.upos in {"NOUN", "PROPN", "PRON"}]
    subjects = [word for word in left if word.relation == "nsubj"]
    found = subjects or left
    return found[-1] if found else None


def _is_masculine_subject(view: View, word: Word) -> bool:
    """*der Archivar*: the article can be no object's."""
    before = view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
    return bool(before) and before[0].form == "der" and not word.has("Gender=Fem")


def _may_be_subject(view: View, word: Word) -> bool:
    before = view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
    article = bool(before) and before[0].form in view.language.words.subject_articles
    return word.relation != "nmod" and (article or view.may_be_nominative(word))


def _claim(view: View, modal: Word, infinitive: tuple[Word, ...], head: Word) -> Quotation | None:
    speaker = speaker_span(view, head)
    if speaker is None:
        return None
    used = {modal.number, *(word.number for word in infinitive)}
    used |= {word.number for word in view.sentence.words if speaker.start <= word.start < speaker.end}
    rest = [word for word in _clause_words(view, modal, infinitive) if word.number not in used]
    content = [word for word in rest if word.upos != "PUNCT"]
    if content and all(word.form in view.language.words.summing_pronouns for word in content):
        rest = [word for word in view.words(1, content[0].number - 1) if word.number not in used]
    while rest and rest[-1].upos == "PUNCT":
        rest.pop()
    if not rest or not [word for word in rest if word.upos != "PUNCT"]:
        return None
    return Quotation(
        type="indirect",
        marker="claiming_modal",
        medium="speech_writing",
        spans=merge_words(rest),
        sentence=view.sentence.number,
        rule="claiming_modal",
        detail=f"{modal.text} … {' '.join(word.text for word in infinitive)}",
        cue=merge_words((modal, *infinitive)),
        frame=merge_words([word for word in view.words(min(used), max(used)) if word.number in used]),
        speaker=(speaker,),
        lemma=modal.lemma,
    )


def _clause_words(view: View, modal: Word, infinitive: tuple[Word, ...]) -> list[Word]:
    """The words of the modal's own clause: its clause, and the clauses up to the infinitive."""
    index = view.clause_of(modal).number
    first = view.clauses[index].first
    return list(view.words(first, infinitive[-1].number))


def reportative_modals(view: View) -> Iterator[tuple[Word, bool]]:
    """Each finite indicative *soll(en)* with whether it is hearsay by its form alone (a perfect infinitive)."""
    for word in view.sentence.words:
        modal = word.lemma in view.language.words.reportative_modals
        if modal and word.is_finite and word.form in view.language.words.reportative_forms:
            yield word, perfect_infinitive(view, word) is not None or _is_state(view, word)


def _is_state(view: View, modal: Word) -> bool:
    """*Die Nummern sollen von Kunden stammen*: nobody plans a state, so that somebody says it is one."""
    verb = view.sentence.head(modal)
    closing = verb is not None and verb.number > modal.number and verb.has("VerbForm=Inf")
    return closing and verb is not None and verb.lemma in view.language.words.stative_verbs


def modal_stretch(view: View, modal: Word) -> tuple[int, int]:
    """The words of the clause around a reportative modal: its main clause, or its subordinate clause."""
    index = view.clause_of(modal).number
    clause = view.clauses[index]
    if clause.is_dependent:
        return clause.first, clause.last
    first = clause.first
    while index > 0 and view.clauses[index - 1].kind not in {"main", "complement"}:
        index -= 1
        first = view.clauses[index].first
    last = clause.last
    for number in range(view.clause_of(modal).number + 1, len(view.clauses)):
        if view.clauses[number].kind == "main" and view.clauses[number].finite and not _goes_on(view, number):
            break
        last = view.clauses[number].last
    return first, last


def _goes_on(view: View, index: int) -> bool:
    """*soll A gepackt, B geschlagen haben*: the clause's only verb form is the infinitive the modal waits for."""
    words = [word for word in view.clauses[index].words if word.upos != "PUNCT"]
    closing = words[-1].form in view.language.words.perfect_infinitives
    return closing and all(word is words[-1] for word in view.clauses[index].finite)

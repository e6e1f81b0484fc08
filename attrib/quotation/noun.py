"""Nouns that carry their content: *die Forderung der Fischer, die Quote zu erhöhen* · *der Vorwurf, er habe p*."""

from collections.abc import Iterable, Iterator, Sequence

from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.syntax import syntax
from attrib.records import Medium, Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import NO_CLAUSE, Clause
from attrib.text.view import View, merge_words, text_span
from attrib.text.words import NOUNS, any_finite, any_form, any_lemma, content, ends_in, formed, tagged


def noun_contents(scope: Scope) -> Iterator[Quotation]:
    """The statements of one sentence that a noun of saying or thinking introduces; the phrase around it is the speaker.

    As in *nach Angaben der Polizei*, the mention is the whole phrase (*die Forderung der Fischer*) and the party behind
    it a matter of the source.
    """
    for clause in scope.view.clauses[1:]:
        noun = governing_noun(scope.view, clause)
        found = _content(scope.view, noun, clause) if noun else None
        if found is not None:
            yield found


def _content(view: View, noun: Word, following: Clause) -> Quotation | None:
    """The statement in the clause behind the noun; None where *kein* says that it is not put forward."""
    order, before, phrase = syntax(view.language), view.previous(following), view.phrase(noun)
    kind = order.noun_content(view, following.number)
    if kind is None or noun not in phrase or any_form(phrase, view.language.words.negative_articles):
        return None
    if is_asked(view, following):
        return None
    last = order.before_matrix(view, following.first, order.content_end(view, following.first, kind))
    span = view.span(following.first, last)
    if span is None:
        return None
    closing = _closing(view, before, last)
    whole = last >= view.last_content or closing
    frames = [text_span(view.words(before.first if whole else phrase[0].number, following.first - 1))]
    speaker = _speaker(view, before, noun, phrase)
    if speaker is None and ends_in(noun, view.language.words.question_nouns):
        return None  # *Auf die Frage, ob p, verwies sie auf das Amt*: nobody puts it forward
    entry = noun_entry(noun, view.language)
    medium: Medium = "unknown" if entry is None else entry.medium
    return Quotation(
        type="indirect",
        marker="complement_clause",
        medium=medium,
        spans=(span,),
        sentence=view.sentence.number,
        rule="noun_content",
        detail=" ".join(word.text for word in phrase),
        cue=(noun.span,),
        frame=(*frames, *merge_words(closing)),
        speaker=() if speaker is None else (speaker,),
        impersonal=speaker is None,
        lemma=noun.lemma,
        borrowed=True,
    )


def _closing(view: View, before: Clause, last: int) -> Sequence[Word]:
    """*hat die Behauptung, p, | als Unsinn bezeichnet*: what closes the clause before the content, if it is all that
    follows."""
    behind = content(view.words(last + 1, view.last_content))
    auxiliaries = (child for word in behind for child in view.sentence.children(word) if child.is_finite)
    return behind if not any_finite(behind) and any(map(before.holds, auxiliaries)) else ()


def _speaker(view: View, clause: Clause, noun: Word, phrase: Sequence[Word]) -> Span | None:
    """Who is credited: where the words come from, who does something with them, else the phrase itself.

    *Es bestehen Bedenken, dass p* · *wehrte sich gegen die Behauptung, p*: nobody is named.
    """
    authored = has_author(view, noun)
    origin = None if authored else _origin(view, clause)
    if origin is None and not authored and any_lemma(clause.finite, view.language.words.existential_verbs):
        return None
    found = origin or _agent_of_attribute(view, noun, phrase) or _subject_with(view, clause, noun, phrase)
    return found or (None if _is_nobodys(view, noun, phrase) else text_span(phrase))


def _agent_of_attribute(view: View, noun: Word, phrase: Sequence[Word]) -> Span | None:
    """*die von der Opposition erhobene Forderung, p*: who did so by the participle before the noun."""
    before = [word for word in phrase if word.number < noun.number]
    return _party_behind(view, before, view.language.words.agent_prepositions, apart=noun)


def _is_nobodys(view: View, noun: Word, phrase: Sequence[Word]) -> bool:
    """*die Behauptung*, *der Verdacht*: what is said and no document, without a word for whose it is."""
    entry, words = noun_entry(noun, view.language), view.language.words
    compound = view.language.lexicon.noun(noun).institution is not None or "-" in noun.text
    owned = has_author(view, noun) or any_form(phrase, words.possessives) or compound
    placed = view.language.countries.first_of(phrase) is not None
    return entry is not None and not entry.document and not owned and not placed


def _origin(view: View, clause: Clause) -> Span | None:
    """*Von der Polizei kam der Hinweis, dass p*: where the words come from."""
    words = view.language.words
    if not any_lemma(clause.finite, words.arising_verbs):
        return None
    return _party_behind(view, clause.words, words.origin_prepositions)


def _party_behind(
    view: View, words: Iterable[Word], prepositions: frozenset[str], *, apart: Word = NO_WORD
) -> Span | None:
    """Somebody whom one of some prepositions governs."""
    for word in formed(tagged(words, {"ADP"}), prepositions):
        head = view.group_head(view.governed_group(word))
        if view.is_party(head) and head is not apart:
            return speaker_span(view, head)
    return None


def _subject_with(view: View, clause: Clause, noun: Word, phrase: Sequence[Word]) -> Span | None:
    """*Die Bahn begegnet der Kritik mit dem Argument, p*: who does something with words says them, or comes to
    them (*Zu dem Ergebnis, dass p, kommt eine Studie*). Not whom they are held against: *steht unter dem Verdacht, p*,
    *wurde unter dem Vorwurf verhaftet, p*."""
    words, preposition = view.language.words, view.before(phrase[0]).form
    verb = next(iter(clause.finite or _verb_behind(view, clause)), NO_WORD)
    concludes = preposition in words.concluding_prepositions and verb.lemma in words.concluding_verbs
    if not verb or not (concludes or preposition in words.instrument_prepositions):
        return None
    if view.language.lexicon.accuses(noun, view.sentence) and not _has_object(view, verb):
        return None
    return _subject_of(view, verb, phrase)


def _has_object(view: View, verb: Word) -> bool:
    return any(child.relation in {"obj", "iobj"} for child in view.sentence.children(verb))


def _verb_behind(view: View, clause: Clause) -> Sequence[Word]:
    """*Mit dem Hinweis, dass p, | lehnte der Verein ab*: the verb of the clause that the noun's phrase opens."""
    opens = not clause.number and clause.kind == "fragment"
    mains = (item for item in view.clauses[2:] if item.kind == "main" and item.opening.is_finite)
    return next(mains, NO_CLAUSE).finite if opens else ()


def _subject_of(view: View, verb: Word, phrase: Sequence[Word]) -> Span | None:
    """The subject of a verb outside of what the phrase introduces."""
    behind = verb.number > phrase[0].number
    outside = (phrase[0].number, verb.number - 1 if behind else len(view.sentence.words))
    return speaker_span(view, subject(Frame.of_verb(view, verb, anchor=verb), outside=outside))


def governing_noun(view: View, clause: Clause) -> Word:
    """The noun of saying whose content the clause is, NO_WORD if it is none."""
    behind = clause.number > 0 and clause.opener in {",", ""}
    content = behind and syntax(view.language).noun_content(view, clause.number) is not None
    return (_by_tree(view, clause) or _closing_noun(view, view.previous(clause))) if content else NO_WORD


def _by_tree(view: View, clause: Clause) -> Word:
    noun = syntax(view.language).governor_of_content(view, clause.number)
    entry = noun_entry(noun, view.language) if noun else None
    return noun if entry is not None and entry.clause else NO_WORD


def is_asked(view: View, clause: Clause) -> bool:
    """*Auf die Frage, ob p, antwortete X*: what X was asked, by nobody who is named."""
    noun = next(reversed(tagged(view.previous(clause).content, {"NOUN"})), NO_WORD)
    phrase, words = view.phrase(noun) if noun else [NO_WORD], view.language.words
    answered = view.before(phrase[0]).form in words.answering_prepositions
    return answered and ends_in(noun, words.question_nouns) and not has_author(view, noun)


def has_author(view: View, noun: Word) -> bool:
    """Whether the noun's phrase names whose words they are: *die Forderung der Spieler*, *the players' | demand*."""
    named = tagged(view.phrase(noun), NOUNS)
    owned = view.language.grammar.HEAD_LAST and any(word.deprel == "nmod:poss" for word in named)
    behind = next((word for word in named if word.number > noun.number), NO_WORD)
    return owned or (bool(behind) and not _is_against(view, noun, behind))


def _is_against(view: View, noun: Word, behind: Word) -> bool:
    """*Vorwürfe | gegen den Trainer*, *Streit um das Bad*: a preposition behind which nobody stands who says it."""
    listed = view.language.words
    owning = listed.agent_prepositions | listed.of_prepositions | listed.speaking_place_prepositions
    between = tagged(view.words(noun.number + 1, behind.number - 1), {"ADP"})
    return bool(between) and between[0].form in listed.object_prepositions - owning


def _closing_noun(view: View, clause: Clause) -> Word:
    """The noun of saying whose phrase ends its clause, so that what follows the comma is its content."""
    last = (clause.content or [NO_WORD])[-1]
    if last.upos == "ADP" and last is not clause.opening:
        last = view.before(last)  # *liegt die Äußerung vor, er habe p*
    if last.form in view.language.words.raised_places:
        last = view.before(view.phrase(last)[0], by=2)  # *steht der Vorwurf | im Raum, er habe p*
    if clause.kind == "infinitive" and view.before(last).form in view.language.words.infinitive_markers:
        last = view.before(last, by=2)  # *um sich gegen den Vorwurf | zu wehren, er habe p*
    if last.upos not in NOUNS:
        return NO_WORD
    for word in tagged(clause.words, {"NOUN"}):
        entry = noun_entry(word, view.language)
        if entry is not None and entry.clause and view.phrase(word)[-1] is last:
            return word
    return NO_WORD

"""Nouns that carry their content: *die Forderung der Fischer, die Quote zu erhöhen* · *der Vorwurf, er habe p*."""

from collections.abc import Iterator, Sequence

from attrib.quotation.content import before_matrix, content_end
from attrib.quotation.cues import Cue
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Medium, Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.party import party_test
from attrib.text.view import View, text_span


def noun_contents(view: View) -> Iterator[Quotation]:
    """The statements of one sentence that a noun of saying or thinking introduces; the phrase around it is the speaker.

    As in *nach Angaben der Polizei*, the mention is the whole phrase (*die Forderung der Fischer*) and the party behind
    it a matter of the source.
    """
    for index in range(len(view.clauses) - 1):
        noun = governing_noun(view, index + 1)
        following = view.clauses[index + 1]
        kind = _content_kind(view, following)
        if noun is None or kind is None:
            continue
        phrase = view.phrase(noun)
        last = before_matrix(view, following.first, content_end(view, following.first, kind))
        span = view.span(following.first, last)
        negated = any(word.form in view.language.words.negative_articles for word in phrase)
        if span is None or noun not in phrase or negated:
            continue
        first = view.clauses[index].first if last >= view.last_content else phrase[0].number
        origin = None if has_author(view, noun) else _origin(view, index)
        speaker = origin or _subject_with(view, index, phrase) or text_span(phrase)
        nobodys = origin is None and _is_nobodys(view, index, noun)
        yield Quotation(
            type="indirect",
            marker="complement_clause",
            medium=_medium(view, noun),
            spans=(span,),
            sentence=view.sentence.number,
            rule="noun_content",
            detail=" ".join(word.text for word in phrase),
            cue=(noun.span,),
            frame=(text_span(view.words(first, following.first - 1)),),
            speaker=() if nobodys else (speaker,),
            impersonal=nobodys,
            lemma=noun.lemma,
        )


def _is_nobodys(view: View, index: int, noun: Word) -> bool:
    """*Es bestehen Bedenken, dass p* · *Zweifel werden laut, ob p*: they are there, and nobody is named."""
    verbs = view.language.words.existential_verbs
    there = any(word.lemma in verbs for word in view.clauses[index].finite)
    return there and not has_author(view, noun)


def _origin(view: View, index: int) -> Span | None:
    """*Von der Polizei kam der Hinweis, dass p*: where the words come from."""
    if not any(verb.lemma in view.language.words.arising_verbs for verb in view.clauses[index].finite):
        return None
    is_party = party_test(view.language)
    for word in view.clauses[index].words:
        if word.upos != "ADP" or word.form not in view.language.words.origin_prepositions:
            continue
        group = view.governed_group(word)
        head = next((item for item in group or () if item.upos in {"NOUN", "PROPN"}), None)
        if head is not None and is_party(head, view.sentence):
            return speaker_span(view, head)
    return None


def _subject_with(view: View, index: int, phrase: Sequence[Word]) -> Span | None:
    """*Die Bahn begegnet der Kritik mit dem Argument, p*: who does something with words says them."""
    before = view.words(phrase[0].number - 1, phrase[0].number - 1) if phrase[0].number > 1 else ()
    finite = view.clauses[index].finite
    if not before or before[0].form not in view.language.words.instrument_prepositions or not finite:
        return None
    verb = finite[0]
    cue = Cue(verb, verb, (verb,), verb.lemma, "speech_writing", (), None, False, False, False)
    head = subject(view, cue, outside=(phrase[0].number, len(view.sentence.words)))
    return None if head is None else speaker_span(view, head)


def _medium(view: View, noun: Word) -> Medium:
    entry = noun_entry(noun, view.language)
    return "unknown" if entry is None else entry.medium


def governing_noun(view: View, index: int) -> Word | None:
    """The noun of saying whose content the clause is, None if it is none."""
    clause = view.clauses[index]
    if index == 0 or clause.opener != "," or _content_kind(view, clause) is None:
        return None
    return _closing_noun(view, index - 1)


def has_author(view: View, noun: Word) -> bool:
    """Whether the noun's phrase names whose words they are: *die Forderung der Spieler*."""
    phrase = view.phrase(noun)
    return any(word.upos in {"NOUN", "PROPN"} and word.number > noun.number for word in phrase)


def _closing_noun(view: View, index: int) -> Word | None:
    """The noun of saying whose phrase ends its clause, so that what follows the comma is its content."""
    clause = view.clauses[index]
    last = next((word for word in reversed(view.clauses[index].words) if word.upos != "PUNCT"), None)
    if last is not None and last.upos == "ADP" and last.number > clause.first:
        last = view.words(last.number - 1, last.number - 1)[0]  # *liegt die Äußerung vor, er habe p*
    if last is None or last.upos not in {"NOUN", "PROPN"}:
        return None
    for word in view.clauses[index].words:
        entry = noun_entry(word, view.language) if word.upos == "NOUN" else None
        if entry is not None and entry.clause and word.number >= clause.first:
            phrase = view.phrase(word)
            if phrase[-1] is last:
                return word
    return None


def _content_kind(view: View, clause: Clause) -> str | None:
    """What the clause behind the comma is: *dass p*, *p zu tun*, *er habe p*; None if it is none of these."""
    first = clause.opening.form
    if clause.kind == "complement":
        return "complement" if first in view.language.words.noun_complementizers else None
    if clause.kind == "infinitive":
        return None if first in view.language.words.infinitive_adjuncts else "infinitive"
    reported = clause.kind == "main" and any(word.is_subjunctive for word in clause.finite[:1])
    return "verb_second" if reported else None

"""Free indirect speech where it is unmistakable: *The mayor said the vote had been fair. He would not resign.*"""

from collections.abc import Iterator

from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.stretch import closing_span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import any_form, first

_REPORTED = frozenset({"indirect", "free_indirect"})


def gone_on(scope: Scope) -> Iterator[Quotation]:
    """A sentence whose subject is a pronoun and whose verb is *would*, right behind an indirect statement in the past
    in the same paragraph: what was to come as somebody saw it then."""
    view, last = scope.view, scope.last_statement
    modal = _shifted(view)
    if last is None or not modal or not last.speaker or not _is_right_before(scope, last) or _is_claimed(scope):
        return
    span = closing_span(view, 1, view.last_content)
    if span is not None:
        yield Quotation(
            type="free_indirect",
            marker="reportative_modal",
            medium="speech",
            spans=(span,),
            sentence=view.sentence.number,
            rule="gone_on",
            detail=f"{modal.text}: goes on from the statement before ({last.rule})",
            speaker=last.speaker,
            lemma=modal.lemma,
        )


def _shifted(view: View) -> Word:
    """*would* under the root, whose subject is a pronoun; NO_WORD if that is not so, or a condition is named."""
    root = view.sentence.root or NO_WORD
    words = view.language.words
    children = view.sentence.children(root)
    subject = first(children, lambda child: child.relation == "nsubj")
    conditional = any_form(view.sentence.words, words.conditional_openers - {"should"})
    taken_up = subject.upos == "PRON" and subject.form in words.pronouns_personal - words.pronouns_first_person
    modal = first(children, lambda child: child.upos == "AUX" and child.form in words.reportative_forms)
    return modal if taken_up and not conditional and subject.number == 1 else NO_WORD


def _is_right_before(scope: Scope, last: Quotation) -> bool:
    """Whether it stands in the sentence before, in the same paragraph, and was said in the past."""
    previous = scope.previous
    told = last.type in _REPORTED and last.medium == "speech"
    if previous is None or previous.sentence.part != scope.view.sentence.part or not told:
        return False
    here = last.sentence == previous.sentence.number
    cue = first(previous.sentence.words, lambda word: any(span.contains(word) for span in last.cue))
    return here and (last.type == "free_indirect" or cue.has("Tense=Past"))


def _is_claimed(scope: Scope) -> bool:
    """Whether a part of the sentence is somebody else's already."""
    return len(scope.free) < len(scope.view.clauses)

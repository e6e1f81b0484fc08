"""A rule: one construction by which a text credits words to somebody, with what it finds and examples that show it.

The rules of a language are one tuple, `RULES` in `attrib/languages/<code>/rules.py`; `attrib.quotation.runner` asks
them. What other code needs to know of a rule is a field of it, or of the `Quotation` it makes: nobody asks for its id.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from attrib.errors import ResourceError
from attrib.quotation.quotation import Quotation, States
from attrib.quotation.scope import Scope
from attrib.records import Marker
from attrib.text.language import Language
from attrib.text.modules import language_module

Step = Literal[
    "labelled", "quoted", "framed", "resumed", "nominal", "summed", "free", "held", "unframed", "nested", "rest",
    "corpus",
]  # fmt: skip
"""When a rule is asked. Once for a paragraph, first of all: `labelled` (what the layout credits), `quoted` (a frame
outside of the quotation marks). For each sentence, in this order: `framed` (indirect statements; two cues for the same
words are settled), `resumed` (clauses that go on behind a frame), `nominal` (content of nouns, where no verb has it),
`summed` (speech acts, where no clause says what was said), `free` (no frame; the first rule that finds anything
decides), `held` (a frame that is itself reported). Once for a paragraph again: `unframed` (quotations that no frame
claims), `nested` (quoted words inside what was found), `rest` (what nobody is credited with). `corpus`: for the export
to another scheme alone."""
Find = Callable[[Scope], Iterable[Quotation]]


class Example(NamedTuple):
    """A text, the words of a statement that the rule finds in it, and who is credited (the mention; '' for nobody)."""

    text: str
    statement: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction. Several rules may share a `find` that decides between them; it is then asked once.

    `after` names rules that have to be asked before this one (a comment beside it says which sentence fails otherwise).
    """

    id: str
    step: Step
    marker: Marker
    finds: str
    """What it finds, in a sentence that a reader of the site understands."""
    find: Find
    examples: tuple[Example, ...] = ()
    after: tuple[str, ...] = ()
    states: States = "proposition"

    def shown_by(self, *examples: Example, finds: str | None = None) -> "Rule":
        """The rule in one language: with its examples, and what it finds if that is told by words of the language."""
        return replace(self, examples=examples, finds=finds or self.finds)


@cache
def rules(language: Language) -> tuple[Rule, ...]:
    """The rules of a language, each behind those it names in `after`; ResourceError if that cannot be."""
    waiting = list(_listed(language))
    ordered: list[Rule] = []
    while waiting:
        known = {rule.id for rule in ordered}
        rule = next((rule for rule in waiting if known.issuperset(rule.after)), None)
        if rule is None or rule.id in known:
            names = [rule.id for rule in waiting]
            raise ResourceError(
                f"{language.package}.rules: {', '.join(names)} are there twice, or wait for rules that do not come "
                "before them; mend their `after`.",
                seen=names,
                allowed=sorted(known),
            )
        waiting.remove(rule)
        ordered.append(rule)
    return tuple(ordered)


def _listed(language: Language) -> tuple[Rule, ...]:
    module = language_module(language.package, "rules")
    listed: tuple[Rule, ...] | None = getattr(module, "RULES", None)
    if listed is None:
        raise ResourceError(f"{module.__name__} has no RULES; it is the tuple of the language's rules.", seen=None)
    return listed


@cache
def rules_by_id(language: Language) -> Mapping[str, Rule]:
    """The rules of a language by id."""
    return MappingProxyType({rule.id: rule for rule in rules(language)})


@cache
def finders(language: Language, step: Step) -> tuple[Find, ...]:
    """What is asked at a step, in order, each once."""
    return tuple(dict.fromkeys(rule.find for rule in rules(language) if rule.step == step))

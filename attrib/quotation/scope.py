"""What a rule is asked about: a sentence of a paragraph, and what was found before it."""

from dataclasses import dataclass

from attrib.quotation.context import Context, Speaker
from attrib.quotation.frame import Frame
from attrib.quotation.passage import Passage
from attrib.quotation.quotation import Quotation
from attrib.text.clause import Clause
from attrib.text.view import View


@dataclass(frozen=True, slots=True)
class Scope:
    """One sentence of a paragraph; for rules that read the whole paragraph (`quoted`, `unframed`, `nested`, `rest`),
    the first one.

    At the steps of a sentence `frames`, `previous` and `context` are there, and `found` grows: the verbatim quotations
    of the paragraph (`framed`, `resumed`, `nominal`, `summed`), with them what was found in the sentence (`free`), that
    alone (`held`). At `unframed` and `nested` it is all that the paragraph has, and `before` what came before it.
    """

    passage: Passage
    view: View
    frames: tuple[Frame, ...] = ()
    """The sentence's reporting frames that are neither in quotation marks nor taken by another statement."""
    previous: View | None = None
    """The sentence of running text before this one."""
    found: tuple[Quotation, ...] = ()
    """What was found so far, as far as it concerns the step."""
    before: tuple[Quotation, ...] = ()
    """What was found before the paragraph."""
    about: Quotation | None = None
    """The statement that is looked into; for the step `nested`."""
    context: Context | None = None
    """Who was speaking before the sentence; for the steps that go on from it."""
    free: tuple[Clause, ...] = ()
    """The clauses that no statement and no frame has claimed; for the step `free`."""

    @property
    def speaker(self) -> Speaker | None:
        """Who goes on speaking, as far as the context decides."""
        return None if self.context is None else self.context.speaker()

    @property
    def last_statement(self) -> Quotation | None:
        """The statement just before the sentence that somebody is credited with."""
        return None if self.context is None else self.context.last_statement()

"""Mention → source: a registered party, one found in the text, an unnamed one, or none. One candidate or none.

The order of the steps is the order of the evidence: a name says more than a role, a role more than a pronoun. What the
context does not decide stays unresolved; an ambiguous *Kim* is not given to the more frequent of two.
"""

from attrib.source.circle import circle
from attrib.source.description import abbreviation, described, group
from attrib.source.discovery import discovered
from attrib.source.institutions import institution, metonym, role
from attrib.source.known import Known, Party
from attrib.source.on_behalf import on_behalf
from attrib.source.one_of import one_of
from attrib.source.organ import organ
from attrib.source.people import person
from attrib.source.pronoun import pronoun
from attrib.source.reference import reference
from attrib.source.resolver import Resolver, Step, Steps
from attrib.source.said_by import reporting_noun_owner
from attrib.source.spokesperson import spokesperson
from attrib.source.told_to import told_to
from attrib.source.unnamed import unnamed

__all__ = ["STEPS", "Known", "Party", "Resolver", "Step"]

_WHOLE: tuple[Step, ...] = (
    # One of several before the name that may stand behind them: *One of the firms, Yuanjin Electronics*.
    one_of,
    # A person's name first: in *der Sprecher des Sicherheitsrates, John Kirby* the institution is not the speaker.
    person,
)
_BARE: tuple[Step, ...] = (
    pronoun,
    # *der Anwalt der Deutschen Presse-Agentur* before the agency, whom he told it.
    told_to,
    # *ein Team um Anna Berg* before anybody else in its words: neither she nor the university behind her.
    circle,
    # A place in a text before what is said in it: *Seite 12 des Berichts*.
    reference,
    # Whoever leads before what is written: *die Anklage* is the prosecutor's, as is the paper.
    organ,
    # What was said before who is named in it: *Angaben des Ministeriums* are the ministry's.
    reporting_noun_owner,
    institution,
    abbreviation,
    # Several that were named together, before anybody else of their kind: *die Verbände*.
    group,
    role,
    # What takes up somebody named before, after the roles that a country decides: *der russische Außenminister*.
    described,
    # *der Sprecher des Präsidenten Putin* is not Putin.
    on_behalf,
    # A place after every role: *die Regierung in Seoul* is no metonym.
    metonym,
    # Whoever speaks for an institution before nameless parties: *eine Sprecherin* stands for the one just spoken of.
    spokesperson,
    # Nameless parties before new names: *ukrainische Beamte* are nobody one could ask.
    unnamed,
    discovered,
)
STEPS = Steps(_WHOLE, _BARE)

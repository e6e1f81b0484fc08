"""Who of the registry a name stands for, by what goes with it; and who held an office on the day."""

from functools import cache

import pytest

from attrib.pipeline.annotate import Annotator, make_annotator
from attrib.records import Annotation, Document

pytestmark = pytest.mark.pipeline

TAKEN = [
    ("2012-05-05", "barack-obama", "US-Präsident Barack Obama sagte, der Einsatz sei beendet."),
    ("2012-05-05", "barack-obama", "US-Präsident Obama kündigte an, die Truppen abzuziehen."),
    ("2012-05-05", "barack-obama", "Der amerikanische Präsident sagte, der Einsatz sei beendet."),
    (
        "2022-02-02",
        "oleksii-reznikov",
        "Der ukrainische Verteidigungsminister Oleksij Resnikow sagte, es gebe keine Panik.",
    ),
    ("2007-03-03", "condoleezza-rice", "US-Außenministerin Condoleezza Rice sagte, der Iran müsse einlenken."),
    ("2015-03-03", "michael-roth", "Der SPD-Bundestagsabgeordnete Michael Roth sagte, Europa brauche mehr Mut."),
    ("2015-03-03", "michael-roth", "Michael Roth (SPD) sagte, Europa brauche mehr Mut."),
    ("2006-03-03", "ulla-schmidt", "Gesundheitsministerin Ulla Schmidt (SPD) sagte, die Beiträge stiegen nicht."),
    ("2012-06-06", "viktor-yanukovych", "Präsident Janukowitsch sagte in Kiew, das Abkommen werde geprüft."),
    ("2017-06-06", "moon-jae-in", "Der südkoreanische Präsident Moon Jae-in sagte, er sei zu Gesprächen bereit."),
    ("2022-03-03", "dmitry-peskov", "Kremlsprecher Peskow sagte, die Verhandlungen gingen weiter."),
    ("2023-03-03", "olaf-scholz", "Der Bundeskanzler sagte, die Lieferungen würden fortgesetzt."),
    ("2019-03-03", "angela-merkel", "Die Bundeskanzlerin sagte, die Frist laufe im Mai ab."),
    (
        "2024-02-02",
        "pl-foreign-ministry",
        "Das polnische Außenministerium teilte mit, der Botschafter sei einbestellt worden.",
    ),
    ("2024-02-02", "il-armed-forces", "Die israelische Armee teilte mit, sie habe 20 Ziele angegriffen."),
]
"""Date, id, text."""
LEFT = [
    ("2015-03-03", "Der Trainer Peter Müller sagte, seine Mannschaft habe gut gespielt."),
    ("2015-03-03", "Peter Müller sagte, der Hund habe gebellt."),
    ("2015-03-03", "Polizeisprecher Michael Roth sagte, der Täter sei geflohen."),
    ("2015-03-03", "Die Ärztin Ulla Schmidt sagte, die Betten seien voll."),
    ("2024-02-02", "Innenminister Müller sagte in Stuttgart, die Polizei sei gut ausgestattet."),
    ("2024-03-03", "Hans Scholz wohnt in Kiel. Das Haus sei alt, sagte Scholz."),
    ("2023-03-03", "Der frühere ukrainische Präsident sagte, das Abkommen sei ein Fehler gewesen."),
    ("2023-03-03", "Der stellvertretende russische Außenminister sagte, es gebe Gespräche."),
    (None, "Der ukrainische Präsident sagte, das Abkommen werde geprüft."),
    ("1975-03-03", "Der ukrainische Präsident sagte, das Abkommen werde geprüft."),
]


@pytest.mark.parametrize(("date", "id_", "text"), TAKEN)
def test_a_name_with_evidence_is_the_registered_party(date: str, id_: str, text: str) -> None:
    """A full name with party, office or country; a family name behind the office of the day; the office alone."""
    assert id_ in _sources(date, text)


@pytest.mark.parametrize(("date", "text"), LEFT)
def test_a_name_without_is_nobody_of_the_registry(date: str | None, text: str) -> None:
    """Nor a name beside which the text says otherwise, nor an office without a date, or of somebody who left it."""
    registry = _annotator().registry
    assert [id_ for id_ in _sources(date, text) if id_ in registry.by_id and registry.by_id[id_].person] == []


def test_the_evidence_stands_beside_the_credit() -> None:
    """In `detail`."""
    details = [link.detail for statement in _annotated(*TAKEN[0][::2]).statements for link in statement.sources]
    assert "Barack Obama: full name, US-Präsident" in details


@cache
def _annotator() -> Annotator:
    return make_annotator()


@cache
def _annotated(date: str | None, text: str) -> Annotation:
    document = Document(id="doc", name="doc.txt", text=text, published=date)
    return next(iter(_annotator().annotate_documents([document])))


def _sources(date: str | None, text: str) -> set[str]:
    statements = _annotated(date, text).statements
    return {link.source for statement in statements for link in statement.sources}

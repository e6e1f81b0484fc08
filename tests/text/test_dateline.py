"""Datelines are cut off, and what only looks like one is left in its sentence."""

import pytest

from attrib.text.dateline import dateline_length
from attrib.text.loading import load_language

GERMAN = load_language("de")


@pytest.mark.parametrize(
    "dateline",
    [
        "Prag (dpa) -",
        "Prag (dpa) –",
        "Prag (dpa) —",
        "PRAG (AFP) -",
        "PRAG (Dow Jones)--",
        "Prag/Linz (dpa/APA) -",
        "PRAG/LINZ (dpa-AFX) -",
        "LINZ, 14. Mai (Reuters) -",
        "LINZ, Mai 14 (Reuters) -",
        "Linz, den 14. Mai 2024 (Reuters) -",
        "Linz/Bad Ischl, 14.5.2024 (APA)",
        "Linz (APA)",
        "Linz (APA):",
        "Rotenburg (dpa/lni) -",
        "Rotenburg (qrs) –",
        "Rotenburg (QRST) –",
        "Bad Ischl (kle) –",
        "Rotenburg (eigener Bericht) –",
        "Mülheim an der Ruhr (dpa/lnw) -",
        "Brandenburg (Havel) (dpa) -",
        "Brandenburg (Havel) –",
        "Washington, D.C. (AP) —",
        "St. Gallen (sda) -",
        "Linz (Österreich), 14.05.2024 –",
        "Linz, 14. Mai –",
        "Linz, 14. Mai 2024.",
        "Lüttich/Namur –",
        "LÜTTICH – NAMUR (AFP) –",
        "Lüttich - Namur (Belga) -",
        "Namur –",
        "NAMUR –",
        "Warschau.",
        "Kiel.",
        "LINZ.",
        "Linz:",
        "Kiel/Lübeck:",
        "14.32 Uhr:",
        "9 Uhr:",
        "+++ 14:32 Uhr +++",
        "+++ 14.32 +++",
        "Update, 9.15 Uhr:",
        "Update 9.15 Uhr:",
        "Mittwoch, 18 Uhr:",
        "NAMUR epd |",
        "Namur dpa -",
        "Den Haag (dpa) -",
        "Linz 14.05.2024 (APA) -",
        "Linz/dpa -",
        "Linz (SZ/dpa) –",
        "Frankfurt a.M. (dpa-AFX) -",
        "Linz (dpa/bb) - -",
        "LINZ – (AFP)",
        "Linz - (dpa) -",
        "(dpa) Linz –",
        "(dpa) – PRAG.",
        "Linz (AP) _",
        "Linz (AP)::",
        "Linz, den 14.5.2024 (qrs)",
        "(dpa/lsw) –",
        "(dpa)",
        "(qrs)",
    ],
)
def test_a_dateline(dateline: str) -> None:
    """Places, day and sign in all their forms, the dash with them, the blank behind it too."""
    sentence = "Der Fluss ist über die Ufer getreten, sagte Anna Beispiel."
    assert dateline_length(f"{dateline} {sentence}", GERMAN) == len(dateline) + 1


@pytest.mark.parametrize(
    "text",
    [
        "Die Werft (MTG) – größte des Landes – schließt.",
        "Die Werft (MTG) – größte Arbeitgeberin der Stadt.",
        "Karl Berg (CDU) – Landrat seit 2011 – tritt zurück.",
        "Karl Berg (CDU) – Der Landrat tritt nicht wieder an.",
        "Die Werft (mtg) – Ein Betrieb des Landes schließt.",
        "Linz – die Stadt an der Donau – feiert.",
        "Linz – Wels – Steyr: Die Bahn fährt wieder.",
        "Die Nachrichtenagentur (dpa) - gegründet 1949 - ist in Hamburg.",
        "Er – Sohn eines Fischers – schwieg.",
        "Und dann – Stille.",
        "Linz – Wels 2:1",
        "Ruhe. Dann begann der Sturm.",
        "Karl Berg (dpa-Korrespondent) war dabei.",
        "Karl Berg (43) – Fischer in dritter Generation – klagt.",
        "Am 14. Mai – Die Nacht war klar.",
        "Nach Ostern (Ende März) – Der Termin ist offen.",
        "Karl Berg (SPD): Die Brücke bleibt zu.",
        "Kern: Die Brücke bleibt zu.",
        "Wien: Die Brücke bleibt zu.",
        "Um 14.32 Uhr: Die Brücke bleibt zu.",
        "14 Tage: Die Brücke bleibt zu.",
        "„Linz – Die Stadt am Fluss“ heißt das Buch, sagte sie.",
        "Prag",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    """A name with something set off, a label, a result, a word with a full stop."""
    assert dateline_length(text, GERMAN) == 0


def test_only_a_sign_or_a_day_makes_one_further_down() -> None:
    """*Namur –* could be anything but at the beginning of the running text."""
    assert dateline_length("Namur – Der Fluss ist über die Ufer getreten.", GERMAN, is_first=False) == 0
    assert dateline_length("Namur (dpa) – Der Fluss ist über die Ufer getreten.", GERMAN, is_first=False) == 14


def test_a_line_of_its_own() -> None:
    """With places; a sign alone closes a text."""
    assert dateline_length("Prag (dpa)", GERMAN) == 10
    assert dateline_length("Prag, 14. Mai 2024 –", GERMAN) == 20
    assert dateline_length("(dpa)", GERMAN) == 0

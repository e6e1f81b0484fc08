"""The site's words: all there in German, numbers and dates as they are written, the language the reader wants."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from datasette.filters import Filters

import attrib.site
from attrib.resources import load_yaml
from attrib.review.amended import BY_HAND
from attrib.site.quality import evaluation
from attrib.site.wording import Words, translations, wording
from attrib.stand.reason import Reason
from attrib.store.dictionary import published
from attrib.store.rule_rows import UNKNOWN
from attrib.store.rules import rule_rows
from attrib.store.tables import views
from attrib.taxonomy import taxonomies

SITE = Path(attrib.site.__file__).parent
_NAMES = set(str.split("attrib arXiv Atom CC BY CSV JSON LD Lines SQL SQLite SHA Wikidata db downloads json"))
"""What is called the same in both languages."""
_TEXT = r"""\b(?:_|words)\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')"""


def texts() -> Iterator[str]:
    """Every English text that templates and modules ask words for."""
    for path in (*SITE.glob("templates/*.html"), *SITE.glob("*.py"), *SITE.glob("desk/templates/*.html")):
        for double, single in re.findall(_TEXT, path.read_text(encoding="utf-8")):
            yield double or single


def test_every_text_is_there_in_german() -> None:
    """With the same places to fill in."""
    german = translations()
    assert sorted({text for text in texts() if text not in german}) == []
    for english, translated in german.items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", translated)), english


def test_names_of_figures_are_there_in_german() -> None:
    """Those that templates get from the modules, and what Datasette calls its comparisons."""
    rows = evaluation()
    news = rows["news"]
    listed = (rows["gold_rows"], rows["quotation_rows"], *(news[name] for name in news if name.endswith("rows")))
    names = [name for each in listed for name, _ in each]
    names += [str(lookup.display) for lookup in Filters._filters]
    assert [name for name in names if name not in translations()] == []


def test_everything_in_the_database_is_described_in_german() -> None:
    """Tables, views, columns and values, so that a new one is noticed on the day it is made."""
    described = {name: (table.title, list(table.columns)) for name, table in published().items()}
    described |= {view.name: (view.title, list(view.columns)) for view in views()}
    keys = {f"{part}.{name}" for part in ("title", "description") for name in described}
    keys |= {f"column.{column}" for _, columns in described.values() for column in columns}
    keys |= {f"{field}.{term.code}" for field, terms in taxonomies().items() for term in terms}
    keys |= column_descriptions() | finds()
    assert sorted(keys - set(translations())) == []


def test_descriptions_of_columns_are_of_columns_that_exist() -> None:
    """Mending the English words asks for the German ones again, and the old ones go."""
    listed = load_yaml(SITE / "words" / "de" / "columns.yml")
    assert isinstance(listed, dict)
    assert sorted({text for text in listed if not text.startswith("column.")} - column_descriptions()) == []


def test_words_for_rules_are_of_rules_that_exist() -> None:
    """Mending what a rule finds asks for the German words again."""
    listed = load_yaml(SITE / "words" / "de" / "rules.yml")
    assert isinstance(listed, dict)
    assert sorted(set(listed) ^ finds()) == []


def test_words_for_reasons_are_of_reasons_that_exist() -> None:
    """Each reason of a stand has German words, and no other is listed."""
    listed = load_yaml(SITE / "words" / "de" / "stands.yml")
    assert isinstance(listed, dict)
    assert set(listed) == {reason.value for reason in Reason}


def test_a_reason_is_told_in_the_readers_language() -> None:
    """The word that takes the stand stays as it is in the text."""
    detail = f"bestritt (bestreiten): {Reason.ACCUSES}"
    assert wording("en", None).reason(detail) == ("bestritt", str(Reason.ACCUSES))
    word, reason = wording("de", None).reason(detail)
    assert (word, reason[:18]) == ("bestritt", "es ist ein Vorwurf")
    assert wording("de", None).reason(Reason.OPPOSITE)[1].startswith("dasselbe Ereignis")
    through = "puts the same forward, from another origin (kr-government)"
    assert wording("en", None).reason(through) == ("", "puts the same forward, from another origin")
    assert wording("de", None).reason(through)[1].startswith("bringt dasselbe vor")


def finds() -> set[str]:
    """What the table of rules says of each."""
    return {row["finds"] for row in rule_rows()} | {UNKNOWN, BY_HAND}


def column_descriptions() -> set[str]:
    """What the data dictionary and the views say of each column."""
    found = {column.description for table in published().values() for column in table.columns.values()}
    return found | {description for view in views() for description in view.columns.values()}


@pytest.mark.parametrize("template", sorted(SITE.glob("templates/*.html")), ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(template: Path) -> None:
    """Whatever a reader reads or hears comes from `_`, but for names that are the same in both languages."""
    written = re.sub(r"{% block body_class %}.*?{% endblock %}", "", template.read_text(encoding="utf-8"))
    bare = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", written, flags=re.DOTALL)
    heard = re.findall(r'\b(?:aria-label|title|alt)="([^"]*)"', bare)
    read = re.sub(r"<!--.*?-->|<textarea.*?</textarea>|<[^>]*>", " ", bare, flags=re.DOTALL)
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", " ".join([read, *heard])))
    assert set(words) <= _NAMES


def test_definitions_are_of_values_and_tables_that_exist() -> None:
    """A definition whose value is gone is noticed."""
    known = {f"{field}.{term.code}" for field, terms in taxonomies().items() for term in terms}
    tables = {*published(), *(view.name for view in views()), "attrib"}
    known |= {f"{part}.{name}" for part in ("title", "description") for name in tables}
    known |= {f"column.{column}" for table in published().values() for column in table.columns}
    known |= {f"column.{column}" for view in views() for column in view.columns}
    keyed = {key for key in translations() if re.fullmatch(r"[a-z_]+\.\w+", key)}
    assert sorted(keyed - known) == []


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [
        (None, None, "en"),
        (None, "de", "de"),
        (None, "de-AT,de;q=0.9,en;q=0.8", "de"),
        (None, "en-GB,en;q=0.9,de;q=0.8", "en"),
        (None, "fr, de;q=0.5", "de"),
        (None, "fr", "en"),
        (None, "de;q=0", "en"),
        (None, "de;q=abc;;,,", "de"),
        ("de", "en", "de"),
        ("en", "de", "en"),
        ("xx", "de", "de"),
    ],
)
def test_language_of_the_reader(asked: str | None, accepted: str | None, language: str) -> None:
    """The address decides, then the browser, then English."""
    assert wording(asked, accepted).language == language


def test_numbers_and_dates() -> None:
    """As they are written in the language, as precise as they are known."""
    english, german = Words("en"), Words("de")
    assert (english.number(12000.5, digits=1), german.number(12000.5, digits=1)) == ("12,000.5", "12.000,5")
    assert [english.date(iso) for iso in ("2024", "2024-10", "2024-10-02", None, "soon", "2024-13")] == [
        "2024", "October 2024", "2 October 2024", "", "soon", "2024-13",
    ]  # fmt: skip
    assert german.date("2024-10-02") == "2. Oktober 2024"
    assert german.share(0.914) == "91\u202f%"


def test_what_is_filled_in_is_escaped() -> None:
    """Only the words are ours."""
    assert Words("en")("Statement by {names}", names="<b>") == "Statement by &lt;b&gt;"


def test_values_without_a_vocabulary_are_shown_as_they_are() -> None:
    """So is a value that a newer database may bring."""
    assert Words("de").term("status", "brandnew") == "brandnew"
    assert Words("de").label("rule", "x") == "x"
    assert Words("de").label("found", "by_comparison") == "durch Vergleich gefunden"
    assert Words("de").text("brand new") == "brand new"
    assert Words("de").column("brand_new") == "Brand new"
    assert Words("de").label("kind", "official") == "Amtsträger"

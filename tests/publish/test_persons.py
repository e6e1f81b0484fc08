"""Private persons leave by initials or not at all, and an erase list holds at every build."""

from pathlib import Path
from typing import get_args

import pytest

from attrib.publish.covering import COVER
from attrib.publish.persons import PrivatePersons, erase_list
from attrib.publish.published import build
from attrib.records import Annotation, Source
from attrib.source.publisher import publisher
from attrib.store.write import open_database, write_annotation
from tests import articles, frozen
from tests.publish.test_withholding import cells, contents

WITNESS = Source(id="quirin-zwackel", name="Quirin Zwackel", kind="person", origin="discovered")


def with_witness() -> Annotation:
    """An article in which a man from the street says what the company said, in a text that calls him twice."""
    text = "Quirin Zwackel sah, wie die Halle brannte. Zwackels Nachbar schwieg."
    statement = articles.statement(
        text,
        0,
        "wie die Halle brannte",
        id="w-fire",
        document="doc-w",
        context="Quirin Zwackel sah, wie die Halle brannte.",
        type="indirect",
        marker="complement_clause",
        sources=(articles.stated(WITNESS, "named", "Quirin Zwackel"),),
        speaker=("Quirin Zwackel",),
    )
    article = articles.article_c()
    document = article.document.model_copy(update={"id": "doc-w", "text": text, "title": "Zwackel sah Feuer"})
    part = article.parts[0].model_copy(update={"document": "doc-w", "end": len(text)})
    return article.model_copy(
        update={
            "document": document,
            "parts": (part,),
            "statements": (statement,),
            "sources": (WITNESS,),
            "assessments": (articles.assessment(text, "doc-w", "w-fire", WITNESS, "confirms", "sah"),),
            "issues": (),
            "quantities": (),
            "claim_keys": (),
        }
    )


@pytest.fixture
def working(tmp_path: Path) -> Path:
    """A working database with the witness and two articles with officials."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in (with_witness(), articles.article_a(), articles.article_b()):
        write_annotation(db, annotation)
    db.close()
    return tmp_path / "w.db"


def texts(file: Path) -> str:
    """Everything in the tables, views and indexes."""
    return "\n".join(text for _, text in cells(file))


@pytest.mark.parametrize("policy", [each for each in get_args(PrivatePersons) if each != "keep"])
def test_no_name_of_a_private_person_leaves(working: Path, tmp_path: Path, policy: PrivatePersons) -> None:
    """Neither in a cell nor in an index, an id, a title or a file; those with an office stay."""
    report = build(working, tmp_path / "dist", private_persons=policy)
    assert report.covered == 1
    found = texts(report.database)
    assert "Lloyd Austin" in found
    assert "Zwackel" not in found
    assert "zwackel" not in found
    for path in (tmp_path / "dist").rglob("*"):
        for content in contents(path) if path.is_file() else ():
            assert b"zwackel" not in content.lower(), path


def test_initials_keep_every_place(working: Path, tmp_path: Path) -> None:
    """The statement stands where it stood, and its party has initials for a name."""
    file = build(working, tmp_path / "dist", downloads=False).database
    found = dict(cells(file))
    assert "Q. Z." in texts(file)
    text = next(text for place, text in cells(file) if place == "documents.text" and "Halle" in text)
    covered = f"Q{COVER * 5} Z{COVER * 6} sah, wie die Halle brannte."
    assert text.startswith(covered)
    assert ("statements.exact", "wie die Halle brannte") in set(cells(file))
    assert found


def test_left_out_persons_say_nothing(working: Path, tmp_path: Path) -> None:
    """The statement stays, of a source that is not made out, and nobody confirms it."""
    file = build(working, tmp_path / "dist", downloads=False, private_persons="omit").database
    rows = [text for place, text in cells(file) if place == "attributed.statement"]
    assert "w-fire" not in rows
    assert COVER * 6 in texts(file)


def test_kept_persons_are_as_any_other(working: Path, tmp_path: Path) -> None:
    """Where that is asked for."""
    report = build(working, tmp_path / "dist", downloads=False, private_persons="keep")
    assert report.covered == 0
    assert "Quirin Zwackel" in texts(report.database)


def test_erase_list_survives_annotating_again(working: Path, tmp_path: Path) -> None:
    """Whoever is on it is gone, office or not, though the article comes again."""
    (working.parent / "erase.txt").write_text("# on request\nLloyd Austin\n", encoding="utf-8")
    db = open_database(working)
    write_annotation(db, articles.article_a())
    db.close()
    report = build(working, tmp_path / "dist", private_persons="keep")
    found = texts(report.database)
    assert "Austin" not in found
    assert "austin" not in found
    assert "Dmitri Peskow" in found


def test_erase_list_is_read(tmp_path: Path) -> None:
    """One name a line, without remarks; none is needed."""
    assert erase_list(None, tmp_path / "w.db") == ()
    (tmp_path / "list").write_text("# a\n\n A B \nc\n", encoding="utf-8")
    assert erase_list(tmp_path / "list", tmp_path / "w.db") == ("A B", "c")


def scene(
    text: str, *parties: Source, number: int = 0, title: str | None = None, denying: tuple[Source, ...] = ()
) -> Annotation:
    """An article in which each party is credited with the text's last clause, and some deny it."""
    said = text.rstrip(".").rpartition(", ")[2]
    key = f"doc-{number}"
    statement = articles.statement(
        text,
        0,
        said,
        id=f"s-{number}",
        document=key,
        context=text,
        type="indirect",
        marker="complement_clause",
        sources=tuple(articles.stated(party, "named", party.name) for party in parties),
    )
    base = articles.article_c()
    document = base.document.model_copy(update={"id": key, "text": text, "title": title})
    part = base.parts[0].model_copy(update={"document": key, "end": len(text)})
    stands = tuple(articles.assessment(text, key, statement.id, party, "denies", said) for party in denying)
    return base.model_copy(
        update={
            "document": document,
            "parts": (part,),
            "statements": (statement,),
            "sources": tuple(dict.fromkeys((*parties, *denying))),
            "assessments": stands,
            "issues": (),
            "quantities": (),
            "claim_keys": (),
        }
    )


def party(name: str, kind: str = "person", origin: str = "discovered") -> Source:
    """A party whose id is made of its name."""
    key = name.lower().replace(" ", "-")
    return Source.model_validate({"id": key, "name": name, "kind": kind, "origin": origin})


def published(tmp_path: Path, *annotations: Annotation, basis: tuple[str, ...] = (), erase: str = "") -> Path:
    """The copy of these articles; each basis is that of a claim of the first statement."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in annotations:
        write_annotation(db, annotation)
    (statement,) = db.execute("SELECT min(pk) FROM statements").fetchone()
    for number, text in enumerate(basis):
        empty = {"label": None, "event": "x", "statements": 1, "documents": 1, "origins": 1, "unknown_origins": 0}
        row = {
            "pk": number + 1,
            "id": f"c{number}",
            "statement": statement,
            "agreeing": 0,
            "versions": 0,
            "status": "asserted",
        }
        db["claims"].insert(row | empty | {"agreeing": 0, "credibility": "6", "basis": text})
    db.close()
    (tmp_path / "erase.txt").write_text(erase, encoding="utf-8")
    return build(tmp_path / "w.db", tmp_path / "dist", downloads=False).database


def column(file: Path, place: str) -> list[str]:
    """The texts of a column."""
    return [text for where, text in cells(file) if where == place]


def test_what_is_no_part_of_a_name_stays_in_a_basis(tmp_path: Path) -> None:
    """Of whoever is taken for a person only the whole name is covered where parties are named."""
    file = published(
        tmp_path,
        scene("Moldau Heute schrieb, der Hafen sei leer.", party("Moldau Heute")),
        basis=(
            "1 statement: denied by Regierung Moldaus, Moldau Heute; doubted by Moldau",
            "1 statement: confirmed by Heute",
        ),
    )
    assert column(file, "claims.basis") == [
        f"1 statement: denied by Regierung Moldaus, M{COVER * 5} H{COVER * 4}; doubted by Moldau",
        "1 statement: confirmed by Heute",
    ]


def test_another_partys_name_stays_in_a_basis(tmp_path: Path) -> None:
    """Neither within a longer one nor one that is the same."""
    wembley, minister, firm = party("Wembley"), party("Ida Wembley", "official"), party("Quast", "company")
    file = published(
        tmp_path,
        scene("Wembley sagte, der Hafen sei leer.", wembley),
        scene("Ida Wembley und Quast sagten, er sei voll.", minister, firm, number=1),
        basis=("1 statement: denied by Ida Wembley, Wembley, Quast",),
    )
    assert column(file, "claims.basis") == [f"1 statement: denied by Ida Wembley, W{COVER * 6}, Quast"]


def test_a_part_that_means_somebody_else_stays_in_the_article(tmp_path: Path) -> None:
    """A country, and another party that the article mentions; the whole name is covered."""
    text = (
        "Otto Brandow aus Kenia und Ruth Kenia hörten Brandow und Kenias Minister Karl Brandow: Otto sagte, es brenne."
    )
    people = (party("Otto Brandow"), party("Ruth Kenia"), party("Karl Brandow", "official"))
    file = published(tmp_path, scene(text, *people))
    (shown,) = column(file, "documents.text")
    assert shown == (
        f"O{COVER * 3} B{COVER * 6} aus Kenia und R{COVER * 3} K{COVER * 4} hörten Brandow und Kenias Minister "
        f"Karl Brandow: O{COVER * 3} sagte, es brenne."
    )


def test_a_word_of_several_institutions_stays(tmp_path: Path) -> None:
    """*Kurier* marks none of them; a name that two people have is no such word."""
    others = [
        party(f"{place} {word}", "media") for place in ("Elmer", "Ahrer", "Ilmer") for word in ("Kurier", "Zwack")
    ]
    text = "Lena Kurier und Elke Zwack kauften einen Kurier: Zwack sagte, es brenne."
    file = published(
        tmp_path,
        scene(text, party("Lena Kurier"), party("Elke Zwack")),
        scene("Arno Zwack und andere sagten, es brenne.", party("Arno Zwack", "official"), *others, number=1),
    )
    shown = column(file, "documents.text")[0]
    assert shown.endswith(f"kauften einen Kurier: Z{COVER * 4} sagte, es brenne.")


def test_names_are_covered_in_capitals_over_lines_and_where_nobody_is_credited(tmp_path: Path) -> None:
    """A heading, a line's end, a genitive, and another article that names the person in full."""
    zwackel = party("Quirin Zwackel")
    file = published(
        tmp_path,
        scene("QUIRIN ZWACKEL SAH FEUER\nQuirin\nZwackel sagte, es brenne.", zwackel, title="ZWACKELS Feuer"),
        scene("Quirin Zwackels Haus steht leer. Zwackel schwieg. Die NATO sagte, er lüge.", articles.NATO, number=1),
        scene("Der Zwackel ist ein Vogel, sagte die NATO, er singe.", articles.NATO, number=2),
    )
    found = texts(file)
    assert "quirin" not in found.lower()
    assert [text for text in column(file, "documents.text") if "zwackel" in text.lower()] == [
        "Der Zwackel ist ein Vogel, sagte die NATO, er singe."
    ]


@pytest.mark.parametrize("erase", ["", "Quirin Zwackel\n"])
def test_a_party_that_is_called_by_a_private_name_has_another_id(tmp_path: Path, erase: str) -> None:
    """*Der Anwalt Zwackels* is called by words of the text, which its id repeats."""
    lawyer = Source(id="unnamed-anwalt-zwackel-doc-0", name="Der Anwalt Zwackels", kind="person", origin="unnamed")
    text = "Quirin Zwackel schwieg. Der Anwalt Zwackels sagte, es brenne."
    file = published(tmp_path, scene(text, party("Quirin Zwackel"), lawyer), erase=erase)
    assert "zwackel" not in texts(file).lower()
    assert any(name.startswith("Der Anwalt ") for name in column(file, "sources.name"))


def stored_as(name: str, url: str, text: str, *parties: Source) -> Annotation:
    """An article from a file of that name, of an outlet nobody named, which states the same."""
    article = scene(text, *parties)
    document = article.document.model_copy(update={"name": name, "url": url, "publisher": None})
    outlet = publisher(document, frozen.REGISTRY)
    return scene(text, *parties, outlet).model_copy(update={"document": document})


FILES = ["2024-quirin_zwackel.html", "Zwackels Feuer (2).txt", "QUIRIN ZWACKEL SAH FEUER.txt"]


@pytest.mark.parametrize("name", FILES)
def test_no_name_leaves_in_the_name_of_a_file(tmp_path: Path, name: str) -> None:
    """Nor in that of the outlet, which is called by it."""
    said = ("Quirin Zwackel sagte, es brenne.", party("Quirin Zwackel"))
    file = published(tmp_path, stored_as(name, "https://blatt.example/quirin-zwackel", *said))
    assert column(file, "documents.name") == ["doc-0"]
    assert "Unbekannter Herausgeber (doc-0)" in column(file, "sources.name")
    assert column(file, "documents.url") == ["https://blatt.example/quirin-zwackel"]


def test_files_of_others_keep_their_names(tmp_path: Path) -> None:
    """Of the same article's minister, and whatever only begins so."""
    said = ("Quirin Zwackel sagte, es brenne.", party("Quirin Zwackel"), party("Ida Wembley", "official"))
    file = published(tmp_path, stored_as("wembley-zwackelmann.txt", "https://blatt.example/1", *said))
    assert column(file, "documents.name") == ["wembley-zwackelmann.txt"]


def test_no_name_of_whoever_is_erased_leaves_in_an_address(tmp_path: Path) -> None:
    """The link to the article goes with it."""
    said = ("Lord Wembley sagte, es brenne.", party("Lord Wembley", "official"))
    address = "https://blatt.example/was-l%6Frd-wembley-sah"
    file = published(tmp_path, stored_as("1.txt", address, *said), erase="Lord Wembley\n")
    assert column(file, "documents.url") == []
    assert "wembley" not in texts(file).lower()


def test_whoever_is_erased_leaves_no_part_to_a_namesake(tmp_path: Path) -> None:
    """A wish to be left out weighs more than another party's name in the article; elsewhere that one keeps its own."""
    people = (party("Otto Brandow", "official"), party("Karl Brandow", "official"))
    text = "Otto Brandow und Karl Brandow kamen. Brandow sagte, es brenne."
    file = published(
        tmp_path, scene(text, *people), basis=("denied by Karl Brandow, Otto Brandow",), erase="Otto Brandow"
    )
    (shown,) = column(file, "documents.text")
    assert "Brandow sagte" not in shown
    assert column(file, "claims.basis") == [f"denied by Karl Brandow, {COVER * 4} {COVER * 7}"]
    assert "Karl Brandow" in column(file, "sources.name")


def test_ids_of_private_persons_stay_when_others_come(tmp_path: Path) -> None:
    """An id tells a place only."""
    first = scene("Elke Zwack sagte, es brenne.", party("Elke Zwack"), number=1)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    before = set(column(published(tmp_path / "one", first), "sources.id"))
    another = scene("Anna Arndt sagte, es brenne.", party("Anna Arndt"), number=2)
    assert before <= set(column(published(tmp_path / "two", first, another), "sources.id"))

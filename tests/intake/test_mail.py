"""Messages are read as their texts, alone and in boxes."""

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Article, Found
from tests.intake.files import blob

TEXT = "Die Brücke bleibt „vorerst“ gesperrt, sagte Müller.\n\nFrom here on: Umleitung.\n"


def message(text: str | None = TEXT, *, html: str | None = None, charset: str = "utf-8") -> EmailMessage:
    """A message with these parts."""
    mail = EmailMessage()
    mail["From"] = "Jörg Öz <oez@bote.example>"
    mail["Subject"] = "Brücke gesperrt – was nun?"
    mail["Date"] = "Tue, 22 Oct 2024 08:00:00 +0200"
    if text is not None:
        mail.set_content(text, charset=charset)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    return mail


def found(content: bytes, name: str = "a.eml") -> list[Found]:
    """What is found in a file."""
    return list(read(blob(content, name)))


def article(content: bytes) -> Article:
    """The only article in a message."""
    (only,) = found(content)
    assert only.article is not None, only.problem
    return only.article


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_message_is_its_plain_part(charset: str) -> None:
    """With subject, sender and date."""
    only = article(message(html="<p>Anders.</p>", charset=charset).as_bytes())
    assert only.text.replace("\r\n", "\n") == TEXT
    known = only.metadata
    assert (known.title, known.author, known.published) == ("Brücke gesperrt – was nun?", "Jörg Öz", "2024-10-22")


def test_html_is_read_where_there_is_nothing_else() -> None:
    """As what it shows; an attachment is no text."""
    mail = message(None, html="<html><body><p>Die Br&uuml;cke<br>bleibt zu.</p></body></html>")
    mail.add_attachment(b"Nein.", maintype="text", subtype="plain", filename="a.txt")
    assert article(mail.as_bytes()).text == "Die Brücke\nbleibt zu."


def test_a_message_that_is_wrong_about_itself() -> None:
    """Its letters are read as what they are."""
    content = message(charset="utf-8").as_bytes().replace(b'charset="utf-8"', b'charset="us-ascii"')
    assert article(content).text.replace("\r\n", "\n") == TEXT


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "malformed"),
        (b"Nur Text ohne Felder\n", "malformed"),
        (b"Subject: x\n\n", "no_text"),
        (b"Subject: x\nContent-Type: image/png\n\nx", "no_text"),
        (b"Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nAAAA", "binary"),
    ],
)
def test_what_is_no_message_is_named(content: bytes, kind: str) -> None:
    """Or one without a text."""
    (only,) = found(content)
    assert only.problem is not None
    assert only.problem.kind == kind


def test_a_damaged_field_costs_no_text() -> None:
    """Only what it says."""
    (only,) = found(b"From: =?utf-8?q?=\nSubject: =?x?\nDate: gestern\nContent-Type: ;;;\n\nDer Text.\n")
    assert only.article is not None
    assert only.article.text == "Der Text.\n"
    assert only.article.metadata.published is None


def test_a_box_is_its_messages(tmp_path: Path) -> None:
    """Written by the standard library; one that cannot be used is named by its number."""
    box = mailbox.mbox(tmp_path / "a.mbox")
    for each in (message(), EmailMessage(), message("Zwei, sagte er.\n")):
        box.add(each)
    box.close()
    first, second, third = found((tmp_path / "a.mbox").read_bytes(), "a.mbox")
    assert first.article is not None
    assert first.article.text.replace("\r\n", "\n") == TEXT
    assert second.problem is not None
    assert third.article is not None
    assert (third.place, third.article.text.strip()) == ("a.mbox:3", "Zwei, sagte er.")


def test_a_box_of_long_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept of one that is too long."""
    monkeypatch.setattr("attrib.intake.reading.mail.MAX_MESSAGE", 200)
    mails = [f"From a@b Tue Oct 22 08:00:00 2024\nSubject: x\n\n{text}\n\n" for text in ("Ja.", "lang " * 200, "Nein.")]
    kinds = [each.problem.kind if each.problem else "" for each in found("".join(mails).encode(), "a.mbox")]
    assert kinds == ["", "too_large", ""]


def test_what_is_no_box_is_named() -> None:
    """An empty one is nothing."""
    (only,) = found(b"Subject: x\n\nText.\n", "a.mbox")
    assert only.problem is not None
    assert found(b"", "a.mbox") == []


HEAD = st.sampled_from(
    [
        "From: ",
        "Date: ",
        "Content-Type: multipart/mixed; boundary=x",
        "--x",
        "--x--",
        "=?utf-8?b?",
        "\n",
        "From a 2024\n",
    ]
)


@given(st.lists(HEAD | st.text(max_size=12), max_size=20).map("\n".join))
def test_any_message_is_an_article_or_a_problem(content: str) -> None:
    """Never an exception."""
    encoded = content.encode("utf-8", "replace")
    for each in (*found(b"Subject: x\n" + encoded), *found(b"From a@b 2024\n" + encoded, "a.mbox")):
        assert (each.article is None) != (each.problem is None)

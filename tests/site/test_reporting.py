"""Links that prepare a report: by e-mail or in a form, with the statement named."""

from urllib.parse import parse_qs, urlsplit

import pytest

from attrib.errors import DatabaseError
from attrib.site.reporting import VERDICTS, check_contact, reports

ADDRESS = "https://attrib.example.org/statement/k3"


@pytest.mark.parametrize("contact", ["mailto:a@example.org", "mailto:a@example.org?cc=b@example.org"])
def test_an_e_mail_is_written_already(contact: str) -> None:
    """With subject and body, beside what the address says."""
    found = reports(contact, key="k3", address=ADDRESS)
    assert [each.words for each in found] == list(VERDICTS.values())
    asked = parse_qs(urlsplit(found[1].address).query)
    assert asked["subject"] == ["attrib k3: Wrong source"]
    assert asked["body"][0].startswith(f"{ADDRESS}\nWrong source\n")
    assert ("cc" in asked) == ("cc" in contact)


def test_a_form_is_filled_in() -> None:
    """Its places hold what belongs there, encoded."""
    form = "https://example.org/new?title={title}&labels={verdict}&id={id}"
    found = reports(form, key="k3", address=ADDRESS)
    assert found[3].address == "https://example.org/new?title=attrib%20k3%3A%20Not%20a%20statement&labels=none&id=k3"


def test_another_address_takes_no_words() -> None:
    """Nor does none at all."""
    assert reports("https://example.org/contact", key="k3", address=ADDRESS) == []
    assert reports(None, key="k3", address=ADDRESS) == []


@pytest.mark.parametrize("contact", ["javascript:alert(1)", "https://example.org/{name}", "https://example.org/{}"])
def test_wrong_contacts_are_told(contact: str) -> None:
    """When the site is started."""
    with pytest.raises(DatabaseError, match=r"no address|not filled in"):
        check_contact(contact)

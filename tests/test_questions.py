"""What docs/sql.md says is what the database answers."""

import re

import questions
from frozen import ADVICE

from attrib.tables import views


def test_answers_are_true() -> None:
    """Each question is asked again on the five articles."""
    page = questions.PAGE.read_text(encoding="utf-8")
    assert questions.answered() == page, ADVICE.replace("tests.freeze`", "tests.freeze --rules`")


def test_fifteen_questions_have_answers() -> None:
    """None of them is empty."""
    page = questions.PAGE.read_text(encoding="utf-8")
    answers = re.findall(r"<!-- answer -->\n(.*?)<!-- end of answer -->", page, flags=re.DOTALL)
    assert len(answers) == len(re.findall(r"^## \d+\. ", page, flags=re.MULTILINE)) == 15
    assert all(len(answer.splitlines()) > 2 for answer in answers)


def test_views_are_described() -> None:
    """Each has a title and a description, which the site shows."""
    assert all(view.title and view.description.endswith(".") for view in views())

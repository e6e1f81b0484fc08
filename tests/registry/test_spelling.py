"""Spellings of one name share a key, other names do not."""

import pytest

from attrib.registry.spelling import is_organisation, is_same_name, name_keys, script_of

SAME = [
    ("Budanow", "Budanov"),
    ("Budanow", "Буданов"),
    ("Selenskyj", "Zelensky"),
    ("Selenski", "Zelenskyy"),
    ("Selenskyj", "Зеленський"),
    ("Sergej Lawrow", "Sergey Lavrov"),
    ("Sergei Lawrow", "Сергей Лавров"),
    ("Dmitri Peskow", "Dmitry Peskov"),
    ("Waleri Gerassimow", "Valery Gerasimov"),
    ("Sergej Schoigu", "Sergei Shoigu"),
    ("Alexej Kudrin", "Aleksey Kudrin"),
    ("Wiktor Janukowytsch", "Viktor Yanukovych"),
    ("Michail Chodorkowski", "Mikhail Khodorkovsky"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Kim Jong-un", "김정은"),
    ("Park Geun-hye", "Park Geun Hye"),
    ("Gerhard Schröder", "Gerhard Schroeder"),
    ("José Manuel Barroso", "Jose Manuel Barroso"),
    ("George W. Bush", "George Bush"),
    ("John F. Kennedy", "John Fitzgerald Kennedy"),
    ("Hu Jintao", "胡锦涛"),
    ("Zhou Enlai", "Chou En-lai"),
    ("Deng Xiaoping", "Teng Hsiao-ping"),
    ("Sun Li-jen", "孙立人"),
    ("Mohammed ar-Rashid", "Mohammed al-Rashid"),
    ("Gamal Abdel Nasser", "Gamal Abd al-Nasser"),
]
OTHERS = [
    ("Müller", "Möller"),
    ("Schmidt", "Schmitt"),
    ("Hans Zander", "Hans Sander"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Sergej Lawrow", "Sergej Iwanow"),
    ("Iwanow", "Iwanowa"),
    ("Peter Meier", "Peter Maier"),
    ("Lee Myung-bak", "Lee Jae-myung"),
    ("John F. Kennedy", "John Robert Kennedy"),
    ("Zhou Enlai", "Zhou Enlin"),
    ("Zhang Jun", "Zhang Chun"),
    ("Hu Jintao", "胡耀邦"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    """In German and English transliteration, in the script of the country, with or without marks and hyphens."""
    assert is_same_name(one, other)
    assert is_same_name(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_are_not(one: str, other: str) -> None:
    """However alike they sound to somebody else."""
    assert not is_same_name(one, other)


@pytest.mark.parametrize(("country", "script"), [("RU", "slavic"), ("KP", "korean"), ("DE", "latin"), (None, "latin")])
def test_names_at_home_in_latin_script_have_their_letters_as_keys(country: str | None, script: str) -> None:
    """And others their sounds."""
    assert script_of(country) == script
    kind = {"latin": "p:", "slavic": "s:", "korean": "k:"}[script]
    assert {key[:2] for key in name_keys("Anna Berg", script=script_of(country))} == {kind}


@pytest.mark.parametrize(
    "name", ["Lindner Bau GmbH", "Weller GmbH & Co. KG", "Kolb SE", "Brandt & Söhne", "Landes-SPD", "Tarn Ltd."]
)
def test_names_of_organisations(name: str) -> None:
    """A legal form, two names that trade as one, an abbreviation at the end of a compound."""
    assert is_organisation(name)


@pytest.mark.parametrize(
    "name", ["Anna Se", "Ronny TONG", "Hans-Jürgen Uhl", "US-Amerikaner Bob Lee", "Kim Yong-hyun", "D. K. Meier", "Ag"]
)
def test_names_of_persons(name: str) -> None:
    """Whatever might be a person's is one: nobody is shown by name by mistake."""
    assert not is_organisation(name)

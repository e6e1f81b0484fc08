"""English transliterations of names as German newspapers write them."""

import pytest

from training.registry.german import in_german


@pytest.mark.parametrize(
    ("english", "country", "german"),
    [
        ("Viktor Yushchenko", "UA", "Wiktor Juschtschenko"),
        ("Ihor Shevchenko", "UA", "Ihor Schewtschenko"),
        ("Sergey Yuryevich Shoigu", "RU", "Sergej Jurjewitsch Schoigu"),
        ("Leonid Kozhara", "UA", "Leonid Koschara"),
        ("Vladimir Kolokoltsev", "RU", "Wladimir Kolokolzew"),
        ("Mikhail Kasyanov", "RU", "Michail Kassjanow"),
        ("Oleksandr Tkachenko", "UA", "Olexandr Tkatschenko"),
        ("Gennadiy Seleznyov", "RU", "Gennadi Selesnjow"),
        ("Chuck Schumer", "US", "Chuck Schumer"),
    ],
)
def test_in_german(english: str, country: str, german: str) -> None:
    """Hissing sounds are spelled once, whatever order the rules come in."""
    assert in_german(english, country) == german

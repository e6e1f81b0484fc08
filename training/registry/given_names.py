"""Given names with the sex of nearly all who bear them → `attrib/languages/de/given_names.yml`."""

from pathlib import Path
from textwrap import wrap

from training.registry.files import Data, listed

TARGET = Path(__file__).parents[2] / "attrib" / "languages" / "de" / "given_names.yml"
_LEAST = 5
"""How many people in the lists bear a name at least."""
_SHARE = 0.97
"""Which share of them is of one sex."""
_WIDTH = 110
_HEAD = """\
# Given names by the sex of at least {share:.0%} of {least} or more people who bear them.
# Made by `python -m training.registry`; do not edit.
# {origin}.
"""


def write_given_names(data: Data, to: Path = TARGET) -> int:
    """Write the list anew; how many names it holds."""
    found: dict[str, list[str]] = {"feminine": [], "masculine": []}
    for row in data.rows("given-names"):
        men, women = int(row["m"]), int(row["f"])
        if men + women >= _LEAST and max(men, women) >= _SHARE * (men + women):
            found["feminine" if women > men else "masculine"].append(row["name"])
    lines = [_HEAD.format(share=_SHARE, least=_LEAST, origin=listed()["given-names"].origin).rstrip()]
    for sex, names in found.items():
        whole = " ".join(sorted({name for name in names if name.isalpha()}))
        lines += [f"{sex}: >-", *(f"  {line}" for line in wrap(whole, _WIDTH, break_on_hyphens=False))]
    to.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return sum(map(len, found.values()))

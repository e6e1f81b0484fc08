"""`attrib sources reconcile`: a list of names, matched, judged and given back."""

from pathlib import Path

from click.testing import CliRunner

from attrib.cli import main


def _told(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["sources", "reconcile", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


def test_a_list_is_matched_and_its_judgments_become_names(tmp_path: Path) -> None:
    """Who fits by name and country is matched; a spelling that was judged so is a name from then on."""
    asked = tmp_path / "list.csv"
    asked.write_text("name,country\nWolodymyr Selenskyj,UA\nUrsula Leyen,\nJens Niemand,DE\n", encoding="utf-8")
    code, matched = _told(str(asked))
    rows = [line.split(",") for line in matched.splitlines()]
    assert (code, rows[0][:3]) == (0, ["name", "country", "match"])
    assert (rows[1][2], rows[1][-1]) == ("volodymyr-zelensky", "matched")
    assert rows[3][2:] == [""] * 6
    judged = tmp_path / "judged.csv"
    judged.write_text("name,match,judgment\nUrsula Leyen,ursula-von-der-leyen,matched\n", encoding="utf-8")
    code, entries = _told(str(judged), "--accept")
    assert code == 0
    assert "id: ursula-von-der-leyen" in entries
    assert "Ursula Leyen" in entries


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A list that is not there, one in another encoding, one without names, a judgment that is none."""
    missing = _told(str(tmp_path / "no.csv"))
    assert missing[0] != 0
    assert "cannot be read" in missing[1]
    latin = tmp_path / "latin.csv"
    latin.write_bytes("name\nMüller\n".encode("latin-1"))
    assert "not UTF-8" in _told(str(latin))[1]
    nameless = tmp_path / "nameless.csv"
    nameless.write_text("country\nDE\n", encoding="utf-8")
    assert "has no `name`" in _told(str(nameless))[1]
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("name,match,judgment\nA,b,maybe\n", encoding="utf-8")
    assert "'maybe' is none of" in _told(str(wrong), "--accept")[1]

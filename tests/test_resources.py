"""YAML is read as written or not at all."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from attrib.errors import ResourceError
from attrib.resources import load_mapping, load_record, load_records, load_yaml, parse_yaml


class Entry(BaseModel):
    """A record like those of the word lists."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: str
    count: int = 0
    words: tuple[str, ...] = ()


def file_with(tmp_path: Path, text: str) -> Path:
    """A file `list.yml` with this text."""
    path = tmp_path / "list.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("word", ["no", "NO", "yes", "on", "off", "y", "1:30", "2024-10-22", "1_000", "=", "<<", "12e"])
def test_words_stay_words(word: str) -> None:
    """What YAML 1.1 turns into booleans, sexagesimals, dates or merge keys is text."""
    assert parse_yaml(f"- {word}", name="list") == [word]


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("010", 10),
        ("0x1F", 31),
        ("0o17", 15),
        ("-3", -3),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("'no'", "no"),
        ("'12'", "12"),
    ],
)
def test_scalars_follow_the_core_schema(scalar: str, value: object) -> None:
    """Booleans, null and numbers are those of YAML 1.2; quoted text is text."""
    found = parse_yaml(f"- {scalar}", name="list")
    assert found == [value]
    assert isinstance(found, list)
    assert type(found[0]) is type(value)


def test_key_like_norway_is_text() -> None:
    """The country code NO is a key like any other."""
    assert parse_yaml("NO: Norwegen", name="list") == {"NO": "Norwegen"}


@pytest.mark.parametrize("text", ["a: 1\nb: 2\na: 3", "a: 1\nb: 2\n'a': 3"])
def test_equal_keys_are_refused(text: str) -> None:
    """The second of two equal keys is an error with file, line and key, however it is quoted."""
    with pytest.raises(ResourceError, match=r"list\.yml, line 3: the key 'a' again after line 1"):
        parse_yaml(text, name="list.yml")


def test_equal_keys_deep_inside_are_refused() -> None:
    """Equal keys are found at any depth."""
    with pytest.raises(ResourceError, match="line 2: the key 'c'"):
        parse_yaml("a:\n  - b: {c: 1, c: 2}", name="list.yml")


@pytest.mark.parametrize("text", ["- &x a\n- *x", "- *x"])
def test_anchors_and_aliases_are_refused(text: str) -> None:
    """A value is written where it is needed."""
    with pytest.raises(ResourceError, match="line 1: an anchor or alias is not allowed"):
        parse_yaml(text, name="list.yml")


@pytest.mark.parametrize("tag", ["!!str", "!!python/object/apply:os.system", "!own", "!"])
def test_tags_are_refused(tag: str) -> None:
    """No tag decides how a value is read."""
    with pytest.raises(ResourceError, match=r"the tag .* is not allowed"):
        parse_yaml(f"a: {tag} 1", name="list.yml")


@pytest.mark.parametrize("key", ["1", "true", "null", "[a]"])
def test_keys_are_text(key: str) -> None:
    """A key that is not text is an error that says how to write it."""
    with pytest.raises(ResourceError, match="a key is text"):
        parse_yaml(f"? {key}\n: b", name="list.yml")


@pytest.mark.parametrize("text", ["a: [1", "a: 'x", "a: b: c", "a:\n\t- b", "a: 1\n---\nb: 2", "a: \x00"])
def test_malformed_text_is_named(text: str) -> None:
    """What is not one YAML document is an error that names the file."""
    with pytest.raises(ResourceError, match=r"list\.yml.*not valid YAML"):
        parse_yaml(text, name="list.yml")


TEXTS = st.text(
    st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"], exclude_characters="\x7f"),
    max_size=100,  # YAML allows 1,024 characters for a key, and an escape takes six
)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(TEXTS, inner, min_size=1),
    max_leaves=8,
)


@given(JSON_VALUES)
def test_json_is_yaml(value: object) -> None:
    """YAML 1.2 contains JSON: whatever is written as JSON is read back equal."""
    assert parse_yaml(json.dumps(value), name="list") == value


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_empty_file_is_refused(tmp_path: Path, text: str) -> None:
    """A file without content is an error, not an empty list."""
    with pytest.raises(ResourceError, match=r"list\.yml is empty"):
        load_yaml(file_with(tmp_path, text))


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is an error with its path."""
    with pytest.raises(ResourceError, match=r"absent\.yml cannot be read .*check the path"):
        load_yaml(tmp_path / "absent.yml")


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are an error with their line."""
    path = tmp_path / "list.yml"
    path.write_bytes("a: b\nc: für\n".encode("latin-1"))
    with pytest.raises(ResourceError, match=r"list\.yml, line 2: not UTF-8"):
        load_yaml(path)


def test_byte_order_mark_is_no_content(tmp_path: Path) -> None:
    """A byte order mark does not become part of the first key."""
    path = tmp_path / "list.yml"
    path.write_bytes(b"\xef\xbb\xbfa: b\n")
    assert load_yaml(path) == {"a": "b"}


def test_list_becomes_records_in_order(tmp_path: Path) -> None:
    """A list of mappings is a tuple of records in file order, lists in them are tuples."""
    path = file_with(tmp_path, "- {id: b, words: [no, ja]}\n- {id: a, count: 2}\n")
    assert load_records(path, Entry) == (Entry(id="b", words=("no", "ja")), Entry(id="a", count=2))


def test_mapping_becomes_a_record(tmp_path: Path) -> None:
    """A file that is one mapping is one record."""
    assert load_record(file_with(tmp_path, "id: a\n"), Entry) == Entry(id="a")


def test_mapping_of_mappings_becomes_records_by_name(tmp_path: Path) -> None:
    """A file that maps names to mappings is a dict of records."""
    assert load_mapping(file_with(tmp_path, "x: {id: a}\n"), Entry) == {"x": Entry(id="a")}


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{id: a, count: '3'}", r"line 2, field '1\.count': seen '3'; input should be a valid integer"),
        ("{id: 3}", r"line 2, field '1\.id': seen 3; input should be a valid string"),
        ("{id: a, colour: red}", r"line 2, field '1\.colour': unknown field"),
        ("{count: 3}", r"line 2, field '1\.id': missing"),
        ("{id: a, words: [b, 1]}", r"line 2, field '1\.words\.1': seen 1"),
        ("text", r"line 2, field '1': seen 'text'"),
    ],
)
def test_wrong_fields_are_named(tmp_path: Path, entry: str, message: str) -> None:
    """A record that does not fit is an error with file, line, field and what was seen."""
    with pytest.raises(ResourceError, match=r"list\.yml, " + message):
        load_records(file_with(tmp_path, f"- {{id: first}}\n- {entry}\n"), Entry)


def test_many_wrong_fields_are_counted(tmp_path: Path) -> None:
    """A file full of errors lists the first and says how many more there are."""
    with pytest.raises(ResourceError, match="… and 3 more"):
        load_records(file_with(tmp_path, "- {}\n" * 8), Entry)


def test_mapping_where_a_list_is_needed(tmp_path: Path) -> None:
    """A mapping instead of a list is an error, not a list of its keys."""
    with pytest.raises(ResourceError, match="valid array"):
        load_records(file_with(tmp_path, "id: a\n"), Entry)

"""Whoever cites attrib or its data finds the same everywhere."""

import json
from pathlib import Path

import jsonschema
import yaml

from attrib import __version__
from attrib.publish.citation import citation, citation_file
from attrib.publish.description import head
from attrib.publish.export.package import data_package
from attrib.site.downloads import dataset_as_linked_data

SCHEMA = Path(__file__).parents[1] / "schemas" / "cff-1.2.0.schema.json"
LISTING = {"schema_version": 2, "program": f"attrib {__version__}", "files": [], "left_out": []}


def test_citation_file_follows_its_format() -> None:
    """The schema of the Citation File Format accepts it, and would notice a wrong field."""
    content = yaml.safe_load(citation_file())
    checker = jsonschema.Draft7Validator(
        json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
    )
    assert [error.message for error in checker.iter_errors(content)] == []
    for wrong in ({"license": "free"}, {"date-released": "2026"}, {"authors": []}, {"publisher": "somebody"}):
        assert list(checker.iter_errors({**content, **wrong})), wrong


def test_data_names_the_same_makers_and_keywords() -> None:
    """In the data package and in the linked data of the site; both under the licence of the annotation."""
    package, dataset = data_package(), json.loads(dataset_as_linked_data(LISTING, "https://example.org"))
    file = yaml.safe_load(citation_file())
    names = [author["name"] for author in file["authors"]]
    assert [each["title"] for each in package["contributors"] if each["role"] == "author"] == names
    assert [each["name"] for each in dataset["creator"]] == names
    assert package["keywords"] == dataset["keywords"] == file["keywords"] == list(citation().keywords)
    assert package["licenses"][0]["path"] == dataset["license"] == head().license_url
    assert (package["title"], package["description"]) == (dataset["name"], dataset["description"])
    assert file["version"] in dataset["measurementTechnique"]

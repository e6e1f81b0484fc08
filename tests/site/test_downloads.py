"""The site lists the files to take away and hands them out."""

import gzip
import hashlib
import html
import json
import re
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from pyld import jsonld
from rdflib import SDO

from attrib.publish.export.formats import FORMATS, writable
from attrib.publish.published import build
from attrib.site.downloads import MEDIA_TYPES
from attrib.site.serve import site
from attrib.site.wording import translations
from attrib.store.write import open_database, write_annotation
from tests import articles


@pytest.fixture(scope="module")
def working(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of several rights."""
    path = tmp_path_factory.mktemp("downloads") / "w.db"
    db = open_database(path, create=True)
    with closing(db.conn):
        for annotation in (
            *articles.all_articles(),
            articles.article_c("context"),
            articles.article_c("none"),
        ):
            write_annotation(db, annotation)
    return path


@pytest_asyncio.fixture(params=[True, False], ids=["downloads", "none"])
async def client(working: Path, request: pytest.FixtureRequest) -> AsyncIterator[Any]:
    """A client of the site, with files to take away and without."""
    datasette = site(build(working, working.parent / "dist", downloads=request.param).database.parent)
    datasette.client.has_downloads = request.param
    yield datasette.client
    for database in datasette.databases.values():
        database.close()
    datasette.executor.shutdown()


async def test_every_file_is_listed_and_handed_out(client: Any) -> None:
    """With the size and checksum it has; without files the page says so."""
    page = await client.get("/downloads")
    assert page.status_code == 200
    if not client.has_downloads:
        assert "published without files" in page.text
        assert (await client.get("/dataset.jsonld")).status_code == 404
        return
    listed = json.loads((await client.get("/downloads/downloads.json")).text)["files"]
    assert {file["format"] for file in listed} == set(writable())
    for file in listed:
        assert f'href="/downloads/{file["path"]}"' in page.text
        assert file["sha256"] in page.text
        content = (await client.get(f"/downloads/{file['path']}")).content
        assert len(content) == file["bytes"]
        assert hashlib.sha256(content).hexdigest() == file["sha256"]
    assert gzip.decompress((await client.get("/downloads/documents.jsonl.gz")).content).count(b"\n") == 5


async def test_only_listed_files_are_handed_out(client: Any) -> None:
    """No path leads out of the folder."""
    for path in ("/downloads/../metadata.yml", "/downloads/%2e%2e/metadata.yml", "/downloads/nothing"):
        assert (await client.get(path)).status_code in {403, 404}


async def test_dataset_describes_every_file(client: Any) -> None:
    """In the words of schema.org, which the page names to machines."""
    if client.has_downloads:
        assert 'type="application/ld+json" href="/dataset.jsonld"' in (await client.get("/downloads")).text
        answer = await client.get("/dataset.jsonld")
        assert answer.headers["content-type"].startswith("application/ld+json")
        dataset = answer.json()
        listed = json.loads((await client.get("/downloads/downloads.json")).text)["files"]
        assert dataset["@type"] == "Dataset"
        assert 50 <= len(dataset["description"]) <= 5000
        assert [each["sha256"] for each in dataset["distribution"]] == [file["sha256"] for file in listed]
        assert {each["encodingFormat"] for each in dataset["distribution"]} <= set(MEDIA_TYPES.values())
        for each in dataset["distribution"]:
            path = re.sub(r"^https?://[^/]+", "", each["contentUrl"])
            assert (await client.get(path)).status_code == 200


async def test_dataset_is_linked_data_of_schema_org(client: Any) -> None:
    """PyLD reads it as such, and rdflib knows every type and property as a term of schema.org."""
    if client.has_downloads:
        dataset = (await client.get("/dataset.jsonld")).json()
        assert dataset.pop("@context") == "https://schema.org"
        (expanded,) = jsonld.expand({"@context": {"@vocab": str(SDO)}, **dataset})
        assert expanded["@type"] == [str(SDO.Dataset)]
        assert len(expanded[str(SDO.distribution)]) == len(dataset["distribution"]) > 50
        assert [term for term in terms(expanded) if term not in SDO] == []
        assert terms(expanded) > {str(SDO.DataDownload), str(SDO.sha256), str(SDO.license), str(SDO.creator)}


def terms(value: Any) -> set[str]:
    """The properties and types in expanded linked data."""
    if isinstance(value, list):
        return {term for each in value for term in terms(each)}
    if not isinstance(value, dict):
        return set()
    inside = {term for key, each in value.items() if key != "@type" for term in terms(each)}
    return inside | {key for key in value if not key.startswith("@")} | set(value.get("@type", []))


async def test_page_in_german(client: Any) -> None:
    """Formats and reasons too."""
    text = html.unescape((await client.get("/downloads?_lang=de")).text)
    assert "Herunterladen" in text
    if client.has_downloads:
        assert all(translations()[known.title] in text for known in (FORMATS[name] for name in writable()))
        assert "Dokumente fehlen" in text

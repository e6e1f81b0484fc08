"""A folder may hold articles in several languages: each row says in which, whatever the language of the page."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from attrib.publish.published import build
from attrib.site.serve import site
from attrib.store.write import open_database, write_annotation
from attrib.text.loading import languages
from tests import articles
from tests.site.conftest import end


@pytest_asyncio.fixture
async def both(tmp_path: Path) -> AsyncIterator[Any]:
    """The site of two articles, of which one says that it is in English."""
    one, other = articles.all_articles()[:2]
    english = other.model_copy(update={"document": other.document.model_copy(update={"language": "en"})})
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in (one, english):
        write_annotation(db, annotation)
    db.close()
    datasette = site(build(tmp_path / "w.db", tmp_path / "dist").database.parent)
    yield datasette.client
    end(datasette)


@pytest.mark.skipif("en" not in languages(), reason="claims are linked by the lists of each language")
@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("reader", "english", "german"), [("de", "auf Englisch", "auf Deutsch"), ("en", "in English", "in German")]
)
async def test_a_row_says_its_language(both: Any, reader: str, english: str, german: str) -> None:
    """Only where it is not the reader's; the words carry their language in any case."""
    page = (await both.get(f"/attrib/statements?_lang={reader}", follow_redirects=True)).text
    told, left_out = (english, german) if reader == "de" else (german, english)
    assert told in page
    assert left_out not in page
    assert 'lang="en"' in page
    assert 'lang="de"' in page

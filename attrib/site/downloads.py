"""The files to take away, as `attrib build` listed them: a page for people, linked data for search engines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrib.publish.citation import citation
from attrib.publish.description import head
from attrib.publish.export.formats import FORMATS
from attrib.publish.export.listing import LISTING_FILE, Listing
from attrib.site.linked_data import without_blanks

MEDIA_TYPES = {
    ".csv.gz": "text/csv",
    ".jsonl.gz": "application/x-ndjson",
    ".conllu.gz": "text/plain",
    ".db": "application/vnd.sqlite3",
    ".zip": "application/zip",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
}
"""What is in a file, by the end of its name; gzip is only how it travels."""


def listed(database: Path) -> Listing | None:
    """The listing beside a published database, None if it was published without files to take away."""
    file = database.parent / "downloads" / LISTING_FILE
    found: Listing | None = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None
    return found


def downloads_page(found: Listing) -> Listing:
    """The files by format, in the order of the formats."""
    formats = []
    for name, known in FORMATS.items():
        files = [file for file in found["files"] if file["format"] == name]
        left = next((left for left in found["left_out"] if left["format"] == name), None)
        if files:
            whole = [file for file in files if not file["path"].startswith("tables/")]
            tables = [file for file in files if file["path"].startswith("tables/")]
            formats.append({"name": name, "title": known.title, "files": whole, "tables": tables, "left": left})
    return {**found, "formats": formats}


def dataset_as_linked_data(found: Listing, base: str) -> str:
    """The files as a schema.org `Dataset` (https://schema.org/Dataset), which search engines for data read."""
    about, cited = head(), citation()
    content = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{base}/downloads",
        "url": f"{base}/downloads",
        "name": about.database.title,
        "description": about.database.description,
        "license": about.license_url,
        "version": str(found["schema_version"]),
        "creator": [{"@type": "Organization", "name": name} for name in cited.authors],
        "keywords": list(cited.keywords),
        "measurementTechnique": f"Annotated by the program {found['program']}",
        "inLanguage": "de",
        "isAccessibleForFree": True,
        "distribution": list(_distributions(found, base)),
    }
    return json.dumps(without_blanks(content), ensure_ascii=False, indent=1) + "\n"


def _distributions(found: Listing, base: str) -> Iterator[dict[str, Any]]:
    for file in found["files"]:
        yield {
            "@type": "DataDownload",
            "name": file["title"],
            "contentUrl": f"{base}/downloads/{file['path']}",
            "encodingFormat": next(kind for end, kind in MEDIA_TYPES.items() if file["path"].endswith(end)),
            "contentSize": f"{file['bytes']} B",
            "sha256": file["sha256"],
        }

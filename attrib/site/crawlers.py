"""What crawlers may do, as whoever runs the site chooses: `robots.txt` and the header `X-Robots-Tag`.

    pages    pages may be found; filtered tables, files and data may not: there are more of them than of anything else
    all      everything may be found
    none     nothing may; a page that was found by a link is not listed either

`robots.txt` asks not to come, the header not to list: search engines that never come cannot read the header, so that
`none` forbids listing and lets them come and see it, apart from tables.
"""

import re
from typing import Literal, get_args

Crawlers = Literal["pages", "all", "none"]
CHOICES: tuple[Crawlers, ...] = get_args(Crawlers)
_UNSEEN = ("*?", "-/", "attrib/*_fts", "attrib/*.csv", "attrib/statements_flat", "attrib/*.atom")
_DATA = re.compile(r"\.(?:csv|jsonl?|jsonld|parquet|atom|bib|ris|db|gz|zip)$")


def robots_txt(choice: Crawlers, base_path: str) -> str:
    """The file; `base_path` is where the site begins, with a slash at both ends."""
    unseen = [""] if choice == "all" else [base_path + path for path in _UNSEEN]
    return "User-agent: *\n" + "".join(f"Disallow: {path}".rstrip() + "\n" for path in unseen)


def robots_tag(choice: Crawlers, path: str, query: bytes) -> bytes | None:
    """The header of an answer, None for one that may be listed."""
    if choice == "none":
        return b"noindex, nofollow"
    is_hidden = choice == "pages" and (bool(query) or _DATA.search(path) is not None)
    return b"noindex" if is_hidden else None

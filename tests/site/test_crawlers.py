"""What search engines may list is for whoever runs the site to choose."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from attrib.site.crawlers import CHOICES, Crawlers, robots_tag, robots_txt
from attrib.site.serve import site
from tests.site.conftest import Answer, end


@pytest.mark.parametrize(
    ("choice", "page", "filtered", "data"),
    [
        ("pages", None, b"noindex", b"noindex"),
        ("all", None, None, None),
        ("none", b"noindex, nofollow", b"noindex, nofollow", b"noindex, nofollow"),
    ],
)
def test_answers_say_what_may_be_listed(
    choice: Crawlers, page: bytes | None, filtered: bytes | None, data: bytes | None
) -> None:
    """Pages, filtered pages and data each for themselves."""
    assert robots_tag(choice, "/statement/k3", b"") == page
    assert robots_tag(choice, "/attrib/statements", b"status=claimed") == filtered
    assert robots_tag(choice, "/statement/k3.jsonld", b"") == data


def test_robots_txt_follows() -> None:
    """Below the path of the site; who may see everything is told nothing."""
    assert robots_txt("all", "/") == "User-agent: *\nDisallow:\n"
    assert "Disallow: /below/*?\n" in robots_txt("pages", "/below/")
    assert "Disallow: /below/attrib/statements_flat\n" in robots_txt("none", "/below/")


async def test_the_site_says_so(dist: Path, ask: Callable[..., Awaitable[Answer]]) -> None:
    """In the headers of every answer."""
    for choice in CHOICES:
        datasette = site(dist, crawlers=choice)
        answer = await ask(datasette.app(), "/quality")
        assert answer.headers.get(b"x-robots-tag") == robots_tag(choice, "/quality", b"")
        assert (await ask(datasette.app(), "/robots.txt")).body.decode() == robots_txt(choice, "/")
        end(datasette)

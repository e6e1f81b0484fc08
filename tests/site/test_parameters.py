"""Nothing in an address is passed over in silence: it is heeded, refused in a sentence, or said not to be heeded."""

import html
from typing import Any

import pytest

_REFUSED = [
    ("level__ge=3", "no way to compare"),
    ("level__gte=many", "is no number"),
    ("level=one", "is no number"),
    ("date__lte=soon", "is no date"),
    ("_searchmode=exact", "_searchmode"),
    ("_labels=perhaps", "_labels"),
    ("_nofacet=0", "_nofacet"),
    ("_nl=7", "_nl"),
    ("_facet_size=x", "_facet_size"),
    ("_size=5&_size=7", "asked for twice"),
    ("_search=a&_search=b", "asked for twice"),
    ("_json=nothing", "no column"),
    ("_label=nothing", "no column"),
    ("_next=abc", "is no place"),
    ("_next=1,2", "is no place"),
    ("_sort=date&_next=1", "is no place"),
    ("_ttl=5", "no column and no filter"),
    ("_trace=1", "no column and no filter"),
    ("_extra=count", "no column and no filter"),
    ("_fts_table=sources_fts&_search=nato", "no column and no filter"),
    ("_lang=fr", "English and German"),
]


@pytest.mark.parametrize(("query", "told"), _REFUSED)
async def test_what_a_table_would_pass_over_is_refused(client: Any, query: str, told: str) -> None:
    """On the page and in the data."""
    for path in ("/attrib/statements", "/attrib/statements.json"):
        answer = await client.get(f"{path}?{query}")
        assert answer.status_code == 400, path
        assert told in html.unescape(answer.text)


@pytest.mark.parametrize(
    "query",
    [
        "level__gte=0",
        "date__lte=31.12.2030",
        "_searchmode=raw&_search=Soldaten",
        "_labels=on",
        "_nofacet=1&_nocount=1",
        "_facet_size=max",
        "_size=5&_size=5",
        "_col=cue&_col=type",
        "status=claimed&status__not=disputed",
        "cue__notblank=1",
        "level=",
        "_json=spans",
        "_sort=date&_size=2",
    ],
)
async def test_what_a_table_heeds_is_not_refused(client: Any, query: str) -> None:
    """Values of either kind, and what may be asked for several times."""
    assert (await client.get(f"/attrib/statements.json?{query}")).status_code == 200


@pytest.mark.parametrize("table", ["statements", "statements?_sort=date", "claims", "roles", "disputed", "markers"])
async def test_pages_go_on(client: Any, table: str) -> None:
    """The places at which pages of the site begin are places."""
    address = f"/attrib/{table}{'&' if '?' in table else '?'}".replace("?", ".json?", 1) + "_size=1"
    for _ in range(3):
        answer = await client.get(address)
        assert answer.status_code == 200, address
        address = (answer.json().get("next_url") or "").removeprefix("http://localhost")
        if not address:
            break


@pytest.mark.parametrize(
    "form", ["statements_flat.json", "statements_flat.csv", "statements.atom", "statements.jsonld"]
)
@pytest.mark.parametrize(
    "query",
    [
        "_size=5",
        "_next=3",
        "_col=cue",
        "_facet=status",
        "_filter_column=pk&_filter_op=exact&_filter_value=1",
        "_sort_by_desc=on",
        "_sort=pk&_sort_desc=pk",
        "level__ge=3",
        "status__in=[",
        "pk__in=[1,2",
        "_through={bad",
        "_where=pk%3D%3D(",
        "_searchmode=raw&_search=%22",
    ],
)
async def test_what_would_change_no_row_is_refused(client: Any, form: str, query: str) -> None:
    """Where all rows of a filter are asked for, what only changes a page would be taken for a part of the filter."""
    answer = await client.get(f"/attrib/{form}?{query}")
    assert answer.status_code == 400
    assert "written down" not in answer.text


async def test_links_of_a_page_keep_to_what_is_heeded(client: Any) -> None:
    """Whatever the page was asked for, its files and feeds answer."""
    text = (await client.get("/attrib/statements?status=claimed&_facet=type&_size=5&_nofacet=1&_labels=on")).text
    addresses = {part for part in html.unescape(text).split('"') if "statements_flat." in part or ".atom?" in part}
    assert len(addresses) > 3
    for address in addresses:
        assert (await client.get(address)).status_code == 200, address


@pytest.mark.parametrize(
    "path",
    ["/", "/pictures", "/codebook", "/saved", "/changed", "/source/nato", "/article/doc-a", "/attrib", "/compare"],
)
async def test_pages_say_what_they_do_not_heed(client: Any, path: str) -> None:
    """Other sites add parameters to links, so that the page is shown all the same; what it heeds is not said."""
    said = "does not heed"
    answer = await client.get(f"{path}?colour=%3Cb%3Ered&_lang=en")
    assert answer.status_code == 200
    assert said in answer.text
    assert "<code>colour</code>" in answer.text
    assert said not in (await client.get(f"{path}?_lang=en")).text


@pytest.mark.parametrize(
    "path",
    [
        "/article/doc-a?status=disputed&type=direct&source=nato&_search=Soldaten",
        "/statement/a-claim?_search=Soldaten",
        "/compare?a=nato&b=kreml",
        "/calendar?source=nato",
    ],
)
async def test_what_a_page_heeds_is_not_complained_of(client: Any, path: str) -> None:
    """Its own parameters."""
    answer = await client.get(path)
    assert answer.status_code == 200
    assert "does not heed" not in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/attrib/disputed.json?_shape=object", 400),
        ("/calendar?year=soon", 400),
        ("/calendar?year=-124", 400),
        ("/calendar?year=1871", 404),
        ("/calendar?year=2024&year=2023", 400),
        ("/calendar?source=nobody", 404),
        ("/compare?a=nato&a=kreml&b=nis", 400),
        ("/statement/a-claim.bib?style=short", 400),
        ("/statement/a-claim.ris?style=short", 400),
        ("/statement/a-claim.csl.json?style=short", 400),
        ("/statement/a-claim.json?fields=id", 400),
        ("/statement/a-claim.jsonld?fields=id", 400),
        ("/source/nato.atom?_size=3", 400),
        ("/disputes.atom?_from=2024", 400),
        ("/pictures?_lang=xx", 400),
    ],
)
async def test_values_that_a_page_cannot_answer_are_told(client: Any, path: str, status: int) -> None:
    """In a sentence; another year's calendar is not the answer."""
    answer = await client.get(path)
    assert answer.status_code == status
    assert "written down" not in answer.text

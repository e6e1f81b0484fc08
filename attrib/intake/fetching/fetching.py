"""Every article behind the addresses that a user names, or the reason why there is none.

A feed stands for the pages of its entries, in its order, as many as `most_entries` says: what a feed says of a page
(title, author, date) holds where the page itself says nothing. An entry without an address is read as the feed has it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from urllib.parse import urljoin

from urllib3.util import Url

from attrib.errors import InputError
from attrib.intake.documents_yml import DocumentMetadata, preferred
from attrib.intake.fetching.address import parse
from attrib.intake.fetching.media import format_of
from attrib.intake.fetching.visit import Page, Visitor
from attrib.intake.reading.feed import Entry, host_of, read_entries
from attrib.intake.reading.formats import FORMATS, read
from attrib.intake.reading.found import NO_COLUMNS, Blob, Found, printable

MOST_ENTRIES = 20
"""Of a feed."""
MOST_TRIES = 3
"""To fetch the page of an entry, one in each round."""


class Fetcher:
    """Reads what stands at addresses as if it were a file; `columns` and `language` are what `take_in` knows of files.

    No address is fetched twice, and what is wrong with one never hides the next. `tries` holds how
    often the pages of entries were tried before, as `attrib watch` does: those that were read, or tried in vain three
    times, are left alone.
    """

    def __init__(
        self,
        visitor: Visitor,
        *,
        language: str | None = None,
        columns: Mapping[str, str] = NO_COLUMNS,
        most_entries: int = MOST_ENTRIES,
        tries: Counter[str] | None = None,
    ) -> None:
        self._visitor, self._language, self._columns = visitor, language, columns
        self._most_entries = most_entries
        self._met: set[str] = set()
        self._tries: Counter[str] = Counter() if tries is None else tries

    def articles(self, addresses: Iterable[str]) -> Iterator[Found]:
        """The articles in order, one address after the other."""
        for address in addresses:
            try:
                page = self._page(address)
                if page is not None and format_of(page) == "feed":
                    yield from self._entries(page, place=printable(address))
                elif page is not None:
                    yield from self._articles(page, place=printable(address))
            except InputError as error:
                yield Found(printable(address), printable(address), problem=error)

    def _page(self, address: str) -> Page | None:
        """The page at an address, None if it was met before."""
        url = parse(address).url
        if url in self._met:
            return None
        self._met.add(url)
        return self._visitor.visit(url)

    def _entries(self, page: Page, *, place: str) -> Iterator[Found]:
        """The pages of a feed's entries, and a note on those that were left alone."""
        entries = list(read_entries(self._blob(page, place=place)))
        for entry in entries[: self._most_entries]:
            if entry.url is None:
                yield entry.found
            else:
                yield from self._untried(entry, urljoin(page.url.url, entry.url))
        left = len(entries) - self._most_entries
        if left > 0:
            told = (
                f"{place}: {left} of {len(entries)} entries were left alone. Say --most-entries {len(entries)} for all."
            )
            yield Found(place, place, problem=InputError(told, seen=len(entries), kind="entries_left"))

    def _untried(self, entry: Entry, address: str) -> Iterator[Found]:
        """The page of an entry, unless this entry with this date was read before or tried too often."""
        state = f"{address} {entry.known.updated or entry.known.published}"
        if self._tries[state] >= MOST_TRIES:
            return
        self._tries[state] += 1
        problems = 0
        for found in self._entry(entry, address):
            problems += found.problem is not None
            yield found
        if not problems:
            self._tries[state] = MOST_TRIES

    def _entry(self, entry: Entry, address: str) -> Iterator[Found]:
        place = printable(address)
        try:
            page = self._page(address)
            if page is not None:
                yield from (_supplemented(found, entry.known) for found in self._articles(page, place=place))
        except InputError as error:
            yield Found(place, place, problem=error)

    def _articles(self, page: Page, *, place: str) -> Iterator[Found]:
        kind = format_of(page)
        for found in read(self._blob(page, place=place), kind=kind):
            yield _addressed(found, page.url) if FORMATS[kind].is_one else found

    def _blob(self, page: Page, *, place: str) -> Blob:
        content, url = page.content, printable(page.url.url)
        return Blob(
            place, url, len(content), lambda: BytesIO(content), self._columns, self._language, url, page.charset
        )


def _addressed(found: Found, url: Url) -> Found:
    """The article with the address where it was fetched; if it names another one of the same outlet, with that.

    What a page says of its outlet does not count: it may say what it likes.
    """
    if found.article is None:
        return found
    own, outlet = found.article.metadata, host_of(url.url) or url.host
    address = own.url if own.url and host_of(own.url) == outlet else url.url
    return _known(found, own.model_copy(update={"url": address, "publisher": outlet}))


def _supplemented(found: Found, known: DocumentMetadata) -> Found:
    """The article with what a feed says of it where it says nothing itself."""
    if found.article is None:
        return found
    own = found.article.metadata
    said = DocumentMetadata(**{field: value for field, value in own if value is not None})
    return _known(found, preferred(said, known))


def _known(found: Found, metadata: DocumentMetadata) -> Found:
    return found._replace(article=found.article and found.article._replace(metadata=metadata))

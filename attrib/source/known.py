"""What is known of a document's parties so far: a value that goes into a stage and comes out of it with more in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from attrib.records import Disclosure, Source, Span, StatementSource
from attrib.registry.registry import Registry, RegistrySource, to_source
from attrib.source.growing import Growing

_MEMORY = 40
"""How many of the last speakers are remembered; time must not grow with the square of the document."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who a mention means and why; `source` is an id."""

    source: str
    disclosure: Disclosure
    rule: str
    detail: str


def to_statement_source(party: Party, mention: str | None) -> StatementSource:
    """The link of a statement to its party."""
    return StatementSource(
        source=party.source,
        disclosure=party.disclosure,
        mention=mention,
        rule=party.rule,
        detail=party.detail,
    )


@dataclass(frozen=True, slots=True)
class Known:
    """The parties found so far, who spoke last, and what stayed open; every addition gives a new value."""

    sources: Growing[str, Source] = field(default_factory=Growing)
    """The rows of all parties by id."""
    history: tuple[tuple[int, Party], ...] = ()
    """The last parties that a mention stood for, with its offset, in the order in which they were resolved."""
    groups: Growing[str, tuple[Party, ...]] = field(default_factory=Growing)
    """Several that were named together, by the lemma of the plural that says what they are: *die Verbände A und B*."""
    open: Growing[Span, tuple[str, ...]] = field(default_factory=Growing)
    """Mentions that stay unresolved because several parties fit, with their names."""

    def with_rows(self, *rows: Source) -> "Known":
        """With these rows; those of parties that are known stay as they are."""
        new = {row.id: row for row in reversed(rows) if row.id not in self.sources}
        return replace(self, sources=self.sources.with_(new)) if new else self

    def with_entry(self, entry: RegistrySource, registry: Registry) -> "Known":
        """With a registered party and the institutions it points to, so that an annotation is whole by itself."""
        known = self
        for each in _unknown(entry, registry, self.sources):
            known = known.with_rows(to_source(each))
        return known

    def after(self, place: int, parties: Sequence[Party]) -> "Known":
        """With the parties that the mention at an offset stood for as the last ones."""
        return replace(self, history=(*self.history, *((place, party) for party in parties))[-_MEMORY:])

    def with_group(self, noun: str, parties: Sequence[Party]) -> "Known":
        """With several parties that a plural takes up together from now on."""
        return replace(self, groups=self.groups.with_({noun: tuple(parties)}))

    def with_open(self, mention: Span, names: Sequence[str]) -> "Known":
        """With a mention that stays open between several, so that a reader sees why nobody is credited."""
        return replace(self, open=self.open.with_({mention: tuple(names)}))


def _unknown(entry: RegistrySource, registry: Registry, sources: Growing[str, Source]) -> Iterator[RegistrySource]:
    """The entry and those it points to, as far as they have no row yet."""
    if entry.id not in sources:
        yield entry
        for institution in (entry.speaks_for, entry.belongs_to):
            if institution is not None:
                yield from _unknown(registry.by_id[institution], registry, sources)

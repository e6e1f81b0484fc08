-- title: Parties and what they say
-- description: One row for each party that is quoted or reported (what outlets say in their own words is left out), with how many statements it makes itself or through somebody who speaks for it, and how they stand. Many statements are no sign of reliability.
-- facets: kind, country
-- column source: Stable id of the source.
-- column name: Name of the party.
-- column kind: What kind of party it is.
-- column country: Country, ISO 3166-1 alpha-2.
-- column statements: Statements the party makes itself.
-- column spoken_for: Statements of people and offices that speak for it.
-- column documents: Documents with a statement of its own.
-- column confirmed: Its own statements that some party confirms and nobody disputes.
-- column contested: Its own statements that one party confirms and another disputes.
-- column disputed: Its own statements that some party denies or doubts.
-- column unconfirmed: Its own statements that some party would not confirm.
SELECT
  p.id AS source,
  p.name,
  p.kind,
  p.country,
  count(*) FILTER (WHERE l.relation = 'states') AS statements,
  count(*) FILTER (WHERE l.relation = 'speaks_for') AS spoken_for,
  count(DISTINCT s.document) FILTER (WHERE l.relation = 'states') AS documents,
  count(*) FILTER (WHERE l.relation = 'states' AND s.status = 'confirmed') AS confirmed,
  count(*) FILTER (WHERE l.relation = 'states' AND s.status = 'contested') AS contested,
  count(*) FILTER (WHERE l.relation = 'states' AND s.status = 'disputed') AS disputed,
  count(*) FILTER (WHERE l.relation = 'states' AND s.status = 'unconfirmed') AS unconfirmed
FROM (SELECT DISTINCT source, relation, statement FROM statement_sources) l
JOIN sources p ON p.id = l.source
JOIN statements s ON s.pk = l.statement
WHERE s.type <> 'author' AND p.kind <> 'hearsay'
GROUP BY p.id
ORDER BY statements DESC, spoken_for DESC, p.id

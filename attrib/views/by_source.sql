-- title: Parties and what they say
-- description: One row for each party (outlets in their own articles left out) that states something, with how many statements it makes itself or through somebody who speaks for it, and how they stand. Many statements are no sign of reliability.
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
  count(DISTINCT CASE WHEN l.relation = 'states' THEN s.pk END) AS statements,
  count(DISTINCT CASE WHEN l.relation = 'speaks_for' THEN s.pk END) AS spoken_for,
  count(DISTINCT CASE WHEN l.relation = 'states' THEN s.document END) AS documents,
  count(DISTINCT CASE WHEN l.relation = 'states' AND s.status = 'confirmed' THEN s.pk END) AS confirmed,
  count(DISTINCT CASE WHEN l.relation = 'states' AND s.status = 'contested' THEN s.pk END) AS contested,
  count(DISTINCT CASE WHEN l.relation = 'states' AND s.status = 'disputed' THEN s.pk END) AS disputed,
  count(DISTINCT CASE WHEN l.relation = 'states' AND s.status = 'unconfirmed' THEN s.pk END) AS unconfirmed
FROM sources p
JOIN statement_sources l ON l.source = p.id
JOIN statements s ON s.pk = l.statement
WHERE p.origin <> 'publisher'
GROUP BY p.id
ORDER BY statements DESC, spoken_for DESC, p.id

-- title: Groups of anonymous parties
-- description: Anonymous parties gathered by kind, country and institution, with the words used for them, how many statements they make in how many documents, and how often a text says why they stay anonymous.
-- facets: kind, country
-- column source: Stable id of the group.
-- column name: The group.
-- column kind: What kind of party it is.
-- column country: Country, ISO 3166-1 alpha-2.
-- column institution: The institution they belong to.
-- column wordings: The words used for them, each once.
-- column statements: Their statements.
-- column documents: Documents with a statement of theirs.
-- column explained: Statements for which the text says that or why they stay anonymous.
SELECT
  g.id AS source,
  g.name,
  g.kind,
  g.country,
  i.name AS institution,
  group_concat(DISTINCT p.name) AS wordings,
  count(DISTINCT s.pk) AS statements,
  count(DISTINCT s.document) AS documents,
  count(DISTINCT s.pk) FILTER (WHERE l.anonymity IS NOT NULL) AS explained
FROM sources p
JOIN sources g ON g.id = p.grouped_under
LEFT JOIN sources i ON i.id = g.part_of
JOIN statement_sources l ON l.source = p.id AND l.relation = 'states'
JOIN statements s ON s.pk = l.statement
GROUP BY g.id
ORDER BY statements DESC, g.id

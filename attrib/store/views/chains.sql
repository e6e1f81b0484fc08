-- title: Who has it from whom
-- description: The chain of each statement that came through somebody else than its publisher and its source: publisher, agency or medium, party.
-- facets: origin
-- column statement: Stable id of the statement.
-- column chain: The parties from the publisher to the origin; parties of one position stand side by side.
-- column origin: The party it goes back to.
-- column exact: The words of the statement, cut from the text.
-- column document: The document.
SELECT
  s.id AS statement,
  group_concat(p.name, ' ← ') AS chain,
  o.name AS origin,
  s.exact,
  d.label AS document
FROM (SELECT * FROM attribution_chain ORDER BY statement, number) c
JOIN statements s ON s.pk = c.statement
JOIN sources p ON p.id = c.source
JOIN documents d ON d.pk = s.document
LEFT JOIN sources o ON o.id = s.origin
GROUP BY s.pk
HAVING max(c.position) > 1
ORDER BY s.pk

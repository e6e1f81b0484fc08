SELECT c.id, c.parties, c.whole, s.status, count(*) AS statements
FROM (
  SELECT p.country AS id, count(DISTINCT p.id) AS parties, count(DISTINCT l.statement) AS whole
  FROM sources p
  JOIN statement_sources l ON l.source = p.id AND l.relation = 'states'
  WHERE p.country IS NOT NULL AND p.kind <> 'publisher'
  GROUP BY p.country
) c
JOIN (
  SELECT DISTINCT p.country, l.statement
  FROM sources p
  JOIN statement_sources l ON l.source = p.id AND l.relation = 'states'
  WHERE p.country IS NOT NULL AND p.kind <> 'publisher'
) m ON m.country = c.id
JOIN statements s ON s.pk = m.statement
GROUP BY c.id, s.status
ORDER BY c.whole DESC, c.id, s.status

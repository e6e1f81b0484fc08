SELECT
  d.pk, d.id, d.label, d.publisher, d.published,
  count(DISTINCT x.statement) FILTER (WHERE x.source = :a) AS of_a,
  count(DISTINCT x.statement) FILTER (WHERE x.source = :b) AS of_b
FROM (
  SELECT l.source, l.statement, s.document
  FROM statement_sources l
  JOIN statements s ON s.pk = l.statement
  WHERE l.source IN (:a, :b) AND l.relation = 'states'
) x
JOIN documents d ON d.pk = x.document
GROUP BY d.pk
HAVING of_a > 0 AND of_b > 0
ORDER BY d.published DESC, d.pk
LIMIT 15

WITH totals AS (
  SELECT m.source, sum(m.statements) AS statements
  FROM source_months m
  JOIN sources p ON p.id = m.source
  WHERE m.relation = 'states' AND m.status <> 'asserted' AND p.kind <> 'hearsay'
  GROUP BY m.source
  ORDER BY statements DESC, m.source
  LIMIT 15
)
SELECT p.id, p.name, m.status, sum(m.statements) AS statements
FROM totals t
JOIN source_months m ON m.source = t.source AND m.relation = 'states'
JOIN sources p ON p.id = t.source
GROUP BY p.id, m.status
ORDER BY t.statements DESC, p.name, m.status

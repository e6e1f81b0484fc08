WITH totals AS (
  SELECT t.source, t.statements
  FROM source_totals t
  JOIN sources p ON p.id = t.source
  WHERE p.kind <> 'hearsay'
  ORDER BY t.statements DESC, t.source
  LIMIT 15
)
SELECT p.id,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name, m.status, sum(m.statements) AS statements
FROM totals t
JOIN source_months m ON m.source = t.source AND m.relation = 'states'
JOIN sources p ON p.id = t.source
GROUP BY p.id, m.status
ORDER BY t.statements DESC, p.name, m.status

SELECT
  p.id, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name, p.kind, p.country,
  ifnull(t.statements, 0) AS statements
FROM sources p
LEFT JOIN source_totals t ON t.source = p.id
WHERE p.id = :called OR p.id IN (
  SELECT id FROM sources WHERE name = :called COLLATE NOCASE OR name_en = :called COLLATE NOCASE
  UNION
  SELECT source FROM aliases WHERE name = :called COLLATE NOCASE
)
ORDER BY p.id = :called DESC, statements DESC, p.id
LIMIT 20

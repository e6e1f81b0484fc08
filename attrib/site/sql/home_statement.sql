SELECT
  s.id, s.exact, s.source, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, d.language
FROM statements s
JOIN documents d ON d.pk = s.document
JOIN sources p ON p.id = s.source
WHERE s.status <> 'asserted' AND s.type IN ('direct', 'indirect') AND s.exact IS NOT NULL AND s.disclosure = 'named'
ORDER BY s.date DESC, s.pk
LIMIT 1

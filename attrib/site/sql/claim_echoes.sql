SELECT
  m.origin, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS origin_name,
  d.publisher, count(*) AS statements, count(DISTINCT d.pk) AS documents, min(d.published) AS first
FROM claim_statements m
JOIN statements s ON s.pk = m.statement
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = m.origin
WHERE m.claim = :key
GROUP BY m.origin, d.publisher
ORDER BY m.origin IS NULL, m.origin, documents DESC, first, d.publisher

SELECT
  s.id, s.exact, s.status, s.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, d.id AS document, d.label AS document_label, d.publisher,
  d.published, d.language, m.value, m.value_to, m.qualifier, m.polarity
FROM claim_statements m
JOIN statements s ON s.pk = m.statement
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE m.claim = :claim AND s.pk <> :key
ORDER BY ifnull(s.said_on, d.published), s.pk
LIMIT 12

SELECT
  s.pk, s.id, s.exact, s.context, s.context_start, s.spans, s.status,
  s.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, d.id AS document, d.label AS document_label, d.publisher, d.published, d.language
FROM documents d
CROSS JOIN statements s ON s.document = d.pk
LEFT JOIN sources p ON p.id = s.source
WHERE s.status IN ('contested', 'disputed') AND s.level = 0 AND s.exact IS NOT NULL
ORDER BY d.published DESC, s.pk
LIMIT 6

SELECT
  s.pk, s.id, s.exact, s.context, s.context_start, s.spans, s.status,
  d.id AS document, d.label AS document_label, d.publisher, d.published, d.language, l.relation, s.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name
FROM (
  SELECT statement, relation FROM statement_sources WHERE source = :key ORDER BY statement DESC LIMIT 12
) l
JOIN statements s ON s.pk = l.statement
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
ORDER BY d.published DESC NULLS LAST, s.pk

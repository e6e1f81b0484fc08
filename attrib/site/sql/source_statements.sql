SELECT
  s.pk, s.id, s.exact, s.context, s.context_start, s.spans, s.status, u.name AS status_name,
  s.document, d.label AS document_label, d.published, l.relation, s.source, p.name AS source_name
FROM statement_sources l
JOIN statements s ON s.pk = l.statement
JOIN statuses u ON u.code = s.status
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE l.source = :key
ORDER BY l.relation DESC, d.published DESC NULLS LAST, s.pk
LIMIT 25

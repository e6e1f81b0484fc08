SELECT
  s.pk, s.id, s.exact, s.context, s.context_start, s.spans, s.status, u.name AS status_name,
  s.source, p.name AS source_name, s.document, d.label AS document_label, d.published
FROM statements s
JOIN statuses u ON u.code = s.status
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE s.status IN ('contested', 'disputed', 'unconfirmed')
ORDER BY d.published DESC NULLS LAST, s.pk
LIMIT 6

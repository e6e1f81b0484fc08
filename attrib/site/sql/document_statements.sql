SELECT
  s.pk, s.id, s.exact, s.spans, s.level, s.start, s."end", s.type, s.status, u.name AS status_name,
  s.source, p.name AS source_name, s.context, s.context_start
FROM statements s
JOIN statuses u ON u.code = s.status
LEFT JOIN sources p ON p.id = s.source
WHERE s.document = :key
ORDER BY s.pk

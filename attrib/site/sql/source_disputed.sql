SELECT v.*, d.id AS document_id, d.language
FROM disputed v
JOIN statements s ON s.id = v.statement
JOIN documents d ON d.pk = s.document
WHERE s.status IN ('disputed', 'contested') AND NOT v.own_denial
  AND s.pk IN (SELECT statement FROM statement_sources WHERE source = :key AND relation = 'states')
LIMIT 12

SELECT
  a.verdict, p.id AS source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, count(DISTINCT x.statement) AS statements,
  min(a.pk) AS first, a.exact, d.id AS document, d.label AS document_label, d.language,
  t.id AS statement, t.exact AS target, (SELECT language FROM documents WHERE pk = t.document) AS target_language
FROM claim_statements m
JOIN (
  SELECT statement, pk AS assessment FROM assessments UNION SELECT statement, assessment FROM status_by
) x ON x.statement = m.statement
JOIN assessments a ON a.pk = x.assessment
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
LEFT JOIN statements t ON t.pk = a.statement
JOIN verdicts v ON v.code = a.verdict
WHERE m.claim = :key
GROUP BY p.id, a.verdict, a.document, a.start
ORDER BY v.position, p.name, a.document, a.start
LIMIT 200

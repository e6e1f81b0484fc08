SELECT
  a.verdict, a.exact, s.id AS statement, s.exact AS target, d.id AS document, d.label AS document_label, d.published, d.language,
  (SELECT t.language FROM documents t WHERE t.pk = s.document) AS target_language,
  CASE WHEN a.through IS NULL THEN 'in_text' ELSE 'by_comparison' END AS found, min(x.carried) AS carried
FROM assessments a
JOIN (
  SELECT statement, pk AS assessment, 0 AS carried FROM assessments WHERE source = :by AND statement IS NOT NULL
  UNION ALL
  SELECT x.statement, x.assessment, 1 FROM assessments b JOIN status_by x ON x.assessment = b.pk WHERE b.source = :by
) x ON x.assessment = a.pk
JOIN statements s ON s.pk = x.statement
JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states' AND l.source = :about
JOIN documents d ON d.pk = a.document
JOIN verdicts v ON v.code = a.verdict
WHERE a.source = :by
GROUP BY a.pk
ORDER BY v.position, a.pk
LIMIT 25

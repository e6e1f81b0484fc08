SELECT
  a.verdict, a.exact, s.id AS statement, s.exact AS target, d.id AS document, d.label AS document_label, d.published, d.language,
  (SELECT t.language FROM documents t WHERE t.pk = s.document) AS target_language,
  CASE WHEN a.through IS NULL THEN 'in_text' ELSE 'by_comparison' END AS found, min(x.statement IS NOT a.statement) AS carried
FROM assessments a
JOIN stands x ON x.assessment = a.pk
JOIN statements s ON s.pk = x.statement
JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states' AND l.source = :about
JOIN documents d ON d.pk = a.document
JOIN verdicts v ON v.code = a.verdict
WHERE a.source = :by
GROUP BY a.pk
ORDER BY v.position, a.pk
LIMIT 25

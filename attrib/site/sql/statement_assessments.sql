SELECT
  a.verdict, a.source, a.exact, a.rule, a.detail,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, d.id AS document_id, d.label AS document_label,
  d.language, td.language AS target_language,
  t.id AS target, t.exact AS target_exact, x.decides,
  EXISTS (
    SELECT 1 FROM statement_sources l WHERE l.statement = :key AND l.relation = 'states' AND l.source = a.source
  ) AS own,
  CASE WHEN t.pk IS NOT NULL THEN (SELECT reason FROM claim_statements WHERE statement = :key) END AS same_claim
FROM stands x
JOIN assessments a ON a.pk = x.assessment
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
LEFT JOIN statements t ON t.pk = a.statement AND t.pk <> :key
LEFT JOIN documents td ON td.pk = t.document
WHERE x.statement = :key
ORDER BY x.decides DESC, a.verdict NOT IN ('denies', 'doubts'), a.pk

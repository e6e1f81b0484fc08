SELECT
  a.verdict, p.id AS source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, count(DISTINCT a.statement) AS statements,
  min(a.pk) AS first, a.exact, d.id AS document, d.label AS document_label, d.language,
  (SELECT id FROM statements WHERE pk = a.statement) AS statement
FROM claim_statements m
JOIN assessments a ON a.statement = m.statement
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
JOIN verdicts v ON v.code = a.verdict
WHERE m.claim = :key
GROUP BY p.id, a.verdict, a.document, a.start
ORDER BY v.position, p.name, a.document, a.start
LIMIT 200

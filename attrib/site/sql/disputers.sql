SELECT DISTINCT x.statement AS key, p.id, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name,
  EXISTS (
    SELECT 1 FROM statement_sources l WHERE l.statement = x.statement AND l.relation = 'states' AND l.source = a.source
  ) AS own
FROM status_by x
JOIN assessments a ON a.pk = x.assessment
JOIN sources p ON p.id = a.source
WHERE x.statement IN (SELECT value FROM json_each(:keys)) AND a.verdict IN ('denies', 'doubts')
ORDER BY x.statement, p.name

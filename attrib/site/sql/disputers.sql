SELECT DISTINCT x.statement AS key, p.id, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name
FROM status_by x
JOIN assessments a ON a.pk = x.assessment
JOIN sources p ON p.id = a.source
WHERE x.statement IN (SELECT value FROM json_each(:keys)) AND a.verdict IN ('denies', 'doubts')
ORDER BY x.statement, p.name

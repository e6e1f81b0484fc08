SELECT DISTINCT m.claim AS key, p.id, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name
FROM claim_statements m
JOIN assessments a ON a.statement = m.statement
JOIN sources p ON p.id = a.source
WHERE m.claim IN (SELECT value FROM json_each(:keys)) AND a.verdict IN ('denies', 'doubts')
ORDER BY m.claim, p.name

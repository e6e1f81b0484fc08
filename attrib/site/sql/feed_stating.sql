SELECT l.statement, l.source, p.kind, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name
FROM statement_sources l
JOIN sources p ON p.id = l.source
WHERE l.statement IN (SELECT value FROM json_each(:keys)) AND l.relation = 'states'
ORDER BY l.statement, l.number

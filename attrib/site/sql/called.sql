SELECT p.id AS known, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name
FROM sources p
WHERE p.id IN (SELECT value FROM json_each(:keys))
UNION ALL
SELECT p.name, CASE WHEN :english THEN ifnull(min(p.name_en), p.name) ELSE p.name END
FROM sources p
WHERE p.name IN (SELECT value FROM json_each(:keys))
GROUP BY p.name

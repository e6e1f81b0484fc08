SELECT p.id, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name
FROM sources p
WHERE p.id IN (SELECT value FROM json_each(:keys))

SELECT p.id, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name, x.verdict, x.stands
FROM stands_between x
JOIN sources p ON p.id = x."by"
WHERE x.about = :key
ORDER BY x.stands DESC, p.name
LIMIT 25

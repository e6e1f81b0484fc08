SELECT p.id, p.name, x.verdict, x.stands
FROM stands_between x
JOIN sources p ON p.id = x."by"
WHERE x.about = :key
ORDER BY x.stands DESC, p.name
LIMIT 25

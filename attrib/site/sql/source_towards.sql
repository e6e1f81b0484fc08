SELECT p.id, p.name, x.verdict, x.stands
FROM stands_between x
JOIN sources p ON p.id = x.about
WHERE x."by" = :key
ORDER BY x.stands DESC, p.name
LIMIT 25

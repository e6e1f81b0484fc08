SELECT b.id AS by_id, b.name AS "by", x.verdict, t.id AS about_id, t.name AS about, x.stands
FROM stands_between x
JOIN sources b ON b.id = x."by"
JOIN sources t ON t.id = x.about
ORDER BY x.stands DESC, b.name, t.name
LIMIT 60

SELECT b.id AS by_id, b.name AS "by", a.verdict, t.id AS about_id, t.name AS about, count(*) AS stands
FROM assessments a
JOIN statements s ON s.pk = a.statement
JOIN sources b ON b.id = a.source
JOIN sources t ON t.id = s.source
WHERE a.source <> s.source
GROUP BY b.id, t.id, a.verdict
ORDER BY stands DESC, b.name, t.name
LIMIT 60

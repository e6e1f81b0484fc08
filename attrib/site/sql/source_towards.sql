SELECT p.id, p.name, a.verdict, count(*) AS stands
FROM assessments a
JOIN statements s ON s.pk = a.statement
JOIN sources p ON p.id = s.source
WHERE a.source = :key AND s.source <> :key
GROUP BY p.id, a.verdict
ORDER BY stands DESC, p.name
LIMIT 25

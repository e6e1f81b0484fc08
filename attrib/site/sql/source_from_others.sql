SELECT p.id, p.name, a.verdict, count(*) AS stands
FROM statements s
JOIN assessments a ON a.statement = s.pk
JOIN sources p ON p.id = a.source
WHERE s.source = :key AND a.source <> :key AND s.status NOT IN ('claimed', 'asserted')
GROUP BY p.id, a.verdict
ORDER BY stands DESC, p.name
LIMIT 25

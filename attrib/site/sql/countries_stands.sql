SELECT b.country AS by_id, a.verdict, t.country AS about_id, count(DISTINCT x.statement) AS stands
FROM stands x
JOIN assessments a ON a.pk = x.assessment
JOIN sources b ON b.id = a.source
JOIN statement_sources l ON l.statement = x.statement AND l.relation = 'states'
JOIN sources t ON t.id = l.source
WHERE b.country <> t.country
GROUP BY b.country, a.verdict, t.country
ORDER BY stands DESC, b.country, t.country, a.verdict
LIMIT 100

SELECT u.code, u.name, u.description, count(*) AS statements
FROM statement_sources l
JOIN statements s ON s.pk = l.statement
JOIN statuses u ON u.code = s.status
WHERE l.source = :key AND l.relation = 'states'
GROUP BY u.code
ORDER BY u.position

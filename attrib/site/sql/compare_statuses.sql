SELECT m.status AS code, sum(m.statements) AS statements
FROM source_months m
JOIN statuses u ON u.code = m.status
WHERE m.source = :key AND m.relation = 'states'
GROUP BY m.status
ORDER BY u.position

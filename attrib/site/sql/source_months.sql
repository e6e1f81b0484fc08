SELECT m.month, m.status, u.position, m.statements
FROM source_months m
JOIN statuses u ON u.code = m.status
WHERE m.source = :key AND m.relation = 'states'
ORDER BY m.month, u.position

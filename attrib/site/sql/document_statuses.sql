SELECT u.code, u.name, u.description, count(*) AS statements
FROM statements s
JOIN statuses u ON u.code = s.status
WHERE s.document = :key
GROUP BY u.code
ORDER BY u.position

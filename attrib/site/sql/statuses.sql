SELECT u.code, ifnull(sum(c.statements), 0) AS statements
FROM statuses u
LEFT JOIN statements_cube c ON c.status = u.code
GROUP BY u.code
ORDER BY u.position

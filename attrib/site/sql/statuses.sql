SELECT u.code, u.name, u.description, count(s.pk) AS statements
FROM statuses u
LEFT JOIN statements s ON s.status = u.code
GROUP BY u.code
ORDER BY u.position

SELECT mention AS name, count(*) AS times
FROM (SELECT mention FROM statement_sources WHERE source = :key AND mention IS NOT NULL LIMIT 20000)
GROUP BY mention
ORDER BY times DESC, mention
LIMIT 20

SELECT substr(s.said_on, 1, 4) AS year, count(*) AS statements
FROM statements s
WHERE s.said_on IS NOT NULL
  AND (:source IS NULL OR s.pk IN (SELECT statement FROM statement_sources WHERE source = :source AND relation = 'states'))
GROUP BY 1
ORDER BY 1 DESC

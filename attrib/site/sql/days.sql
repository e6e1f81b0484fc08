SELECT s.said_on AS date, count(*) AS statements
FROM statements s
WHERE s.said_on >= :start AND s.said_on < :end
  AND (:source IS NULL OR s.pk IN (SELECT statement FROM statement_sources WHERE source = :source AND relation = 'states'))
GROUP BY 1
ORDER BY 1

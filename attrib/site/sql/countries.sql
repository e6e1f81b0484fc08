SELECT
  c.country AS id, c.status, c.statements, sum(c.statements) OVER (PARTITION BY c.country) AS whole,
  (SELECT count(*) FROM sources p WHERE p.country = c.country) AS parties
FROM country_counts c
ORDER BY whole DESC, c.country, c.status

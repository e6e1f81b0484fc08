SELECT
  (SELECT count(*) FROM documents) AS documents,
  (SELECT ifnull(sum(statements), 0) FROM statements_cube) AS statements,
  (SELECT ifnull(sum(statements), 0) FROM statements_cube WHERE type <> 'author') AS attributed,
  (SELECT count(*) FROM sources) AS sources,
  (SELECT count(*) FROM claims WHERE documents > 1) AS claims

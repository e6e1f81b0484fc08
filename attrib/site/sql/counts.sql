SELECT
  (SELECT count(*) FROM documents) AS documents,
  (SELECT count(*) FROM statements) AS statements,
  (SELECT count(*) FROM statements WHERE type <> 'author') AS attributed,
  (SELECT count(*) FROM sources) AS sources

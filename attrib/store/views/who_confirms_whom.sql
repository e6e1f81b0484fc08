-- title: Who confirms whom
-- description: On how many statements of each other party each party takes each stand, in the words of a text or by putting the same or the opposite forward itself. A stand on one version of a claim counts for each version whose status it decided, as in disputed. A party that confirms a statement of its own is left out.
-- facets: by_whom, verdict, whom, found
-- column by_whom: The party that takes the stand.
-- column verdict: The stand it takes.
-- column whom: The party that is credited with the statement.
-- column found: in_text (a text says so, of this statement or another version of its claim) or by_comparison (it puts the same or the opposite forward).
-- column statements: How many statements of that party the stands are about.
-- column documents: How many documents hold the evidence.
-- column by_id: Stable id of the party that takes the stand.
-- column whom_id: Stable id of the party that is credited with the statement.
SELECT
  b.name AS by_whom,
  a.verdict,
  p.name AS whom,
  CASE WHEN a.through IS NULL THEN 'in_text' ELSE 'by_comparison' END AS found,
  count(DISTINCT s.pk) AS statements,
  count(DISTINCT a.document) AS documents,
  b.id AS by_id,
  p.id AS whom_id
FROM stands x
JOIN assessments a ON a.pk = x.assessment
JOIN sources b ON b.id = a.source
JOIN statements s ON s.pk = x.statement
JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states' AND l.source <> a.source
JOIN sources p ON p.id = l.source
GROUP BY b.id, a.verdict, p.id, found
ORDER BY statements DESC, b.name, a.verdict, p.name, found

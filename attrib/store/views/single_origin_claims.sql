-- title: Claims with a single origin
-- description: Claims that several statements put forward and that still go back to one party at most: repeated, not corroborated. Hearsay and what outlets say in their own words are no origin.
-- facets: origin, status
-- column claim: Stable id of the claim.
-- column label: The words of the claim's most central statement.
-- column statements: How many statements put it forward.
-- column documents: How many documents hold them.
-- column origin: The one party they go back to. Empty if there is none.
-- column status: Who stands where on the claim.
-- column disputed_by: The parties that deny or doubt one of its statements.
-- column basis: What its credibility rests on.
SELECT
  c.id AS claim,
  c.label,
  c.statements,
  c.documents,
  (SELECT p.name FROM claim_origins o JOIN sources p ON p.id = o.source
   WHERE o.claim = c.pk AND o.independence <> 'none') AS origin,
  c.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM claim_statements m JOIN assessments a ON a.statement = m.statement
    JOIN sources b ON b.id = a.source WHERE m.claim = c.pk AND a.verdict IN ('denies', 'doubts') ORDER BY b.name
  )) AS disputed_by,
  c.basis
FROM claims c
WHERE c.origins + c.unknown_origins <= 1
ORDER BY c.documents DESC, c.statements DESC, c.id

-- title: Contested claims
-- description: Claims that some party denies or doubts, with everybody who backs them and everybody who does not.
-- facets: status, credibility
-- column claim: Stable id of the claim.
-- column label: The words of the claim's most central statement.
-- column status: contested if some party confirms or supports it and another denies or doubts it, else disputed.
-- column credibility: Digit of the NATO scale.
-- column statements: How many statements belong to it.
-- column origins: How many independent origins it has.
-- column backed_by: The parties that confirm or support one of its statements.
-- column denied_by: The parties that deny or doubt one of its statements.
-- column basis: What the digit rests on.
SELECT
  c.id AS claim,
  c.label,
  c.status,
  c.credibility,
  c.statements,
  c.origins,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM claim_statements m JOIN assessments a ON a.statement = m.statement
    JOIN sources b ON b.id = a.source WHERE m.claim = c.pk AND a.verdict IN ('confirms', 'supports') ORDER BY b.name
  )) AS backed_by,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM claim_statements m JOIN assessments a ON a.statement = m.statement
    JOIN sources b ON b.id = a.source WHERE m.claim = c.pk AND a.verdict IN ('denies', 'doubts') ORDER BY b.name
  )) AS denied_by,
  c.basis
FROM claims c
WHERE c.status IN ('contested', 'disputed')
ORDER BY c.statements DESC, c.id

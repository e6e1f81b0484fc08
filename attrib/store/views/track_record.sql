-- title: Track record of sources
-- description: What became of the statements of each party: how many others later confirmed, denied or would not confirm, and how many were withdrawn or changed by another version of a claim. Observable facts to stand beside the reliability letter, no judgement; a party that says little has a short record.
-- facets: kind, reliability
-- column source: Stable id of the source.
-- column name: Name of the party.
-- column kind: What kind of party it is.
-- column reliability: Letter of the NATO scale; f means that nobody has judged.
-- column reliability_basis: What the letter rests on.
-- column statements: Statements the party makes itself.
-- column confirmed: Of these, confirmed by some party and disputed by nobody.
-- column corroborated: Of these, put forward by independent parties too, and disputed by nobody.
-- column contested: Of these, confirmed by one party and disputed by another.
-- column denied: Of these, denied or doubted by some party.
-- column unconfirmed: Of these, left unconfirmed by some party that was asked or sees no evidence.
-- column withdrawn: Of these, denied or doubted by the party itself at another place.
-- column restated: Of these, put forward again by the party in another wording or document of the same claim.
-- column rows: Where these statements can be read: the table of statements, filtered by this source.
SELECT
  p.id AS source,
  p.name,
  p.kind,
  p.reliability,
  p.reliability_basis,
  count(*) AS statements,
  count(*) FILTER (WHERE s.status = 'confirmed') AS confirmed,
  count(*) FILTER (WHERE s.status = 'corroborated') AS corroborated,
  count(*) FILTER (WHERE s.status = 'contested') AS contested,
  count(*) FILTER (WHERE s.status = 'disputed') AS denied,
  count(*) FILTER (WHERE s.status = 'unconfirmed') AS unconfirmed,
  count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM assessments a
    WHERE a.statement = s.pk AND a.source = p.id AND a.verdict IN ('denies', 'doubts') AND s.polarity <> 'negative'
  )) AS withdrawn,
  count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM claim_statements c
    JOIN claim_statements o ON o.claim = c.claim AND o.statement <> c.statement
    JOIN statement_sources l2 ON l2.statement = o.statement AND l2.source = p.id AND l2.relation = 'states'
    WHERE c.statement = s.pk
  )) AS restated,
  '/attrib/statements?source=' || p.id AS rows
FROM (SELECT DISTINCT source, statement FROM statement_sources WHERE relation = 'states') l
JOIN sources p ON p.id = l.source
JOIN statements s ON s.pk = l.statement
WHERE s.type <> 'author' AND p.kind <> 'hearsay'
GROUP BY p.id
ORDER BY statements DESC, p.id

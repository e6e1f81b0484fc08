-- title: Disputed statements
-- description: Statements that some party denies or doubts, each with every stand taken on it and the words that say so.
-- facets: status, verdict, by_whom
-- column statement: Stable id of the statement.
-- column status: disputed, or contested if another party confirms it.
-- column source: The party that is credited with the statement.
-- column exact: The words of the statement, cut from the text.
-- column verdict: The stand that is taken on it.
-- column by_whom: The party that takes the stand.
-- column evidence: The words that say so, cut from the text.
-- column document: The document that holds the statement.
-- column evidence_document: The document that holds the evidence.
SELECT
  s.id AS statement,
  s.status,
  p.name AS source,
  s.exact,
  a.verdict,
  b.name AS by_whom,
  a.exact AS evidence,
  d.label AS document,
  e.label AS evidence_document
FROM statements s
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
LEFT JOIN assessments a ON a.statement = s.pk
LEFT JOIN sources b ON b.id = a.source
LEFT JOIN documents e ON e.pk = a.document
WHERE s.status IN ('disputed', 'contested')
ORDER BY s.pk, a.pk

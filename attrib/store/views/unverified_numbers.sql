-- title: Unverified numbers
-- description: Every number that somebody is credited with and that no other party confirms or supports: what to check first. A number that is denied stands here too.
-- facets: source, status, counted, document
-- column value: The figure; the lower one of a range.
-- column value_to: The upper figure of a range.
-- column qualifier: How the text qualifies it.
-- column unit: Unit of measure or currency.
-- column counted: What is counted, in the words of the text.
-- column source: The party that is credited with the statement.
-- column status: Confirmed or disputed: who stands where, never what is true.
-- column disputed_by: The parties that deny or doubt it, where it is disputed or contested.
-- column exact: The words of the statement, cut from the text.
-- column statement: Stable id of the statement.
-- column document: The document.
-- column published: Date of publication of the document.
SELECT
  q.value,
  q.value_to,
  q.qualifier,
  q.unit,
  q.counted,
  p.name AS source,
  s.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  s.exact,
  s.id AS statement,
  d.label AS document,
  d.published
FROM quantities q
JOIN statements s ON s.pk = q.statement
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE s.level = 0 AND s.status IN ('claimed', 'unconfirmed', 'disputed')
ORDER BY s.pk, q.number

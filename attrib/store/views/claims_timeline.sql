-- title: Time line of claims
-- description: Who named which version of a claim when. Dates are those on which the source spoke, where the text tells, else those of the article; date_is says which. Undated ones come last.
-- facets: label, source, date_is, status
-- column claim: Stable id of the claim.
-- column label: The words of the claim's most central statement.
-- column date: When it was said or published, ISO 8601, as precise as its length.
-- column date_is: said (the text tells), published (date of the article) or undated.
-- column source: The party that is credited with it.
-- column origin: The party it goes back to.
-- column value: The figure of this version; the lower one of a range.
-- column value_to: The upper figure of a range.
-- column qualifier: How the text qualifies the figure.
-- column polarity: Does the source say that it is so or that it is not so?
-- column status: Confirmed or disputed: who stands where, never what is true.
-- column disputed_by: The parties that deny or doubt it, where it is disputed or contested.
-- column exact: The words of the statement, cut from the text.
-- column statement: Stable id of the statement.
-- column document: The document.
SELECT
  c.id AS claim,
  c.label,
  coalesce(s.said_on, d.published) AS date,
  CASE WHEN s.said_on IS NOT NULL THEN 'said' WHEN d.published IS NOT NULL THEN 'published' ELSE 'undated' END AS date_is,
  p.name AS source,
  o.name AS origin,
  m.value,
  m.value_to,
  m.qualifier,
  m.polarity,
  s.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  s.exact,
  s.id AS statement,
  d.label AS document
FROM claim_statements m
JOIN claims c ON c.pk = m.claim
JOIN statements s ON s.pk = m.statement
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
LEFT JOIN sources o ON o.id = m.origin
ORDER BY c.pk, date IS NULL, date, s.id

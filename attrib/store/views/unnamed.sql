-- title: Anonymous statements
-- description: Statements whose source stays anonymous or is not a party at all (it is said that …), so that nobody can check them with it.
-- facets: disclosure, source_kind, status
-- column statement: Stable id of the statement.
-- column source: The words used for the anonymous party.
-- column source_kind: What kind of party it is.
-- column disclosure: How openly this text lets us know who the party is.
-- column mention: The words that stand for the party in this place.
-- column exact: The words of the statement, cut from the text.
-- column status: Confirmed or disputed: who stands where, never what is true.
-- column disputed_by: The parties that deny or doubt it, where it is disputed or contested.
-- column document: The document.
SELECT
  s.id AS statement,
  p.name AS source,
  p.kind AS source_kind,
  l.disclosure,
  l.mention,
  s.exact,
  s.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  d.label AS document
FROM statements s
JOIN documents d ON d.pk = s.document
JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states'
JOIN sources p ON p.id = l.source
WHERE l.disclosure IN ('unnamed', 'impersonal')
ORDER BY s.pk, l.number

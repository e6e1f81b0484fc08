-- title: Who says what
-- description: Every statement with every party that is credited with it; what a publisher says in its own words is left out.
-- column statement: Stable id of the statement.
-- column source: The party that states it.
-- column source_kind: What kind of party it is.
-- column disclosure: How openly this text lets us know who the party is.
-- column exact: The words of the statement, cut from the text.
-- column context: The sentence or sentences that hold the statement.
-- column type: Form of the statement.
-- column marker: The device that tells us that somebody else is speaking.
-- column status: Confirmed or disputed: who stands where, never what is true.
-- column disputed_by: The parties that deny or doubt it, where it is disputed or contested.
-- column document: The document.
-- column published: Date of publication of the document.
SELECT
  s.id AS statement,
  p.name AS source,
  p.kind AS source_kind,
  l.disclosure,
  s.exact,
  s.context,
  s.type,
  s.marker,
  s.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  d.label AS document,
  d.published
FROM statements s
JOIN documents d ON d.pk = s.document
JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states'
JOIN sources p ON p.id = l.source
WHERE s.type <> 'author' OR p.kind = 'hearsay'
ORDER BY s.pk, l.number

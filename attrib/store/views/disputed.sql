-- title: Disputed statements
-- description: Statements that some party denies or doubts, one row each, the newest first: who disputes it, in which words and where, and who supports it. Only the stands that gave the statement its status are shown.
-- facets: status, disputed_by, source
-- column statement: Stable id of the statement.
-- column status: disputed, or contested if another party confirms it.
-- column source: The party that is credited with the statement.
-- column exact: The words of the statement, cut from the text.
-- column disputed_by: The parties that deny or doubt it.
-- column evidence: The words that say so, cut from the text; of several stands one behind the other.
-- column evidence_document: The documents that hold these words.
-- column own_denial: 1 if the party that is credited with it denies or doubts it itself, in these very words (X denies that p), and nobody else does; else 0.
-- column supported_by: The parties that confirm or support it.
-- column document: The document that holds the statement.
-- column published: Date of publication of the document.
-- column stands: JSON list of these stands, those against it first, each with verdict, source, name, name_en, words, document (its id), label and own (1 if the party is the one credited with the statement).
SELECT
  s.id AS statement,
  s.status,
  p.name AS source,
  s.exact,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  (SELECT group_concat(exact, ' | ') FROM (
    SELECT DISTINCT a.exact FROM status_by x JOIN assessments a ON a.pk = x.assessment
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS evidence,
  (SELECT group_concat(label, ' | ') FROM (
    SELECT DISTINCT e.label FROM status_by x JOIN assessments a ON a.pk = x.assessment
    JOIN documents e ON e.pk = a.document WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS evidence_document,
  NOT EXISTS (
    SELECT 1 FROM status_by x JOIN assessments a ON a.pk = x.assessment
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') AND a.source NOT IN (
      SELECT source FROM statement_sources WHERE statement = s.pk AND relation = 'states')
  ) AS own_denial,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('confirms', 'supports') ORDER BY a.pk
  )) AS supported_by,
  d.label AS document,
  d.published,
  (SELECT json_group_array(json_object(
    'verdict', verdict, 'source', source, 'name', name, 'name_en', name_en, 'words', exact, 'document', id, 'label', label, 'own', own
  )) FROM (
    SELECT a.verdict, a.source, b.name, b.name_en, a.exact, e.id, e.label, a.source IN (
      SELECT source FROM statement_sources WHERE statement = s.pk AND relation = 'states') AS own
    FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    JOIN documents e ON e.pk = a.document
    WHERE x.statement = s.pk ORDER BY a.verdict IN ('confirms', 'supports'), a.pk
  )) AS stands
FROM statements s
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE s.status IN ('disputed', 'contested')
ORDER BY d.published DESC, s.pk

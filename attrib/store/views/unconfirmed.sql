-- title: Unconfirmed statements
-- description: Statements that some party would not confirm or sees no evidence for, and that nobody confirms or denies, one row each, the newest first, with the words that say so.
-- facets: unconfirmed_by, source
-- column statement: Stable id of the statement.
-- column source: The party that is credited with the statement.
-- column exact: The words of the statement, cut from the text.
-- column unconfirmed_by: The parties that would not confirm it or see no evidence.
-- column evidence: The words that say so, cut from the text; of several stands one behind the other.
-- column evidence_document: The documents that hold these words.
-- column document: The document that holds the statement.
-- column published: Date of publication of the document.
-- column stands: JSON list of these stands, each with verdict, source, name, name_en, words, document (its id) and label.
SELECT
  s.id AS statement,
  p.name AS source,
  s.exact,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('withholds', 'no_evidence') ORDER BY a.pk
  )) AS unconfirmed_by,
  (SELECT group_concat(exact, ' | ') FROM (
    SELECT DISTINCT a.exact FROM status_by x JOIN assessments a ON a.pk = x.assessment
    WHERE x.statement = s.pk AND a.verdict IN ('withholds', 'no_evidence') ORDER BY a.pk
  )) AS evidence,
  (SELECT group_concat(label, ' | ') FROM (
    SELECT DISTINCT e.label FROM status_by x JOIN assessments a ON a.pk = x.assessment
    JOIN documents e ON e.pk = a.document WHERE x.statement = s.pk AND a.verdict IN ('withholds', 'no_evidence') ORDER BY a.pk
  )) AS evidence_document,
  d.label AS document,
  d.published,
  (SELECT json_group_array(json_object(
    'verdict', verdict, 'source', source, 'name', name, 'name_en', name_en, 'words', exact, 'document', id, 'label', label
  )) FROM (
    SELECT a.verdict, a.source, b.name, b.name_en, a.exact, e.id, e.label
    FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    JOIN documents e ON e.pk = a.document
    WHERE x.statement = s.pk ORDER BY a.verdict IN ('confirms', 'supports'), a.pk
  )) AS stands
FROM statements s
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE s.status = 'unconfirmed'
ORDER BY d.published DESC, s.pk

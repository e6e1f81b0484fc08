-- One row for each reason why a statement is worth a human look.
WITH
  unseen AS (
    SELECT s.pk, s.id, s.document, s.status, s.source, s.type, s.start, s."end", s.context, s.context_start, s.context_end
    FROM statements s
    WHERE s.pk NOT IN (SELECT statement FROM judgements WHERE statement IS NOT NULL)
  ),
  -- The words of each stand on a statement, and of those on other versions of its claim that decided its status.
  taken AS (
    SELECT x.statement, a.source, a.verdict, b.name,
      b.name || ifnull(' (' || substr(d.text, a.start + 1, min(a."end" - a.start, 120)) || ')', '') AS told
    FROM (
      SELECT statement, assessment FROM status_by
      UNION SELECT statement, pk FROM assessments WHERE statement IS NOT NULL
    ) x
    JOIN assessments a ON a.pk = x.assessment
    JOIN sources b ON b.id = a.source
    JOIN documents d ON d.pk = a.document
    ORDER BY a.pk
  ),
  against AS (
    SELECT pk, group_concat(told, '; ') AS told FROM (
      SELECT DISTINCT s.pk, t.told
      FROM unseen s JOIN taken t ON t.statement = s.pk AND t.verdict IN ('denies', 'doubts')
      WHERE s.status IN ('contested', 'disputed') AND t.source NOT IN (
        SELECT source FROM statement_sources WHERE statement = s.pk AND relation = 'states'
      )
    ) GROUP BY pk
  ),
  backing AS (
    SELECT pk, group_concat(name, ', ') AS told FROM (
      SELECT DISTINCT s.pk, t.name
      FROM unseen s JOIN taken t ON t.statement = s.pk AND t.verdict IN ('confirms', 'supports')
      WHERE s.status = 'contested'
    ) GROUP BY pk
  ),
  busy AS (
    SELECT p.id, p.name, count(*) AS statements, min(s.pk) AS first
    FROM sources p JOIN unseen s ON s.source = p.id
    WHERE p.origin = 'discovered'
    GROUP BY p.id
    HAVING count(*) >= :many
  )
SELECT 'judgement' AS reason, NULL AS statement, i.document AS document_pk, d.id AS document, i.message AS why, i.start,
  i."end", substr(d.text, i.start + 1, i."end" - i.start) AS passage
FROM issues i JOIN documents d ON d.pk = i.document
WHERE i.stage = 'judgement'
UNION ALL
SELECT 'contested', s.id, s.document, d.id, 'one party confirms it and another one disputes it'
  || ifnull('; for it: ' || b.told, '') || ifnull('; against it: ' || a.told, ''), s.start, s."end", s.context
FROM unseen s JOIN documents d ON d.pk = s.document LEFT JOIN backing b ON b.pk = s.pk LEFT JOIN against a ON a.pk = s.pk
WHERE s.status = 'contested'
UNION ALL
SELECT 'disputed', s.id, s.document, d.id, 'disputed by ' || a.told, s.start, s."end", s.context
FROM unseen s JOIN documents d ON d.pk = s.document JOIN against a ON a.pk = s.pk
WHERE s.status = 'disputed'
UNION ALL
SELECT 'ambiguous', s.id, s.document, d.id, i.message, s.start, s."end", s.context
FROM issues i
JOIN unseen s ON s.document = i.document AND s.context_start <= i.start AND i."end" <= s.context_end
  AND s.source IS NULL AND s.type <> 'author'
JOIN documents d ON d.pk = s.document
WHERE i.kind = 'ambiguous_source'
UNION ALL
SELECT 'unresolved', s.id, s.document, d.id, 'nobody can be made out as its source', s.start, s."end", s.context
FROM unseen s JOIN documents d ON d.pk = s.document
WHERE s.source IS NULL AND s.type <> 'author'
UNION ALL
SELECT 'discovered', s.id, s.document, d.id,
  b.name || ' (' || b.id || ') is not in the registry and has ' || b.statements || ' statements', s.start, s."end", s.context
FROM busy b JOIN unseen s ON s.pk = b.first JOIN documents d ON d.pk = s.document
UNION ALL
SELECT 'unclosed', s.id, s.document, d.id, i.message, s.start, s."end", s.context
FROM issues i
JOIN unseen s ON s.document = i.document AND s.start < i."end" AND i.start < s."end" AND s.type = 'direct'
JOIN documents d ON d.pk = s.document
WHERE i.kind = 'unclosed_quotation_mark'

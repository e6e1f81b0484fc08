-- title: How sources are named
-- description: By which words each article refers to each party, how openly, how often, and by which rule they were taken for it. An institution is listed too where somebody speaks for it.
-- facets: name, disclosure, relation
-- column source: Stable id of the source.
-- column name: Name of the party.
-- column document: The document.
-- column published: Date of publication of the document.
-- column mention: The words, cut from the text. Empty where no words name the party.
-- column relation: Does the party state it itself or does somebody who speaks for it?
-- column disclosure: How openly this text lets us know who the party is.
-- column anonymity: The words by which the text says that or why it stays anonymous.
-- column rule: The rule that decided who it is.
-- column times: How many statements of the document are credited to it by these words.
SELECT
  p.id AS source,
  p.name,
  d.label AS document,
  d.published,
  l.mention,
  l.relation,
  l.disclosure,
  l.anonymity,
  l.rule,
  count(*) AS times
FROM statement_sources l
JOIN sources p ON p.id = l.source
JOIN statements s ON s.pk = l.statement
JOIN documents d ON d.pk = s.document
WHERE s.type <> 'author' OR p.kind = 'hearsay'
GROUP BY p.id, d.pk, l.mention, l.relation, l.disclosure, l.anonymity, l.rule
ORDER BY p.id, d.pk, times DESC, l.mention

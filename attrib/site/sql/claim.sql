SELECT c.*,
  (SELECT d.language FROM statements s JOIN documents d ON d.pk = s.document WHERE s.pk = c.statement) AS language
FROM claims c WHERE c.id = :id

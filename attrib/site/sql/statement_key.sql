SELECT pk, id FROM statements WHERE id = :id
UNION ALL
SELECT s.pk, s.id FROM superseded x JOIN statements s ON s.pk = x.statement WHERE x.id = :id

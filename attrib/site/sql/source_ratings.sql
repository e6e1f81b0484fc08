SELECT letter, basis, rated_by, rated_on
FROM source_ratings
WHERE source = :key
ORDER BY rated_on DESC, rated_by DESC

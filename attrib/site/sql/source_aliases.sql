SELECT name FROM aliases WHERE source = :key ORDER BY name

SELECT * FROM quantities WHERE statement = :key

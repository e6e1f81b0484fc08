SELECT pk FROM statements WHERE id = :id

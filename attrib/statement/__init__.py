"""What a statement says besides who: weight, date, medium, numbers, event."""

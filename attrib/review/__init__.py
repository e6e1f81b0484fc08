"""What people look at again, and how their corrections come back."""

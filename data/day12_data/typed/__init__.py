"""What a person types into a field, read into values and written back."""

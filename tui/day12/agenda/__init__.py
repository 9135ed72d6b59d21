"""The agenda: what is next on the whole board, as one list."""

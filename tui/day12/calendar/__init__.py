"""The calendar's folder, kept while the board is open."""

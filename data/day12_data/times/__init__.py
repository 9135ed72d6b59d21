"""What the words of a time mean: counts, single days and periods of the calendar, read as of a moment."""

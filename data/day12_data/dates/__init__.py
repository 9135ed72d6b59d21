"""Days, working days and time zones."""

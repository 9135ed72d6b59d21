"""Importing on the board: which files, and what they would do before it is done."""

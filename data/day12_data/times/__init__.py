"""Reads times in words: tokens, a grammar with its tables, and what they mean: counts, days and periods."""

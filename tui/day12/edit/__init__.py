"""Editing a card: the keys that change it, the form, and the small dialogs."""

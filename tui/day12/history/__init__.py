"""The history of the whole board: what was done, the newest first, and taking back any of it."""

"""What the board tells of the past: drawn as a screen, printed by `day12 stats`, and in a word on a card's page."""

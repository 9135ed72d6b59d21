"""What a follow-up is, when it is due, and how it is kept. Nothing here draws, and nothing here imports Textual."""

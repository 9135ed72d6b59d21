"""The letters: what they say, to whom, and the form in which they leave the house. Nothing here sends anything."""

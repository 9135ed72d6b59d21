"""Writing a letter, and handing it to the user's own programs."""

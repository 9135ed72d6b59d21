"""What lies between the screens and the terminal: its input, its end, and what happens when something goes wrong."""

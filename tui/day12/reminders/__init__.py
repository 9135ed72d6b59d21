"""Tells what has become due outside the board: on the desktop, by a program of the user's own, by the terminal."""

"""How the board is seen and driven: the command line, and the Textual application behind it."""

__version__ = "0.1.0"

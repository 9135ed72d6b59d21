"""The board: its columns, its header and footer, finding cards, and the archive."""

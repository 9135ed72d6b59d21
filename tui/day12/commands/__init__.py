"""The commands, a module for a family of them."""

"""What the user looks at, a screen a file."""

"""What ships with day12: the demo's cards. Read with importlib.resources."""

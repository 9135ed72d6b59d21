"""A card's page."""

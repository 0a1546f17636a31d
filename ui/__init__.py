"""The window: the only Qt, and nothing in it knows a network or the database."""

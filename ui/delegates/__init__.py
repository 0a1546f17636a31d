"""What paints rows."""

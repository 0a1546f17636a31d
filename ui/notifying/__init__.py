"""Notifications of the desktop: what they say, who shows them, and what a click on one does."""

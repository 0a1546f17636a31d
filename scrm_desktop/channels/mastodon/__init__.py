"""Mastodon and the servers that speak its client API."""

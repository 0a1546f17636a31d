"""The Mastodon client API, spoken over the practice network's world."""

"""The practice network: invented customers behind a real Mastodon client API, on loopback, in a process of its own."""

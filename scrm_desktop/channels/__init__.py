"""The networks: one folder each, all of one shape (see README.md beside this file)."""

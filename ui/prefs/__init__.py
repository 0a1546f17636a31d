"""The preferences: pages of settings that can be searched."""

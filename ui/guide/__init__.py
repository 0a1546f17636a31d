"""The user's guide inside the window, from the files that were installed with it."""

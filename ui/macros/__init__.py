"""Several steps on one conversation by one click: chosen with a preview, run, kept."""

"""From a page of events to rows: a few statements a page, whatever its size."""

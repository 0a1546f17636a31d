"""Item models and the state that panes share."""

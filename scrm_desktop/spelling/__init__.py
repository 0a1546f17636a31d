"""Spelling, asked of the system's own ``hunspell`` program; loaded when somebody first writes."""

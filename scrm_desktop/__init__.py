"""SCRM Desktop: every customer conversation of a company in one inbox; this package is the core and knows no Qt."""

__version__ = "0.1.0"

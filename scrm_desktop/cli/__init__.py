"""The commands without a window: for cron, scripts and tests."""

"""The icon in the system's tray, and what stays when the window is closed."""

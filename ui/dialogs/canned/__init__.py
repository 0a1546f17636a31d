"""The window in which canned responses are written, brought in and taken out."""

from ui.dialogs.canned.manager import CannedManager as CannedManager

"""One conversation: its head, its thread and its composer."""

from ui.panes.conversation.pane import ConversationPane

__all__ = ["ConversationPane"]

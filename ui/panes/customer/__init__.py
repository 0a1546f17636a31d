"""The customer of the conversation that is shown."""

from ui.panes.customer.pane import CustomerPane

__all__ = ["CustomerPane"]

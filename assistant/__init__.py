"""Follow-up assistant: every active lead is called within two minutes."""

__version__ = "0.1.0"

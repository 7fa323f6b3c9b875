"""The inspection sheet: what a manager goes through on Monday, and in the morning."""

"""Lists to look things up in: what the BDC has, and what nobody could read."""

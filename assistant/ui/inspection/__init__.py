"""The inspection: how far the leads of a period came, and who stands behind each figure."""

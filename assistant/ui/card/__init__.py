"""The card: the small window that brings a lead to the salesperson and stays until he acts."""

"""My week: one salesperson's figures, his broken leads, and the line he writes."""

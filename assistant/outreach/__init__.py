"""What leaves the desk: dialling, links that open another program, and the texts in them."""

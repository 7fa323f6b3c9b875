"""What can be done with a lead, one page at a time; the same on the card and beside Today."""

"""What a person may ask about himself: to be forgotten, to see his file; and the term."""

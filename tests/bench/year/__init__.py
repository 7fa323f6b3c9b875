"""A year of a car dealer's follow-up, by chance and by seed: what the manager's figures read."""

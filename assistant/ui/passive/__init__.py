"""The page of a list of passive leads: how its columns were understood, and its way to the BDC."""

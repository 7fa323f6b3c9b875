"""The doctor: a health check of everything the program needs, a sentence a finding."""

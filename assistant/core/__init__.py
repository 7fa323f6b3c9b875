"""The rules of following up a lead: standard library and phonenumbers, no I/O, no clock, no Qt."""

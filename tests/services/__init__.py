"""The sources of leads, against real servers that the tests start."""

"""The log form: a walk-in, a call or a missed call, written down while the customer speaks."""

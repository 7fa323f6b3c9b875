"""Requests in ADF, the format in which the motor trade passes leads on."""

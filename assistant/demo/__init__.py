"""The demonstration: invented customers, and one lead's way from its arrival to the appointment."""

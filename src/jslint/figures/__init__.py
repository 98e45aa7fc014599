"""Printed numbers: their value, unit and rounding, and what may be concluded from them."""

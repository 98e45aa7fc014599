"""What the kinds share: operands found, readings settled, figures judged, verdicts graded."""

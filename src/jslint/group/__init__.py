"""A department and its units: each figure of the department is the sum of theirs.

Pure arithmetic over what the reports print; no rule, pack or file is known here. ``shares`` of a report
come from the rules of kind ``group-sum``, ``findings.judge`` compares those of a department with those of
its units.
"""

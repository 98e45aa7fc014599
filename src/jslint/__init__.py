"""jslint: a linter for Chinese government final-accounts reports (部门决算、单位决算公开)."""

__version__ = "0.1.0"

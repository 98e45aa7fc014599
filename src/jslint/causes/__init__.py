"""From what the rules found to findings: one slip, one finding, at the figure that is wrong."""

from jslint.causes.findings import findings

__all__ = ["findings"]

"""What formatters say besides the diagnostics, in both languages."""

from __future__ import annotations

from jslint.phrases import Family

say = Family("output")

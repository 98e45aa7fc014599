"""What is said of fixes, in both languages."""

from __future__ import annotations

from jslint.phrases import Family

say = Family("fixes")

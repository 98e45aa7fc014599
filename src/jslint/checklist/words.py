"""What a filled-in checklist says, in both languages."""

from __future__ import annotations

from jslint.phrases import Family

say = Family("checklist")

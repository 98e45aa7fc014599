"""What summaries and letters say, in both languages."""

from __future__ import annotations

from jslint.phrases import Family

say = Family("summary")

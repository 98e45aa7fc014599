"""Hypothesis without a deadline: the machines that run the tests are shared and slow at times."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("shared", deadline=None, print_blob=True)
settings.load_profile("shared")

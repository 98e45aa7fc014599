"""What all tests share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

# What one test found is no other's; tests of the cache take this away, and give it a folder.
os.environ["JSLINT_NO_RESULTS"] = "1"
# No deadline: the machines that run the tests are shared and slow at times.
settings.register_profile("shared", deadline=None, print_blob=True)
settings.load_profile("shared")


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers, so that a mistyped one is noticed."""
    config.addinivalue_line("markers", "slow: takes seconds and needs a package index")

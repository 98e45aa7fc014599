"""What all tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

# No deadline: the machines that run the tests are shared and slow at times.
settings.register_profile("shared", deadline=None, print_blob=True)
settings.load_profile("shared")


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers, so that a mistyped one is noticed."""
    config.addinivalue_line("markers", "slow: takes seconds and needs a package index")

"""What all tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers, so that a mistyped one is noticed."""
    config.addinivalue_line("markers", "slow: takes seconds and needs a package index")

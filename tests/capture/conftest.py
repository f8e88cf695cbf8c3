"""The circle of people that the tests of the capture language know."""

import pytest

from tests.capture.circle import Circle, people


@pytest.fixture
def circle() -> Circle:
    """A circle of its own for each test, which may add to it."""
    return people()

"""What every test shares: the Hypothesis profiles, the official implementation, and a browser.

Profiles, chosen by the environment variable HYPOTHESIS_PROFILE: ``dev`` (100 examples a test; the default),
``ci`` (the same, but the same examples every run; the default where CI is set) and ``deep`` (2,000 examples, the same ones every run where CI is set).
"""

from __future__ import annotations

import gc
import os

from hypothesis import HealthCheck, settings

from tests.browser import browser
from tests.oracle.official import official

__all__ = ["browser", "official"]

# Programs that are run in environments of their own, whose packages are not here.
collect_ignore = ["oracle/deck.py", "oracle/qti21.py"]

# No deadline: the machine may be busy, and no test here asserts on seconds.
settings.register_profile("dev", max_examples=100, deadline=None)
settings.register_profile(
    "ci", max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "deep",
    max_examples=2000,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_collection_finish() -> None:
    """Look for garbage less often.

    Thousands of tests are millions of objects, which stay to the end, and each time would go through them.
    """
    gc.set_threshold(50_000, 10, 10)

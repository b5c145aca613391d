"""The published files that are too large, or not ours, to keep beside the tests.

They are looked for in the folder GOLDENTHREAD_REFERENCE names, or in shared/data beside this
repository; a test that needs one is skipped, and says so, where it is not there.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(os.environ.get("GOLDENTHREAD_REFERENCE") or ROOT.parent / "shared" / "data")

CIN = "input/cin"
REFERRALS = "comparators/c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv"
SOURCES = "comparators/lait_bradford_neighbours_region_england.csv"
POPULATION = "comparators/ons_mid-year_population_estimates_2012_to_2023.csv"


def file(name: str) -> Path:
    """One file or folder of the reference data; skips the test where it is not there."""
    found = FOLDER / name
    if not found.exists():
        pytest.skip(f"{name} is not in {FOLDER}: set GOLDENTHREAD_REFERENCE to where it is")
    return found

"""A home for a benchmark: made for it, or one kept from before, and served by it alone."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

COMMAND = str(Path(sys.executable).parent / "goldenthread")


def measured(benchmark: str, *told: str, kept: str = "") -> None:
    """Set a home up and run `python -m BENCHMARK measured TOLD...` as a process that serves it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = {
            **os.environ,
            "GOLDENTHREAD_HOME": kept or folder,
            "GOLDENTHREAD_MODE": "demonstration",
            "GOLDENTHREAD_DATABASE_POOL": "on",
            "DJANGO_SETTINGS_MODULE": "goldenthread.project.settings",
        }
        subprocess.run(
            [COMMAND, "setup", "--demonstration"], env=environment, check=True, capture_output=True
        )
        here = [sys.executable, "-m", benchmark, "measured", *told]
        subprocess.run(here, env=environment, check=True)

"""An installation driven by the command alone, as a person would from a terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import psutil

from goldenthread.records.postgresql import server

COMMAND = str(Path(sys.executable).parent / "goldenthread")


class Service:
    """One installation in a folder of its own, driven by the command alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.endswith("DATABASE_URL")},
            "GOLDENTHREAD_HOME": str(folder),
            "GOLDENTHREAD_MODE": "",
        }
        self.process: subprocess.Popen | None = None

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [COMMAND, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def start(self, *arguments: str) -> str:
        """Start it, wait until it prints its address, and return that."""
        self.process = subprocess.Popen(
            [COMMAND, *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        line = self.process.stdout.readline()
        assert line.startswith("Golden Thread is at http://127.0.0.1:"), self.process.stderr.read()
        return line.split()[-1]

    def everything(self) -> list[psutil.Process]:
        """Every process it started, PostgreSQL's among them."""
        told = json.loads((self.folder / "run" / "service.json").read_text())
        pids = [told["parent"]["pid"], *(child["pid"] for child in told["children"])]
        pids.append(int((server.data(self.folder) / "postmaster.pid").read_text().split()[0]))
        found = [psutil.Process(pid) for pid in pids]
        return [*found, *(under for each in found for under in each.children(recursive=True))]

"""The command: `goldenthread`, one module for each group of what it does."""

import sys


def main() -> None:
    """Run the command line; exit 0 when done and 2, with one plain message, when refused."""
    from goldenthread.cli import shell

    sys.exit(shell.run(sys.argv[1:]))

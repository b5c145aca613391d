"""How long a second start takes, until the page answers, against starting a bare web server.

Run: python -m bench.start_up. The baseline is the same server, granian, with an application that
does nothing: what is left is Django, PostgreSQL and ourselves.
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = str(Path(sys.executable).parent / "goldenthread")
PROMISED = 10.0
TIMES = 3
BARE = """
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ok"]
"""


def main() -> None:
    """Set an installation up once, start it and the bare server in turn, and print the best."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = {"GOLDENTHREAD_HOME": folder, "GOLDENTHREAD_MODE": ""}
        environment = {**os.environ, **home}
        subprocess.run([COMMAND, "setup", "--demonstration"], env=environment, check=True)
        (Path(folder) / "bare.py").write_text(BARE)
        ours = [_ours(environment) for _ in range(TIMES)]
        bare = [_bare(folder) for _ in range(TIMES)]
    print(f"bare web server      {min(bare):5.2f} s until it answers")
    print(f"second start of ours {min(ours):5.2f} s until it answers, {max(ours):.2f} s at worst")
    print(f"ratio                {min(ours) / min(bare):5.1f}")
    print(f"promised             {PROMISED:5.2f} s: {'kept' if max(ours) < PROMISED else 'BROKEN'}")


def _ours(environment: dict[str, str]) -> float:
    """Return the seconds from the command to the printed address, which waits for health."""
    began = time.perf_counter()
    process = subprocess.Popen([COMMAND, "serve"], env=environment, stdout=subprocess.PIPE)
    line = process.stdout.readline()
    taken = time.perf_counter() - began
    process.terminate()
    process.wait(timeout=60)
    if b"http://" not in line:
        raise SystemExit("The service did not start.")
    return taken


def _bare(folder: str) -> float:
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--port"]
    command += [str(port), "--log-level", "error", "bare:application"]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder)
    try:
        while not _answers(port):
            time.sleep(0.02)
        return time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answers(port: int) -> bool:
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        asking.request("GET", "/")
        return asking.getresponse().status == 200
    except OSError:
        return False
    finally:
        asking.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    main()

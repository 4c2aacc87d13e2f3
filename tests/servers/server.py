"""Starts a server for tests in a folder of its own and stops it by its id, whatever happens to the test.

A Server is a context manager: on leaving it the process is gone and so is the folder. When this program is killed
outright the kernel kills the server (Linux: the parent's death signal); only the folder then stays.
"""

import ctypes
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JUDGES = Path(os.environ.get("MUSCLEKG_JUDGES", ROOT / "build" / "judges"))
LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1


class Unavailable(Exception):
    """The server's program is not here and cannot be fetched."""


class Failed(Exception):
    """The server is here, but did not do what is asked of it."""


def free_ports(count):
    """So many ports of the loopback address that nobody listens on now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def die_with_parent():
    """Runs in the child between fork and exec."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def leave_on_signals():
    """Turn the signals that ask for an end into SystemExit, so that context managers clean up."""
    def leave(number, _frame):
        raise SystemExit(128 + number)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)


class Server:
    """One server process. Subclasses say how it is prepared, started and found ready.

    name      as in `musclekg load --store`
    base      URL that `--to` takes
    query     URL for queries over the union of all graphs
    user, password: may write; the password is new for each server
    asks_for_password: otherwise a proxy before it must
    """

    name = ""
    ports_needed = 1
    asks_for_password = True
    ready_within = 60.0

    def __init__(self):
        self.user, self.password = "loader", secrets.token_hex(12)
        self.folder = None
        self.process = None
        self.ports = []

    def __enter__(self):
        self.require()
        self.folder = Path(tempfile.mkdtemp(prefix=f"musclekg-{self.name}-"))
        try:
            for attempt in range(3):
                self.ports = free_ports(self.ports_needed)
                self.prepare()
                try:
                    self.start()
                    break
                except Failed:
                    # Another process may have taken a port between choice and use.
                    if attempt == 2 or "in use" not in self.log_end().lower():
                        raise
            self.first_start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        self.stop()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    # What a subclass says.

    def require(self):
        """Throw Unavailable when the program is not here and cannot be had."""

    def prepare(self):
        """Write the configuration for self.ports into self.folder; again before another try."""

    def command(self):
        raise NotImplementedError

    def environment(self):
        return os.environ

    def first_start(self):
        """What is done once, after the server's first start: users and rights."""

    def settle(self):
        """Bring to the disk what was acknowledged, where the server does not do that by itself."""

    def version(self):
        raise NotImplementedError

    @property
    def base(self):
        return f"http://127.0.0.1:{self.ports[0]}"

    @property
    def query_path(self):
        """From the base to queries over the union of all graphs."""
        raise NotImplementedError

    # Start and stop.

    @property
    def query(self):
        return self.base + self.query_path

    @property
    def log(self):
        return self.folder / "server.log"

    def log_end(self):
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return text[-2000:]

    def start(self):
        """Start the process and wait until it answers a query. Returns the seconds that took."""
        begin = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command(), cwd=self.folder, env=self.environment(), stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, preexec_fn=die_with_parent)
        while not self.answers():
            if self.process.poll() is not None:
                raise Failed(f"{self.name} ended with {self.process.returncode}: {self.log_end()}")
            if time.monotonic() - begin > self.ready_within:
                self.kill()
                raise Failed(f"{self.name} is not ready after {self.ready_within:.0f} s: {self.log_end()}")
            time.sleep(0.05)
        return time.monotonic() - begin

    def answers(self):
        """Whether the server answers HTTP: any status below 500 will do, a demand for a password, too."""
        try:
            with urllib.request.urlopen(self.query + ("&" if "?" in self.query else "?") + "query=ASK%20%7B%7D", timeout=5):
                return True
        except urllib.error.HTTPError as error:
            return error.code < 500
        except OSError:
            return False

    def stop(self):
        """End the process in its own way; by force when it does not end within 20 s."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def kill(self):
        """End the process at once, as a power cut would. May be called from another thread."""
        process = self.process
        if process is not None:
            process.kill()
            process.wait()

    def restart(self):
        self.stop()
        return self.start()

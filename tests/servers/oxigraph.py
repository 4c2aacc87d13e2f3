"""The Oxigraph server from PyPI (package oxigraph, a prebuilt program), its RocksDB in its own folder.

It knows no passwords: users put a proxy before it that asks for them, and so do these tests (fault_proxy.py).
"""

import subprocess
import sys

from server import JUDGES, Server, Unavailable


class Oxigraph(Server):
    name = "oxigraph"
    place = JUDGES / "oxigraph"
    program = place / "bin" / "oxigraph"
    asks_for_password = False

    def require(self):
        if self.program.exists():
            return
        fetched = subprocess.run([sys.executable, "-m", "venv", str(self.place)], capture_output=True, text=True, check=False)
        if fetched.returncode == 0:
            fetched = subprocess.run([str(self.place / "bin" / "pip"), "install", "--quiet", "oxigraph"], capture_output=True, text=True,
                                     check=False)
        if fetched.returncode != 0 or not self.program.exists():
            raise Unavailable(f"pip cannot fetch oxigraph: {fetched.stderr[-400:].strip()}")

    def command(self):
        return [str(self.program), "serve", "--location", str(self.folder / "data"), "--bind", f"127.0.0.1:{self.ports[0]}"]

    @property
    def query_path(self):
        return "/query?union-default-graph"

    def version(self):
        said = subprocess.run([str(self.program), "--version"], capture_output=True, text=True, check=False)
        return said.stdout.strip().capitalize()

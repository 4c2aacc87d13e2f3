#!/usr/bin/env python3
"""Measures loads and named questions, embedded and with each server, on the same data in the same run: a Markdown table.

usage: tests/servers/times.py PROGRAM [RECORDS]

PROGRAM is build/musclekg; musclekg-bench beside it makes RECORDS (75: about 100,000 triples in all profiles). Times are wall
times of the whole command in milliseconds, the median of three; for the embedded engine a question includes reading the file,
which `ASK {}` shows by itself. Servers that cannot be had are left out, and said so on standard error.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True

from checks import about, read_parameters, said
from fuseki import Fuseki
from oxigraph import Oxigraph
from server import ROOT, Unavailable, leave_on_signals
from virtuoso import Virtuoso

REPEAT = 3


class Measurement:
    def __init__(self, program, file):
        self.program, self.file = program, file
        self.columns = {}

    def time(self, server, *arguments):
        """Milliseconds, or a word when the command fails."""
        environment = dict(os.environ)
        if server:
            environment |= {"MUSCLEKG_USER": server.user, "MUSCLEKG_PASSWORD": server.password}
        times = []
        for _ in range(REPEAT):
            begin = time.monotonic()
            done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                  env=environment, timeout=600, check=False)
            times.append((time.monotonic() - begin) * 1000)
            if done.returncode != 0:
                print(f"{server.name if server else 'embedded'}: {' '.join(map(str, arguments))}: {said(done)}", file=sys.stderr)
                return "fails"
        return f"{statistics.median(times):.0f}"

    def questions(self, server, questions):
        where = ("--endpoint", server.query) if server else (self.file,)
        cells = {"`query 'ASK {}'`": self.time(server, "query", "ASK {}", *where)}
        for question in questions:
            words = " ".join(f'"{word}"' if " " in word else word for word in question)
            cells[f"`ask {words}`"] = self.time(server, "ask", *question, *where, "--format", "json")
        return cells

    def embedded(self, questions):
        self.columns["embedded"] = {"load": "-", **self.questions(None, questions)}

    def stored(self, server, questions):
        load = self.time(server, "load", self.file, "--to", server.base, "--store", server.name, "--graph", about(self.file), "-q")
        self.columns[server.version()] = {"load": load, **self.questions(server, questions)}

    def table(self):
        rows = next(iter(self.columns.values())).keys()
        yield "| ms | " + " | ".join(self.columns) + " |"
        yield "| --- |" + " ---: |" * len(self.columns)
        for row in rows:
            yield f"| {row} | " + " | ".join(column[row] for column in self.columns.values()) + " |"


def make(program, records, folder):
    """The data set as N-Quads with named graphs: made records and the facts that the questions ask about."""
    made, file = folder / "made.yaml", folder / "times.nq"
    subprocess.run([program.parent / "musclekg-bench", "--records", str(records), "--write", made], check=True, stdout=subprocess.DEVNULL)
    facts = sorted((ROOT / "facts").glob("*.yaml"))
    subprocess.run([program, "convert", made, *facts, "--profile", "all", "--merge", file, "-q"], check=True, stderr=subprocess.DEVNULL)
    return file


def main():
    if not 2 <= len(sys.argv) <= 3:
        print(__doc__, file=sys.stderr)
        return 2
    leave_on_signals()
    program = Path(sys.argv[1]).resolve()
    first = {}
    for question in read_parameters():
        first.setdefault(question[0], question)
    with tempfile.TemporaryDirectory(prefix="musclekg-times-") as folder:
        file = make(program, sys.argv[2] if len(sys.argv) > 2 else 75, Path(folder))
        with open(file, "rb") as lines:
            count = sum(1 for _ in lines)
        measurement = Measurement(str(program), file)
        measurement.embedded(first.values())
        for each in (Virtuoso, Fuseki, Oxigraph):
            try:
                with each() as server:
                    measurement.stored(server, first.values())
            except Unavailable as reason:
                print(f"{each.name}: {reason}", file=sys.stderr)
        print(f"{count} lines of N-Quads, {file.stat().st_size / 1e6:.1f} MB, nine graphs; median of {REPEAT} runs.\n")
        print("\n".join(measurement.table()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What must hold of `musclekg load` and `musclekg ask --endpoint` with one server: one line a check, `ok` or `FAIL` with what differs."""

import concurrent.futures
import csv
import os
import subprocess
import time
from collections import Counter

import rows
from fault_proxy import Answer, Cut, FaultProxy
from server import ROOT, free_ports

PARAMETERS = ROOT / "tests/judges/questions/parameters.tsv"
MUSCLE = ROOT / "facts/vastus-medialis.yaml"
QUICK = ("--retries", "1")
DISK_FULL = "No space left on device: the disk of the store is full \u2014 nothing was kept."


class Checks:
    """All checks of one server. `failed` counts the lines FAIL."""

    def __init__(self, program, server, folder):
        self.program, self.server, self.folder = program, server, folder
        self.failed = self.passed = 0
        self.proxy = None

    def say(self, what, wrong=""):
        """One check's line: nothing wrong is ok."""
        if wrong:
            self.failed += 1
            print(f"FAIL {self.server.name}: {what}: {str(wrong).replace(self.server.password, '***')}", flush=True)
        else:
            self.passed += 1
            print(f"ok {self.server.name}: {what}", flush=True)

    # The program.

    def musclekg(self, *arguments, password=None):
        """Run the program with the server's user in its environment; its output with `seconds`."""
        environment = {**os.environ, "MUSCLEKG_USER": self.server.user, "MUSCLEKG_PASSWORD": password or self.server.password}
        begin = time.monotonic()
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              env=environment, timeout=300, check=False)
        done.seconds = time.monotonic() - begin
        return done

    def load(self, file, *options, base=None, password=None):
        return self.musclekg("load", file, "--to", base or self.proxy.base, "--store", self.server.name, "--graph",
                             about(file), *options, password=password)

    def convert(self, name, records):
        file = self.folder / f"{name}.nq"
        done = self.musclekg("convert", *records, "--profile", "all", "--merge", file, "-q")
        if done.returncode != 0:
            raise RuntimeError(f"convert: {said(done)}")
        return file

    # The server.

    def held(self):
        """Graph name → Counter of its triples, asked past the proxy; without the graphs that the server itself keeps."""
        # Virtuoso takes seconds for SELECT DISTINCT ?g here, and milliseconds for this.
        _, found = self.select("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        names = [row[0][1] for row in found if row[0][1] not in self.own_graphs]
        return {name: self.triples(name) for name in names}

    def triples(self, graph):
        return Counter(self.select(f"SELECT ?o ?p ?s WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", ("s", "p", "o")))

    def count(self, graph):
        _, found = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        return int(next(iter(found))[0][1])

    def select(self, query, order=None):
        names, found = rows.select(self.server.query, query, self.server.user if self.server.asks_for_password and
                                   self.server.name != "virtuoso" else "", self.server.password)
        if order is None:
            return names, found
        places = [names.index(name) for name in order]
        return Counter({tuple(row[place] for place in places): times for row, times in found.items()})

    def differs(self, expected):
        """How the server's graphs differ from these; graphs that it should not have count, too."""
        held, words = self.held(), []
        for graph in sorted(expected.keys() | held.keys()):
            difference = rows.difference(expected.get(graph, Counter()), held.get(graph, Counter()), 2)
            if difference:
                words.append(f"<{graph}>: {difference}")
        return " | ".join(words)

    def left_behind(self, *states):
        """Graphs that belong to none of these states."""
        return [graph for graph in self.held() if not any(graph in state for state in states)]

    # All of it.

    def run(self):
        with FaultProxy(self.server) as self.proxy:
            self.own_graphs = ()
            self.own_graphs = frozenset(self.held())
            one = self.convert("one", [MUSCLE])
            state = self.loaded(one, {})
            asked = read_parameters()
            self.questions(one, list({question[0]: question for question in reversed(asked)}.values()))
            state = self.dropped(state)
            every = self.convert("all", sorted((ROOT / "facts").glob("*.yaml")))
            state = self.loaded(every, state)
            self.questions(every, asked)
            self.every_question_asked(asked)
            self.reloaded(every, state)
            other, changed = self.other_version(every, state)
            # What is wrong already was told: from here on the graphs are compared with what they are now.
            self.refusals(other, self.held())
            self.passing_faults(every, other, state, changed)
            self.killed(self.held())

    def loaded(self, file, before):
        """Load a file beside what is there; the state that must then be."""
        expected = {**before, **rows.read_nquads(file, about(file))}
        done = self.load(file)
        self.say(f"load {file.name} ({done.seconds:.2f} s)", "" if done.returncode == 0 else said(done))
        wrong = []
        for graph, triples in expected.items():
            wanted, got = sum(triples.values()), self.count(graph)
            if wanted != got:
                wrong.append(f"<{graph}>: {wanted} expected, {got} held")
            line = f"<{graph}>: {wanted} triples sent, the server holds {got}"
            if graph not in before and line not in done.stderr.splitlines():
                wrong.append(f"the program does not say: {line}: {said(done)}")
        self.say(f"{file.name}: {len(expected)} graphs counted: {sum(sum(t.values()) for t in expected.values())} triples", " | ".join(wrong))
        self.say(f"{file.name}: every triple is there, by value", self.differs(expected))
        return expected

    def dropped(self, state):
        """Drop all graphs by --delete."""
        for graph in state:
            done = self.musclekg("load", "--to", self.proxy.base, "--store", self.server.name, "--delete", graph)
            if done.returncode != 0:
                break
        self.say(f"--delete drops {len(state)} graphs", said(done) if done.returncode != 0 else self.differs({}))
        return {graph: triples for graph, triples in self.held().items() if graph in state}

    def questions(self, file, asked):
        """Named questions with their parameters, here and at the server."""

        def both(question):
            arguments = ("ask", *question, "--format", "json")
            return question, self.musclekg(*arguments, file), self.musclekg(*arguments, "--endpoint", self.proxy.query)

        names, answers, wrong = set(), 0, 0
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for question, here, there in pool.map(both, asked):
                words = " ".join(f'"{word}"' if " " in word else word for word in question)
                names.add(question[0])
                difference = compare_answers(here, there)
                if difference:
                    wrong += 1
                    self.say(f"{file.name}: ask {words}", difference)
                else:
                    answers += sum(rows.json_rows(here.stdout)[1].values())
        self.say(f"{file.name}: {len(names)} questions, {len(asked)} times asked, {answers} rows as embedded",
                 f"{wrong} times not as embedded" if wrong else "")

    def every_question_asked(self, asked):
        names = {question[0] for question in asked}
        files = {path.stem for path in (ROOT / "ontology/queries").glob("*.rq")}
        if files - names:
            self.say("every question is asked", "no parameters for " + ", ".join(sorted(files - names)))

    def reloaded(self, file, state):
        done = self.load(file)
        self.say("reload doubles nothing", said(done) if done.returncode != 0 else self.differs(state))
        done = self.load(file, "--add")
        # Blank nodes of what is added are new ones: graphs without them must be as they were.
        held = self.held()
        wrong = [graph for graph, triples in state.items() if not has_blank(triples) and held.get(graph) != triples]
        self.say("--add of the same doubles nothing", said(done) if done.returncode != 0 else ", ".join(wrong))
        self.load(file)
        self.credentials_file(file, state)
        done = self.load(file, "--dry-run")
        self.say("--dry-run changes nothing", said(done) if done.returncode != 0 else self.differs(state))

    def credentials_file(self, file, state):
        """User and password from a file that nobody else may read; from one that others may, nothing is sent."""
        secret = self.folder / "credentials"
        for mode, code in ((0o600, 0), (0o644, 1)):
            secret.touch()
            secret.chmod(mode)
            secret.write_text(f"{self.server.user}\n{self.server.password}\n", encoding="utf-8")
            self.proxy.plan()
            environment = {name: value for name, value in os.environ.items() if not name.startswith("MUSCLEKG_")}
            done = subprocess.run([self.program, "load", file, "--to", self.proxy.base, "--store", self.server.name, "--graph",
                                   about(file), "--credentials", secret], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                  env=environment, timeout=300, check=False)
            wrong = said(done) if done.returncode != code else self.differs(state)
            if code and self.proxy.seen:
                wrong += f"; {len(self.proxy.seen)} requests were sent"
            self.say(f"password from a file of mode {mode:o}" + (" is refused" if code else ""), wrong)

    def other_version(self, file, state):
        """The same graphs with other triples: a third of the lines without blank nodes gone, one new in each graph."""
        lines = file.read_text(encoding="utf-8").splitlines()
        kept = [line for i, line in enumerate(lines) if i % 3 or "_:" in line]
        kept += [f"<urn:other> <urn:other> \"{i}\" <{graph}> ." for i, graph in enumerate(state)]
        other = self.folder / "all.nq.other" / "all.nq"
        other.parent.mkdir()
        other.write_text("\n".join(kept) + "\n", encoding="utf-8")
        return other, rows.read_nquads(other, about(other))

    def must_fail(self, what, state, done, *words):
        """Exit 1, these words in the message, and the graphs as before."""
        wrong = [] if done.returncode == 1 else [f"exit {done.returncode}"]
        wrong += [f"{word!r} is not in the message" for word in words if word not in done.stdout + done.stderr]
        if not done.stderr.strip():
            wrong.append("nothing on standard error")
        if self.server.password in done.stdout + done.stderr:
            wrong.append("the password is in the message")
        if wrong:
            wrong.append(said(done))
        difference = self.differs(state)
        if difference:
            wrong.append(f"the graphs changed: {difference}")
        self.say(f"{what} ({done.seconds:.2f} s)", " | ".join(wrong))

    def refusals(self, other, state):
        self.proxy.plan()
        done = self.load(other, password="not" + self.server.password[3:])
        tries = len(self.proxy.seen)
        self.must_fail(f"wrong password, {tries} requests", state, done, "401")
        [port] = free_ports(1)
        done = self.load(other, *QUICK, base=self.server.base.replace(str(self.server.ports[0]), str(port)))
        self.must_fail("nobody listens", state, done, str(port))
        self.proxy.plan(Answer(507, DISK_FULL))
        done = self.load(other, *QUICK)
        self.must_fail("disk full (507)", state, done, "507", DISK_FULL)
        self.proxy.plan(Cut(0.5, times=100))
        done = self.load(other, *QUICK)
        self.must_fail("each connection broken in the middle", state, done)

    def passing_faults(self, file, other, state, changed):
        """Faults that pass: the load succeeds in the end."""
        for what, fault in (("503 twice, then well", Answer(503, "busy", times=2)),
                            ("connection broken once in the middle", Cut(0.5))):
            self.proxy.plan(fault)
            done = self.load(other)
            wrong = said(done) if done.returncode != 0 else self.differs(changed)
            self.say(f"{what} ({done.seconds:.2f} s)", wrong or ("the fault did not act" if self.proxy.faults else ""))
            done = self.load(file)
            if done.returncode != 0 or self.differs(state):
                self.say("the first version again", said(done) + self.differs(state))

    def killed(self, state):
        """Kill the server in each writing request of a load of one graph: in the middle, and when all is sent but not answered."""
        graph = max(state, key=lambda name: 0 if has_blank(state[name]) else sum(state[name].values()))
        lines = [f"<urn:killed:{i}> <urn:other> \"{i}\" <{graph}> ." for i in range(5000)]
        new = self.folder / "killed.nq"
        new.write_text("\n".join(lines) + "\n", encoding="utf-8")
        old, whole = {graph: state[graph]}, rows.read_nquads(new)
        self.proxy.plan()
        self.load(new)
        writes = len(self.proxy.writes())
        before = {**state, **whole}
        self.say(f"a load of 5000 triples makes {writes} writing requests", self.differs(before))
        restore = self.folder / "restore.nq"
        with open(self.folder / "all.nq", encoding="utf-8") as file:
            restore.write_text("".join(line for line in file if rows.graph_of(line) == graph), encoding="utf-8")
        for at in range(writes):
            for share, place in ((0.5, "in the middle of"), (1.0, "after the whole of")):
                done = self.load(restore)
                if done.returncode != 0 or self.triples(graph) != old[graph]:
                    self.say("the old graph again", said(done) + rows.difference(old[graph], self.triples(graph)))
                self.server.settle()
                self.proxy.plan(Cut(share, callback=self.kill_soon if share == 1.0 else self.server.kill, skip=at))
                done = self.load(new, *QUICK)
                acted = not self.proxy.faults
                seconds = self.server.restart()
                held = self.held()
                wrong = [] if done.returncode == 1 else [f"exit {done.returncode}: {said(done)}"]
                now = held.get(graph, Counter())
                outcome = "as before" if now == old[graph] else "whole" if now == whole[graph] else "HALF"
                if outcome == "HALF":
                    wrong.append(f"{sum(now.values())} triples are neither the old nor the new graph; message: {said(done)}")
                for left in held.keys() - state.keys():
                    if left not in done.stderr:
                        wrong.append(f"<{left}> is left behind and not named: {said(done)}")
                    self.musclekg("load", "--to", self.proxy.base, "--store", self.server.name, "--delete", left)
                for each, triples in state.items():
                    if each != graph and held.get(each) != triples:
                        wrong.append(f"<{each}> changed")
                if not acted:
                    wrong.append("the server was not killed")
                self.say(f"killed {place} writing request {at + 1}: {outcome}, restarted in {seconds:.1f} s", " | ".join(wrong))
        done = self.load(restore)
        self.say("a load after all that", said(done) if done.returncode != 0 else self.differs(state))

    def kill_soon(self):
        time.sleep(0.005)
        self.server.kill()


def about(file):
    """The graph for the triples that have none: some stores have no default graph."""
    return f"urn:musclekg:{file.stem}:about"


def has_blank(triples):
    return any(("blank",) in triple for triple in triples)


def said(done):
    return f"exit {done.returncode}, says {(done.stderr or done.stdout).strip()[:1500]!r}"


def read_parameters():
    """(question, word, ...) for each line; a question without parameters has no words."""
    with open(PARAMETERS, encoding="utf-8") as file:
        lines = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(line["question"], *(line["words"].split("|") if line["words"] else ())) for line in lines]


def compare_answers(here, there):
    for place, done in (("embedded", here), ("endpoint", there)):
        if done.returncode != 0:
            return f"{place}: {said(done)}"
    (names, expected), (their_names, given) = rows.json_rows(here.stdout), rows.json_rows(there.stdout)
    if names != their_names:
        return f"variables {names} embedded, {their_names} at the server"
    return rows.difference(expected, given)

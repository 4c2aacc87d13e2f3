"""Compares the named questions with their forms in plain SPARQL 1.1, and with what the program answers.

usage: questions.py PROGRAM [GRAPH.nq ...]     exit 1 on any difference

Each question of ontology/queries has a form beside this file, questions/NAME.rq, that follows paths itself. For each row
of questions/parameters.tsv and each graph three sets of rows must be the same: the question's over all graphs merged; its
form's over the same; and its form's over all graphs but the closure, which shows that the closure says what the paths do.
A program that has the command `ask` is asked, too, with the words a user would type. Without graphs, those are made: of the
vastus medialis, of all facts, and of pages. Every question must have an answer in one of them.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Store

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "ontology" / "queries"
FORMS = Path(__file__).resolve().parent / "questions"
XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float", "nonNegativeInteger", "positiveInteger")}
CLOSURE = re.compile(r".*/graph/closure")


class Question:
    """A file of ontology/queries with its SPARQL 1.1 form."""

    def __init__(self, path):
        self.name = path.stem
        self.text = path.read_text(encoding="utf-8")
        form = FORMS / path.name
        if not form.exists():
            sys.exit(f"{path.name}: no form {form}")
        self.form = form.read_text(encoding="utf-8")
        self.parameters = re.findall(r"^# parameter: (\S+) (\S+) ", self.text, re.MULTILINE)
        if not re.match(r"# title: \S", self.text):
            sys.exit(f"{path}:1: no title")


class Case:
    """A row of parameters.tsv: what a user types, and the terms it stands for."""

    def __init__(self, row):
        self.question, words, values = row
        self.words = words.split("|") if words else []
        self.values = values.split("|") if values else []

    def label(self):
        return " ".join([self.question] + [f'"{word}"' if " " in word else word for word in self.words])


def prefixes():
    rows = [line.rstrip("\n").split("\t") for line in (ROOT / "ontology" / "prefixes.tsv").open(encoding="utf-8")]
    return "".join(f"PREFIX {row[0]}: <{row[2]}>\n" for row in rows if len(row) == 3 and row[1] == "rdf")


def filled(query, question, case):
    for (name, kind), value in zip(question.parameters, case.values, strict=True):
        term = json.dumps(value) if kind == "text" else f"<{value}>"
        query = re.sub(rf"\?{name}(?![A-Za-z0-9_])", lambda _: term, query)
    return query


def literal_value(text, datatype, language):
    return ("number", float(text)) if datatype in NUMBERS else ("literal", text, datatype, language.lower())


def value(term):
    """A term so that equal ones compare equal, whoever gives them."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return ("iri", term.value)
    if isinstance(term, Literal):
        return literal_value(term.value, term.datatype.value, term.language or "")
    return ("blank",) if isinstance(term, BlankNode) else sys.exit(f"what is {term}?")


def json_value(cell):
    if cell is None:
        return None
    if cell["type"] == "uri":
        return ("iri", cell["value"])
    if cell["type"] == "bnode":
        return ("blank",)
    language = cell.get("xml:lang", "")
    datatype = cell.get("datatype", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString" if language else XSD + "string")
    return literal_value(cell["value"], datatype, language)


def rows(answer):
    names = [variable.value for variable in answer.variables]
    return Counter(tuple((name, value(row[name])) for name in sorted(names)) for row in answer)


def asked(program, question, case, graph):
    command = [program, "ask", question.name, *case.words, "--format", "json", graph]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode == 1 and run.stderr.rstrip().endswith("is known"):
        return Counter()  # the graph has no such term
    if run.returncode != 0:
        return f"exit {run.returncode}: {run.stderr.strip()}"
    answer = json.loads(run.stdout)
    names = sorted(answer["head"]["vars"])
    return Counter(tuple((name, json_value(row.get(name))) for name in names) for row in answer["results"]["bindings"])


def tell_difference(what, expected, given):
    """Print how `given` differs from `expected`; return whether it does."""
    if isinstance(given, str):
        print(f"  {what}: {given}", file=sys.stderr)
        return True
    for sign, left in (("missing", expected - given), ("too many", given - expected)):
        for row, count in sorted(left.items(), key=repr)[:10]:
            cells = " ".join(f"{name}={cell[1] if cell else None}" for name, cell in row)
            print(f"  {what}: {sign}: {count} x {cells}", file=sys.stderr)
        if len(left) > 10:
            print(f"  {what}: {sign}: {len(left) - 10} more", file=sys.stderr)
    return expected != given


def judge(program, path, questions, cases, answered):
    """Compare all questions on one graph; return how many comparisons failed."""
    store = Store()
    store.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
    named = list(store.named_graphs())
    plain = [DefaultGraph()] + [g for g in named if not CLOSURE.fullmatch(g.value)]
    wrong = 0
    head = prefixes()
    for case in cases:
        question = questions[case.question]
        form = head + filled(question.form, question, case)
        expected = rows(store.query(form, use_default_graph_as_union=True))
        others = {
            "the question": rows(store.query(head + filled(question.text, question, case), use_default_graph_as_union=True)),
            "SPARQL 1.1 without the closure": rows(store.query(form, default_graph=plain, named_graphs=named)),
        }
        if program:
            others["the program"] = asked(program, question, case, path)
        differs = False
        for what, given in others.items():
            differs |= tell_difference(f"{case.label()}: {what}", expected, given)
        print(f"{path.name}: {case.label()}: {expected.total()} rows{': DIFFERS' if differs else ''}")
        wrong += differs
        answered[case.question] = answered.get(case.question, 0) + expected.total()
    return wrong


def graphs(program, folder):
    """The graphs of the facts and of some pages."""
    facts = sorted((ROOT / "facts").glob("*.yaml"))
    pages = sorted(path for kind in ("*.md", "*.txt") for path in (ROOT / "tests" / "pages").glob(f"*/{kind}"))
    for name, inputs in (("vastus-medialis", [ROOT / "facts" / "vastus-medialis.yaml"]), ("facts", facts), ("pages", pages)):
        target = folder / f"{name}.nq"
        run = subprocess.run([program, "convert", *inputs, "--profile", "all", "--merge", target, "-q"],
                             capture_output=True, text=True, check=False)
        if run.returncode != 0:
            sys.exit(f"{name}: {run.stderr}")
        yield target


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    program = Path(sys.argv[1]).resolve()
    questions = {path.stem: Question(path) for path in sorted(QUERIES.glob("*.rq"))}
    lines = (FORMS / "parameters.tsv").read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    cases = [Case(row) for row in table[1:]]
    wrong = 0
    for name in sorted(set(questions) ^ {case.question for case in cases}):
        print(f"{name}: not both a question and in parameters.tsv", file=sys.stderr)
        wrong += 1
    cases = [case for case in cases if case.question in questions]
    can_ask = subprocess.run([program, "ask", "--help"], capture_output=True, check=False).returncode == 0
    answered = {}
    with tempfile.TemporaryDirectory() as folder:
        for path in [Path(name) for name in sys.argv[2:]] or graphs(program, Path(folder)):
            wrong += judge(program if can_ask else None, path, questions, cases, answered)
    for name, count in sorted(answered.items()):
        if count == 0:
            print(f"{name}: no answer at all", file=sys.stderr)
            wrong += 1
    if not can_ask:
        print("the program has no command 'ask': only the questions were compared")
    print(f"{len(questions)} questions, {len(cases)} cases, {wrong} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

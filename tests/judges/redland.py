"""Compares the program with Redland's query engine: roqet of Debian's rasqal-utils.

usage: redland.py PROGRAM     exit 1 on any difference that is not told of here

The named questions, with what parameters.tsv asks them, must have the same rows from both, over the graph of all facts, so that users of
Redland can ask them, too. Then come small cases of the folder redland, each with rows as SPARQL 1.1 has them, which the program and
pyoxigraph must give; a Markdown table says what Rasqal gives. Not among them: CONCAT, whose text Rasqal takes from freed memory.
roqet is kept from the network.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, Store, parse_query_results
from questions import FORMS, QUERIES, ROOT, Case, Question, filled, prefixes, rows, tell_difference

CASES = Path(__file__).resolve().parent / "redland"
# Questions, or what is asked in a case.
NOT_FOR_RASQAL = {
    "compared-with-ontology": "asks for named graphs, which N-Triples has not",
    "stance patella": "GROUP BY over no solutions gives a row",
    "uses stapedius": "GROUP BY over no solutions gives a row",
}
OFFLINE = {"PATH": "/usr/bin:/bin", "http_proxy": "http://127.0.0.1:9", "all_proxy": "http://127.0.0.1:9"}


class Refused(Exception):
    """A query that was not answered; says how."""


def roqet(query, data, syntax):
    """The rows that Rasqal gives. Raises Refused."""
    command = ["roqet", "-q", "-f", "noNet", "-i", "sparql", "-r", "xml", "-F", syntax, "-D", data, query]
    try:
        run = subprocess.run(command, capture_output=True, check=False, timeout=60, env=OFFLINE)
    except subprocess.TimeoutExpired:
        raise Refused("comes to no end") from None
    if run.returncode < 0:
        raise Refused("crashes")
    # The exit code is 2 for many a right answer. What is not bound is no element of the format.
    text = re.sub(rb'\s*<binding name="[^"]*"><unbound/></binding>', b"", run.stdout)
    if b"</sparql>" not in text:
        raise Refused("refuses it")
    return rows_of(text, QueryResultsFormat.XML)


def rows_of(text, syntax):
    answer = parse_query_results(text, format=syntax)
    return bool(answer) if isinstance(answer, QueryBoolean) else rows(answer)


def ours(program, query, data):
    run = subprocess.run([program, "query", "--file", query, data, "--format", "json", "--quiet"], capture_output=True, check=False)
    if run.returncode != 0:
        raise Refused(f"exit {run.returncode}: {run.stderr.decode().strip()}")
    return rows_of(run.stdout, QueryResultsFormat.JSON)


def graphs(program, folder):
    """The merged graphs of the facts and, for questions that those do not answer, of some pages, as N-Triples."""
    facts = sorted((ROOT / "facts").glob("*.yaml"))
    pages = sorted(path for kind in ("*.md", "*.txt") for path in (ROOT / "tests" / "pages").glob(f"*/{kind}"))
    for name, inputs in (("facts", facts), ("pages", pages)):
        target = folder / f"{name}.nt"
        subprocess.run([program, "convert", *inputs, "--profile", "all", "--merge", target, "-q"], check=True, stderr=subprocess.DEVNULL)
        yield target


def judge_questions(program, folder):
    """Returns how many comparisons failed."""
    questions = {path.stem: Question(path) for path in sorted(QUERIES.glob("*.rq")) if path.stem not in NOT_FOR_RASQAL}
    lines = (FORMS / "parameters.tsv").read_text(encoding="utf-8").splitlines()
    cases = [Case(line.split("\t")) for line in lines if line and line[0] != "#"][1:]
    file = folder / "question.rq"
    wrong = same = 0
    unanswered, answered = set(questions), set()
    for data in graphs(program, folder):
        for case in [case for case in cases if case.question in unanswered]:
            question = questions[case.question]
            file.write_text(prefixes() + filled(question.text, question, case), encoding="utf-8")
            expected = ours(program, file, data)
            try:
                given = roqet(file, data, "ntriples")
            except Refused as fault:
                given = f"Rasqal {fault}"
            if case.label() not in NOT_FOR_RASQAL:
                same += given == expected
                wrong += tell_difference(f"{data.name}: {case.label()}", expected, given)
            elif given == expected:
                print(f"{case.label()}: Rasqal can do it now; listed is: {NOT_FOR_RASQAL[case.label()]}", file=sys.stderr)
                wrong += 1
            if expected:
                answered.add(case.question)
        unanswered -= answered
    for name in sorted(unanswered):
        print(f"{name}: no case has rows to compare", file=sys.stderr)
        wrong += 1
    print(f"roqet: {len(questions)} named questions: the same rows in {same} cases, {wrong} differences")
    for name, reason in NOT_FOR_RASQAL.items():
        print(f"  not compared: {name}: {reason}")
    return wrong


def told(given, expected):
    """How the rows differ, in a few words."""
    if given.total() == expected.total() == 1:
        cells = [[str(cell and cell[1]).removesuffix(".0") for _, cell in row] for row in (*given, *expected)]
        return f"{', '.join(cells[0])} instead of {', '.join(cells[1])}"
    if given.total() == expected.total():
        return f"{(given - expected).total()} of {expected.total()} rows have other values"
    return f"{given.total()} row{'' if given.total() == 1 else 's'} instead of {expected.total()}"


def judge_cases(program):
    """Prints the table; returns how many answers are wrong."""
    wrong = 0
    print("| | Rasqal 0.9.33 |\n|---|---|")
    for path in sorted(CASES.glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        data = path.with_suffix(".ttl")
        expected = rows_of(path.with_suffix(".tsv").read_bytes(), QueryResultsFormat.TSV)
        store = Store()
        store.load(path=str(data), format=RdfFormat.TURTLE)
        wrong += tell_difference(f"{path.name}: pyoxigraph", expected, rows(store.query(text)))
        try:
            wrong += tell_difference(f"{path.name}: the program", expected, ours(program, path, data))
        except Refused as fault:
            wrong += tell_difference(f"{path.name}: the program", expected, str(fault))
        try:
            given = roqet(path, data, "turtle")
            said = "right" if given == expected else f"answers wrongly: {told(given, expected)}"
        except Refused as fault:
            said = str(fault)
        print(f"| {re.match('# title: (.*)', text)[1]} | {said} |")
    return wrong


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        wrong = judge_questions(program, Path(folder))
    wrong += judge_cases(program)
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve()))

"""Asks `query` the questions of the W3C's test suites of SPARQL 1.0 and 1.1, and compares with the answers they give.

usage: sparql_suite.py PROGRAM FOLDER [WORD]     all manifests below FOLDER; with WORD, tests with it in their name only
Exit 1 when a test fails that sparql_suite_skipped.tsv does not name, or when one passes that it names.

A test is named by the last two folders of its manifest and its own name. Where a test has named graphs, FROM and FROM NAMED are written
into the query, since without them the program's default graph is all graphs; a file that is both default and named is read twice, as
its blank nodes are to differ. Answers are asked for in the format that the suite gives them in, or JSON. Rows are compared as a bag, in
order where the suite numbers them or the query sorts. Numbers that differ in their lexical form only are the same, and counted; the
case of language tags is ignored.
"""

import logging
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlparse

import rdflib
from rdflib import URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF
from sparql_answers import EXTENSIONS, READERS, Different, answer_of_graph, compare_graphs, compare_rows, graph_of

logging.disable()  # literals that are not well-formed

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")

EVALUATION = {MF.QueryEvaluationTest, MF.CSVResultFormatTest}
POSITIVE = {MF.PositiveSyntaxTest, MF.PositiveSyntaxTest11}
NEGATIVE = {MF.NegativeSyntaxTest, MF.NegativeSyntaxTest11}
FROM = re.compile(r"\bFROM\s*<([^>]*)>", re.IGNORECASE)
FROM_NAMED = re.compile(r"\bFROM\s+NAMED\s*<([^>]*)>", re.IGNORECASE)
FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
TOKEN = re.compile(r"""<[^<>"{}|^`\\\s]*> | \#[^\n]* | '''.*?''' | \"{3}.*?\"{3} | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*" | \w+ | .""",
                   re.VERBOSE | re.DOTALL)


def tokens(text):
    """The words of a query outside of IRIs, strings and comments, with their places and how many braces they stand in."""
    depth = 0
    for token in TOKEN.finditer(text):
        word = token.group()
        if word == "}":
            depth -= 1
        if word[0] not in "<#'\"" or word == "<":
            yield word, token.start(), depth
        if word == "{":
            depth += 1


def with_dataset(text, clauses):
    """The query with dataset clauses before its pattern."""
    form, braces = "", 0
    for word, place, depth in tokens(text):
        if depth == 0 and FORM.fullmatch(word):
            form = word.upper()
        template = form == "CONSTRUCT" and braces == 0
        if form and depth == 0 and (word.upper() == "WHERE" or (word == "{" and not template)):
            return text[:place] + clauses + text[place:]
        if word == "{" and depth == 0:
            braces += 1
    raise ValueError("no pattern in the query")


class Suite:
    def __init__(self, program, scratch):
        self.program, self.scratch = program, scratch
        (scratch / "tables").mkdir()
        (scratch / "tables" / "prefixes.tsv").write_text("prefix\tuse\tnamespace\n")
        (scratch / "empty.nq").write_text("")

    def run(self, query, files, *options):
        file = self.scratch / "query.rq"
        file.write_bytes(query)
        command = [self.program, "query", "--file", file, *files, *options, "--data", self.scratch / "tables", "--quiet"]
        return subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", check=False, timeout=60)

    def accepts(self, file):
        """Whether the query is one, and what the program says. What the embedded engine does not do is read all the same."""
        query = file.read_bytes()
        run = self.run(f"BASE <{file.as_uri()}>\n".encode() + query, [self.scratch / "empty.nq"])
        if run.returncode not in (0, 1):
            raise Different(f"exit {run.returncode}: {run.stderr}")
        faults = [line for line in run.stderr.splitlines() if ": error: " in line]
        if run.returncode == 1 and not faults:
            raise Different(f"exit 1 without a finding: {run.stderr}")
        return all("[not-embedded]" in line for line in faults), run.stderr

    def graphs(self, default, named):
        """N-Quads of these files: one file for each, in the graph of its IRI, with "#default" behind it for the default graph."""
        result = []
        for iri, name in [(iri, f"{iri}#default") for iri in default] + [(iri, iri) for iri in named]:
            result.append(self.scratch / f"graph{len(result)}.nq")
            lines = filter(str.strip, graph_of(path(iri)).serialize(format="nt").splitlines())
            result[-1].write_text("".join(f"{line.rstrip()[:-1]}<{name}> .\n" for line in lines), encoding="utf-8")
        return result or [self.scratch / "empty.nq"]

    def evaluate(self, manifest, test):
        action, result = manifest.value(test, MF.action), manifest.value(test, MF.result)
        if isinstance(action, URIRef):
            query_iri, default, named = action, [], []
        else:
            query_iri = manifest.value(action, QT.query)
            default, named = list(manifest.objects(action, QT.data)), []
            for graph in manifest.objects(action, QT.graphData):
                named.append(graph if isinstance(graph, URIRef) else manifest.value(graph, QT.graph))
        text = path(query_iri).read_text(encoding="utf-8")
        words = list(tokens(text))
        options = []
        if any(word.upper() == "FROM" and depth == 0 for word, _, depth in words):
            absolute = lambda name: URIRef(name, base=query_iri)
            default = list(map(absolute, FROM.findall(text)))
            named = list(map(absolute, FROM_NAMED.findall(text)))
            text = FROM.sub(lambda found: f"FROM <{absolute(found[1])}#default>", text)
            files = self.graphs(default, named)
        elif named or any(word.upper() == "GRAPH" for word, _, _ in words):
            clauses = [f" FROM <{iri}#default>" for iri in default or ["urn:none"]]
            clauses += [f" FROM NAMED <{iri}>" for iri in named or ["urn:none"]]
            text = with_dataset(text, "".join(clauses) + "\n")
            files = self.graphs(default, named)
        else:
            files = list(map(path, default)) or [self.scratch / "empty.nq"]
            options = ["--base", default[0]] if len(default) == 1 else []
        query = f"BASE <{query_iri}>\n{text}".encode()
        form = next(word.upper() for word, _, _ in tokens(text) if FORM.fullmatch(word))
        triples = form in ("CONSTRUCT", "DESCRIBE")
        suffix = path(result).suffix
        syntax = "ntriples" if triples else {".srx": "xml", ".csv": "csv", ".tsv": "tsv"}.get(suffix, "json")
        run = self.run(query, files, *options, "--format", syntax)
        if run.returncode != 0:
            raise Different(f"exit {run.returncode}: {run.stderr.strip()}")
        if triples:
            found = rdflib.Graph()
            found.parse(data=run.stdout, format="nt")
            return compare_graphs(found, graph_of(path(result)))
        numbered = False
        if suffix in EXTENSIONS:
            expected, numbered = answer_of_graph(graph_of(path(result)))
        else:
            expected = READERS[{".srj": "json"}.get(suffix, syntax)](path(result).read_text(encoding="utf-8"))
        found = READERS[syntax](run.stdout)
        if isinstance(expected, bool) or isinstance(found, bool):
            if found != expected:
                raise Different(f"{found}, not {expected}")
            return False
        sorts = any(word.upper() == "ORDER" and depth == 0 for word, _, depth in tokens(text))
        lax = manifest.value(test, MF.resultCardinality) == MF.LaxCardinality
        return compare_rows(found, expected, numbered or sorts, lax)

    def judge(self, manifest, test):
        """Raises Different; whether numbers agreed by value only."""
        kinds = set(manifest.objects(test, RDF.type))
        if kinds & EVALUATION:
            return self.evaluate(manifest, test)
        action = manifest.value(test, MF.action)
        file = path(action if isinstance(action, URIRef) else manifest.value(action, QT.query))
        accepted, said = self.accepts(file)
        if accepted != bool(kinds & POSITIVE):
            raise Different(f"refused: {said.strip()}" if kinds & POSITIVE else "accepted, but it is no query")
        return False


def path(iri):
    return Path(unquote(urlparse(str(iri)).path))


def tests_of(folder):
    """(name, manifest, test) of all tests of queries."""
    for file in sorted(folder.rglob("*manifest*.ttl")):
        manifest = graph_of(file)
        for entries in manifest.objects(predicate=MF.entries):
            for test in Collection(manifest, entries):
                if set(manifest.objects(test, RDF.type)) & (EVALUATION | POSITIVE | NEGATIVE):
                    yield f"{file.parent.parent.name}/{file.parent.name}/{str(test).rpartition('#')[2]}", manifest, test


def main():
    program, folder = sys.argv[1], Path(sys.argv[2]).resolve()
    wanted = sys.argv[3] if len(sys.argv) > 3 else ""
    rows = (Path(__file__).parent / "sparql_suite_skipped.tsv").read_text(encoding="utf-8").splitlines()[1:]
    skipped = dict(row.split("\t") for row in rows if row)
    passed, failed, by_value, wrong = Counter(), Counter(), 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        suite = Suite(program, Path(scratch))
        for name, manifest, test in tests_of(folder):
            if wanted not in name:
                continue
            fault = None
            try:
                by_value += suite.judge(manifest, test)
            except Different as different:
                fault = str(different)
            except Exception as error:  # no answer that can be read, or none in time
                fault = f"{type(error).__name__}: {error}"
            place = name.rpartition("/")[0]
            (failed if fault else passed)[place] += 1
            if fault and name not in skipped:
                print(f"{name}: {fault}" if wanted else f"{name}: {fault.splitlines()[0]}")
                wrong += 1
            if not fault and name in skipped:
                print(f"{name}: passes, but sparql_suite_skipped.tsv names it")
                wrong += 1
    for place in sorted(passed | failed):
        print(f"{place}: {passed[place]} of {passed[place] + failed[place]}")
    print(f"W3C SPARQL: {passed.total()} of {passed.total() + failed.total()} tests, {by_value} by the value of numbers; {wrong} wrong")
    return 1 if wrong or not passed else 0


if __name__ == "__main__":
    sys.exit(main())

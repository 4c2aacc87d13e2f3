"""Asks `query` the questions of the W3C's test suites of SPARQL 1.0 and 1.1, and compares with the answers they give.

usage: sparql_suite.py PROGRAM FOLDER [WORD]     all manifests below FOLDER; with WORD, tests with it in their name only
Exit 1 when a test fails that sparql_suite_skipped.tsv does not name, or when one passes that it names.

A test is named by the last two folders of its manifest and its own name. Where a test has named graphs, FROM and FROM NAMED are written
into the query, since without them the program's default graph is all graphs; a file that is both default and named is read twice, as
its blank nodes are to differ. Answers are asked for in the format that the suite gives them in, or JSON. Rows are compared as a bag, in order
where the suite numbers them or the query sorts; numbers that differ in their lexical form only are the same and counted.
"""

import csv
import io
import json
import logging
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote, urlparse

import rdflib
from rdflib import BNode, Literal, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, XSD

rdflib.NORMALIZE_LITERALS = False
logging.disable()  # literals that are not well-formed

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
SRX = "{http://www.w3.org/2005/sparql-results#}"

EVALUATION = {MF.QueryEvaluationTest, MF.CSVResultFormatTest}
POSITIVE = {MF.PositiveSyntaxTest, MF.PositiveSyntaxTest11}
NEGATIVE = {MF.NegativeSyntaxTest, MF.NegativeSyntaxTest11}
EXTENSIONS = {".ttl": "turtle", ".n3": "turtle", ".rdf": "xml", ".nt": "nt"}
EXACT = {XSD[name] for name in ("integer", "decimal", "nonNegativeInteger", "nonPositiveInteger", "negativeInteger", "positiveInteger",
                                "long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte")}
FROM = re.compile(r"\bFROM\s*<([^>]*)>", re.IGNORECASE)
FROM_NAMED = re.compile(r"\bFROM\s+NAMED\s*<([^>]*)>", re.IGNORECASE)
FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
TOKEN = re.compile(r"""<[^<>"{}|^`\\\s]*> | \#[^\n]* | '''.*?''' | \"{3}.*?\"{3} | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*" | \w+ | .""",
                   re.VERBOSE | re.DOTALL)


class Different(Exception):
    """The program's answer is not the suite's."""


def graph_of(file, base=None):
    graph = rdflib.Graph()
    return graph.parse(file, format=EXTENSIONS[file.suffix], publicID=base or file.as_uri())


def plain(term, by_value):
    """A term so that equal ones compare equal; numbers by their value if asked for."""
    if not isinstance(term, Literal):
        return term
    language, datatype, text = (term.language or "").lower(), term.datatype, str(term)
    if datatype in (XSD.string, RDF.langString):
        datatype = None
    if by_value:
        try:
            if datatype in EXACT:
                text = str(Decimal(text).normalize() + 0)
            elif datatype in (XSD.double, XSD.float):
                text = format(float(text), ".7g")
        except ArithmeticError:
            pass
        except ValueError:
            pass
    return literal(text, language or None, datatype)


def literal(text, language, datatype):
    return Literal(text, lang=language, datatype=None if language else datatype, normalize=False)


# --- answers: (variables, rows); a row maps variables to terms. A truth is a bool, triples are a Graph.


def answer_of_json(text):
    def term(found):
        if found["type"] == "uri":
            return URIRef(found["value"])
        if found["type"] == "bnode":
            return BNode(found["value"])
        return literal(found["value"], found.get("xml:lang"), found.get("datatype"))

    answer = json.loads(text)
    if "boolean" in answer:
        return answer["boolean"]
    return answer["head"]["vars"], [{name: term(found) for name, found in row.items()} for row in answer["results"]["bindings"]]


def answer_of_xml(text):
    def term(found):
        value = found.text or ""
        if found.tag == SRX + "uri":
            return URIRef(value)
        if found.tag == SRX + "bnode":
            return BNode(value)
        return literal(value, found.get("{http://www.w3.org/XML/1998/namespace}lang"), found.get("datatype"))

    root = ElementTree.fromstring(text)
    truth = root.find(SRX + "boolean")
    if truth is not None:
        return truth.text.strip() == "true"
    names = [variable.get("name") for variable in root.findall(f"{SRX}head/{SRX}variable")]
    rows = root.findall(f"{SRX}results/{SRX}result")
    return names, [{binding.get("name"): term(binding[0]) for binding in row.findall(SRX + "binding")} for row in rows]


def answer_of_tsv(text):
    def term(cell):
        graph = rdflib.Graph()
        graph.parse(data=f"<http://e/> <http://e/> {cell} .", format="turtle")
        found = next(graph.objects())
        return BNode(cell) if isinstance(found, BNode) else found

    head, *lines = text.rstrip("\n").split("\n")
    names = [name.removeprefix("?") for name in head.rstrip("\r").split("\t")]
    return names, [{name: term(cell) for name, cell in zip(names, line.rstrip("\r").split("\t")) if cell} for line in lines]


def answer_of_csv(text):
    """All terms are text, but for blank nodes: the format does not tell more."""
    names, *rows = csv.reader(io.StringIO(text, newline=""))
    term = lambda cell: BNode(cell) if cell.startswith("_:") else Literal(cell)
    return names, [{name: term(cell) for name, cell in zip(names, row) if cell} for row in rows if row]


READERS = {"json": answer_of_json, "xml": answer_of_xml, "tsv": answer_of_tsv, "csv": answer_of_csv}


def answer_of_graph(graph):
    """An answer in the vocabulary of result sets, and whether its rows are numbered."""
    top = graph.value(predicate=RDF.type, object=RS.ResultSet)
    truth = graph.value(top, RS.boolean)
    if truth is not None:
        return str(truth) in ("true", "1"), False
    names = [str(name) for name in graph.objects(top, RS.resultVariable)]
    solutions = list(graph.objects(top, RS.solution))
    numbered = all(graph.value(solution, RS["index"]) is not None for solution in solutions) and bool(solutions)
    if numbered:
        solutions.sort(key=lambda solution: int(graph.value(solution, RS["index"])))
    rows = [{str(graph.value(binding, RS.variable)): graph.value(binding, RS.value) for binding in graph.objects(solution, RS.binding)}
            for solution in solutions]
    return (names, rows), numbered


def same_rows(found, expected, ordered):
    """Whether the rows are the same but for the labels of blank nodes, which one mapping of all rows must explain."""
    shape = lambda row: frozenset((name, "blank" if isinstance(term, BNode) else term) for name, term in row.items())
    if Counter(map(shape, found)) != Counter(map(shape, expected)):
        return False
    if ordered and list(map(shape, found)) != list(map(shape, expected)):
        return False
    left = list(range(len(expected)))

    def explained(at, there, back):
        if at == len(found):
            return True
        tried = set()
        for choice in [left[0]] if ordered else list(left):
            if shape(expected[choice]) != shape(found[at]):
                continue
            way, reverse = dict(there), dict(back)
            pairs = [(term, expected[choice][name]) for name, term in found[at].items() if isinstance(term, BNode)]
            if not all(way.setdefault(one, other) == other and reverse.setdefault(other, one) == one for one, other in pairs):
                continue
            if tuple(pairs) in tried:
                continue
            tried.add(tuple(pairs))
            left.remove(choice)
            if explained(at + 1, way, reverse):
                return True
            left.append(choice)
            left.sort()
        return False

    return explained(0, {}, {})


def shown(rows):
    cell = lambda term: term.n3()
    return "\n".join("    " + " ".join(f"?{name}={cell(row[name])}" for name in sorted(row)) for row in rows[:12])


def compare_rows(found, expected, ordered, lax):
    """Raises Different; whether they are the same by the value of numbers only."""
    if set(found[0]) != set(expected[0]):
        raise Different(f"variables {found[0]}, not {expected[0]}")
    for by_value in (False, True):
        one, other = ([{name: plain(term, by_value) for name, term in row.items()} for row in answer[1]] for answer in (found, expected))
        if lax:
            few = Counter(frozenset(row.items()) for row in one)
            most = Counter(frozenset(row.items()) for row in other)
            if set(few) == set(most) and not few - most:
                return by_value
        elif same_rows(one, other, ordered):
            return by_value
    raise Different(f"rows{' in order' if ordered else ''}\n{shown(found[1])}\n  not\n{shown(expected[1])}")


def compare_graphs(found, expected):
    def plain_graph(graph, by_value):
        result = rdflib.Graph()
        for triple in graph:
            result.add(tuple(plain(term, by_value) for term in triple))
        return result

    for by_value in (False, True):
        if isomorphic(plain_graph(found, by_value), plain_graph(expected, by_value)):
            return by_value
    raise Different("triples\n    " + "\n    ".join(sorted(found.serialize(format="nt").split("\n"))) + "\n  not\n    "
                    + "\n    ".join(sorted(expected.serialize(format="nt").split("\n"))))


# --- queries


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
        """The output. Raises Different for a refusal."""
        file = self.scratch / "query.rq"
        file.write_bytes(query)
        command = [self.program, "query", "--file", file, *files, *options, "--data", self.scratch / "tables", "--quiet"]
        return subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", check=False, timeout=60)

    def accepts(self, file):
        """Whether the query is one, and what the program says."""
        query = file.read_bytes()
        run = self.run(f"BASE <{file.as_uri()}>\n".encode() + query, [self.scratch / "empty.nq"])
        if run.returncode not in (0, 1):
            raise Different(f"exit {run.returncode}: {run.stderr}")
        faults = [line for line in run.stderr.splitlines() if "error" in line]
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
            clauses = [f"FROM <{iri}#default>" for iri in default or ["urn:none"]] + [f"FROM NAMED <{iri}>" for iri in named or ["urn:none"]]
            text = with_dataset(text, " " + " ".join(clauses) + "\n")
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
            except Exception as error:  # a fault of the judge or of the suite's files is one of the test
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

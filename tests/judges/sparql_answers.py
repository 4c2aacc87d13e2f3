"""The answers of SPARQL queries in all formats of the W3C, read and compared. For sparql_suite.py.

An answer is a truth (bool), a graph, or (variables, rows); a row maps variables to terms.
"""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from collections import Counter
from decimal import Decimal

import rdflib
from rdflib import BNode, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, XSD

rdflib.NORMALIZE_LITERALS = False

RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
SRX = "{http://www.w3.org/2005/sparql-results#}"
EXTENSIONS = {".ttl": "turtle", ".rdf": "xml", ".nt": "nt"}
EXACT = {XSD[name] for name in ("integer", "decimal", "nonNegativeInteger", "nonPositiveInteger", "negativeInteger", "positiveInteger",
                                "long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte")}


class Different(Exception):
    """The program's answer is not the suite's."""


def graph_of(file):
    return rdflib.Graph().parse(file, format=EXTENSIONS[file.suffix], publicID=file.as_uri())


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
        except (ArithmeticError, ValueError):
            pass  # not well-formed: as it is written
    return literal(text, language or None, datatype)


def literal(text, language, datatype):
    return Literal(text, lang=language, datatype=None if language else datatype, normalize=False)


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

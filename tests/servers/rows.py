"""Reads N-Quads, asks SPARQL endpoints, and brings terms to a form in which equal data are equal.

A term is a tuple: ("iri", IRI), ("blank",), ("number", value) or ("literal", text, tag or datatype). Stores rewrite numbers
("348.0" as 348), times (fractions, zones) and language tags, and name blank nodes anew: all that is no difference here.
"""

import base64
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from datetime import datetime
from decimal import Decimal, InvalidOperation

XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + name for name in ("decimal", "double", "float", "integer", "int", "long", "short", "byte", "nonNegativeInteger",
                                   "positiveInteger", "unsignedInt", "unsignedLong", "nonPositiveInteger", "negativeInteger")}
PLAIN = {None, "", XSD + "string"}
TERM = r'<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?'
QUAD = re.compile(rf"\s*(?:{TERM})\s+(?:{TERM})\s+(?:{TERM})\s*(?:<([^>]*)>\s*)?\.\s*$")
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
LETTERS = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


class HttpError(Exception):
    def __init__(self, status, body):
        super().__init__(f"HTTP {status}: {body[:500]}")
        self.status = status


def literal(text, language, datatype):
    """Never throws: what is no number after all is compared by its characters."""
    if language:
        return ("literal", text, language.lower())
    if datatype in NUMBERS:
        try:
            return ("number", Decimal(text.strip()).normalize())
        except InvalidOperation:
            pass
    if datatype == XSD + "dateTime":
        try:
            return ("literal", datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp(), datatype)
        except ValueError:
            pass
    if datatype == XSD + "boolean":
        text = {"1": "true", "0": "false"}.get(text, text)
    return ("literal", text, "" if datatype in PLAIN else datatype)


def unescape(text):
    def one(match):
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else LETTERS.get(match[3], match[3])
    return ESCAPE.sub(one, text) if "\\" in text else text


def nquads_term(iri, blank, text, language, datatype):
    if iri is not None:
        return ("iri", unescape(iri))
    return ("blank",) if blank is not None else literal(unescape(text), language, datatype)


def graph_of(line):
    """The name of the graph that a line of N-Quads is in; empty for the default graph."""
    return unescape(QUAD.match(line)[16] or "")


def read_nquads(path, default_graph=""):
    """Graph name → Counter of triples, each statement once, however often the file has it."""
    graphs, lines = {}, set()
    for line in open(path, encoding="utf-8"):
        if not line.strip() or line.startswith("#") or line in lines:
            continue
        lines.add(line)
        match = QUAD.match(line)
        if not match:
            raise ValueError(f"{path}: no N-Quads: {line}")
        parts = match.groups()
        triple = tuple(nquads_term(*parts[i:i + 5]) for i in (0, 5, 10))
        graphs.setdefault(unescape(parts[15]) if parts[15] else default_graph, Counter())[triple] += 1
    return graphs


def json_term(value):
    if value is None:
        return None
    kind = value["type"]
    if kind == "uri":
        # Virtuoso writes its blank nodes as IRIs in some answers.
        return ("blank",) if value["value"].startswith("nodeID://") else ("iri", value["value"])
    return ("blank",) if kind == "bnode" else literal(value["value"], value.get("xml:lang"), value.get("datatype"))


def json_rows(text):
    """(variables, Counter of rows) of a SELECT in SPARQL's JSON; a row has the terms in the order of the variables' names."""
    document = json.loads(text)
    names = sorted(document["head"].get("vars", []))
    if "boolean" in document:
        return [], Counter({(document["boolean"],): 1})
    return names, Counter(tuple(json_term(row.get(name)) for name in names) for row in document["results"]["bindings"])


def select(url, query, user="", password="", timeout=120):
    """The answer of an endpoint to a SELECT, as json_rows. Throws HttpError or OSError."""
    body = urllib.parse.urlencode({"query": query}).encode()
    headers = {"Accept": "application/sparql-results+json", "Content-Type": "application/x-www-form-urlencoded"}
    if user:
        headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=timeout) as answer:
            return json_rows(answer.read())
    except urllib.error.HTTPError as error:
        raise HttpError(error.code, error.read().decode(errors="replace")) from None


def difference(expected, given, limit=4):
    """What two Counters differ in, in a few words; empty when in nothing."""
    words = []
    for sign, rows in (("missing", expected - given), ("too many", given - expected)):
        if rows:
            shown = "; ".join(" ".join(map(show, row)) for row in sorted(rows, key=repr)[:limit])
            words.append(f"{sum(rows.values())} {sign}: {shown}" + ("; …" if len(rows) > limit else ""))
    return ", ".join(words)


def show(term):
    if not isinstance(term, tuple):
        return "-" if term is None else str(term)
    text = " ".join(map(str, term[1:])) or "_:"
    return text if len(text) <= 120 else text[:117] + "..."

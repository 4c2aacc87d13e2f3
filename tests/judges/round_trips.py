"""Lets pyoxigraph, rdflib and jsonld.js read what transcode made of random datasets, and compares with the source.

usage: round_trips.py FOLDER JUDGES     FOLDER: what the tests RoundTrip.* leave in MUSCLEKG_ROUND_TRIPS; JUDGES: holds node_modules

For each STEM.source.nq or .nt, every STEM*.{nq,nt,trig,ttl,jsonld,rdf} beside it must be the same dataset up to the labels of blank nodes.
Exit code 1 where one is not.
"""

import logging
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

rdflib.NORMALIZE_LITERALS = False
logging.getLogger("rdflib.term").setLevel(logging.ERROR)
RDFLIB = {"nq": "nquads", "nt": "nt", "trig": "trig", "ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}
DOUBLE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#double")
HERE = Path(__file__).parent


def lower(term):
    if isinstance(term, ox.Literal) and term.language:
        return ox.Literal(term.value, language=term.language.lower())
    return term


def without_doubles(term):
    return ox.Literal("double") if isinstance(term, ox.Literal) and term.datatype == DOUBLE else term


def canonical(quads, doubles=True):
    """Statements with canonical blank nodes; language tags compare without case (RDF 1.1 Concepts, 3.3)."""
    keep = lower if doubles else lambda term: without_doubles(lower(term))
    dataset = ox.Dataset(ox.Quad(q.subject, q.predicate, keep(q.object), q.graph_name) for q in quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def with_oxigraph(path):
    return [q if isinstance(q, ox.Quad) else ox.Quad(*q) for q in ox.parse(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:]))]


def of_rdflib(term):
    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return ox.BlankNode(str(term).replace("-", "x"))
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype))) if term.datatype else ox.Literal(str(term))


def with_rdflib(path):
    dataset = rdflib.Dataset()
    dataset.parse(str(path), format=RDFLIB[path.suffix[1:]])
    return [
        ox.Quad(of_rdflib(s), of_rdflib(p), of_rdflib(o), ox.DefaultGraph() if g in (None, DATASET_DEFAULT_GRAPH_ID) else of_rdflib(g))
        for s, p, o, g in dataset.quads((None, None, None, None))
    ]


def with_jsonld(path, judges):
    run = subprocess.run(["node", HERE / "jsonld.mjs", path, judges], check=True, capture_output=True)
    return list(ox.parse(input=run.stdout, format=ox.RdfFormat.N_QUADS))


def main(folder, judges):
    readers = {"pyoxigraph": with_oxigraph, "rdflib": with_rdflib}
    counts = {"pyoxigraph": 0, "rdflib": 0, "jsonld.js": 0}
    wrong = 0
    for source in sorted(Path(folder).glob("*.source.n?")):
        stem = source.name[: -len(".source.nq")]
        quads = with_oxigraph(source)
        for path in sorted(source.parent.glob(stem + ".*")):
            if path.suffix[1:] not in RDFLIB or ".serd." in path.name:
                continue
            own = dict(readers)
            if path.suffix == ".jsonld":
                own["jsonld.js"] = lambda file: with_jsonld(file, judges)
            for name, read in own.items():
                doubles = name != "jsonld.js"  # it writes each double anew, and INF as NaN
                expected = canonical(quads, doubles)
                try:
                    found = canonical(read(path), doubles)
                except Exception as fault:  # whatever a library throws: the file could not be read
                    print(f"{name}: {path}: {fault}", file=sys.stderr)
                    wrong = 1
                    continue
                counts[name] += 1
                if found != expected:
                    print(f"{name}: {path} is not {source}", file=sys.stderr)
                    for sign, part in (("-", expected - found), ("+", found - expected)):
                        for line in sorted(part)[:3]:
                            print(f"  {sign} {line[:300]}", file=sys.stderr)
                    wrong = 1
    print("round trips: " + ", ".join(f"{name} read {count} files" for name, count in counts.items()) + (": all the same" if not wrong else ""))
    return 1 if wrong or not all(counts.values()) else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

"""Reads RDF with rdflib (and, with --oxigraph, with pyoxigraph) and compares it with N-Triples of the same graph.

usage: rdflib_read.py [--oxigraph] REFERENCE.nt FILE...

Prints for each file the number of statements and of those in void:triples. Exit code 1 where a file is not the graph of the
reference, or void:triples is not what was counted. Files: .ttl, .jsonld, .rdf, .nt, .nq.
"""

import logging
import sys

import rdflib
from rdflib.compare import graph_diff, to_isomorphic

FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt", "nq": "nquads"}
TRIPLES = rdflib.URIRef("http://rdfs.org/ns/void#triples")

# A literal is compared as it is written: rdflib must neither rewrite nor complain about lexical forms.
rdflib.NORMALIZE_LITERALS = False
logging.getLogger("rdflib.term").setLevel(logging.ERROR)


def read_with_rdflib(path):
    form = FORMATS[path.rsplit(".", 1)[1]]
    if form not in ("nquads", "json-ld"):
        return rdflib.Graph().parse(path, format=form)
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format=form)
    graph = rdflib.Graph()
    for s, p, o in dataset.triples((None, None, None)):
        graph.add((s, p, o))
    return graph


def read_with_oxigraph(path):
    import pyoxigraph

    extension = path.rsplit(".", 1)[1]
    names = {"ttl": "TURTLE", "jsonld": "JSON_LD", "rdf": "RDF_XML", "nt": "N_TRIPLES", "nq": "N_QUADS"}
    store = pyoxigraph.Store()
    store.load(path=path, format=getattr(pyoxigraph.RdfFormat, names[extension]))
    lines = "".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in store)
    return rdflib.Graph().parse(data=lines, format="nt")


def lowered(graph):
    """Language tags compare without case (RDF 1.1 Concepts, 3.3)."""
    result = rdflib.Graph()
    for s, p, o in graph:
        if isinstance(o, rdflib.Literal) and o.language:
            o = rdflib.Literal(str(o), lang=o.language.lower())
        result.add((s, p, o))
    return result


def main(arguments):
    oxigraph = arguments[:1] == ["--oxigraph"]
    reference, *files = arguments[1:] if oxigraph else arguments
    read = read_with_oxigraph if oxigraph else read_with_rdflib
    expected = lowered(rdflib.Graph().parse(reference, format="nt"))
    wrong = 0
    for path in files:
        graph = lowered(read(path))
        said = sorted(int(o) for o in graph.objects(None, TRIPLES))
        print(f"{path}\t{len(graph)}\t{','.join(map(str, said))}")
        if said != [len(graph)]:
            print(f"{path}: void:triples is {said}, but {len(graph)} statements were read", file=sys.stderr)
            wrong = 1
        if to_isomorphic(graph) != to_isomorphic(expected):
            _, lost, added = graph_diff(to_isomorphic(expected), to_isomorphic(graph))
            print(f"{path}: not the graph of {reference}: {len(lost)} statements are missing, {len(added)} are new", file=sys.stderr)
            for sign, part in (("-", lost), ("+", added)):
                for triple in sorted(part)[:5]:
                    print(f"  {sign} {' '.join(term.n3() for term in triple)}", file=sys.stderr)
            wrong = 1
    return wrong


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))

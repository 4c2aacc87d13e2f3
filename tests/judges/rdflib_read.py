"""Reads RDF with rdflib (and, with --oxigraph, with pyoxigraph) and compares it with N-Triples or N-Quads of the same data.

usage: rdflib_read.py [--oxigraph] REFERENCE FILE...

With a REFERENCE.nt the graphs of a file are merged into one. With a REFERENCE.nq every statement must be in its graph; the files are
then of syntaxes that have graphs.
Prints for each file the number of statements and of those in void:triples. Exit code 1 where a file is not the graph or dataset of the
reference, or void:triples is not what was counted: for a named graph its statements, otherwise those of the file.
Files: .ttl, .jsonld, .rdf, .nt, .nq, .trig.
"""

import logging
import sys
from collections import Counter
from urllib.parse import quote

import rdflib
from rdflib.compare import graph_diff, to_isomorphic
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt", "nq": "nquads", "trig": "trig"}
OXIGRAPH_FORMATS = {"ttl": "TURTLE", "jsonld": "JSON_LD", "rdf": "RDF_XML", "nt": "N_TRIPLES", "nq": "N_QUADS", "trig": "TRIG"}
WITH_GRAPHS = ("jsonld", "nq", "trig")
TRIPLES = rdflib.URIRef("http://rdfs.org/ns/void#triples")

# A literal is compared as it is written: rdflib must neither rewrite nor complain about lexical forms.
rdflib.NORMALIZE_LITERALS = False
logging.getLogger("rdflib.term").setLevel(logging.ERROR)


def extension_of(path):
    return path.rsplit(".", 1)[1]


def read_with_rdflib(path, source=None):
    """The statements as (subject, predicate, object, graph or None)."""
    form = FORMATS[extension_of(path)]
    where = {"source": path} if source is None else {"data": source}
    if extension_of(path) not in WITH_GRAPHS:
        return [(s, p, o, None) for s, p, o in rdflib.Graph().parse(**where, format=form)]
    dataset = rdflib.Dataset()
    dataset.parse(**where, format=form)
    return [(s, p, o, None if g in (None, DATASET_DEFAULT_GRAPH_ID) else g) for s, p, o, g in dataset.quads((None, None, None, None))]


def read_with_oxigraph(path):
    import pyoxigraph

    # Not into a store, which takes the types derived from xsd:integer for xsd:integer.
    lines = []
    for statement in pyoxigraph.parse(path=path, format=getattr(pyoxigraph.RdfFormat, OXIGRAPH_FORMATS[extension_of(path)])):
        graph = "" if isinstance(statement.graph_name, pyoxigraph.DefaultGraph) else f"{statement.graph_name} "
        lines.append(f"{statement.subject} {statement.predicate} {statement.object} {graph}.\n")
    return read_with_rdflib("parsed.nq", "".join(lines))


def as_graph(quads, graphs):
    """The statements as one graph. With `graphs` the name of the graph becomes a part of the predicate: two such graphs are isomorphic
    where the datasets are. Language tags compare without case (RDF 1.1 Concepts, 3.3)."""
    result = rdflib.Graph()
    for s, p, o, g in quads:
        if isinstance(o, rdflib.Literal) and o.language:
            o = rdflib.Literal(str(o), lang=o.language.lower())
        result.add((s, p if g is None or not graphs else rdflib.URIRef(f"urn:x-in:{quote(g, safe='')}:{quote(p, safe='')}"), o))
    return result


def wrong_counts(quads, graphs, total):
    """What is said in void:triples, and what of it is wrong."""
    sizes = Counter(g for _, _, _, g in quads if graphs and g is not None)
    said = {(s, int(o)) for s, p, o, _ in quads if p == TRIPLES}
    faults = [f"{s} has {n} statements by void:triples, but {sizes[s]} were read" for s, n in sorted(said) if s in sizes and n != sizes[s]]
    of_file = sorted(n for s, n in said if s not in sizes)
    if of_file != [total]:
        faults.append(f"void:triples is {of_file}, but {total} statements were read")
    return of_file, faults


def main(arguments):
    oxigraph = arguments[:1] == ["--oxigraph"]
    reference, *files = arguments[1:] if oxigraph else arguments
    read = read_with_oxigraph if oxigraph else read_with_rdflib
    graphs = extension_of(reference) == "nq"
    expected = to_isomorphic(as_graph(read_with_rdflib(reference), graphs))
    wrong = 0
    for path in files:
        if graphs and extension_of(path) not in WITH_GRAPHS:
            sys.exit(f"{path}: has no named graphs; compare it with N-Triples")
        quads = read(path)
        graph = as_graph(quads, graphs)
        said, faults = wrong_counts(quads, graphs, len(graph))
        print(f"{path}\t{len(graph)}\t{','.join(map(str, said))}")
        for fault in faults:
            print(f"{path}: {fault}", file=sys.stderr)
            wrong = 1
        if to_isomorphic(graph) != expected:
            _, lost, added = graph_diff(expected, to_isomorphic(graph))
            print(f"{path}: not the data of {reference}: {len(lost)} statements are missing, {len(added)} are new", file=sys.stderr)
            for sign, part in (("-", lost), ("+", added)):
                for triple in sorted(part)[:5]:
                    print(f"  {sign} {' '.join(term.n3() for term in triple)}", file=sys.stderr)
            wrong = 1
    return wrong


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))

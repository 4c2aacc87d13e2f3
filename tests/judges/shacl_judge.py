"""Compares a validation report of ours with what pySHACL finds in the same data with the same shapes.

usage: shacl_judge.py OUR_REPORT.ttl DATA SHAPES

Compared are sh:conforms and, as sets, focus node, path (where it is an IRI), value, constraint component and severity of
the results. Blank nodes are all taken for one: their labels differ.
"""

import sys

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

rdflib.NORMALIZE_LITERALS = False  # "01" and "1" are two terms


def shown(node):
    """A node as text, blank nodes without their labels."""
    if node is None:
        return "-"
    return "_:" if isinstance(node, rdflib.BNode) else node.n3()


def results(report):
    """The results of a report as tuples of text, and the value of sh:conforms."""
    reports = list(report.subjects(RDF.type, SH.ValidationReport))
    if len(reports) != 1:
        sys.exit(f"{len(reports)} nodes of type sh:ValidationReport, 1 is expected")
    found = set()
    for result in report.objects(reports[0], SH.result):
        path = report.value(result, SH.resultPath)
        found.add(
            (
                shown(report.value(result, SH.focusNode)),
                shown(path) if isinstance(path, rdflib.URIRef) else "-",
                shown(report.value(result, SH.value)),
                shown(report.value(result, SH.sourceConstraintComponent)),
                shown(report.value(result, SH.resultSeverity)),
            )
        )
    return found, report.value(reports[0], SH.conforms).toPython()


def read(path):
    """All graphs of a file as one."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path)
    graph = rdflib.Graph()
    for subject, predicate, node, _ in dataset.quads():
        graph.add((subject, predicate, node))
    return graph


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    ours, our_conforms = results(read(sys.argv[1]))
    conforms, report, _ = pyshacl.validate(
        read(sys.argv[2]), shacl_graph=read(sys.argv[3]), inference="none", advanced=False, meta_shacl=False
    )
    theirs, _ = results(report)
    for sign, rows in (("only ours:", ours - theirs), ("only pySHACL's:", theirs - ours)):
        for row in sorted(rows):
            print(sign, *row)
    if our_conforms != conforms:
        print(f"sh:conforms is {our_conforms} with us and {conforms} with pySHACL")
    sys.exit(1 if ours != theirs or our_conforms != conforms else 0)


if __name__ == "__main__":
    main()

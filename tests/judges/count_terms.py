"""Compares what `musclekg terms --info` counts in an ontology in RDF with what rdflib counts.

usage: count_terms.py PROGRAM ONTOLOGY...
"""

import json
import subprocess
import sys

import rdflib
from rdflib.namespace import OWL, RDF, RDFS

OBO = rdflib.Namespace("http://purl.obolibrary.org/obo/")
OIO = rdflib.Namespace("http://www.geneontology.org/formats/oboInOwl#")


def counted(path):
    """The counts of rdflib, by the names that the report gives them."""
    graph = rdflib.Graph()
    graph.parse(path)
    classes = {node for node in graph.subjects(RDF.type, OWL.Class) if isinstance(node, rdflib.URIRef)}
    parents = [parent for node in classes for parent in graph.objects(node, RDFS.subClassOf)]
    restrictions = [parent for parent in parents if isinstance(parent, rdflib.BNode)]
    return {
        "terms": len(classes),
        "obsolete": sum(1 for node in classes if graph.value(node, OWL.deprecated)),
        "exact": sum(1 for node in classes for _ in graph.objects(node, OIO.hasExactSynonym)),
        "is_a": sum(1 for parent in parents if isinstance(parent, rdflib.URIRef)),
        "part_of": sum(1 for node in restrictions if graph.value(node, OWL.onProperty) == OBO.BFO_0000050),
    }


def main():
    program, *paths = sys.argv[1:]
    for path in paths:
        report = subprocess.run([program, "terms", "--info", "--format", "json", "--ontology", path], capture_output=True, check=True)
        ours = next(row for row in json.loads(report.stdout) if row["file"] == path)
        for name, count in counted(path).items():
            if int(ours[name]) != count:
                sys.exit(f"rdflib: {path}: {count} {name}, not {ours[name]}")


main()

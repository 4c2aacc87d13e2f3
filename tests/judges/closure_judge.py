"""Derives the closure of a dataset by SPARQL 1.1 and compares it with what the program wrote.

usage: closure_judge.py FILE.nq ANATOMY.obo     exit 1 when an edge is missing or too many

FILE.nq has the graphs .../graph/direct, terms, anchor and closure. ANATOMY.obo, with kinds.tsv beside it, is what the
program linked to: it tells which terms there are, which of them are immaterial, and what the anchor must hold. The
program is not asked anything. Not for graphs with chains of more than 250 wholes, which the program cuts.
"""

import re
import sys
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

OBO = "http://purl.obolibrary.org/obo/"
MKG = "https://w3id.org/musclekg/vocab#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SUBCLASS_OF = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PART_OF, BRANCHING = OBO + "BFO_0000050", OBO + "RO_0002380"
TERM, IMMATERIAL = NamedNode("urn:judge:Term"), NamedNode("urn:judge:Immaterial")
ONTOLOGY = NamedNode("urn:judge:ontology")

PREFIXES = f"PREFIX obo: <{OBO}> PREFIX mkg: <{MKG}> PREFIX judge: <urn:judge:>\n"
PART = "(obo:BFO_0000050|obo:RO_0002350|obo:RO_0002380)"
ATTACHED = "(obo:RO_0002371|obo:RO_0002372|obo:RO_0002373)"
LANDMARK = "(mkg:hasOriginLandmark|mkg:hasInsertionLandmark)"
RULES = (
    ("1", "BFO_0000050", f"?s {PART}+ ?o FILTER(?s != ?o)"),
    ("2", "RO_0002371", f"?s {ATTACHED} ?o"),
    ("2", "RO_0002177", f"?s {ATTACHED} ?o"),
    ("3", "RO_0002177", f"?s {ATTACHED}/{PART}+ ?o"),
    ("4", "RO_0002177", f"""?s {LANDMARK} ?l . ?l {PART}+ ?o FILTER(?l != ?o)
        FILTER NOT EXISTS {{ ?o a judge:Immaterial }}
        FILTER(EXISTS {{ ?o a judge:Term }} || EXISTS {{ ?x {ATTACHED} ?o }} || NOT EXISTS {{ ?y {LANDMARK} ?o }})"""),
    ("5", "RO_0002005", "?s obo:RO_0002005/obo:RO_0002380* ?o"),
)


class Anatomy:
    """The terms of an OBO file: which are immaterial, and the wholes of each."""

    def __init__(self, path):
        self.spaces = {}
        self.terms, self.wholes, parents, kinds = set(), {}, {}, {}
        stanza, iri = "", None
        for line in path.read_text(encoding="utf-8").splitlines():
            tag, _, value = line.partition(": ")
            words = value.split(" !")[0].split()
            if line.startswith("["):
                stanza, iri = line, None
            elif tag == "idspace":
                self.spaces[words[0]] = words[1]
            elif stanza != "[Term]":
                continue
            elif tag == "id":
                iri = self.iri(words[0])
                self.terms.add(iri)
            elif tag == "is_obsolete":
                self.terms.discard(iri)
            elif tag == "is_a" or tag == "intersection_of" and len(words) == 1:
                parents.setdefault(iri, set()).add(self.iri(words[0]))
            elif tag in ("relationship", "intersection_of") and words[0] in ("part_of", "branching_part_of"):
                predicate = PART_OF if words[0] == "part_of" else BRANCHING
                self.wholes.setdefault(iri, {}).setdefault(self.iri(words[1]), set()).add(predicate)
            elif tag == "property_value" and words[0] == "mkg:structureKind":
                kinds.setdefault(iri, set()).add(words[1].strip('"'))
        rows = [line.split("\t") for line in (path.parent / "kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]]
        names = {row[0] for row in rows if row[1] == "no"}
        roots = {self.iri(row[2]) for row in rows if row[1] == "no" and row[2]}
        roots |= {iri for iri, given in kinds.items() if given & names}
        self.immaterial = {iri for iri in self.terms if roots & self.above(iri, parents)}

    def iri(self, curie):
        prefix, _, number = curie.partition(":")
        return self.spaces[prefix] + number if prefix in self.spaces else f"{OBO}{prefix}_{number}"

    @staticmethod
    def above(iri, parents):
        found, left = {iri}, [iri]
        while left:
            for parent in parents.get(left.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    left.append(parent)
        return found

    def slice(self, terms):
        """The edges upward from these terms; one that is part of and branching part of counts as the latter."""
        edges, seen = set(), set()
        left = [iri for iri in terms if iri in self.terms]
        while left:
            part = left.pop()
            if part in seen:
                continue
            seen.add(part)
            for whole, predicates in self.wholes.get(part, {}).items():
                if whole in self.terms and whole != part:
                    edges.add((part, BRANCHING if BRANCHING in predicates else PART_OF, whole))
                    left.append(whole)
        return edges


def compare(what, expected, given):
    """Print the differences; return how many there are."""
    for sign, edges in (("missing", expected - given), ("too many", given - expected)):
        for edge in sorted(edges)[:20]:
            print(f"{what}: {sign}: {' '.join(edge)}", file=sys.stderr)
        if len(edges) > 20:
            print(f"{what}: {sign}: {len(edges) - 20} more", file=sys.stderr)
    return len(expected ^ given)


def edges_of(store, graph, ignored=()):
    """The statements of a graph between IRIs."""
    return {(q.subject.value, q.predicate.value, q.object.value) for q in store.quads_for_pattern(None, None, None, graph)
            if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode) and q.predicate.value not in ignored}


def judge(store, name, anatomy):
    """Check one dataset; return (differences, edges of its closure, edges by rule)."""
    graph = {part: NamedNode(f"{name}/graph/{part}") for part in ("direct", "terms", "anchor", "closure")}
    ignored = {RDF_TYPE, SUBCLASS_OF} | {SKOS + match for match in ("exactMatch", "closeMatch", "broadMatch")}
    stated = edges_of(store, graph["direct"], ignored) | edges_of(store, graph["terms"], ignored)
    wanted = anatomy.slice({iri for s, _, o in stated for iri in (s, o)})
    wrong = compare("anchor", wanted, edges_of(store, graph["anchor"]))
    derived, by_rule = set(), {}
    sources = [graph["direct"], graph["terms"], graph["anchor"], ONTOLOGY]
    for rule, predicate, pattern in RULES:
        query = f"{PREFIXES}SELECT DISTINCT ?s ?o WHERE {{ {pattern} }}"
        found = {(row["s"].value, OBO + predicate, row["o"].value) for row in store.query(query, default_graph=sources)}
        by_rule[rule] = by_rule.get(rule, 0) + len(found)
        derived |= found
    wrong += compare("closure", derived, edges_of(store, graph["closure"]))
    return wrong, len(derived), by_rule


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    store = Store()
    store.bulk_load(path=sys.argv[1], format=RdfFormat.N_QUADS)
    anatomy = Anatomy(Path(sys.argv[2]))
    for iri in anatomy.terms:
        store.add(Quad(NamedNode(iri), NamedNode(RDF_TYPE), TERM, ONTOLOGY))
    for iri in anatomy.immaterial:
        store.add(Quad(NamedNode(iri), NamedNode(RDF_TYPE), IMMATERIAL, ONTOLOGY))
    names = sorted(m.group(1) for m in (re.fullmatch(r"(.*)/graph/closure", g.value) for g in store.named_graphs()
                                        if isinstance(g, NamedNode)) if m)
    if not names:
        sys.exit(f"{sys.argv[1]}: no graph .../graph/closure")
    wrong = 0
    for name in names:
        differences, edges, by_rule = judge(store, name, anatomy)
        wrong += differences
        rules = ", ".join(f"rule {rule}: {count}" for rule, count in sorted(by_rule.items()))
        print(f"{name}: {edges} edges ({rules}), {differences} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

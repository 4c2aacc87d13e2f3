"""Compares the answers of `query` to random queries over random data with those of pyoxigraph.

usage: queries.py PROGRAM [COUNT] [SEED]     exit 1 on any difference; each query has a seed of its own: COUNT 1 gives it again

The data have named graphs, and the default graph is all of them merged. Compared are rows as a bag, triples but for the labels of blank
nodes, and truth. What SPARQL leaves open is judged by what it says: rows with ORDER BY may not contradict the order of their keys,
LIMIT and OFFSET must give that many of the rows there are. A description must be the concise bounded one. random_query.py leaves out
what pyoxigraph does otherwise. Rows of paths with alternatives or a negation, of which it gives equal ones once, are compared as sets.
"""

import itertools
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
from random_query import EX, PREFIXES, XSD, Query, data

COUNT, SEED, MOST_ROWS = 1000, 1, 3000
NUMBERS = {XSD + name for name in ("integer", "decimal", "double")}


def cell(kind, value, language, datatype):
    """A term so that equal ones compare equal, whoever gives them: numbers have nine digits."""
    if kind == "literal" and datatype in NUMBERS:
        value = format(float(value), ".9g")
    return (kind, value, language.lower(), datatype)


def peer_cell(term):
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return cell("literal", term.value, term.language or "", term.datatype.value)
    return cell("bnode" if isinstance(term, ox.BlankNode) else "uri", term.value, "", "")


def program_cell(found):
    if found is None:
        return None
    language = found.get("xml:lang", "")
    kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString" if language else XSD + "string"
    return cell(found["type"], found["value"], language, found.get("datatype", kind) if found["type"] == "literal" else "")


def order(one, other):
    """-1, 0, 1 as ORDER BY has them (SPARQL 1.1, section 15.1); None where it leaves it open."""
    ranks = [("bnode", "uri", "literal").index(term[0]) + 1 if term else 0 for term in (one, other)]
    if one == other or ranks[0] != ranks[1]:
        return (ranks[0] > ranks[1]) - (ranks[0] < ranks[1])
    types = {one[3], other[3]}
    if types <= NUMBERS and "nan" not in (one[1], other[1]):
        pair = float(one[1]), float(other[1])
    elif ranks[0] == 2 or (len(types) == 1 and types <= {XSD + "string", XSD + "boolean"}):
        pair = one[1], other[1]
    else:
        return None
    return (pair[0] > pair[1]) - (pair[0] < pair[1])


def out_of_order(rows, keys):
    """Two rows whose keys contradict the order, or None."""
    for first, second in itertools.combinations(rows, 2):
        for column, down in keys:
            found = order(first[column], second[column])
            if found == (-1 if down else 1):
                return first, second
            if found != 0:
                break
    return None


class Judge:
    def __init__(self, program, folder):
        self.program, self.file = program, folder / "data.nq"

    def read(self, quads):
        self.file.write_text(quads, encoding="utf-8")
        self.store = ox.Store()
        self.store.extend(ox.parse(quads.encode(), format=ox.RdfFormat.N_QUADS))

    def peer(self, text, union):
        return self.store.query(PREFIXES + text, use_default_graph_as_union=union)

    def answer(self, text, syntax):
        run = subprocess.run([self.program, "query", PREFIXES + text, self.file, "--format", syntax, "--quiet"], capture_output=True,
                             encoding="utf-8", check=False, timeout=120)
        if run.returncode != 0:
            raise ValueError(f"exit {run.returncode}: {run.stderr.strip()}")
        return json.loads(run.stdout) if syntax == "json" else run.stdout

    def rows(self, query, text):
        found = self.answer(text, "json")["results"]["bindings"]
        return [tuple(program_cell(row.get(name[1:])) for name in query.columns) for row in found]

    def description(self, query):
        """The triples that a concise bounded description has."""
        waiting = [ox.NamedNode(EX + name[1:]) for name in query.described if name[0] == ":"]
        names = [name for name in query.described if name[0] == "?"]
        if names:
            waiting += [row[name[1:]] for row in self.peer(f"SELECT {' '.join(names)} {{ {query.where} }}", True) for name in names]
        triples, told = set(), set()
        while waiting:
            node = waiting.pop()
            if node in told or node is None or isinstance(node, ox.Literal):
                continue
            told.add(node)
            for quad in self.store.quads_for_pattern(node, None, None):
                triples.add(quad.triple)
                waiting += [quad.object] if isinstance(quad.object, ox.BlankNode) else []
        return triples

    def differs(self, query):
        """What is wrong with the program's answer, or None. Raises OverflowError where there are too many rows to compare."""
        if query.form == "SELECT":
            return self.differs_rows(query)
        if query.form == "ASK":
            expected = bool(self.peer(query.text, not query.clause))
            found = self.answer(query.text, "json")["boolean"]
            return None if found == expected else f"{found}, not {expected}"
        expected = self.description(query) if query.form == "DESCRIBE" else set(limited(self.peer(query.text, not query.clause), 100))
        found = {quad.triple for quad in ox.parse(self.answer(query.text, "ntriples").encode(), format=ox.RdfFormat.N_TRIPLES)}
        if canonical(found) == canonical(expected):
            return None
        return "\n".join(["expected", *sorted(map(str, expected)), "found", *sorted(map(str, found))])

    def differs_rows(self, query):
        peer = limited(self.peer(query.text, not query.clause), MOST_ROWS)
        expected = [tuple(peer_cell(row[name[1:]]) for name in query.columns) for row in peer]
        found = self.rows(query, query.text)
        bags = (Counter(set(expected)), Counter(set(found))) if query.doubtful else (Counter(expected), Counter(found))
        if bags[0] != bags[1]:
            tell = lambda what, bag: [f"{what}: {count} x {row}" for row, count in list(bag.items())[:3]]
            return "\n".join([f"columns {query.columns}", *tell("missing", bags[0] - bags[1]), *tell("too many", bags[1] - bags[0])])
        keys = [(query.columns.index(name), down) for name, down in query.keys]
        if keys and len(found) < 400 and (pair := out_of_order(found, keys)):
            return f"out of order by {query.keys}:\n{pair[0]}\n{pair[1]}"
        if query.slice:
            some = self.rows(query, query.text + query.slice)
            part = found[query.offset:query.offset + query.limit]
            key = lambda rows: [tuple(row[column] for column, _ in keys) for row in rows]
            if Counter(some) - Counter(found) or len(some) != len(part) or key(some) != key(part):
                return f"{query.slice}: {some}\nof {found[:20]}"
        return None


def limited(answer, most):
    result = list(itertools.islice(answer, most + 1))
    if len(result) > most:
        raise OverflowError
    return result


def canonical(triples):
    dataset = ox.Dataset(ox.Quad(*triple) for triple in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def main(program, count, seed):
    wrong = answered = left_out = 0
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(program, Path(folder))
        for number in range(seed, seed + count):
            dice = random.Random(number)
            quads = data(dice)
            query = Query(dice)
            judge.read(quads)
            try:
                said = judge.differs(query)
                answered += 1
            except OverflowError:
                left_out += 1
                continue
            except (ValueError, SyntaxError, subprocess.TimeoutExpired) as fault:
                said = f"{type(fault).__name__}: {fault}"
            if said:
                wrong += 1
                print(f"seed {number}: {query.text}{query.slice}\n{said}\n", file=sys.stderr)
    print(f"pyoxigraph: {answered} random queries: {f'{wrong} answers differ' if wrong else 'all answers the same'}"
          f" ({left_out} have too many rows to compare)")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:] + [COUNT, SEED][len(sys.argv) - 2:])))

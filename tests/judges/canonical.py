"""Lets rdf-canonize judge the canonical form (RDFC-1.0) that transcode writes, byte for byte, on random datasets.

usage: canonical.py PROGRAM [JUDGES]     JUDGES: holds node_modules with rdf-canonize; by default build/judges

The datasets are always the same ones: sparse and dense ones, circles, cliques, stars, lists, twins, graphs named by blank nodes. Each is
given with other labels and in another order, too. Where the Recommendation leaves a choice to the order of statements, any of the forms
that rdf-canonize finds is right, but it must be the same for both. Exit code 1 where a form is another one.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from itertools import permutations
from pathlib import Path

HERE = Path(__file__).parent
COUNT = 300
EX = "http://example.org/"
# rdf-canonize sorts by UTF-16 and leaves U+FFFE as it is: no text has both a letter behind U+D7FF and one beyond U+FFFF, none has U+FFFE.
TEXTS = ["", "a", "a b", 'say \\"x\\"', "back\\\\slash", "line\\nend\\r\\ttab", "\\b\\f", "\\u0001\\u001F\\u007F"]
TEXTS += ["é", "\\u00E9", "上", "\\U0001F4AA", "_:a"]


def term(dice):
    kind = dice.randrange(4)
    if kind == 0:
        return f"<{EX}{dice.choice('abc')}>"
    text = f'"{dice.choice(TEXTS)}"'
    return text + dice.choice(["", "", "@en", "@en-GB", f"^^<{EX}type>"])


def relation(dice):
    return f"<{EX}{dice.choice('pq')}>"


def edges(dice, pairs, both=False):
    """Statements for the links between numbered nodes; all with one predicate half of the time."""
    one = relation(dice)
    mixed = dice.random() < 0.5
    lines = []
    for a, b in pairs:
        predicate = relation(dice) if mixed and dice.random() < 0.3 else one
        lines.append([f"_:n{a}", predicate, f"_:n{b}"])
        if both:
            lines.append([f"_:n{b}", predicate, f"_:n{a}"])
    return lines


def circle(first, size):
    return [(first + i, first + (i + 1) % size) for i in range(size)]


def sparse(dice):
    size = dice.randint(1, 8)
    lines = []
    for _ in range(dice.randint(1, 12)):
        node = f"_:n{dice.randrange(size)}"
        other = f"_:n{dice.randrange(size)}" if dice.random() < 0.6 else term(dice)
        lines.append([node, relation(dice), other] if dice.random() < 0.8 else [f"<{EX}top>", relation(dice), node])
    return lines


def circles(dice):
    pairs, first = [], 0
    for _ in range(dice.randint(1, 3)):
        size = dice.randint(1, 6)
        pairs += circle(first, size)
        first += size
    return edges(dice, pairs, dice.random() < 0.4)


def clique(dice):
    size = dice.randint(2, 5)
    pairs = list(permutations(range(size), 2))
    return edges(dice, [pair for pair in pairs if dice.random() < 0.9 or len(pairs) < 7])


def regular(dice):
    """Graphs that only the N-degree hash tells apart."""
    k33 = [(a, b) for a in range(3) for b in range(3, 6)]
    prism = circle(0, 3) + circle(3, 3) + [(i, i + 3) for i in range(3)]
    shift = lambda pairs, by: [(a + by, b + by) for a, b in pairs]
    return edges(dice, dice.choice([k33, prism, circle(0, 6), circle(0, 3) + circle(3, 3), circle(0, 4) + shift(circle(0, 4), 4)]), True)


def stars(dice):
    lines = []
    predicate = relation(dice)
    for hub in range(dice.randint(1, 3)):
        for leaf in range(dice.randint(1, 5)):
            lines.append([f"_:h{hub}", predicate, f"_:l{hub}x{leaf}"])
            if dice.random() < 0.3:
                lines.append([f"_:l{hub}x{leaf}", relation(dice), term(dice)])
    return lines


def lists(dice):
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    lines = []
    values = [term(dice) for _ in range(2)]
    for head in range(dice.randint(1, 3)):
        size = dice.randint(1, 5)
        for i in range(size):
            lines.append([f"_:c{head}x{i}", f"<{rdf}first>", dice.choice(values)])
            lines.append([f"_:c{head}x{i}", f"<{rdf}rest>", f"_:c{head}x{i + 1}" if i + 1 < size else f"<{rdf}nil>"])
    return lines


def twins(dice):
    one = sparse(dice)
    return one + [[part.replace("_:n", "_:m") for part in line] for line in one]


def dataset(dice):
    lines = dice.choice([sparse, sparse, circles, clique, regular, stars, lists, twins])(dice)
    if dice.random() < 0.3:
        lines = lines + sparse(dice)
    graphs = dice.choice([[""], [""], ["", f"<{EX}g>"], ["", "_:g0", "_:g1"], ["", "_:n0", "_:n1"]])
    lines = [" ".join([*line, dice.choice(graphs)]).strip() for line in lines]
    if dice.random() < 0.2:
        lines += [line + " _:g0" for line in lines if line.count("_:") < 3 and not line.endswith(f"<{EX}g>") and len(line.split()) == 3]
    dice.shuffle(lines)
    lines += dice.choices(lines, k=dice.randint(0, 2))
    return "".join(f"{line} .\n" for line in lines)


def shuffled(dice, text):
    """The same dataset with other labels, in another order."""
    label = r'(?<!")_:\w+(?= )'
    labels = sorted(set(re.findall(label, text)))
    others = [f"_:x{i}" for i in range(len(labels))]
    dice.shuffle(others)
    names = dict(zip(labels, others))
    lines = re.sub(label, lambda found: names[found[0]], text).splitlines()
    dice.shuffle(lines)
    return "".join(line + "\n" for line in lines)


def canonical(program, file):
    command = [program, "transcode", file, "-", "--to", "nquads", "--canonical", "--quiet"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return run.stdout if run.returncode == 0 else run.stderr


def main(program, judges):
    failures = left_open = 0
    dice = random.Random(20240521)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{i:04}.nq" for i in range(COUNT)]
        for file in files:
            file.write_text(dataset(dice), encoding="utf-8")
        subprocess.run(["node", HERE / "canonical.mjs", folder, judges], check=True)
        for file in files:
            text = file.read_text(encoding="utf-8")
            expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
            left_open += len(expected) > 1
            written = canonical(program, file)
            other = folder / "other.nq"
            other.write_text(shuffled(dice, text), encoding="utf-8")
            again = canonical(program, other)
            if written not in expected or again != written:
                failures += 1
                found = f"{file.name}:\n{text}--- written:\n{written}--- shuffled:\n{again}--- expected:"
                print(found, *expected, sep="\n", file=sys.stderr)
    if failures:
        print(f"{failures} of {COUNT} canonical forms are not those of rdf-canonize", file=sys.stderr)
        return 1
    print(f"rdf-canonize: canonical forms of {COUNT} datasets: all the same ({left_open} are one of several that rdf-canonize finds)")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else HERE.parent.parent / "build/judges"))

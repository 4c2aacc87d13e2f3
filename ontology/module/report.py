"""What a reader needs to judge the module, as text."""

import collections

from module.edges import Regions
from module.names import FIELDS, homonyms

# Terms of these kinds should lie in a main region, so that a name can be decided by it.
PLACED = ("artery", "bone-part", "line", "muscle", "muscle-part", "nerve")


def report(data, build):
    """Print counts, kinds, gaps, homonyms and what the HRA files name."""
    print_counts(data, build)
    print_kinds(data, build)
    print_coverage(data, build)
    print_unplaced(data, build)
    print_rest(data, build)
    shared_names = homonyms(build.terms)
    print("\nhomonyms:", len(shared_names))
    for name, curies in shared_names:
        print(f"  {name}: {' '.join(curies)}")


def print_counts(data, build):
    """Print how many terms, names and edges there are."""
    terms = build.terms
    prefixes = collections.Counter(c.split(":")[0] for c in terms)
    print("terms:", len(terms), dict(sorted(prefixes.items())))
    print("asked for:", len(build.selection.wanted))
    for source, found, new in build.selection.counts:
        print(f"  {source}: {found}, {new} of them new")
    folded = [f for f in data.module if f.startswith("FMA:") and data.canonical(f) != f]
    print("FMA rows of the module table folded into Uberon:", len(folded))
    print("no open label:", [c for c in data.module if not data.label(data.canonical(c))])
    for field in (*FIELDS, "parents", "wholes", "stems", "alternatives", "wikidata"):
        print(f"{field}: {sum(len(getattr(t, field)) for t in terms.values())}")
    print("fma:", sum(len(t.fma - {t.curie}) for t in terms.values()))
    print("structure kinds:", sum(t.kind is not None for t in terms.values()))
    obsolete = build.obsolete.values()
    print("obsolete:", len(obsolete), "without label:", sum(not o.label for o in obsolete),
          "replaced:", sum(bool(o.replaced_by) for o in obsolete),
          "with proposals:", sum(bool(o.consider) for o in obsolete),
          "neither:", sum(not o.replaced_by and not o.consider for o in obsolete))
    zeros = [c for c in (*terms, *data.fma, *data.hra, *data.uberon_of) if c.startswith("FMA:0")]
    plain = {"FMA:" + c[4:].lstrip("0") for c in zeros}
    known = {*terms, *data.fma, *data.hra, *data.uberon_of}
    print("FMA ids with a leading zero:", len(set(zeros)), "of them also without:",
          sorted(plain & known))


def print_kinds(data, build):
    """Print the terms of each kind, those without a kind, and those with several."""
    terms, kinds = build.terms, build.kinds
    by_kind = collections.defaultdict(list)
    for curie in sorted(terms):
        for kind in kinds.of(curie):
            by_kind[kind].append(terms[curie].label)
    print("\nkind\tcount\texamples")
    for kind in sorted({row["kind"] for row in data.kinds} | set(by_kind)):
        found = by_kind[kind]
        step = max(1, len(found) // 8)
        print(f"{kind}\t{len(found)}\t{'; '.join(found[::step][:8])}")
    by_rule = collections.defaultdict(list)
    for curie in sorted(terms):
        if terms[curie].kind:
            by_rule[(terms[curie].kind, terms[curie].kind_basis)].append(terms[curie].label)
    print("\nkind by rule\tcount\tterms")
    for (kind, basis), labels in sorted(by_rule.items()):
        print(f"{kind}, {basis}\t{len(labels)}\t{'; '.join(labels)}")
    print("\nasked for, without a kind:")
    for curie in sorted(build.selection.wanted):
        if not kinds.of(curie):
            print(f"  {curie}\t{terms[curie].label}")
    print("\nmore than one kind:")
    for curie in sorted(terms):
        if len(kinds.of(curie)) > 1:
            print(f"  {curie}\t{terms[curie].label}\t{sorted(kinds.of(curie))}")


def print_coverage(data, build):
    """Print for each HRA file how many of its ids the module knows."""
    known = set(build.terms) | {f for t in build.terms.values() for f in t.fma}
    print("\nids of the HRA files: known by the module, of all")
    for name, ids in sorted(data.hra_ids.items()):
        print(f"  {name}: {sum(c in known for c in ids)} of {len(ids)}")


def print_rest(data, build):
    """Print what atlas.obo has, and which ids of the HRA files it does not have either."""
    rest, obsolete = build.rest, build.rest_obsolete
    prefixes = collections.Counter(c.split(":")[0] for c in rest)
    print("\natlas:", len(rest), dict(sorted(prefixes.items())), "obsolete:", len(obsolete),
          "with neither:", sum(not o.replaced_by and not o.consider for o in obsolete.values()),
          "without label:", sum(not o.label for o in obsolete.values()))
    for field in ("exact_synonyms", "latin_names", "related_synonyms", "parents", "wholes",
                  "stems", "fma"):
        print(f"  {field}: {sum(len(getattr(t, field)) for t in rest.values())}")
    kinds = collections.Counter(t.kind for t in rest.values() if t.kind)
    print("  structure kinds:", dict(sorted(kinds.items())))
    every = {**build.terms, **rest}
    known = {*every, *obsolete, *build.obsolete} | {f for t in every.values() for f in t.fma}
    for name, ids in sorted(data.hra_ids.items()):
        print(f"  {name}: {len(known.intersection(ids))} of {len(ids)}, not there:",
              " ".join(sorted(set(ids) - known)))
    shared = [(name, curies) for name, curies in homonyms(every)
              if not rest.keys().isdisjoint(curies)]
    print("  homonyms with the atlas:", len(shared))
    for name, curies in shared:
        print(f"    {name}: {' '.join(curies)}")


def print_unplaced(data, build):
    """Print the terms of the kinds of PLACED that lie in no main region."""
    regions = Regions(data, build.terms)
    print("\nin no main region:")
    for kind in PLACED:
        found = sorted((c for c in build.terms if kind in build.kinds.of(c)))
        lost = [c for c in found if not regions.reached(c)]
        print(f"  {kind}: {len(lost)} of {len(found)}")
        for curie in lost:
            print(f"    {curie}\t{build.terms[curie].label}")

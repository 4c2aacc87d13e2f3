"""Ids that were given up: obsolete terms of Uberon, and ids that were merged into another term."""

from module.nouns import head_noun, head_noun_kind
from module.read import curie_of, values

# Of these an obsolete term without a successor is listed, so that its id is not called unknown.
KINDS = {"muscle", "muscle-group", "muscle-part", "tendon", "ligament", "aponeurosis", "fascia",
         "bone", "bone-part", "vertebra", "cartilage", "joint", "line", "artery", "nerve"}


class Obsolete:
    """An obsolete term: its label, if it has kept one, and where Uberon sends the reader."""

    def __init__(self, curie, label, replaced_by, consider):
        self.curie, self.label = curie, label
        self.replaced_by, self.consider = replaced_by, consider


def successor(data, curie):
    """Return the id that stands for a deprecated one in the end, or None.

    Uberon may replace an id by one that is replaced in its turn.
    """
    seen = set()
    while curie in data.uberon and not data.is_live(curie) and curie not in seen:
        seen.add(curie)
        curie = curie_of(data.uberon[curie]["replaced_by"]) or None
    return curie


def obsolete_terms(data, terms):
    """Return {curie: Obsolete} of the deprecated ids that lead to a term of the module or name one.

    An id without replacement or proposal goes in when it once was of one of KINDS: by the
    superclasses it had in 2015, or by its label. So does one that an HRA file still uses.
    """
    used = {c for c in data.hra} | {c for ids in data.hra_ids.values() for c in ids}
    found = {}
    for curie, row in data.uberon.items():
        if data.is_live(curie):
            continue
        end = data.canonical(successor(data, curie))
        consider = {data.canonical(curie_of(v)) for v in values(row["consider"])} & set(terms)
        lost = not row["replaced_by"] and not consider and once_of_kind(data, curie, row["label"])
        if end in terms or consider or lost or curie in used:
            found[curie] = Obsolete(curie, row["label"], {end} - {None}, consider)
    return found


def once_of_kind(data, curie, label):
    """Say whether a deprecated id was that of a term of one of KINDS."""
    roots = {row["root"] for row in data.kinds if row["kind"] in KINDS}
    seen, todo = set(), [curie]
    while todo:
        here = todo.pop()
        if here not in seen and here in data.uberon_2015:
            seen.add(here)
            todo.extend(data.uberon_2015[here].parents)
    of_brain = label and head_noun(label) == "sulcus"
    by_label = label and not of_brain and head_noun_kind(label) in KINDS
    return bool(by_label or not roots.isdisjoint(seen - {curie}))


def add_alternative_ids(data, terms):
    """Give terms the ids that the OBO files of 2015 and 2022 list as their alternatives."""
    for curie, term in terms.items():
        for release in (data.uberon_2015, *data.uberon_2022):
            if curie in release:
                term.alternatives |= {a for a in release[curie].alternatives
                                      if a.startswith("UBERON:") and not data.is_live(a)}

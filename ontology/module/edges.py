"""Edges that Uberon's table lacks: stated by the name of a part, or by FMA of a muscle."""

import re

from module.names import name_index
from module.nouns import is_branch
from module.read import fma_curie, values


def wholes_in_name(name):
    """Yield what stands behind each 'of' of a name, longest first, without an article.

    What a nerve runs to or joins with is not its whole: the name is cut there.
    """
    name = re.sub(r"\s*\([^)]*\)$", "", re.split(r" (?:to|with) ", name.lower())[0])
    for match in re.finditer(r" of (?:the )?", name):
        yield name[match.end():]


def find_whole(name, own, index):
    """Return the one term, other than own, that the name of a part ends with, or None."""
    for whole in wholes_in_name(name):
        found = index.get(whole, set()) - {own}
        if len(found) == 1:
            return min(found)
    return None


def name_index_with_authors(terms):
    """Return name_index with the names that the HRA authors use, where nothing else has them."""
    index = name_index(terms)
    for term in terms.values():
        for name in term.author_names:
            index[name.lower()].add(term.curie)
    return index


def is_hra_only(data, term):
    """Say whether a term is an FMA term whose only open source is the HRA."""
    return term.curie.startswith("FMA:") and term.curie not in data.fma


class Regions:
    """Tells which terms lie, by is_a, part_of and branching part of, in one of the main regions."""

    def __init__(self, data, terms):
        self.terms = terms
        self.roots = {row["root"] for row in data.kinds if row["kind"] == "main-region"}

    def above(self, curie):
        """Return a term with all that it is a kind or a part of."""
        seen, todo = set(), [curie]
        while todo:
            here = todo.pop()
            if here not in seen and here in self.terms:
                seen.add(here)
                term = self.terms[here]
                todo.extend(term.parents | term.wholes | term.stems)
        return seen

    def reached(self, curie):
        """Say whether a term is, or lies in, a main region."""
        return not self.roots.isdisjoint(self.above(curie))


def add_parents_of_fma(data, terms):
    """Give a Uberon term that lies in no main region the is_a parents of the FMA terms it matches.

    Only parents of the module that lie in one count. The broadest terms come first, so that
    what lies below one is placed with it.
    """
    regions = Regions(data, terms)
    depth = {curie: len(regions.above(curie)) for curie in terms}
    for curie in sorted(terms, key=lambda c: (depth[c], c)):
        term = terms[curie]
        if curie.startswith("UBERON:") and not regions.reached(curie):
            parents = {data.canonical(fma_curie(p)) for f in term.fma
                       for p in values(data.fma.get(f, {}).get("parents"))}
            term.parents |= {p for p in parents if p in terms and regions.reached(p)
                             and curie not in regions.above(p)}


def add_wholes_from_labels(data, terms):
    """Link parts to the whole that their name states: branching part of for branches, else part of.

    HRA-only terms without a whole come first; they have no other edge. Then come the terms of any
    source that lie in no main region. The label is read first, then the name of the HRA authors.
    """
    add_wholes_of_hra_terms(data, terms, terms)
    index, regions = name_index_with_authors(terms), Regions(data, terms)
    for curie in sorted(terms):
        term = terms[curie]
        if not (term.wholes or term.stems or regions.reached(curie)):
            add_whole(term, index, regions)


def add_wholes_of_hra_terms(data, terms, curies):
    """Link those of some curies that only the HRA has, and that have no whole, to that of the name.

    The wholes are looked for among all terms.
    """
    index, regions = name_index_with_authors(terms), Regions(data, terms)
    for curie in sorted(curies):
        if is_hra_only(data, terms[curie]) and not terms[curie].wholes:
            add_whole(terms[curie], index, regions)


def add_whole(term, index, regions):
    """Link a term to the whole in its names, unless that is itself a part or a kind of the term."""
    for name in (term.label, *sorted(term.author_names)):
        whole = find_whole(name, term.curie, index)
        if whole and term.curie not in regions.above(whole):
            (term.stems if is_branch(name) else term.wholes).add(whole)
            return

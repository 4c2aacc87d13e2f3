"""The kinds of terms: by the roots of kinds.tsv, and by rules where is_a gives none."""

import collections
import re

from module.nouns import head_noun, head_noun_kind, vessel_kind
from module.read import fma_curie, require, values

PLAIN_KINDS = {"muscle", "muscle-group", "artery", "vein", "nerve"}


class Kinds:
    """Finds the kinds of terms by the roots of kinds.tsv and by mkg:structureKind."""

    def __init__(self, data, terms, wanted, plain=PLAIN_KINDS):
        self.data, self.terms, self.wanted, self.plain = data, terms, wanted, plain
        self.roots = collections.defaultdict(set)
        for row in data.kinds:
            if row["root"]:
                require(row["root"] in terms, f"kinds.tsv: not in the module: {row['root']}")
                self.roots[row["root"]].add(row["kind"])

    def ancestors(self, curie):
        """Return a term with its is_a ancestors in the module."""
        seen, todo = set(), [curie]
        while todo:
            here = todo.pop()
            if here not in seen and here in self.terms:
                seen.add(here)
                todo.extend(self.terms[here].parents)
        return seen

    def of(self, curie):
        """Return the set of kinds of a term."""
        found = set()
        for ancestor in self.ancestors(curie):
            found |= self.roots.get(ancestor, set())
            if self.terms[ancestor].kind:
                found.add(self.terms[ancestor].kind)
        return found

    def fill(self, curies=None):
        """Set kind and kind_basis of the terms (or some of them) that have no kind yet.

        Ancestors come first, and FMA terms last: many are parts of Uberon terms.
        """
        depth = {c: len(self.ancestors(c)) for c in (self.terms if curies is None else curies)}
        for curie in sorted(depth, key=lambda c: (depth[c], c.startswith("FMA:"), c)):
            term = self.terms[curie]
            if not self.of(curie):
                found = self.by_rule(term)
                if found:
                    term.kind, term.kind_basis = found

    def by_rule(self, term):
        """Return (kind, basis) for a term that is_a leaves without a kind, or None.

        The rules are tried in the order that README.md gives. Ancestors that nobody asked for get
        a kind only where the name leaves no doubt.
        """
        if term.curie.startswith("MONDO:"):
            return "condition", "row of the Mondo table"
        if term.curie in self.wanted:
            return (self._by_match(term) or self._by_whole(term) or self._by_table(term)
                    or self._by_head_noun(term) or self._by_synonym(term))
        found = self._by_match(term) or self._by_head_noun(term)
        return found if found and found[0] in self.plain else None

    def _by_match(self, term):
        for fma in sorted(term.fma):
            if fma in self.data.fma:
                for parent in values(self.data.fma[fma]["parents"]):
                    kinds = self.of(self.data.canonical(fma_curie(parent)))
                    if kinds:
                        return min(kinds), "FMA parent"
        return None

    def _by_whole(self, term):
        part = re.search(r"\b(head|belly|part|fascicle|crus)$", term.label.lower().split(" of ")[0])
        for whole in sorted(term.wholes | term.stems):
            kinds = self.of(whole)
            if "muscle" in kinds and (part or self._nameless_muscle(term)):
                return "muscle-part", "part of a muscle"
            stems = sorted(kinds & {"nerve", "artery", "vein"})
            if stems and (term.stems or part):
                return stems[0], "branch or part of one"
        return None

    def _nameless_muscle(self, term):
        return "muscular-system" in self.tables(term) and not head_noun_kind(term.label)

    def tables(self, term):
        """Return the HRA tables that list a term or the FMA terms that fold into it."""
        return {t for c in (term.curie, *term.fma) for t in self.data.tables_of(c)}

    def _by_table(self, term):
        tables, noun = self.tables(term), head_noun_kind(term.label)
        no_nerve = noun in ("muscle", "nerve-plexus") or head_noun(term.label) == "ganglion"
        if "peripheral-nervous-system" in tables and not no_nerve:
            return "nerve", "HRA peripheral nervous system table"
        vessel = vessel_kind((term.label, *sorted(term.exact_synonyms)))
        if "blood-vasculature" in tables and vessel:
            return vessel, "HRA blood vasculature table"
        if "skeleton" in tables:
            known = ("joint", "ligament", "cartilage", "bone", "line", "skeleton")
            return (noun if noun in known else "bone-part"), "HRA skeleton table"
        if "muscular-system" in tables and noun is None:
            return "muscle", "HRA muscular system table"
        return None

    def _by_head_noun(self, term):
        kind = head_noun_kind(term.label)
        return (kind, "head noun of the label") if kind else None

    def _by_synonym(self, term):
        kinds = {head_noun_kind(name) for name in term.exact_synonyms} - {None}
        return (min(kinds), "head noun of a synonym") if len(kinds) == 1 else None

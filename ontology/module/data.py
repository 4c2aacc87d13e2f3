"""The shared data, read once, with what the tables say of one term."""

import collections
import re
from pathlib import Path

from module.read import (curie_of, fma_curie, read_hra_ids, read_obo, read_tsv, require, values)

HERE = Path(__file__).resolve().parent.parent

TERMS = "terms/tables/uberon_2026-04-01_terms.tsv"
EDGES = "terms/tables/uberon_2026-04-01_edges.tsv"
FMA_TERMS = "terms/tables/fma_khmo_terms.tsv"
MODULE = "terms/tables/msk_module.tsv"
CROSSWALK = "terms/tables/uberon_fma_ta98_wikidata.tsv"
HRA_TERMS = "terms/tables/hra_asctb_as_terms.tsv"
MONDO_TERMS = "terms/tables/mondo_patella_rows.tsv"
OLD_UBERON = "terms/obo/uberon-2015-04-23.obo"
UBERON_2022 = ("terms/obo/circulatory-minimal.obo", "terms/obo/musculoskeletal-minimal.obo",
               "terms/obo/nervous-minimal.obo")
RELATIONS = "terms/obo/ro.obo"
HRA_FILES = (
    "hra/asct-b-vh-knee.csv",
    "hra/asct-b-vh-muscular-system.csv",
    "hra/blood-vasculature-organ-crosswalk.csv",
    "hra/musculoskeletal-crosswalk.csv",
    "hra/peripheral-nervous-system-organ-crosswalk.csv",
)


def own_table(name):
    """Return the rows of a table in sources/."""
    return read_tsv(HERE / "sources" / name)


class Data:
    """The shared files, read once. Curies are the keys; nothing here is changed later."""

    def __init__(self, shared):
        self.shared = Path(shared)
        self.uberon = {row["id"]: row for row in read_tsv(self.shared / TERMS)}
        self.uberon_2015 = read_obo(self.shared / OLD_UBERON)
        self.uberon_2022 = [read_obo(self.shared / name) for name in UBERON_2022]
        self.fma = {row["fma_id"]: row for row in read_tsv(self.shared / FMA_TERMS)}
        self.mondo = {row["id"]: row for row in read_tsv(self.shared / MONDO_TERMS)}
        self.module = {row["curie"]: row for row in read_tsv(self.shared / MODULE)}
        self.crosswalk = read_tsv(self.shared / CROSSWALK)
        self.hra = collections.defaultdict(list)
        for row in read_tsv(self.shared / HRA_TERMS):
            self.hra[curie_of(row["id"])].append(row)
        self.hra_ids = {name: read_hra_ids(self.shared / name) for name in HRA_FILES}
        self.extra = own_table("extra-terms.tsv")
        self.extra_labels = {row["curie"]: row["label"] for row in self.extra if row["label"]}
        self.extra_edges = own_table("extra-edges.tsv")
        self.kinds = read_tsv(HERE / "kinds.tsv")
        self.is_a, self.part_of = self._uberon_edges()
        self.fma_of, self.uberon_of = self._fma_pairs()
        self.wikidata_of = self._wikidata()

    def _uberon_edges(self):
        """Return (is_a, part_of): {child: set of parents}, live terms only.

        A pair that the newest witness states as both is read as part_of. A pair of unknown type is
        read as is_a when the parent's label is the end of the child's label with no "of" before it
        (deep femoral artery, artery; but not muscle of hip, hip),
        when the release of 2015 has it as is_a, or when the child comes from the template whose
        other column is part_of.
        """
        excluded = {(r["child"], r["relation"], r["parent"])
                    for r in own_table("excluded-edges.tsv")}
        rows = read_tsv(self.shared / EDGES)
        typed = collections.defaultdict(set)
        for row in rows:
            if not row["type"].startswith("untyped"):
                typed[row["child"]].add((row["type"], row["witness"]))
        edges = {"is_a": collections.defaultdict(set), "part_of": collections.defaultdict(set)}
        found = set()
        for row in rows:
            child, parent = row["child"], row["parent"]
            kind = {"both": "part_of"}.get(row["type"], row["type"])
            if kind.startswith("untyped"):
                by_label = self._label_ends_with(child, parent)
                by_template = typed[child] == {("part_of", "hra-template-2026")}
                old = child in self.uberon_2015 and parent in self.uberon_2015[child].parents
                kind = "is_a" if by_label or by_template or old else None
            if kind is None or not (self.is_live(child) and self.is_live(parent)):
                continue
            if (child, kind, parent) in excluded:
                found.add((child, kind, parent))
                continue
            edges[kind][child].add(parent)
        require(found == excluded, f"excluded edges that no table has: {excluded - found}")
        return edges["is_a"], edges["part_of"]

    def is_live(self, curie):
        """Say whether an id is that of a term of Uberon 2026 that is not deprecated."""
        return curie in self.uberon and self.uberon[curie]["deprecated"] == "false"

    def _label_ends_with(self, child, parent):
        if child not in self.uberon or parent not in self.uberon:
            return False
        label, ending = self.uberon[child]["label"], " " + self.uberon[parent]["label"]
        return label.endswith(ending) and " of " not in label[:-len(ending)] + " "

    def _fma_pairs(self):
        """Return (FMA ids of a Uberon term, the one Uberon term of an FMA id).

        Pairs come from the Uberon-FMA bridge and from the column fma of the module table. An FMA
        id that several live Uberon terms claim is the exact match of none.
        """
        claims = collections.defaultdict(set)
        pairs = [(r["uberon"], r["fma"]) for r in self.crosswalk
                 if r["link_basis"].startswith("uberon-bridge-to-fma")]
        pairs += [(c, f) for c, r in self.module.items() for f in values(r["fma"])]
        excluded = {(r["uberon"], r["fma"]) for r in own_table("excluded-matches.tsv")}
        require(excluded <= set(pairs), f"excluded matches that no table has: {excluded}")
        for uberon, fma in pairs:
            usable = self.is_live(uberon) and re.fullmatch(r"FMA:\d+", fma)
            if usable and (uberon, fma) not in excluded:
                claims[fma].add(uberon)
        uberon_of = {fma: min(claim) for fma, claim in claims.items() if len(claim) == 1}
        fma_of = collections.defaultdict(set)
        for fma, uberon in uberon_of.items():
            fma_of[uberon].add(fma)
        return dict(fma_of), uberon_of

    def _wikidata(self):
        """Return {curie: item id} where the tables give a term exactly one Wikidata item."""
        items = collections.defaultdict(set)
        for row in self.crosswalk:
            for curie in (row["uberon"], row["fma"]):
                items[curie].update(values(row["wikidata"]))
        for curie, row in self.module.items():
            if row["wikidata"]:
                items[curie] = set(values(row["wikidata"]))
        return {c: min(ids) for c, ids in items.items() if c and len(ids) == 1}

    def canonical(self, curie):
        """Return the Uberon term that an FMA id folds into, or the curie itself."""
        return self.uberon_of.get(curie, curie)

    def label(self, curie):
        """Return (label, source name) of a live term, or None when no open table has a label."""
        if curie in self.uberon:
            return (self.uberon[curie]["label"], "sourceUberon") if self.is_live(curie) else None
        if curie in self.fma:
            return self.fma[curie]["label"], "sourceFMA"
        if curie in self.mondo:
            row = self.mondo[curie]
            return (row["label"], "sourceMondo") if row["deprecated"] == "false" else None
        if curie in self.extra_labels:
            return self.extra_labels[curie], other_source(curie)
        crosswalks = [ids[curie] for ids in self.hra_ids.values()
                      if curie in ids and curie in self.module]
        for candidate in ([self.module.get(curie, {}).get("label")]
                          + [row["label"].strip() for row in self.hra.get(curie, [])]
                          + crosswalks):
            if candidate:
                return candidate, "sourceHRA"
        return None

    def synonyms(self, curie):
        """Return the exact synonyms of a term, as its own table lists them."""
        if curie in self.uberon:
            return values(self.uberon[curie]["exact_synonyms"])
        if curie in self.fma:
            return values(self.fma[curie]["synonyms"])
        if curie in self.mondo:
            return values(self.mondo[curie]["exact_synonyms"])
        return []

    def author_names(self, curie, tables=None):
        """Return the names that the authors of HRA tables give a term, or of some tables only."""
        return {row["author_name"].strip() for row in self.hra.get(curie, ())
                if tables is None or hra_table(row) in tables} - {""}

    def tables_of(self, curie):
        """Return the names of the HRA tables that list a term."""
        tables = {hra_table(row) for row in self.hra.get(curie, ())}
        because = self.module.get(curie, {}).get("in_module_because", "")
        if "PNS-crosswalk" in because:
            tables.add("peripheral-nervous-system")
        if "blood-crosswalk" in because and not tables:
            tables.add("blood-vasculature")
        return tables

    def parents_of(self, curie):
        """Return the is_a parents of a term, folded."""
        found = set(self.is_a.get(curie, ()))
        if curie in self.fma:
            found |= {self.canonical(fma_curie(p)) for p in values(self.fma[curie]["parents"])}
        return found - {curie}

    def ancestors(self, curie):
        """Return a term with its is_a ancestors, as the shared tables have them."""
        seen, todo = set(), [curie]
        while todo:
            here = todo.pop()
            if here not in seen:
                seen.add(here)
                todo.extend(self.parents_of(here))
        return seen


def hra_table(row):
    """Return the name of the HRA table of a row, without its version."""
    return row["table"].split("/")[0]


def other_source(curie):
    """Return the source name of a term that stands only in extra-terms.tsv."""
    return {"MAXO": "sourceMAxO", "NCBITaxon": "sourceNCBITaxon"}[curie.split(":")[0]]

#!/usr/bin/env python3
"""Build the term module: anatomy.ttl, relations.ttl and spinal-levels.tsv.

The input is the shared data folder (tables and OBO files of the public ontologies) and the small
tables in sources/ and kinds.tsv, which are written by hand. Every id in the output stands in a file
of the shared data; the script stops when one does not. The output is sorted and holds no date, so
the same input gives the same bytes.

    make-module.py [--shared DIR]            write the files
    make-module.py [--shared DIR] --check    compare with what is on disk; exit 1 on a difference
    make-module.py [--shared DIR] --report   also print counts, kinds, homonyms and gaps
"""

import argparse
import collections
import csv
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

TERMS = "terms/tables/uberon_2026-04-01_terms.tsv"
EDGES = "terms/tables/uberon_2026-04-01_edges.tsv"
FMA_TERMS = "terms/tables/fma_khmo_terms.tsv"
MODULE = "terms/tables/msk_module.tsv"
CROSSWALK = "terms/tables/uberon_fma_ta98_wikidata.tsv"
HRA_TERMS = "terms/tables/hra_asctb_as_terms.tsv"
MONDO_TERMS = "terms/tables/mondo_patella_rows.tsv"
OLD_UBERON = "terms/obo/uberon-2015-04-23.obo"
RELATIONS = "terms/obo/ro.obo"
HRA_CROSSWALKS = (
    "hra/blood-vasculature-organ-crosswalk.csv",
    "hra/musculoskeletal-crosswalk.csv",
    "hra/peripheral-nervous-system-organ-crosswalk.csv",
)

PREFIXES = (
    ("dcterms", "http://purl.org/dc/terms/"),
    ("fma", "http://purl.org/sig/ont/fma/"),
    ("mkg", "https://w3id.org/musclekg/vocab#"),
    ("obo", "http://purl.obolibrary.org/obo/"),
    ("oboInOwl", "http://www.geneontology.org/formats/oboInOwl#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("wd", "http://www.wikidata.org/entity/"),
)

CC_BY_3 = "https://creativecommons.org/licenses/by/3.0/"
CC_BY_4 = "https://creativecommons.org/licenses/by/4.0/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"

Source = collections.namedtuple("Source", "title version licence attribution")
SOURCES = {
    "sourceUberon": Source(
        "Uberon multi-species anatomy ontology", "2026-04-01", CC_BY_3, "Uberon developers"),
    "sourceFMA": Source(
        "Foundational Model of Anatomy, through the extracts in KHMO", "5.0.0", CC_BY_4,
        "Foundational Model of Anatomy, University of Washington; extracts: KHMO"),
    "sourceHRA": Source(
        "Human Reference Atlas: ASCT+B tables and crosswalks", "tables of 2025-12 to 2026-06",
        CC_BY_4, "HuBMAP Human Reference Atlas"),
    "sourceMondo": Source("Mondo disease ontology, table of rows on the patella", "fad2512",
                          CC_BY_4, "Monarch Initiative"),
    "sourceMAxO": Source("Medical Action Ontology, one id and label", "", "",
                         "MAxO developers"),
    "sourceNCBITaxon": Source("NCBI organismal classification, one id", "", "", "NCBI"),
    "sourceWikidata": Source("Wikidata, item ids only", "2019 (by TA98 code)", CC0, "Wikidata"),
    "sourceRO": Source("OBO Relation Ontology", "2025-12-17", CC0, "OBO Relation Ontology"),
}

RELATION_IDS = (
    "BFO:0000050", "BFO:0000051", "RO:0002005", "RO:0002134", "RO:0002177", "RO:0002216",
    "RO:0002350", "RO:0002351", "RO:0002371", "RO:0002372", "RO:0002373", "RO:0002380",
    "RO:0002568", "RO:0002569", "RO:0020101",
)

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "eleventh", "twelfth")
SPINAL_REGIONS = (("C", "cervical", 8), ("T", "thoracic", 12), ("L", "lumbar", 5),
                  ("S", "sacral", 5))


# ----------------------------------------------------------------------------------- reading

def read_tsv(path):
    """Return the rows of a tab separated file with a header line, as dictionaries."""
    with open(path, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def values(cell):
    """Split a cell with | between values; no empty value is returned."""
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def fma_curie(name):
    """Turn KHMO's fma0329058 into FMA:0329058 (leading zeros are part of the id)."""
    return "FMA:" + re.fullmatch(r"fma(\d+)", name).group(1)


def read_is_a_of_obo(path):
    """Return the set of (child, parent) pairs that an OBO file states with an is_a line."""
    pairs, current = set(), None
    with open(path, encoding="utf-8", errors="replace") as handle:
        for line in handle:
            if line.startswith("id: "):
                current = line[4:].split()[0]
            elif line.startswith("is_a: "):
                pairs.add((current, line[6:].split()[0]))
    return pairs


def read_crosswalk_labels(path):
    """Return {id: label} of one HRA crosswalk: the label stands in the cell before the id."""
    labels = {}
    with open(path, encoding="utf-8-sig", newline="") as handle:
        for row in csv.reader(handle):
            for before, cell in zip(row, row[1:]):
                if re.fullmatch(r"\s*FMA:\d+\s*", cell) and before.strip():
                    labels.setdefault(cell.strip(), before.strip())
    return labels


class Data:
    """The shared files, read once. Curies are the keys; nothing here is changed later."""

    def __init__(self, shared):
        self.shared = Path(shared)
        self.uberon = {row["id"]: row for row in read_tsv(self.shared / TERMS)}
        self.fma = {row["fma_id"]: row for row in read_tsv(self.shared / FMA_TERMS)}
        self.mondo = {row["id"]: row for row in read_tsv(self.shared / MONDO_TERMS)}
        self.module = {row["curie"]: row for row in read_tsv(self.shared / MODULE)}
        self.hra = collections.defaultdict(list)
        for row in read_tsv(self.shared / HRA_TERMS):
            self.hra[row["id"].strip()].append(row)
        self.crosswalk_labels = {}
        for name in HRA_CROSSWALKS:
            for curie, label in read_crosswalk_labels(self.shared / name).items():
                self.crosswalk_labels.setdefault(curie, label)
        self.extra = read_tsv(HERE / "sources/extra-terms.tsv")
        self.extra_labels = {row["curie"]: row["label"] for row in self.extra if row["label"]}
        self.extra_edges = read_tsv(HERE / "sources/extra-edges.tsv")
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
                    for r in read_tsv(HERE / "sources/excluded-edges.tsv")}
        old = read_is_a_of_obo(self.shared / OLD_UBERON)
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
                kind = "is_a" if by_label or by_template or (child, parent) in old else None
            if kind is None or not (self._live(child) and self._live(parent)):
                continue
            if (child, kind, parent) in excluded:
                found.add((child, kind, parent))
                continue
            edges[kind][child].add(parent)
        require(found == excluded, f"excluded edges that no table has: {excluded - found}")
        return edges["is_a"], edges["part_of"]

    def _live(self, curie):
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
        pairs = [(r["uberon"], r["fma"]) for r in read_tsv(self.shared / CROSSWALK)
                 if r["link_basis"].startswith("uberon-bridge-to-fma")]
        pairs += [(c, f) for c, r in self.module.items() for f in values(r["fma"])]
        excluded = {(r["uberon"], r["fma"])
                    for r in read_tsv(HERE / "sources/excluded-matches.tsv")}
        require(excluded <= set(pairs), f"excluded matches that no table has: {excluded}")
        for uberon, fma in pairs:
            usable = self._live(uberon) and re.fullmatch(r"FMA:\d+", fma)
            if usable and (uberon, fma) not in excluded:
                claims[fma].add(uberon)
        uberon_of = {fma: min(claim) for fma, claim in claims.items() if len(claim) == 1}
        fma_of = collections.defaultdict(set)
        for fma, uberon in uberon_of.items():
            fma_of[uberon].add(fma)
        return fma_of, uberon_of

    def _wikidata(self):
        """Return {curie: item id} where the tables give a term exactly one Wikidata item."""
        items = collections.defaultdict(set)
        for row in read_tsv(self.shared / CROSSWALK):
            for curie in (row["uberon"], row["fma"]):
                items[curie].update(values(row["wikidata"]))
        for curie, row in self.module.items():
            if row["wikidata"]:
                items[curie] = set(values(row["wikidata"]))
        return {c: min(ids) for c, ids in items.items() if c and len(ids) == 1}

    def label(self, curie):
        """Return (label, source name) of a live term, or None when no open table has a label."""
        if curie in self.uberon:
            return (self.uberon[curie]["label"], "sourceUberon") if self._live(curie) else None
        if curie in self.fma:
            return self.fma[curie]["label"], "sourceFMA"
        if curie in self.mondo:
            row = self.mondo[curie]
            return (row["label"], "sourceMondo") if row["deprecated"] == "false" else None
        if curie in self.extra_labels:
            return self.extra_labels[curie], other_source(curie)
        for candidate in ([self.module.get(curie, {}).get("label")]
                          + [row["label"].strip() for row in self.hra.get(curie, [])]
                          + [self.crosswalk_labels.get(curie) if curie in self.module else None]):
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

    def tables_of(self, curie):
        """Return the names of the HRA tables that list a term."""
        tables = {row["table"].split("/")[0] for row in self.hra.get(curie, [])}
        because = self.module.get(curie, {}).get("in_module_because", "")
        if "PNS-crosswalk" in because:
            tables.add("peripheral-nervous-system")
        if "blood-crosswalk" in because and not tables:
            tables.add("blood-vasculature")
        return tables


def other_source(curie):
    """Return the source name of a term that stands only in extra-terms.tsv."""
    return {"MAXO": "sourceMAxO", "NCBITaxon": "sourceNCBITaxon"}[curie.split(":")[0]]


def require(condition, message):
    """Stop with a message when the data breaks a promise of this script."""
    if not condition:
        sys.exit(f"make-module: {message}")


# ---------------------------------------------------------------------------------- choosing

class Term:
    """One class of the module. Sets hold curies; `fma` and `wikidata` hold exact matches."""

    def __init__(self, curie, label, source):
        self.curie, self.label = curie, label
        self.sources = {source}
        self.exact_synonyms, self.related_synonyms = set(), set()
        self.parents, self.wholes, self.stems = set(), set(), set()
        self.fma, self.wikidata = set(), set()
        self.kind, self.kind_basis = None, None


def canonical(data, curie):
    """Return the Uberon term that an FMA id folds into, or the curie itself."""
    return data.uberon_of.get(curie, curie)


def check_evidence(data):
    """Stop unless every evidence of a table in sources/ is a line that holds the id."""
    cache = {}
    rows = [(r["curie"], r["evidence"], r["label"]) for r in data.extra]
    rows += [(r["subject"], r["evidence"], None) for r in data.extra_edges]
    for curie, evidence, label in rows:
        name, number = evidence.rsplit(":", 1)
        if name not in cache:
            cache[name] = (data.shared / name).read_text(encoding="utf-8").split("\n")
        line = cache[name][int(number) - 1]
        prefix, local = curie.split(":")
        forms = (curie, f"{prefix}_{local}", f"{prefix.lower()}:{prefix.lower()}{local}")
        require(any(re.search(re.escape(f) + r"(?!\d)", line) for f in forms),
                f"{evidence} does not hold {curie}")
        require(not label or label in line, f"{evidence} does not hold the label {label!r}")


def seeds(data):
    """Return the curies that are asked for: the module table and extra-terms.tsv, folded."""
    for row in data.extra:
        require(data.label(canonical(data, row["curie"])), f"no open label: {row['curie']}")
    wanted = set(data.module) | {row["curie"] for row in data.extra}
    return {canonical(data, c) for c in wanted if data.label(canonical(data, c))}


def parents_of(data, curie):
    """Return the is_a parents of a term, folded."""
    found = set(data.is_a.get(curie, ()))
    if curie in data.fma:
        found |= {canonical(data, fma_curie(p)) for p in values(data.fma[curie]["parents"])}
    return found - {curie}


def close_upwards(data, start):
    """Return start with every is_a and part_of ancestor."""
    seen, todo = set(), list(start)
    while todo:
        curie = todo.pop()
        if curie not in seen:
            seen.add(curie)
            todo.extend(parents_of(data, curie) | data.part_of.get(curie, set()))
    return seen


def make_terms(data):
    """Return {curie: Term} with labels, synonyms, matches and the edges of the tables."""
    terms = {}
    for curie in close_upwards(data, seeds(data)):
        label, source = data.label(curie)
        term = terms[curie] = Term(curie, label, source)
        term.parents = parents_of(data, curie)
        term.wholes = set(data.part_of.get(curie, ()))
        term.exact_synonyms = set(data.synonyms(curie))
        term.fma = set(data.fma_of.get(curie, ()))
        for fma in sorted(term.fma):
            if canonical(data, fma) == curie and data.label(fma):
                term.exact_synonyms |= {data.label(fma)[0], *data.synonyms(fma)}
                term.sources.add(data.label(fma)[1])
    for row in data.extra_edges:
        require(row["relation"] == "RO:0002380", f"unknown relation {row['relation']}")
        terms[row["subject"]].stems.add(row["object"])
    return terms


def drop_known_faults(terms):
    """Remove the synonyms of sources/excluded-synonyms.tsv; each must have been there."""
    for row in read_tsv(HERE / "sources/excluded-synonyms.tsv"):
        synonyms = terms[row["curie"]].exact_synonyms
        require(row["synonym"] in synonyms, f"{row['curie']} has no synonym {row['synonym']!r}")
        synonyms.discard(row["synonym"])


def tidy_synonyms(term):
    """Keep one spelling of each synonym (case aside) and none that repeats the label."""
    kept, seen = set(), {term.label.lower()}
    for synonym in sorted(term.exact_synonyms, key=lambda s: (s.lower(), s.swapcase())):
        if synonym.lower() not in seen:
            seen.add(synonym.lower())
            kept.add(synonym)
    term.exact_synonyms = kept


def name_index(terms):
    """Return {lower-case label or exact synonym: set of curies}."""
    index = collections.defaultdict(set)
    for term in terms.values():
        for name in (term.label, *term.exact_synonyms):
            index[name.lower()].add(term.curie)
    return index


def name_index_with_spinal_nerves(terms):
    """Return name_index with "second thoracic spinal nerve" beside "second thoracic nerve"."""
    index = name_index(terms)
    for term in terms.values():
        for name in term.related_synonyms:
            if name.replace(" spinal nerve", " nerve") == term.label:
                index[name.lower()].add(term.curie)
    return index


def add_author_names(data, terms):
    """Give FMA terms that only the HRA has its authors' name as related synonym, where free."""
    taken = name_index(terms)
    for term in terms.values():
        if is_hra_only(data, term):
            names = {row["author_name"].strip() for row in data.hra.get(term.curie, [])}
            term.related_synonyms = {n for n in names if n and n.lower() not in taken}


def is_hra_only(data, term):
    """Say whether a term is an FMA term whose only open source is the HRA."""
    return term.curie.startswith("FMA:") and term.curie not in data.fma


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


def add_wholes_from_labels(data, terms):
    """Link HRA-only parts to their whole: branching part of for branches, else part of.

    The label is read first, then the name that the HRA authors use.
    """
    index = name_index_with_spinal_nerves(terms)
    for term in terms.values():
        if not is_hra_only(data, term) or term.wholes:
            continue
        for name in (term.label, *sorted(term.related_synonyms)):
            branch = is_branch(name)
            whole = find_whole(name, term.curie, index)
            if whole:
                (term.stems if branch else term.wholes).add(whole)
                break


def is_branch(name):
    """Say whether a name is that of a branch or ramus of a nerve or a vessel."""
    head = name.lower().split(" of ")[0]
    is_part = re.search(r"\b(branch|ramus)$", head)
    return bool(is_part and re.search(r"nerve|arter|vein", name))


def add_wikidata(data, terms):
    """Match each term to its Wikidata item, unless two terms would share one."""
    items = collections.defaultdict(set)
    for curie, term in terms.items():
        for known in (curie, *sorted(term.fma)):
            if known in data.wikidata_of:
                items[data.wikidata_of[known]].add(curie)
    for item, curies in items.items():
        if len(curies) == 1:
            terms[min(curies)].wikidata.add(item)
    for term in terms.values():
        if len(term.wikidata) > 1:
            term.wikidata = set()


# ------------------------------------------------------------------------------------- kinds

class Kinds:
    """Finds the kinds of terms by the roots of kinds.tsv and by mkg:structureKind."""

    def __init__(self, data, terms):
        self.data, self.terms, self.wanted = data, terms, seeds(data)
        self.roots = collections.defaultdict(set)
        for row in data.kinds:
            if row["root"]:
                require(row["root"] in terms, f"kinds.tsv: not in the module: {row['root']}")
                self.roots[row["root"]].add(row["kind"])

    def ancestors(self, curie):
        """Return a term with its is_a ancestors, as the shared tables have them."""
        seen, todo = set(), [curie]
        while todo:
            here = todo.pop()
            if here not in seen:
                seen.add(here)
                todo.extend(parents_of(self.data, here))
        return seen

    def of(self, curie):
        """Return the set of kinds of a term."""
        found = set()
        for ancestor in self.ancestors(curie):
            found |= self.roots.get(ancestor, set())
            if ancestor in self.terms and self.terms[ancestor].kind:
                found.add(self.terms[ancestor].kind)
        return found

    def by_rule(self, term):
        """Return (kind, basis) for a term that is_a leaves without a kind, or None.

        The rules are tried in the order that README.md gives. Ancestors that nobody asked for get
        a kind only where the name leaves no doubt.
        """
        if term.curie.startswith("MONDO:"):
            return "condition", "row of the Mondo table"
        if term.curie in self.wanted:
            return (self._by_match(term) or self._by_whole(term) or self._by_table(term)
                    or self._by_head_noun(term))
        found = self._by_match(term) or self._by_head_noun(term)
        return found if found and found[0] in PLAIN_KINDS else None

    def _by_match(self, term):
        for fma in sorted(term.fma):
            if fma in self.data.fma:
                for parent in values(self.data.fma[fma]["parents"]):
                    kinds = self.of(canonical(self.data, fma_curie(parent)))
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
        if "peripheral-nervous-system" in tables and noun not in ("muscle", "nerve-plexus"):
            return "nerve", "HRA peripheral nervous system table"
        if "blood-vasculature" in tables and vessel_kind(term):
            return vessel_kind(term), "HRA blood vasculature table"
        if "skeleton" in tables:
            known = ("joint", "ligament", "cartilage", "bone", "line")
            return (noun if noun in known else "bone-part"), "HRA skeleton table"
        if "muscular-system" in tables and noun is None:
            return "muscle", "HRA muscular system table"
        return None

    def _by_head_noun(self, term):
        kind = head_noun_kind(term.label)
        return (kind, "head noun of the label") if kind else None

    def fill(self):
        """Set kind and kind_basis of every term that has no kind yet, ancestors first."""
        for curie in sorted(self.terms, key=lambda c: (len(self.ancestors(c)), iri_key(c))):
            term = self.terms[curie]
            if not self.of(curie):
                found = self.by_rule(term)
                if found:
                    term.kind, term.kind_basis = found


HEAD_NOUNS = {
    "muscle": "muscle", "muscles": "muscle-group", "musculature": "muscle-group",
    "tendon": "tendon", "ligament": "ligament", "aponeurosis": "aponeurosis",
    "fascia": "fascia", "septum": "septum", "membrane": "membrane", "cartilage": "cartilage",
    "joint": "joint", "capsule": "joint-part", "labrum": "joint-part", "meniscus": "joint-part",
    "nerve": "nerve", "plexus": "nerve-plexus", "vertebra": "vertebra", "artery": "artery",
    "arteries": "artery", "vein": "vein", "vessel": "vessel", "bone": "bone",
    "line": "line", "linea": "line", "lip": "line", "border": "line", "margin": "line",
    "edge": "line", "tubercle": "bone-part", "tuberosity": "bone-part", "condyle": "bone-part",
    "epicondyle": "bone-part", "epiphysis": "bone-part", "diaphysis": "bone-part",
    "crest": "bone-part", "sulcus": "bone-part", "compartment": "compartment",
    "bursa": "bursa",
}


PLAIN_KINDS = {"muscle", "muscle-group", "artery", "vein", "nerve"}


def head_noun(label):
    """Return the head noun of a label: the last word before of/to/in, brackets aside.

    When that is "part", the head noun of what it is a part of (part of a ligament: ligament).
    """
    text = re.sub(r"\([^)]*\)", "", label.lower())
    words = re.split(r" (?:of|to|in|for|between|with) |,", text)
    return words[1 if words[0].endswith("part") and len(words) > 1 else 0].split()[-1]


def head_noun_kind(label):
    """Return the kind that the head noun of a label stands for, or None."""
    return "line" if label.lower().startswith("linea ") else HEAD_NOUNS.get(head_noun(label))


def vessel_kind(term):
    """Return artery or vein by the word that a vessel's names hold, or None."""
    for name in (term.label, *sorted(term.exact_synonyms)):
        if re.search(r"\barter(y|ies|ial)\b", name.lower()):
            return "artery"
        if re.search(r"\b(vein|veins|venous)\b", name.lower()):
            return "vein"
    return None


# ----------------------------------------------------------------------------------- writing

def prefixed(curie):
    """Return the prefixed name of a curie: obo:UBERON_..., fma:fma..., wd:Q..."""
    prefix, _, local = curie.partition(":")
    if prefix == "FMA":
        return f"fma:fma{local}"
    return f"obo:{prefix}_{local}"


def iri_key(curie):
    """Return the sort key of a term: its IRI."""
    name = prefixed(curie)
    prefix, _, local = name.partition(":")
    return dict(PREFIXES)[prefix] + local


def literal(text):
    """Return a Turtle literal in English with the characters escaped that need it."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(escapes.get(ch, ch) for ch in text) + '"@en'


def plain(text):
    """Return a Turtle literal without a language."""
    return literal(text)[:-3]


def names(curies):
    """Return prefixed names in the order of their IRIs."""
    return [prefixed(c) for c in sorted(curies, key=iri_key)]


def block(subject, pairs):
    """Return one Turtle block; pairs are (predicate, list of objects) in writing order."""
    lines = [f"    {predicate} {' , '.join(objects)}" for predicate, objects in pairs if objects]
    lines[0] = f"{subject} {lines[0].strip()}"
    return " ;\n".join(lines) + " .\n"


def term_block(term):
    """Return the Turtle block of a term."""
    matches = names(term.fma - {term.curie}) + [f"wd:{q}" for q in sorted(term.wikidata)]
    sources = term.sources | ({"sourceWikidata"} if term.wikidata else set())
    return block(prefixed(term.curie), [
        ("a", ["owl:Class"]),
        ("rdfs:label", [literal(term.label)]),
        ("oboInOwl:hasExactSynonym", [literal(s) for s in sorted(term.exact_synonyms)]),
        ("oboInOwl:hasRelatedSynonym", [literal(s) for s in sorted(term.related_synonyms)]),
        ("rdfs:subClassOf", names(term.parents)),
        ("obo:BFO_0000050", names(term.wholes)),
        ("obo:RO_0002380", names(term.stems)),
        ("mkg:structureKind", [plain(term.kind)] if term.kind else []),
        ("mkg:kindBasis", [plain(term.kind_basis)] if term.kind else []),
        ("skos:exactMatch", matches),
        ("dcterms:source", [f"mkg:{s}" for s in sorted(sources)]),
    ])


def source_block(name):
    """Return the Turtle block that describes a source."""
    source = SOURCES[name]
    return block(f"mkg:{name}", [
        ("a", ["dcterms:BibliographicResource"]),
        ("dcterms:title", [literal(source.title)]),
        ("owl:versionInfo", [plain(source.version)] if source.version else []),
        ("dcterms:license", [f"<{source.licence}>"] if source.licence else []),
        ("dcterms:rightsHolder", [plain(source.attribution)]),
    ])


def header(title, used):
    """Return the comment and the prefix lines at the top of a generated file."""
    lines = [f"# {title}", "# Generated by ontology/make-module.py: edit its input, not this file.",
             "# Sources:"]
    for name in sorted(used):
        lines.append("#   " + "; ".join(part for part in SOURCES[name] if part))
    lines += [""] + [f"@prefix {p}: <{iri}> ." for p, iri in PREFIXES]
    return "\n".join(lines) + "\n\n"


def anatomy_ttl(terms):
    """Return the text of anatomy.ttl."""
    used = {s for t in terms.values() for s in t.sources} | {"sourceWikidata"}
    parts = [source_block(name) for name in sorted(used)]
    parts += [term_block(terms[c]) for c in sorted(terms, key=iri_key)]
    return header("Terms of muscles and of what muscle facts name.", used) + "\n".join(parts)


def read_typedefs(path):
    """Return {id: {tag: [values]}} of the [Typedef] stanzas of an OBO file.

    Trailing comments (! name) and qualifiers ({...}) are cut off. A stanza whose xref is an OBO
    id counts under that id.
    """
    typedefs = {}
    for stanza in path.read_text(encoding="utf-8").split("\n\n"):
        if not stanza.lstrip().startswith("[Typedef]"):
            continue
        tags = collections.defaultdict(list)
        for line in stanza.strip().split("\n")[1:]:
            tag, _, value = line.partition(": ")
            tags[tag].append(re.sub(r"\s*(\{.*\})?\s*(!.*)?$", "", value))
        own = [x for x in tags["xref"] if x in RELATION_IDS] or tags["id"]
        typedefs[own[0]] = tags
    return typedefs


def relation_block(curie, tags):
    """Return the Turtle block of an object property; links leave the file only for classes."""
    known = set(RELATION_IDS)
    name = prefixed(curie)
    types = ["owl:ObjectProperty"]
    types += ["owl:TransitiveProperty"] if tags["is_transitive"] == ["true"] else []
    types += ["owl:SymmetricProperty"] if tags["is_symmetric"] == ["true"] else []
    chains = [[prefixed(p) for p in value.split()] for value in tags["holds_over_chain"]
              if known.issuperset(value.split())]
    chains += [[name, prefixed(p)] for p in tags["transitive_over"] if p in known]
    return block(name, [
        ("a", types),
        ("rdfs:label", [literal(tags["name"][0])]),
        ("rdfs:subPropertyOf", names(known.intersection(tags["is_a"]))),
        ("owl:inverseOf", names(known.intersection(tags["inverse_of"]))),
        ("owl:propertyChainAxiom", [f"( {' '.join(chain)} )" for chain in sorted(chains)]),
        ("rdfs:domain", names(tags["domain"])),
        ("rdfs:range", names(tags["range"])),
        ("dcterms:source", ["mkg:sourceRO"]),
    ])


def relations_ttl(data):
    """Return the text of relations.ttl."""
    typedefs = read_typedefs(data.shared / RELATIONS)
    missing = [c for c in RELATION_IDS if c not in typedefs]
    require(not missing, f"not in {RELATIONS}: {missing}")
    parts = [source_block("sourceRO")]
    parts += [relation_block(c, typedefs[c]) for c in sorted(RELATION_IDS, key=iri_key)]
    # RO uses this annotation property without describing it; the label is that of the graph model.
    parts.append(block("obo:IAO_0000116", [
        ("a", ["owl:AnnotationProperty"]),
        ("rdfs:label", [literal("editor note")]),
        ("dcterms:source", ["mkg:sourceRO"]),
    ]))
    return header("Relations between the terms of anatomy.ttl.", {"sourceRO"}) + "\n".join(parts)


def spinal_levels(data):
    """Yield (level, label of the nerve, HRA author's name of the anterior ramus) from C1 to Co1."""
    for letter, region, count in SPINAL_REGIONS:
        for number, ordinal in enumerate(ORDINALS[:count], 1):
            yield (f"{letter}{number}", f"{ordinal} {region} nerve",
                   f"ventral ramus of {ordinal} {region} spinal nerve")
    yield "Co1", "coccygeal nerve", "ventral ramus of coccygeal nerve"


def spinal_levels_tsv(data, terms):
    """Return the text of spinal-levels.tsv; an empty cell means that no table has the term."""
    pns = [row for rows in data.hra.values() for row in rows
           if row["table"].startswith("peripheral-nervous-system")]
    nerves = {row["label"].lower(): row["id"].strip() for row in pns}
    rami = {row["author_name"].lower(): row["id"].strip() for row in pns}
    segments = {label.split()[0]: c for c, t in terms.items() for label in (t.label,)
                if re.match(r"[CTLS]\d+ segment of \w+ spinal cord$", label)}
    lines = ["level\tspinal_nerve\tanterior_ramus\tcord_segment"]
    for level, nerve, ramus in spinal_levels(data):
        cells = [canonical(data, nerves.get(nerve, "")), canonical(data, rami.get(ramus, "")),
                 segments.get(level, "")]
        require(all(not c or c in terms for c in cells), f"{level}: not in the module: {cells}")
        lines.append("\t".join([level, *cells]))
    return "\n".join(lines) + "\n"


# --------------------------------------------------------------------------------- reporting

def homonyms(terms):
    """Return [(name, curies)] of the names that more than one term carries."""
    index = name_index(terms)
    return sorted((name, sorted(cs, key=iri_key)) for name, cs in index.items() if len(cs) > 1)


def report(data, terms):
    """Print what a reader needs to judge the module."""
    kinds = Kinds(data, terms)
    prefixes = collections.Counter(c.split(":")[0] for c in terms)
    print("terms:", len(terms), dict(sorted(prefixes.items())))
    folded = sorted(f for f in data.module if f.startswith("FMA:") and canonical(data, f) != f)
    print("FMA rows of the module table folded into Uberon:", len(folded))
    print("no open label:", [c for c in data.module if not data.label(canonical(data, c))])
    by_kind = collections.defaultdict(list)
    for curie in sorted(terms, key=iri_key):
        for kind in kinds.of(curie):
            by_kind[kind].append(terms[curie].label)
    print("\nkind\tcount\texamples")
    for kind in sorted({row["kind"] for row in data.kinds} | set(by_kind)):
        found = by_kind[kind]
        step = max(1, len(found) // 8)
        print(f"{kind}\t{len(found)}\t{'; '.join(found[::step][:8])}")
    wanted = seeds(data)
    print("\nasked for, without a kind:")
    for curie in sorted(wanted, key=iri_key):
        if not kinds.of(curie):
            print(f"  {curie}\t{terms[curie].label}")
    print("\nmore than one kind:")
    for curie in sorted(terms, key=iri_key):
        if len(kinds.of(curie)) > 1:
            print(f"  {curie}\t{terms[curie].label}\t{sorted(kinds.of(curie))}")
    shared_names = homonyms(terms)
    print("\nhomonyms:", len(shared_names))
    for name, curies in shared_names:
        print(f"  {name}: {' '.join(curies)}")


# -------------------------------------------------------------------------------------- main

def build(shared):
    """Return (data, terms, {file name: text})."""
    data = Data(shared)
    check_evidence(data)
    terms = make_terms(data)
    drop_known_faults(terms)
    for term in terms.values():
        tidy_synonyms(term)
    add_author_names(data, terms)
    add_wholes_from_labels(data, terms)
    add_wikidata(data, terms)
    Kinds(data, terms).fill()
    return data, terms, {
        "anatomy.ttl": anatomy_ttl(terms),
        "relations.ttl": relations_ttl(data),
        "spinal-levels.tsv": spinal_levels_tsv(data, terms),
    }


def main():
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(description="Build the term module from the shared data.")
    parser.add_argument("--shared", default=str(HERE / "../../shared"),
                        help="folder with the shared data (default: ../shared beside the project)")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    parser.add_argument("--report", action="store_true", help="print counts, kinds and gaps")
    options = parser.parse_args()
    data, terms, files = build(options.shared)
    if options.report:
        report(data, terms)
    if options.check:
        stale = [name for name, text in files.items()
                 if not (HERE / name).exists()
                 or (HERE / name).read_text(encoding="utf-8") != text]
        for name in stale:
            print(f"make-module: {name} differs from what the sources give", file=sys.stderr)
        return 1 if stale else 0
    for name, text in files.items():
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

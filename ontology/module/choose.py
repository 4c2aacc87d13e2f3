"""Which terms go in, and what the tables state of each."""

import re

from module.data import own_table
from module.nouns import head_noun_kind, vessel_kind
from module.read import require, values


class Term:
    """One class of the module. Sets hold curies; `fma` and `wikidata` hold exact matches."""

    def __init__(self, curie, label, source):
        self.curie, self.label = curie, label
        self.source = source
        self.exact_synonyms, self.related_synonyms = set(), set()
        self.narrow_synonyms, self.broad_synonyms = set(), set()
        self.latin_names, self.abbreviations = set(), set()
        self.author_names = set()  # of the HRA; related synonyms, too
        self.parents, self.wholes, self.stems = set(), set(), set()
        self.fma, self.wikidata = set(), set()
        self.alternatives = set()
        self.kind, self.kind_basis = None, None


def check_evidence(data):
    """Stop unless every evidence of a table in sources/ is a line that holds the id.

    Of an edge it is the id of the subject, or in an OBO file, whose lines do not repeat the
    subject, that of the object.
    """
    cache = {}
    rows = [(r["curie"], r["evidence"], r["label"]) for r in data.extra]
    rows += [(r["object" if ".obo:" in r["evidence"] else "subject"], r["evidence"], None)
             for r in data.extra_edges]
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


BRIDGE = "uberon with fma"  # in the column `from`: what the Uberon-FMA bridge pairs
IDLE = "ancestors"  # in the column `from` of left-out.tsv


class LeftOut:
    """The patterns of left-out.tsv; `unused` are those that have fitted no label yet."""

    def __init__(self):
        self.rows = [(row["from"], set(values(row["kinds"])), re.compile(row["pattern"], re.I))
                     for row in own_table("left-out.tsv")]
        self.unused = {pattern.pattern for _, _, pattern in self.rows}

    def has(self, source, kinds, label):
        """Say whether a term of a source is left out."""
        found = False
        for wanted, of_kinds, pattern in self.rows:
            general = wanted == "*" and source != IDLE
            if (general or wanted == source) and (not of_kinds or of_kinds & kinds):
                if pattern.search(label):
                    self.unused.discard(pattern.pattern)
                    found = True
        return found


class Selection:
    """The curies that are asked for, folded: `wanted`; `counts` says what each row brought."""

    def __init__(self, data):
        self.data = data
        self.roots = {row["root"]: row["kind"] for row in data.kinds if row["root"]}
        self.left_out = LeftOut()
        for row in data.extra:
            require(data.label(data.canonical(row["curie"])), f"no open label: {row['curie']}")
        named = set(data.module) | {row["curie"] for row in data.extra}
        self.wanted = {data.canonical(c) for c in named if data.label(data.canonical(c))}
        self.counts = [("module table and extra terms", len(self.wanted), len(self.wanted))]
        for row in own_table("selection.tsv"):
            found = {c for c in self.candidates(row["from"]) if self.fits(c, row)}
            require(found, f"selection.tsv: nothing of {row['from']} fits")
            self.counts.append((row["from"], len(found), len(found - self.wanted)))
            self.wanted |= found

    def is_idle(self, curie):
        """Say whether an ancestor is one of those that no fact names."""
        return curie not in self.roots and self.left_out.has(IDLE, set(), self.data.label(curie)[0])

    def candidates(self, source):
        """Return the terms of a source of selection.tsv, folded, that have an open label."""
        if source == BRIDGE:
            curies = self.data.fma_of
        elif source == "fma":
            curies = self.data.fma
        else:
            curies = [c for c in self.data.hra if source in self.data.tables_of(c)]
            require(curies, f"selection.tsv: there is no table {source!r}")
        folded = {self.data.canonical(c) for c in curies}
        return {c for c in folded if re.match("(FMA|UBERON):", c) and self.data.label(c)}

    def fits(self, curie, row):
        """Say whether a term has a kind that the row asks for and is not left out."""
        kinds, wanted = self.kinds(curie, row["from"]), set(values(row["kinds"]))
        if wanted and not wanted & kinds:
            return False
        return not self.left_out.has(row["from"], kinds, self.data.label(curie)[0])

    def kinds(self, curie, source):
        """Return the kinds of a term by its superclasses or those of the FMA terms it matches.

        Where they give none, the label tells, but of what only the bridge brings; and at last the
        HRA table of nerves or of bones.
        """
        known = (curie, *self.data.fma_of.get(curie, ()))
        above = {a for c in known for a in self.data.ancestors(c)}
        found = {self.roots[a] for a in above if a in self.roots}
        if not found and (source != BRIDGE or curie.startswith("FMA:")):
            label = self.data.label(curie)[0]
            found = {head_noun_kind(label), vessel_kind([label])} - {None}
        if not found and source in TABLE_KINDS:
            found = {TABLE_KINDS[source]}
        return found


TABLE_KINDS = {"peripheral-nervous-system": "nerve", "skeleton": "bone-part"}


def close_upwards(data, start, left_out=frozenset()):
    """Return start with every is_a and part_of ancestor, but those left out and what is above."""
    seen, todo = set(), list(start)
    while todo:
        curie = todo.pop()
        if curie not in seen:
            seen.add(curie)
            todo.extend((data.parents_of(curie) | data.part_of.get(curie, set())) - left_out)
    return seen


def chosen_terms(data, selection):
    """Return what is wanted with its ancestors, but those that no fact names and nothing needs.

    A wanted term that would lose a kind, or the main region it lies in, keeps all its ancestors.
    """
    every = close_upwards(data, selection.wanted)
    idle = {c for c in every - selection.wanted if selection.is_idle(c)}
    require(not selection.left_out.unused,
            f"left-out.tsv: fits no term: {sorted(selection.left_out.unused)}")
    kept = close_upwards(data, selection.wanted, idle)
    for curie in sorted(selection.wanted):
        if roots_above(data, curie) != roots_above(data, curie, kept):
            kept |= close_upwards(data, [curie])
    return kept


def roots_above(data, curie, kept=None):
    """Return the kinds a term has by is_a, and the main regions it lies in, by edges to `kept`."""
    roots = {row["root"]: row["kind"] for row in data.kinds if row["root"]}
    found = {}
    for relation in ("is_a", "any"):
        seen, todo = set(), [curie]
        while todo:
            here = todo.pop()
            if here not in seen and (kept is None or here in kept):
                seen.add(here)
                todo.extend(data.parents_of(here))
                if relation == "any":
                    todo.extend(data.part_of.get(here, ()))
        found[relation] = {c for c in seen if c in roots}
    kinds = {roots[c] for c in found["is_a"]}
    return kinds, {c for c in found["any"] if roots[c] == "main-region"}


def term_of_tables(data, curie, chosen):
    """Return a Term with label, exact synonyms, matches to FMA, and its edges to what is chosen."""
    label, source = data.label(curie)
    term = Term(curie, label, source)
    term.parents = data.parents_of(curie) & chosen
    term.wholes = set(data.part_of.get(curie, ())) & chosen
    term.exact_synonyms = set(data.synonyms(curie))
    term.fma = set(data.fma_of.get(curie, ()))
    for fma in sorted(term.fma):
        if data.canonical(fma) == curie and data.label(fma):
            term.exact_synonyms |= {data.label(fma)[0], *data.synonyms(fma)}
    return term


def make_terms(data, selection):
    """Return {curie: Term} with labels, exact synonyms, matches and the edges of the tables."""
    terms, chosen = {}, chosen_terms(data, selection)
    for curie in chosen:
        terms[curie] = term_of_tables(data, curie, chosen)
    for row in data.extra_edges:
        require(row["relation"] in EXTRA_RELATIONS, f"unknown relation {row['relation']}")
        getattr(terms[row["subject"]], EXTRA_RELATIONS[row["relation"]]).add(row["object"])
    return terms


EXTRA_RELATIONS = {"BFO:0000050": "wholes", "RO:0002380": "stems", "is_a": "parents"}


def add_wikidata(data, terms):
    """Match each term to its Wikidata item, unless two terms would share one."""
    items = {}
    for curie, term in terms.items():
        for known in (curie, *sorted(term.fma)):
            if known in data.wikidata_of:
                items.setdefault(data.wikidata_of[known], set()).add(curie)
    for item, curies in items.items():
        if len(curies) == 1:
            terms[min(curies)].wikidata.add(item)
    for term in terms.values():
        if len(term.wikidata) > 1:
            term.wikidata = set()

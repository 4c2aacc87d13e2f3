"""The names of the terms: exact, Latin and short ones, and those that are wider or narrower."""

import collections
import re

from module.data import own_table
from module.read import require, values

UNFIT_TYPES = {"DUBIOUS", "HOMOLOGY", "NON_AMNIOTE", "NON_MAMMAL"}
WEAKER = {"BROAD": "broad_synonyms", "NARROW": "narrow_synonyms", "RELATED": "related_synonyms",
          "EXACT": "related_synonyms"}  # exact in an old file only: withdrawn since
# A name stays in the first of these: Latin and short names are known more closely than exact ones.
FIELDS = ("latin_names", "abbreviations", "exact_synonyms", "narrow_synonyms", "broad_synonyms",
          "related_synonyms")


def add_names(data, terms, wanted, faults):
    """Give the terms all their names but the author's names of the HRA.

    Ancestors that nobody asked for get no weaker names, and lose those that a program combined.
    """
    for curie in sorted(terms):
        term = terms[curie]
        term.exact_synonyms = {s for s in term.exact_synonyms if not faults.has(curie, s)}
        if curie not in wanted:
            combined = combined_names(data, curie)
            term.exact_synonyms = {s for s in term.exact_synonyms if s.lower() not in combined}
        add_fma_latin(data, term)
    taken = TakenNames(data, terms)
    for curie in sorted(terms):
        add_old_synonyms(data, terms[curie], taken, faults)
    for curie, term in terms.items():
        if curie not in wanted:
            term.narrow_synonyms = term.broad_synonyms = term.related_synonyms = set()
        tidy(term)


class Faults:
    """The synonyms of sources/excluded-synonyms.tsv, case aside; `unmet`: not asked for yet."""

    def __init__(self):
        self.rows = {(row["curie"], row["synonym"].lower())
                     for row in own_table("excluded-synonyms.tsv")}
        self.unmet = set(self.rows)

    def has(self, curie, name):
        """Say whether a name is a faulty one of a term."""
        self.unmet.discard((curie, name.lower()))
        return (curie, name.lower()) in self.rows

    def check(self):
        """Stop when a name was never met."""
        require(not self.unmet, f"excluded-synonyms.tsv: not there: {sorted(self.unmet)}")


def spellings(names):
    """Return {lower-case name: the spelling to keep}: of several the one in small letters."""
    return {name.lower(): name for name in sorted(names, key=str.swapcase, reverse=True)}


# ------------------------------------------------------------------------------- Latin of FMA

def add_fma_latin(data, term):
    """Take the names that FMA marks as Latin, of the term and of the FMA terms that fold into it.

    A name with the English word "muscle" is an exact synonym in spite of its mark; one whose
    brackets do not match is left out.
    """
    spelt = spellings(term.exact_synonyms)
    for curie in (term.curie, *sorted(term.fma)):
        for value in values(data.fma.get(curie, {}).get("non_english")):
            name, _, language = value.rpartition("@")
            if language == "Latin" and name.count("(") == name.count(")"):
                english = re.search(r"\bmuscle\b", name)
                field = term.exact_synonyms if english else term.latin_names
                field.add(spelt.get(name.lower(), name))


# --------------------------------------------------------------------- older releases of Uberon

class TakenNames:
    """Which terms have a name as their label, exact synonym or Latin name of FMA.

    All living terms of Uberon count, whether or not they are in the module: a name that is now
    exact for one term is no weaker name of another.
    """

    def __init__(self, data, terms):
        self.owners = collections.defaultdict(set)
        for curie in data.uberon:
            if data.is_live(curie):
                self.add(curie, [data.uberon[curie]["label"], *data.synonyms(curie)])
        for curie, term in terms.items():
            self.add(curie, [term.label, *term.exact_synonyms, *term.latin_names])

    def add(self, curie, names):
        """Note that a term has these names."""
        for name in names:
            self.owners[name.lower()].add(curie)

    def by_another(self, name, curie):
        """Say whether another term than this one has the name."""
        return bool(self.owners.get(name.lower(), set()) - {curie})


def combined_names(data, curie):
    """Return the lower-case names that only a program made, by combining the names of others."""
    made, stated = set(), set()
    for terms in (data.uberon_2015, *data.uberon_2022):
        for synonym in terms[curie].synonyms if curie in terms else ():
            (made if synonym.automatic else stated).add(synonym.text.lower())
    return made - stated


def old_statements(data, curie):
    """Return {lower-case name: (text, [statements of 2015], [statements of 2022])}.

    Left out is a name that only a program made by combining names, that is marked as of another
    language (scapula@fr), or that its type says to be doubtful or of other animals only.
    """
    found = {}
    releases = [[data.uberon_2015], data.uberon_2022]
    for number, files in enumerate(releases, 1):
        for terms in files:
            for synonym in terms[curie].synonyms if curie in terms else ():
                foreign = re.search(r"@\w\w$", synonym.text)
                if synonym.automatic or foreign or synonym.type in UNFIT_TYPES:
                    continue
                entry = found.setdefault(synonym.text.lower(), (synonym.text, [], []))
                entry[number].append(synonym)
    return found


def add_old_synonyms(data, term, taken, faults):
    """Add what the releases of 2015 and 2022 have beside the exact synonyms of 2026.

    A name that is exact in 2026 stays as it is, but moves where an old release marks it as Latin
    or as an abbreviation, unless it is the label of an FMA term that folds in. Else the newest
    release that has the name decides its scope; what was exact there and is not in 2026 was
    withdrawn and counts as related. What release 2015 states as weaker, and 2022 describes the
    term without it, was withdrawn, too, and is left out.
    """
    exact = spellings(term.exact_synonyms)
    labels = {data.label(f)[0].lower() for f in term.fma if data.label(f)}
    in_2022 = any(term.curie in terms for terms in data.uberon_2022)
    for key, (text, old, new) in sorted(old_statements(data, term.curie).items()):
        if key == term.label.lower() or faults.has(term.curie, text):
            continue
        if key in exact:
            field = special_field(old + new, ("EXACT", "RELATED"))
            if field and key not in labels:
                getattr(term, field).add(exact[key])
            continue
        withdrawn = in_2022 and not new and all(s.scope != "EXACT" for s in old)
        if withdrawn or taken.by_another(text, term.curie):
            continue
        scopes = {s.scope for s in new or old}
        weakest = next(scope for scope in WEAKER if scope in scopes)
        getattr(term, special_field(new or old, ("RELATED",)) or WEAKER[weakest]).add(text)


def special_field(statements, latin_scopes):
    """Return the field of Latin names or abbreviations, where a statement is of such a type."""
    for statement in statements:
        if statement.type == "LATIN" and statement.scope in latin_scopes:
            return "latin_names"
        if statement.type == "ABBREVIATION":
            return "abbreviations"
    return None


def tidy(term):
    """Keep one spelling of each name (case aside), in the first of FIELDS, and none twice.

    A related name that only adds "muscle" to another one is left out.
    """
    seen = {term.label.lower()}
    for field in FIELDS:
        kept = {key: name for key, name in spellings(getattr(term, field)).items()
                if key not in seen}
        if field == "related_synonyms":
            known = {without_muscle(key) for key in seen}
            kept = {key: name for key, name in kept.items() if without_muscle(key) not in known}
        seen.update(kept)
        setattr(term, field, set(kept.values()))


def without_muscle(name):
    """Return a name without "muscle" at its end, which tells nothing of a muscle."""
    return re.sub(r" muscles?$", "", name)


# ----------------------------------------------------------------------------- authors' names

def add_author_names(data, terms, tables=None, receivers=None):
    """Give terms the name that HRA authors use, as related synonym where they do not have it yet.

    A name that another term has, or that the authors give several terms, is left out. `tables`:
    whose authors (None: all); `receivers`: the only curies that get names (None: all).
    """
    owners = collections.defaultdict(set)
    for curie, term in terms.items():
        for field in FIELDS:
            for name in getattr(term, field):
                owners[name.lower()].add(curie)
        owners[term.label.lower()].add(curie)
    givers = collections.defaultdict(set)
    for curie in sorted(terms):
        for known in (curie, *terms[curie].fma):
            for name in data.author_names(known, tables):
                givers[name.lower()].add((curie, name))
    for key, given in givers.items():
        curies = {curie for curie, _ in given}
        wanted = receivers is None or curies <= receivers
        if len(curies) == 1 and wanted and owners[key] <= curies:
            term = terms[min(curies)]
            term.author_names.add(min(name for _, name in given))
            term.related_synonyms |= term.author_names
            tidy(term)


# --------------------------------------------------------------------------------- look-up

def name_index(terms):
    """Return {lower-case label, exact synonym or Latin name: set of curies}."""
    index = collections.defaultdict(set)
    for term in terms.values():
        for name in (term.label, *term.exact_synonyms, *term.latin_names):
            index[name.lower()].add(term.curie)
    return index


def homonyms(terms):
    """Return [(name, curies in order)] of the names that more than one term carries."""
    index = name_index(terms)
    return sorted((name, sorted(cs)) for name, cs in index.items() if len(cs) > 1)

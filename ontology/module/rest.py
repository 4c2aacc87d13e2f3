"""The rest: what Uberon and FMA have beyond the module, for commands that read whole tables."""

from module.choose import term_of_tables
from module.edges import add_wholes_of_hra_terms
from module.kinds import Kinds
from module.names import add_author_names, add_fma_latin, tidy
from module.obsolete import Obsolete, successor
from module.read import curie_of, values

# A Uberon term without a superclass of a kind gets one of these by its name. Names of others do
# not tell: smooth muscle is a tissue, a nerve can be an insect's.
KINDS_BY_NAME = {"artery", "vein"}


def rest_terms(data, terms, faults):
    """Return {curie: Term} of the living terms that the module lacks.

    They may point at terms of the module, which stay as they are.
    """
    chosen = rest_curies(data, terms)
    every, known = dict(terms), chosen.union(terms)
    for curie in chosen:
        term = every[curie] = term_of_tables(data, curie, known)
        term.exact_synonyms = {s for s in term.exact_synonyms if not faults.has(curie, s)}
        add_fma_latin(data, term)
        tidy(term)
    fma = {c for c in chosen if c.startswith("FMA:")}
    add_author_names(data, every, receivers=fma)
    add_wholes_of_hra_terms(data, every, fma)
    Kinds(data, every, fma, KINDS_BY_NAME).fill(chosen)
    return {curie: every[curie] for curie in chosen}


def rest_curies(data, terms):
    """Return the living terms of Uberon and the FMA terms with an open label, without the module's.

    An FMA term that folds into a Uberon term is none of its own.
    """
    fma = {c for c in (*data.fma, *data.hra) if c.startswith("FMA:") and data.canonical(c) == c}
    return {c for c in fma.union(data.uberon) if data.label(c)} - set(terms)


def rest_obsolete(data, obsolete):
    """Return {curie: Obsolete} of the deprecated ids that the module lacks, with all proposals.

    An id whose chain of replacements ends in one without any keeps the replacement it states.
    """
    found = {}
    for curie, row in data.uberon.items():
        if not data.is_live(curie) and curie not in obsolete:
            end = successor(data, curie) or curie_of(row["replaced_by"]) or None
            consider = {data.canonical(curie_of(v)) for v in values(row["consider"])}
            found[curie] = Obsolete(curie, row["label"], {data.canonical(end)} - {None}, consider)
    return found

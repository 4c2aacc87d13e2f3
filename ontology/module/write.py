"""The generated files as text."""

import collections
import re

from module.data import RELATIONS
from module.read import read_typedefs, require

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
    "sourceUberon2015": Source(
        "Uberon multi-species anatomy ontology: synonyms and merged ids of an older release",
        "2015-04-23", CC_BY_3, "Uberon developers"),
    "sourceUberon2022": Source(
        "Uberon multi-species anatomy ontology: synonyms and merged ids of three subsets",
        "2022-04", CC_BY_3, "Uberon developers"),
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
OF_NO_TERM = {"sourceUberon2015", "sourceUberon2022", "sourceWikidata"}

RELATION_IDS = (
    "BFO:0000050", "BFO:0000051", "RO:0002005", "RO:0002134", "RO:0002177", "RO:0002216",
    "RO:0002350", "RO:0002351", "RO:0002371", "RO:0002372", "RO:0002373", "RO:0002380",
    "RO:0002568", "RO:0002569", "RO:0020101",
)


# ------------------------------------------------------------------------------------- Turtle

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


def plain(text):
    """Return a Turtle literal without a language, with the characters escaped that need it."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(escapes.get(ch, ch) for ch in text) + '"'


def literal(text, language="en"):
    """Return a Turtle literal of a language."""
    return f"{plain(text)}@{language}"


def literals(texts, language="en"):
    """Return Turtle literals of a language in order."""
    return [literal(text, language) for text in sorted(texts)]


def names(curies):
    """Return prefixed names in the order of their IRIs."""
    return [prefixed(c) for c in sorted(curies, key=iri_key)]


def block(subject, pairs):
    """Return one Turtle block; pairs are (predicate, list of objects) in writing order."""
    lines = [f"    {predicate} {' , '.join(objects)}" for predicate, objects in pairs if objects]
    lines[0] = f"{subject} {lines[0].strip()}"
    return " ;\n".join(lines) + " .\n"


# -------------------------------------------------------------------------------- anatomy.ttl

def term_block(term):
    """Return the Turtle block of a term."""
    matches = names(term.fma - {term.curie}) + [f"wd:{q}" for q in sorted(term.wikidata)]
    return block(prefixed(term.curie), [
        ("a", ["owl:Class"]),
        ("rdfs:label", [literal(term.label)]),
        ("oboInOwl:hasExactSynonym", literals(term.exact_synonyms)),
        ("mkg:latinName", literals(term.latin_names, "la")),
        ("mkg:abbreviation", literals(term.abbreviations)),
        ("oboInOwl:hasNarrowSynonym", literals(term.narrow_synonyms)),
        ("oboInOwl:hasBroadSynonym", literals(term.broad_synonyms)),
        ("oboInOwl:hasRelatedSynonym", literals(term.related_synonyms)),
        ("rdfs:subClassOf", names(term.parents)),
        ("obo:BFO_0000050", names(term.wholes)),
        ("obo:RO_0002380", names(term.stems)),
        ("mkg:structureKind", [plain(term.kind)] if term.kind else []),
        ("oboInOwl:hasAlternativeId", names(term.alternatives)),
        ("skos:exactMatch", matches),
        ("dcterms:source", [f"mkg:{term.source}"]),
    ])


def obsolete_block(term):
    """Return the Turtle block of an obsolete term; one that was merged has no label."""
    return block(prefixed(term.curie), [
        ("a", ["owl:Class"]),
        ("rdfs:label", [literal(term.label)] if term.label else []),
        ("owl:deprecated", ["true"]),
        ("obo:IAO_0100001", names(term.replaced_by)),
        ("oboInOwl:consider", names(term.consider)),
        ("dcterms:source", ["mkg:sourceUberon"]),
    ])


def ontology_block(used):
    """Return the Turtle block that describes the file."""
    versions = [f"{name} {SOURCES[source].version}"
                for name, source in (("Uberon", "sourceUberon"), ("FMA", "sourceFMA"))]
    return block("<https://w3id.org/musclekg/anatomy>", [
        ("a", ["owl:Ontology"]),
        ("dcterms:title", [literal("Terms of muscles and of what muscle facts name")]),
        ("owl:versionInfo", [plain(", ".join(versions))]),
        ("dcterms:source", [f"mkg:{s}" for s in sorted(used)]),
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
    """Return the top of a generated file: prefixes first, by which programs tell the format."""
    lines = [f"# {title}", "# Generated by ontology/make-module.py: edit its input, not this file.",
             ""]
    lines += [f"@prefix {p}: <{iri}> ." for p, iri in PREFIXES] + ["", "# Sources:"]
    for name in sorted(used):
        lines.append("#   " + "; ".join(part for part in SOURCES[name] if part))
    return "\n".join(lines) + "\n\n"


def anatomy_ttl(terms, obsolete):
    """Return the text of anatomy.ttl."""
    used = {t.source for t in terms.values()} | OF_NO_TERM
    blocks = {c: term_block(t) for c, t in terms.items()}
    blocks.update({c: obsolete_block(t) for c, t in obsolete.items()})
    parts = [ontology_block(used)] + [source_block(name) for name in sorted(used)]
    parts += [blocks[c] for c in sorted(blocks, key=iri_key)]
    return header("Terms of muscles and of what muscle facts name.", used) + "\n".join(parts)


# ------------------------------------------------------------------------------ relations.ttl

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
    typedefs = read_typedefs(data.shared / RELATIONS, RELATION_IDS)
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


# -------------------------------------------------------------------------- spinal-levels.tsv

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "eleventh", "twelfth")
SPINAL_REGIONS = (("C", "cervical", 8), ("T", "thoracic", 12), ("L", "lumbar", 5),
                  ("S", "sacral", 5))


def spinal_levels():
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
    for level, nerve, ramus in spinal_levels():
        cells = [data.canonical(nerves.get(nerve, "")), data.canonical(rami.get(ramus, "")),
                 segments.get(level, "")]
        require(all(not c or c in terms for c in cells), f"{level}: not in the module: {cells}")
        lines.append("\t".join([level, *cells]))
    return "\n".join(lines) + "\n"

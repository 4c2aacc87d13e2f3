"""anatomy.obo and atlas.obo as text. The format: OBO 1.4, owlcollab.github.io/oboformat."""

from module.sources import OF_NO_TERM, SOURCES

BASE = "https://w3id.org/musclekg/"
ANATOMY_TITLE = "Terms of muscles and of what muscle facts name"
ATLAS_TITLE = "Terms of Uberon and FMA beyond those that muscle facts name"

SPACES = (
    ("FMA", "http://purl.org/sig/ont/fma/fma", "Foundational Model of Anatomy"),
    ("dcterms", "http://purl.org/dc/terms/", "DCMI Metadata Terms"),
    ("mkg", "https://w3id.org/musclekg/vocab#", "vocabulary of musclekg"),
    ("skos", "http://www.w3.org/2004/02/skos/core#", "SKOS"),
)
SYNONYM_TYPES = (("ABBREVIATION", "abbreviation"), ("LATIN", "Latin name"))

# Field of a term, and the scope and type of its names, in writing order.
NAMES = (
    ("exact_synonyms", "EXACT"),
    ("latin_names", "EXACT LATIN"),
    ("abbreviations", "EXACT ABBREVIATION"),
    ("narrow_synonyms", "NARROW"),
    ("broad_synonyms", "BROAD"),
    ("related_synonyms", "RELATED"),
)

TYPEDEFS = (
    (("id", "branching_part_of"), ("name", "branching part of"), ("xref", "RO:0002380"),
     ("is_a", "part_of ! part of")),
    (("id", "part_of"), ("name", "part of"), ("xref", "BFO:0000050")),
)


def escaped(text, special):
    """Return a text with a backslash before backslashes and `special`, and none over two lines."""
    escapes = {"\n": "\\n", "\t": "\\t"} | {ch: "\\" + ch for ch in "\\" + special}
    return "".join(escapes.get(ch, ch) for ch in text)


def unquoted(text):
    """Return a text as it stands behind a tag, where ! and { would begin something else."""
    return escaped(text, "!{}")


def quoted(text):
    """Return a text in quotes."""
    return '"' + escaped(text, '"') + '"'


def stanza(head, clauses):
    """Return the lines of a stanza; clauses are (tag, value) in writing order."""
    return f"[{head}]\n" + "".join(f"{tag}: {value}\n" for tag, value in clauses)


class Terms:
    """The stanzas of the terms; behind an id stands its label, if `named` has it."""

    def __init__(self, terms, obsolete, named):
        self.labels = {c: t.label for c, t in named.items()}
        self.clauses = {c: [*self.of_term(t)] for c, t in terms.items()}
        self.clauses |= {c: [*self.of_obsolete(t)] for c, t in obsolete.items()}

    def text(self):
        """Return the stanzas in the order of their ids."""
        return [stanza("Term", self.clauses[curie]) for curie in sorted(self.clauses)]

    def ids(self, curies):
        """Return ids in order, each with its label."""
        return [f"{c} ! {self.labels[c]}" if c in self.labels else c for c in sorted(curies)]

    def of_term(self, term):
        """Yield the clauses of a term."""
        yield "id", term.curie
        yield "name", unquoted(term.label)
        for curie in sorted(term.alternatives):
            yield "alt_id", curie
        for field, scope in NAMES:
            for name in sorted(getattr(term, field)):
                yield "synonym", f"{quoted(name)} {scope} []"
        yield "property_value", f"dcterms:source mkg:{term.source}"
        if term.kind:
            yield "property_value", f"mkg:structureKind {quoted(term.kind)} xsd:string"
        for curie in sorted(term.fma - {term.curie}):
            yield "property_value", f"skos:exactMatch {curie}"
        for item in sorted(term.wikidata):
            yield "property_value", f"skos:exactMatch http://www.wikidata.org/entity/{item}"
        for parent in self.ids(term.parents):
            yield "is_a", parent
        for stem in self.ids(term.stems):
            yield "relationship", f"branching_part_of {stem}"
        for whole in self.ids(term.wholes):
            yield "relationship", f"part_of {whole}"

    def of_obsolete(self, term):
        """Yield the clauses of an obsolete id; one that was merged has no name."""
        yield "id", term.curie
        if term.label:
            yield "name", unquoted(term.label)
        yield "property_value", "dcterms:source mkg:sourceUberon"
        yield "is_obsolete", "true"
        for successor in self.ids(term.replaced_by):
            yield "replaced_by", successor
        for proposal in self.ids(term.consider):
            yield "consider", proposal


def source_remark(name):
    """Return a source, its version, licence and rights holder as far as they are stated."""
    source = SOURCES[name]
    parts = (("Version", source.version), ("Licence", source.licence),
             ("Rights holder", source.attribution))
    stated = "".join(f". {what}: {text}" for what, text in parts if text)
    return unquoted(f"mkg:{name} is {source.title}{stated}")


def header(name, title, used):
    """Yield the clauses of the header of a file; `used` are the sources it names."""
    yield "format-version", "1.4"
    versions = [f"{ontology} {SOURCES[source].version}"
                for ontology, source in (("Uberon", "sourceUberon"), ("FMA", "sourceFMA"))]
    yield "data-version", unquoted(", ".join(versions))
    for kind, description in SYNONYM_TYPES:
        yield "synonymtypedef", f"{kind} {quoted(description)}"
    for prefix, iri, description in SPACES:
        yield "idspace", f"{prefix} {iri} {quoted(description)}"
    yield "remark", "Generated by ontology/make-module.py: edit its input, not this file."
    for source in sorted(used):
        yield "remark", source_remark(source)
    yield "ontology", BASE + name
    for source in sorted(used):
        yield "property_value", f"dcterms:source mkg:{source}"
    yield "property_value", f"dcterms:title {quoted(title)} xsd:string"


def document(head, terms):
    """Return the text of a file of the header's clauses and the stanzas."""
    top = "".join(f"{tag}: {value}\n" for tag, value in head)
    return "\n".join([top, *terms.text(), *(stanza("Typedef", clauses) for clauses in TYPEDEFS)])


def anatomy_obo(terms, obsolete):
    """Return the text of anatomy.obo."""
    used = {t.source for t in terms.values()} | OF_NO_TERM
    return document(header("anatomy", ANATOMY_TITLE, used), Terms(terms, obsolete, terms))


def atlas_obo(terms, obsolete):
    """Return the text of atlas.obo. No label stands behind an id: the file is large enough."""
    used = {t.source for t in terms.values()}
    return document(header("atlas", ATLAS_TITLE, used), Terms(terms, obsolete, {}))

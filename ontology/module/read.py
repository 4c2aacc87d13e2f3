"""Reading of the shared files: tables, OBO files and crosswalks. Nothing here decides anything."""

import collections
import csv
import re
import sys


def require(condition, message):
    """Stop with a message when the data breaks a promise of this script."""
    if not condition:
        sys.exit(f"make-module: {message}")


def read_tsv(path):
    """Return the rows of a tab separated file with a header line, as dictionaries."""
    with open(path, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def values(cell):
    """Split a cell with | between values; no empty value is returned."""
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def curie_of(text):
    """Turn a CURIE, obo.UBERON_0011144, UBERON_0011144 or an OBO IRI into a CURIE."""
    text = text.strip()
    match = re.fullmatch(
        r"(?:http://purl\.obolibrary\.org/obo/|obo\.)?([A-Za-z]\w*)_([\w.-]+)", text)
    return f"{match.group(1)}:{match.group(2)}" if match else text


def fma_curie(name):
    """Turn KHMO's fma0329058 into FMA:0329058 (leading zeros are part of the id)."""
    return "FMA:" + re.fullmatch(r"fma(\d+)", name).group(1)


# --------------------------------------------------------------------------------------- OBO

Synonym = collections.namedtuple("Synonym", "text scope type automatic")

SYNONYM = re.compile(r'"((?:[^"\\]|\\.)*)" (EXACT|RELATED|NARROW|BROAD)(?: ([\w-]+))? \[(.*)\]')


class OboTerm:
    """What one [Term] stanza states; the rest of the stanza is not kept."""

    def __init__(self):
        self.name, self.obsolete = "", False
        self.synonyms, self.parents, self.alternatives = [], set(), set()
        self.disjoint = set()


def read_synonym(value):
    """Return a Synonym; it is automatic when a program that combines names is its only source."""
    text, scope, kind, sources = SYNONYM.match(value).groups()
    cited = [part.strip() for part in sources.split(",") if part.strip()]
    automatic = bool(cited) and all(part.startswith("OBOL:") for part in cited)
    return Synonym(re.sub(r"\\(.)", r"\1", text).strip(), scope, kind or "", automatic)


def read_obo(path):
    """Return {curie: OboTerm} of the [Term] stanzas of an OBO file."""
    terms, term = collections.defaultdict(OboTerm), None
    with open(path, encoding="utf-8", errors="replace") as handle:
        for line in handle:
            tag, _, value = line.rstrip("\n").partition(": ")
            if line.startswith("["):
                term, in_term = None, line.startswith("[Term]")
            elif tag == "id":
                term = terms[value.split()[0]] if in_term else None
            elif term is None:
                continue
            elif tag == "name":
                term.name = value
            elif tag == "synonym":
                term.synonyms.append(read_synonym(value))
            elif tag == "is_a":
                term.parents.add(value.split()[0])
            elif tag == "disjoint_from":
                term.disjoint.add(value.split()[0])
            elif tag == "alt_id":
                term.alternatives.add(value.split()[0])
            elif tag == "is_obsolete":
                term.obsolete = value.startswith("true")
    return dict(terms)


def read_typedefs(path, known):
    """Return {id: {tag: [values]}} of the [Typedef] stanzas of an OBO file.

    Trailing comments (! name) and qualifiers ({...}) are cut off. A stanza whose xref is in
    `known` counts under that id.
    """
    typedefs = {}
    for stanza in path.read_text(encoding="utf-8").split("\n\n"):
        if not stanza.lstrip().startswith("[Typedef]"):
            continue
        tags = collections.defaultdict(list)
        for line in stanza.strip().split("\n")[1:]:
            tag, _, value = line.partition(": ")
            tags[tag].append(re.sub(r"\s*(\{.*\})?\s*(!.*)?$", "", value))
        own = [x for x in tags["xref"] if x in known] or tags["id"]
        typedefs[own[0]] = tags
    return typedefs


# --------------------------------------------------------------------------------------- HRA

HRA_HEADS = ("AS/1", "Vessel", "Nerve", "Structure1Name")


def read_hra_ids(path):
    """Return {id: the name beside it} of one HRA file, Uberon and FMA ids only, in its order.

    Of an ASCT+B table only the columns of anatomical structures count.
    """
    ids, head = {}, None
    with open(path, encoding="utf-8-sig", newline="") as handle:
        for row in csv.reader(handle):
            if head is None:
                head = row if row and row[0] in HRA_HEADS else None
                continue
            for column in range(1, min(len(row), len(head))):
                structure = head[0] != "AS/1" or head[column].startswith("AS/")
                if structure and re.fullmatch(r"\s*(UBERON|FMA):\d+\s*", row[column]):
                    curie = row[column].strip()
                    ids[curie] = ids.get(curie) or row[column - 1].strip()
    return ids

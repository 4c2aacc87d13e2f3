"""Whether mapping sets are SSSOM 1.1 in the canonical form of SSSOM/TSV.

usage: sssom_check.py FILE...

sssom-py reads each file, keeps every mapping and finds it valid (JSON Schema of sssom-schema, prefixes, CURIEs). The rules of
"Canonical SSSOM/TSV format" are checked against the order of slots in that schema. Prints the number of mappings; exit code 1
where something is wrong.
"""

import csv
import importlib.resources
import io
import logging
import re
import sys

import yaml
from sssom.constants import SchemaValidationType
from sssom.parsers import parse_sssom_table, to_mapping_set_document
from sssom.validators import validate

SCHEMA = yaml.safe_load(importlib.resources.files("sssom_schema").joinpath("schema/sssom_schema.yaml").read_text("utf-8"))
SLOTS = SCHEMA["slots"]
SET_SLOTS = [slot for slot in SCHEMA["classes"]["mapping set"]["slots"] if slot != "mappings"]
MAPPING_SLOTS = SCHEMA["classes"]["mapping"]["slots"]
BUILT_IN = ("linkml", "owl", "rdf", "rdfs", "semapv", "skos", "sssom", "xsd")
VALIDATIONS = (SchemaValidationType.JsonSchema, SchemaValidationType.PrefixMapCompleteness, SchemaValidationType.StrictCurieFormat)


def is_id(slot):
    return SLOTS[slot].get("range") == "EntityReference"


def is_propagated(slot):
    return slot in SET_SLOTS and SLOTS[slot].get("annotations", {}).get("propagated", False)


def values(slot, cell):
    """The values of a cell: those of a list stand between '|'."""
    if not SLOTS[slot].get("multivalued"):
        return [cell] if cell else []
    parts = re.findall(r"((?:\\[\\|]|[^|])*)(?:\||$)", cell)[:-1] if cell else []
    return [re.sub(r"\\([\\|])", r"\1", part) for part in parts]


def cell_of(text):
    return '"' + text.replace('"', '""') + '"' if re.search('["\t\r\n]', text) else text


def canonical_faults(text):
    """The rules of the metadata block, then those of the mappings block."""
    block = re.match(r"(?:#[^\n]*\n)*", text).group()
    if re.search("^# ", block, re.MULTILINE):
        if any(line.startswith("# ") and not re.match(r"#  (- |[^ ]+: )", line) for line in block.splitlines()):
            yield "blanks behind '#'"
    metadata = yaml.safe_load(re.sub("^#", "", block, flags=re.MULTILINE)) or {}
    if list(metadata) != [slot for slot in SET_SLOTS if slot in metadata]:
        yield f"the slots of the set stand in the order {list(metadata)}"
    rows = list(csv.reader(io.StringIO(text[len(block):], newline=""), delimiter="\t", strict=True))
    if not rows:
        yield "no header"
        return
    columns, mappings = rows[0], rows[1:]
    if columns != [slot for slot in MAPPING_SLOTS if slot in columns]:
        yield f"the columns stand in the order {columns}"
    again = "".join("\t".join(map(cell_of, row)) + "\n" for row in rows)
    if again != text[len(block):]:
        yield "cells are quoted that need not be, or the other way round"
    by_slots = [tuple(row[columns.index(slot)] if slot in columns else "" for slot in MAPPING_SLOTS) for row in mappings]
    if by_slots != sorted(set(by_slots), key=lambda row: [cell.encode() for cell in row]):
        yield "the mappings are not sorted, or one stands there twice"
    used = set()
    for slot, column in ((slot, [row[i] for row in mappings]) for i, slot in enumerate(columns)):
        if mappings and not any(column):
            yield f"the column {slot} is empty"
        if is_propagated(slot) and mappings and column[0] and len(set(column)) == 1:
            yield f"{slot} has one value, and is not in the metadata"
        if SLOTS[slot].get("range") == "double" and not all(re.fullmatch(r"0(\.\d{0,2}[1-9])?|1|", cell) for cell in column):
            yield f"{slot} has numbers with too many digits"
        if is_id(slot):
            used.update(value.split(":")[0] for cell in column for value in values(slot, cell))
    for slot, value in metadata.items():
        if slot != "curie_map" and is_id(slot):
            used.update(one.split(":")[0] for one in (value if isinstance(value, list) else [value]))
    declared = list(metadata.get("curie_map", {}))
    if declared != sorted(used.difference(BUILT_IN)):
        yield f"curie_map has {declared}; used are {sorted(used.difference(BUILT_IN))}"


def faults(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    yield from canonical_faults(text)
    read = parse_sssom_table(path)
    count = len(read.df)
    kept = len(to_mapping_set_document(read).mapping_set.mappings)
    print(f"{path}\t{count}")
    if kept != count:
        yield f"sssom-py keeps {kept} of {count} mappings"
    for kind, report in validate(read, list(VALIDATIONS), fail_on_error=False).items():
        for result in report.results[:5]:
            yield f"{kind.value}: {result.message[:300]}"


def main(paths):
    logging.disable(logging.CRITICAL)
    wrong = 0
    for path in paths:
        for fault in faults(path):
            print(f"{path}: {fault}", file=sys.stderr)
            wrong = 1
    return wrong


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))

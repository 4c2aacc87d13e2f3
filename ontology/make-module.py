#!/usr/bin/env python3
"""Build the term module: anatomy.obo, atlas.obo, axioms.tsv, relations.ttl, spinal-levels.tsv.

The input is the shared data folder (tables and OBO files of the public ontologies) and the small
tables in sources/ and kinds.tsv, which are written by hand. Every id in the output stands in a file
of the shared data; the script stops when one does not. The output is sorted and holds no date, so
the same input gives the same bytes.

    make-module.py [--shared DIR]            write the files
    make-module.py [--shared DIR] --check    compare with what is on disk; exit 1 on a difference
    make-module.py [--shared DIR] --report   also print counts, kinds, homonyms and gaps
"""

import argparse
import sys

sys.dont_write_bytecode = True  # nothing but the generated files appears in the folder

from module.axioms import axioms_tsv  # noqa: E402
from module.choose import Selection, add_wikidata, check_evidence, make_terms  # noqa: E402
from module.data import HERE, Data, own_table  # noqa: E402
from module.edges import add_parents_of_fma, add_wholes_from_labels  # noqa: E402
from module.kinds import Kinds  # noqa: E402
from module.names import Faults, add_author_names, add_names  # noqa: E402
from module.obsolete import add_alternative_ids, obsolete_terms  # noqa: E402
from module.report import report  # noqa: E402
from module.rest import rest_obsolete, rest_terms  # noqa: E402
from module.write import relations_ttl, spinal_levels_tsv  # noqa: E402
from module.write_obo import anatomy_obo, atlas_obo  # noqa: E402


class Build:
    """The module in memory: what was chosen, the terms, their kinds and the obsolete ids."""

    def __init__(self, data):
        check_evidence(data)
        self.data = data
        self.selection = Selection(data)
        self.terms = make_terms(data, self.selection)
        faults = Faults()
        add_names(data, self.terms, self.selection.wanted, faults)
        add_author_names(data, self.terms, {row["from"] for row in own_table("selection.tsv")})
        add_wholes_from_labels(data, self.terms)
        add_parents_of_fma(data, self.terms)
        add_wikidata(data, self.terms)
        add_alternative_ids(data, self.terms)
        self.obsolete = obsolete_terms(data, self.terms)
        self.kinds = Kinds(data, self.terms, self.selection.wanted)
        self.kinds.fill()
        self.rest = rest_terms(data, self.terms, faults)
        faults.check()
        self.rest_obsolete = rest_obsolete(data, self.obsolete)

    def files(self):
        """Return {file name: text} of the generated files."""
        return {
            "anatomy.obo": anatomy_obo(self.terms, self.obsolete),
            "atlas.obo": atlas_obo(self.rest, self.rest_obsolete),
            "axioms.tsv": axioms_tsv(self.data),
            "relations.ttl": relations_ttl(self.data),
            "spinal-levels.tsv": spinal_levels_tsv(self.data, self.terms),
        }


def main():
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(description="Build the term module from the shared data.")
    parser.add_argument("--shared", default=str(HERE / "../../shared"),
                        help="folder with the shared data (default: ../shared beside the project)")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    parser.add_argument("--report", action="store_true", help="print counts, kinds and gaps")
    options = parser.parse_args()
    data = Data(options.shared)
    build = Build(data)
    if options.report:
        report(data, build)
    files = build.files()
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

"""Where the module's terms and relations come from, and on what terms they may be passed on."""

import collections

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

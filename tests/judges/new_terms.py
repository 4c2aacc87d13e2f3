"""Lets ROBOT judge the template of new terms that `musclekg audit` writes.

usage: tests/judges/new_terms.py TEMPLATE [NAMESPACE]

`robot template` must make a class of each row that says so, say nothing, and end well; each class must have the label, the parent and the whole that
its row has; and a row that is spoilt must be refused, so that all this can fail. NAMESPACE is that of the prefix mkt. ROBOT is fetched
into build/judges once, as tests/judges/owl does, for which the network is needed.
"""

import csv
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
JUDGES = Path(os.environ.get("MUSCLEKG_JUDGES", ROOT / "build" / "judges"))
NAMESPACES = {"FMA": "http://purl.org/sig/ont/fma/fma"}  # ROBOT knows those of the OBO Foundry


def robot_jars():
    pom = HERE / "robot.pom.xml"
    version = re.search(r"robot-command</artifactId>\s*<version>([^<]*)", pom.read_text()).group(1)
    jars = JUDGES / f"robot-{version}"
    if not jars.is_dir():
        JUDGES.mkdir(parents=True, exist_ok=True)
        part = JUDGES / f"robot-{version}.part"
        subprocess.run(
            ["mvn", "--batch-mode", "--quiet", "-f", pom, "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={part}"],
            check=True,
        )
        part.rename(jars)
    return jars


def robot_template(jars, template, output, namespaces):
    command = ["java", "-Xmx2g", "-cp", f"{jars}/*", "org.obolibrary.robot.CommandLineInterface", "template", "--template", template]
    for prefix, namespace in namespaces.items():
        command += ["--prefix", f"{prefix}: {namespace}"]
    return subprocess.run([*command, "--output", output], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def iri_of(curie, namespaces):
    prefix, local = curie.split(":", 1)
    return namespaces.get(prefix, f"http://purl.obolibrary.org/obo/{prefix}_") + local


def fail(text):
    sys.exit(f"new_terms.py: {text}")


def main(template, namespace):
    namespaces = {**NAMESPACES, "mkt": namespace}
    jars = robot_jars()
    lines = Path(template).read_text().splitlines()
    rows = [row for row in csv.DictReader(lines[:1] + lines[2:], delimiter="\t") if row["Type"] == "owl:Class"]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "terms.ofn"
        run = robot_template(jars, template, output, namespaces)
        if run.returncode != 0 or run.stdout.strip():
            fail(f"{template}: ROBOT ends with {run.returncode} and says: {run.stdout.strip()[:2000]}")
        made = set(output.read_text().splitlines())
        for row in rows:
            term = f"<{iri_of(row['ID'], namespaces)}>"
            wanted = [f"Declaration(Class({term}))"]
            if row["Parent"]:
                wanted.append(f"SubClassOf({term} <{iri_of(row['Parent'], namespaces)}>)")
            for column, relation in (("Part of", "BFO_0000050"), ("Branch of", "RO_0002380")):
                if row[column]:
                    some = f"ObjectSomeValuesFrom(<http://purl.obolibrary.org/obo/{relation}> <{iri_of(row[column], namespaces)}>)"
                    wanted.append(f"SubClassOf({term} {some})")
            for axiom in wanted:
                if axiom not in made:
                    fail(f"{template}: ROBOT did not make {axiom}")
            if not any(line.startswith(f"AnnotationAssertion(rdfs:label {term} ") for line in made):
                fail(f"{template}: ROBOT gave {term} no label")
        classes = sum(line.startswith(f"Declaration(Class(<{namespace}") for line in made)
        if classes != len(rows):
            fail(f"{template}: {len(rows)} rows, but {classes} classes")

        spoilt = Path(folder) / "spoilt.tsv"
        spoilt.write_text("\n".join([*lines, "mkt:spoilt\tspoilt\towl:Class\tUBERON:0000055 some"]) + "\n")
        if robot_template(jars, spoilt, output, namespaces).returncode == 0:
            fail("ROBOT takes a row that is no class expression")
    print(f"ROBOT: {template}: {len(rows)} new terms are classes, with their parents and wholes")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else "https://w3id.org/musclekg/term/")

"""Whether JSON or YAML documents fit a JSON Schema (draft 2020-12).

usage: fits.py SCHEMA FILE...
"""

import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML with dates kept as texts, as the YAML 1.2 core schema has it."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def documents(path):
    with open(path, encoding="utf-8") as file:
        if path.endswith((".yaml", ".yml")):
            return [document for document in yaml.load_all(file, Loader) if document is not None]
        return [json.load(file)]


def main(schema_path, files):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = 0
    for path in files:
        for document in documents(path):
            for fault in sorted(validator.iter_errors(document), key=lambda fault: list(map(str, fault.path)))[:5]:
                print(f"{path}: /{'/'.join(map(str, fault.path))}: {fault.message[:300]}", file=sys.stderr)
                wrong = 1
    return wrong


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))

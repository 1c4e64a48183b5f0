# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""validate_manifest.py SCHEMA MANIFEST: exit code 0 when the manifest is valid, 1 with the first reason when not.

An independent reader: PyYAML and jsonschema know nothing of assay, so that the schema and the text form are held to
what others understand by them."""
import json
import sys

import jsonschema
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
with open(sys.argv[2], "rb") as file:
    manifest = yaml.safe_load(file)
error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema).iter_errors(manifest))
if error is not None:
    print("/".join(map(str, error.absolute_path)) + ": " + error.message)
    sys.exit(1)
json.dump(manifest, sys.stdout, sort_keys=True)

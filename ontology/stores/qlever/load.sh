#!/bin/sh
# Makes a QLever index of the graphs of this folder, starts the server that Qleverfile describes, and counts the graphs.
# Needs the command qlever (package qlever of PyPI), and docker, unless SYSTEM of Qleverfile is native.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

qlever index
qlever start

port=$(sed -n 's/^PORT *= *//p' Qleverfile)
count() {
  curl -sSf -G "http://localhost:$port" -H 'Accept: text/csv' --data-urlencode "query=$1"
}

default_query='SELECT (COUNT(*) AS ?n) WHERE { GRAPH <http://qlever.cs.uni-freiburg.de/builtin-functions/default-graph> { ?s ?p ?o } }'

. "$here/count.sh"

#!/bin/sh
# Makes a QLever index of the graphs of this folder, starts the server that Qleverfile describes, and counts the graphs.
# Needs the command qlever (package qlever of PyPI), and docker, unless SYSTEM of Qleverfile is native.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tab=$(printf '\t')
cd "$here"

qlever index
qlever start

port=$(sed -n 's/^PORT *= *//p' Qleverfile)
count() {
  curl -sSf -G "http://localhost:$port" -H 'Accept: text/csv' --data-urlencode "query=$1"
}

default_query='SELECT (COUNT(*) AS ?n) WHERE { GRAPH <http://qlever.cs.uni-freiburg.de/builtin-functions/default-graph> { ?s ?p ?o } }'

# Compares the numbers of graphs.tsv with those that `count` tells of a query.
wrong=0
while IFS=$tab read -r triples file graph; do
  if [ -n "$graph" ]; then
    name="<$graph>"
    query="SELECT (COUNT(*) AS ?n) WHERE { GRAPH <$graph> { ?s ?p ?o } }"
  else
    name="the default graph"
    query=$default_query
  fi
  held=$(count "$query" </dev/null | tr -d '\r"' | sed -n '$p')
  echo "$name: $triples triples, the database holds $held"
  [ "$held" = "$triples" ] || wrong=1
done <"$here/graphs.tsv"
if [ "$wrong" = 1 ]; then
  echo "error: the numbers differ" >&2
  exit 1
fi

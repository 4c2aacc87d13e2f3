#!/bin/sh
# Makes an Oxigraph database of the graphs of this folder, and counts them.
#
#   DATABASE  folder of the database, which must not be there yet; database
#   OXIGRAPH  the program; oxigraph
#
# No server may have the database open while this runs. Afterwards: oxigraph serve --location FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
database=${DATABASE:-database}
oxigraph=${OXIGRAPH:-oxigraph}
tab=$(printf '\t')
if [ -e "$database" ]; then
  echo "error: $database is there already; name another folder in DATABASE, or remove it" >&2
  exit 1
fi

"$oxigraph" load --location "$database" --file "$here/data.nq"

count() {
  "$oxigraph" query --location "$database" --query "$1" --results-format csv
}
default_query='SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }'

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

#!/bin/sh
# Makes a TDB2 database, as Fuseki serves it, of the graphs of this folder, and counts them.
#
#   DATABASE   folder of the database, which must not be there yet; database
#   JENA_HOME  folder of Apache Jena's command-line tools; otherwise they are found by PATH
#
# No server may have the database open while this runs. Afterwards: fuseki-server --loc=FOLDER --update /dataset
set -eu
here=$(cd "$(dirname "$0")" && pwd)
database=${DATABASE:-database}
tab=$(printf '\t')
if [ -n "${JENA_HOME:-}" ]; then PATH=$JENA_HOME/bin:$PATH; fi
if [ -e "$database" ]; then
  echo "error: $database is there already; name another folder in DATABASE, or remove it" >&2
  exit 1
fi

tdb2.tdbloader --loc "$database" "$here/data.nq"

count() {
  tdb2.tdbquery --loc "$database" --results=csv "$1"
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

#!/bin/sh
# Loads the graphs of this folder into a Blazegraph journal, blazegraph.jnl in the current folder, with its data loader.
#
#   BLAZEGRAPH_JAR  blazegraph.jar
#   NAMESPACE       kb
#
# No server may have the journal open. Counts the graphs where a server runs afterwards: start it, then run "load.sh count".
#
#   BLAZEGRAPH_URL  of the server; http://localhost:9999/blazegraph
set -eu
here=$(cd "$(dirname "$0")" && pwd)
namespace=${NAMESPACE:-kb}
url=${BLAZEGRAPH_URL:-http://localhost:9999/blazegraph}
tab=$(printf '\t')

if [ "${1:-}" != count ]; then
  java -cp "${BLAZEGRAPH_JAR:-blazegraph.jar}" com.bigdata.rdf.store.DataLoader -namespace "$namespace" \
    -defaultGraph http://www.bigdata.com/rdf#nullGraph "$here/load.properties" "$here/data.nq"
  echo "Start the server, then run: $0 count"
  exit 0
fi

count() {
  curl -sSf -G "$url/namespace/$namespace/sparql" -H 'Accept: text/csv' --data-urlencode "query=$1"
}
default_query='SELECT (COUNT(*) AS ?n) FROM <http://www.bigdata.com/rdf#nullGraph> WHERE { ?s ?p ?o }'

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

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

. "$here/count.sh"

#!/bin/sh
# Loads the graphs of this folder into a GraphDB repository with importrdf, in place of all that it had.
#
#   REPOSITORY    its id; musclekg. It must exist, and the server must be stopped.
#   GRAPHDB_HOME  folder of GraphDB; otherwise importrdf is found by PATH
#
# Counts the graphs where a server runs afterwards: start it, then run "load.sh count".
#
#   GRAPHDB_URL   of the server; http://localhost:7200
set -eu
here=$(cd "$(dirname "$0")" && pwd)
repository=${REPOSITORY:-musclekg}
url=${GRAPHDB_URL:-http://localhost:7200}
if [ -n "${GRAPHDB_HOME:-}" ]; then PATH=$GRAPHDB_HOME/bin:$PATH; fi

if [ "${1:-}" != count ]; then
  importrdf load -f -i "$repository" -m parallel "$here/data.nq"
  echo "Start the server, then run: $0 count"
  exit 0
fi

count() {
  curl -sSf -G "$url/repositories/$repository" -H 'Accept: text/csv' --data-urlencode "query=$1"
}
default_query='SELECT (COUNT(*) AS ?n) FROM <http://www.openrdf.org/schema/sesame#nil> WHERE { ?s ?p ?o }'

. "$here/count.sh"

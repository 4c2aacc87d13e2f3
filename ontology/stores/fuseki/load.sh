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

. "$here/count.sh"

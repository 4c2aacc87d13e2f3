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
if [ -e "$database" ]; then
  echo "error: $database is there already; name another folder in DATABASE, or remove it" >&2
  exit 1
fi

"$oxigraph" load --location "$database" --file "$here/data.nq"

count() {
  "$oxigraph" query --location "$database" --query "$1" --results-format csv
}
default_query='SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }'

. "$here/count.sh"

#!/bin/sh
# Loads the graphs of this folder with Virtuoso's bulk loader, in place of what they had, and counts them.
#
#   VIRTUOSO                host:port of the SQL service; 127.0.0.1:1111
#   VIRTUOSO_USER           dba
#   VIRTUOSO_PASSWORD_FILE  file with the password in its first line; otherwise it is asked for
#   ISQL                    the program isql of Virtuoso; isql-vt
#
# The server must be able to read this folder, and DirsAllowed of its ini must name it. While this runs, and when it is broken off, the
# graphs are incomplete: "musclekg load --to URL" has them whole at any time, and is slower.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
server=${VIRTUOSO:-127.0.0.1:1111}
user=${VIRTUOSO_USER:-dba}
isql=${ISQL:-isql-vt}
tab=$(printf '\t')

if [ -n "${VIRTUOSO_PASSWORD_FILE:-}" ]; then
  IFS= read -r password <"$VIRTUOSO_PASSWORD_FILE" || [ -n "$password" ]
else
  printf 'Password of %s: ' "$user" >&2
  stty -echo 2>/dev/null || true
  IFS= read -r password
  stty echo 2>/dev/null || true
  printf '\n' >&2
fi

# The text of an SQL literal.
quoted() {
  printf '%s' "$1" | sed "s/'/''/g"
}

# Runs the SQL of standard input. isql asks for the password, ends with 0 whatever happens, and complains of a login without password
# before it asks: what counts begins at "ready".
run_sql() {
  { printf '%s\n' "$password" "set MACRO_SUBSTITUTION off;" "select 'ready';"; cat; } |
    "$isql" "$server" "$user" VERBOSE=OFF BANNER=OFF PROMPT=OFF ERRORS=STDOUT >"$all" 2>&1 || true
  sed -n '/^ready/,$p' "$all" >"$answer"
  if ! [ -s "$answer" ]; then
    cat "$all" >&2
    echo "error: there is no way into $server for $user" >&2
    exit 1
  fi
  if grep -F '*** Error' "$answer" >&2; then
    echo "error: the server refuses; nothing more is done" >&2
    exit 1
  fi
}

all=$(mktemp)
answer=$(mktemp)
trap 'rm -f "$all" "$answer"' EXIT
trap 'exit 1' HUP INT TERM

folder=$(quoted "$here")
{
  printf "delete from DB.DBA.load_list where ll_file like '%s/graph-%%.nt';\n" "$folder"
  while IFS=$tab read -r triples file graph; do
    printf "exec('SPARQL CLEAR GRAPH <%s>');\n" "$(quoted "$graph")"
    printf "ld_dir('%s', '%s', '%s');\n" "$folder" "$file" "$(quoted "$graph")"
  done <"$here/graphs.tsv"
  echo "rdf_loader_run();"
  echo "checkpoint;"
} | run_sql

printf "select concat('failed ', ll_file, ': ', coalesce(ll_error, 'not loaded')) from DB.DBA.load_list
  where ll_file like '%s/graph-%%.nt' and (ll_state <> 2 or ll_error is not null);\n" "$folder" | run_sql
if grep '^failed ' "$answer" >&2; then
  echo "error: a file could not be loaded" >&2
  exit 1
fi

number=0
while IFS=$tab read -r triples file graph; do
  number=$((number + 1))
  printf "select concat('counted %s: ', cast(count(*) as varchar)) from DB.DBA.RDF_QUAD where G = iri_to_id('%s', 0);\n" \
    "$number" "$(quoted "$graph")"
done <"$here/graphs.tsv" | run_sql

number=0
wrong=0
while IFS=$tab read -r triples file graph; do
  number=$((number + 1))
  held=$(sed -n "s/^counted $number: \([0-9]*\).*/\1/p" "$answer")
  echo "<$graph>: $triples triples, the server holds ${held:-none}"
  [ "$held" = "$triples" ] || wrong=1
done <"$here/graphs.tsv"
if [ "$wrong" = 1 ]; then
  echo "error: the numbers differ" >&2
  exit 1
fi

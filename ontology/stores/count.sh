# Compares the numbers of graphs.tsv with those that the database tells. load.sh reads this in, with
#   count          a function: the answer to the query that it is given, as CSV
#   default_query  what counts the default graph
#   here           the folder of graphs.tsv
tab=$(printf '\t')
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

#!/usr/bin/env bash
# How long does importing a Jira export take, compared with sqlite3's own `.import` of the same file?
#
#     tests/bench/import_against_sqlite.sh BUILD_DIRECTORY [ROWS] [RUNS]
#
# Both write a file on the disk of the present folder. Runs alternate, so that both meet the same state of the machine; the
# shortest and the median of each are printed. sqlite3 only stores the cells as text in one table; Tradewind also finds the
# fields, links and losses, indexes everything for search, and records the edit so that it can be undone.
set -euo pipefail

build=${1:?usage: import_against_sqlite.sh BUILD_DIRECTORY [ROWS] [RUNS]}
rows=${2:-100000}
runs=${3:-5}
command -v sqlite3 >/dev/null || { echo "import_against_sqlite.sh: sqlite3 is not installed" >&2; exit 1; }
cli=$(find "$build" -name tradewind-cli -type f -perm -u+x | head -n 1)
generator=$(find "$build" -name generate_jira_csv -type f -perm -u+x | head -n 1)
[[ -n $cli && -n $generator ]] || { echo "import_against_sqlite.sh: $build has no tradewind-cli or generate_jira_csv; build them" >&2; exit 1; }
cli=$(realpath "$cli")
generator=$(realpath "$generator")

folder=$(mktemp -d "$PWD/tradewind-import-XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$generator" "$rows" jira.csv
echo "$rows rows, $(stat -c %s jira.csv) bytes, $(head -n 1 jira.csv | tr ',' '\n' | wc -l) columns; tradewind-cli against $(sqlite3 --version | cut -d' ' -f1)"

# seconds COMMAND…: how long it takes; what it prints is kept beside, not shown.
seconds() {
  local begin=$EPOCHREALTIME
  "$@" >output.txt 2>messages.txt || { cat messages.txt >&2; return 1; }
  local end=$EPOCHREALTIME
  awk -v b="${begin/,/.}" -v e="${end/,/.}" 'BEGIN { printf "%.3f\n", e - b }'
}

for ((run = 1; run <= runs; ++run)); do
  rm -f plan.tradewind* plain.sqlite*
  "$cli" new plan.tradewind --template empty >/dev/null
  seconds "$cli" import plan.tradewind jira.csv --json >>tradewind.txt
  cp output.txt report.json
  seconds sqlite3 plain.sqlite ".import --csv jira.csv jira" >>sqlite.txt
done

stored=$(sqlite3 plain.sqlite "SELECT count(*) FROM jira")
created=$(grep -o '"created": *[0-9]*' report.json | grep -o '[0-9]*$')
echo "rows stored: tradewind $created, sqlite3 $stored"
[[ $created == "$rows" && $stored == "$rows" ]] || { echo "import_against_sqlite.sh: not every row arrived" >&2; exit 1; }
for name in tradewind sqlite; do
  sort -n "$name.txt" | awk -v name="$name" '{ t[NR] = $1 } END { printf "%-10s shortest %.3f s, median %.3f s of %d runs\n", name, t[1], t[int((NR + 1) / 2)], NR }'
done
paste <(sort -n tradewind.txt | head -n 1) <(sort -n sqlite.txt | head -n 1) | awk '{ printf "ratio of the shortest: %.2f\n", $1 / $2 }'

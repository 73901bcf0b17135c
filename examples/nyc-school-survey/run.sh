#!/bin/sh
# A real three-audience school survey through `survey estimate`, and its result as a small static site.
# Usage: examples/nyc-school-survey/run.sh [OUTPUT_DIR]      (default: work/examples/nyc-school-survey)
# The data are not part of the project; they are read from ../shared, or from the folder named by NYC_CASE.

set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(CDPATH='' cd -- "$here/../.." && pwd -P)
case_dir=${NYC_CASE:-$home/../shared/oracles/v08-nyc-school-survey}
output=${1:-$home/work/examples/nyc-school-survey}

if [ ! -f "$case_dir/data.csv" ] || [ ! -f "$case_dir/design.json" ]; then
    echo "nyc-school-survey: no data: $case_dir has no data.csv and design.json." >&2
    echo "nyc-school-survey: they are third-party data and stay outside the project; set NYC_CASE to the case folder." >&2
    exit 66
fi

# `survey estimate` also builds the program on its first use.
mkdir -p "$output"
"$home/gongshi" survey estimate "$case_dir" "$output/results"

java=${GONGSHI_JAVA:-${JAVA_HOME:-}}
if [ -n "$java" ]; then java=$java/bin/java; else java=java; fi
jar=$(ls "$home"/survey-server/target/gongshi-survey-server-*-all.jar | head -n 1)

# One Java source file, run as it is: it only turns JSON into HTML.
"$java" -cp "$jar" "$here/NycSite.java" "$output/results/$(basename "$case_dir").json" "$case_dir/design.json" "$output/site"
echo "nyc-school-survey: $output/site/index.html"

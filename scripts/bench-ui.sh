#!/usr/bin/env bash
# How fast the page is, and what memory it holds, with an article of 100,000 words and 20,000 annotations, next to @recogito/text-annotator.
# It measures dist/ as it is, and builds it when there is none.
source "$(dirname "$0")/tools.sh"

need_node
need_browser
check_needs
find_browser
install_node_packages
install_node_packages bench
[ -e dist/index.html ] || scripts/build.sh
node bench/ui/run.mjs

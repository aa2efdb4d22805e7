#!/usr/bin/env bash
# Copies the jars of the OpenSearch server that pom.xml names, for `npm run test:servers`, unless they are there already.
# They go to $OPENSEARCH_LIB, else to a cache folder outside the checkout.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
version="$(sed -n 's|.*<opensearch>\(.*\)</opensearch>.*|\1|p' "$here/pom.xml")"
lib="${OPENSEARCH_LIB:-${XDG_CACHE_HOME:-$HOME/.cache}/pilcrow-opensearch/$version}"
[[ -d "$lib" ]] && exit 0
draft="$lib.$$"
# The name is taken only by a folder that has all of them.
mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$draft"
mv -T "$draft" "$lib" || rm -r "$draft"

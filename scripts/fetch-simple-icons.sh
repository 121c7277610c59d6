#!/usr/bin/env bash
# Fetches the npm package simple-icons (CC0-1.0) into build/simple-icons, where
# internal/icon/evidence draws its pictograms from. Nothing of it is committed, and
# building the library needs none of it.
set -euo pipefail
cd "$(dirname "$0")/.."

version=16.37.0
into=build/simple-icons

[[ -f $into/package.json ]] && grep -q "\"version\": \"$version\"" "$into/package.json" && exit 0

# npm is chatty on both streams: what it says is shown only if it fails.
log=$(mktemp)
work=$(mktemp -d)
trap 'rm -rf "$log" "$work"' EXIT

quietly() {
	"$@" >"$log" 2>&1 || {
		cat "$log" >&2
		return 1
	}
}

command -v npm >/dev/null || scripts/install-packages.sh npm

quietly npm pack --pack-destination "$work" "simple-icons@$version"
tar -xzf "$work/simple-icons-$version.tgz" -C "$work" --no-same-owner
rm -rf "$into"
mkdir -p "$(dirname "$into")"
mv "$work/package" "$into"

#!/usr/bin/env bash
# Fetches the npm package simple-icons (CC0-1.0) into build/simple-icons, where
# internal/icon/evidence draws its pictograms from. Nothing of it is committed, and
# building the library needs none of it.
set -euo pipefail
cd "$(dirname "$0")/.."

version=16.37.0
into=build/simple-icons

[[ -f $into/package.json ]] && grep -q "\"version\": \"$version\"" "$into/package.json" && exit 0

# apt-get and npm are chatty on both streams: what they say is shown only if they fail.
log=$(mktemp)
work=$(mktemp -d)
trap 'rm -rf "$log" "$work"' EXIT

quietly() {
	"$@" >"$log" 2>&1 || {
		cat "$log" >&2
		return 1
	}
}

if ! command -v npm >/dev/null; then
	root=()
	((EUID == 0)) || root=(sudo)
	quietly "${root[@]}" apt-get -q -o DPkg::Lock::Timeout=600 update
	quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
		apt-get -q -o DPkg::Lock::Timeout=600 install --yes --no-install-recommends npm
fi

quietly npm pack --pack-destination "$work" "simple-icons@$version"
tar -xzf "$work/simple-icons-$version.tgz" -C "$work" --no-same-owner
rm -rf "$into"
mkdir -p "$(dirname "$into")"
mv "$work/package" "$into"

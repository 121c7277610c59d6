#!/usr/bin/env bash
# Installs those of the Debian packages named that are missing.
set -euo pipefail

missing=()
for package in "$@"; do
	status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
	[[ $status == installed ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

root=()
((EUID == 0)) || root=(sudo)

# apt-get is chatty on both streams: what it says is shown only if it fails.
log=$(mktemp)
trap 'rm -f "$log"' EXIT

quietly() {
	"$@" >"$log" 2>&1 || {
		cat "$log" >&2
		return 1
	}
}

# Something else may be installing at the same time: wait for it.
wait=(-o DPkg::Lock::Timeout=600)
quietly "${root[@]}" apt-get -q "${wait[@]}" update
quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
	apt-get -q "${wait[@]}" install --yes --no-install-recommends "${missing[@]}"

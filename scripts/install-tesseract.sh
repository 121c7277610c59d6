#!/usr/bin/env bash
# Installs the Debian packages that examples/ocr runs and is tested with.
set -euo pipefail

packages=(tesseract-ocr tesseract-ocr-chi-sim fonts-noto-cjk)

missing=()
for package in "${packages[@]}"; do
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

quietly "${root[@]}" apt-get -q update
quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
	apt-get -q install --yes --no-install-recommends "${missing[@]}"

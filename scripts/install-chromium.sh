#!/usr/bin/env bash
# Installs the browser that internal/pagetest drives, and a font with Han characters.
# Only those tests need them.
set -euo pipefail
exec "$(dirname "$0")/install-packages.sh" chromium fonts-noto-cjk

#!/usr/bin/env bash
# Installs the Debian packages that the generators of internal/fold, internal/shape and
# internal/sound read. Only go generate needs them; building does not.
set -euo pipefail
exec "$(dirname "$0")/install-packages.sh" unicode-data python3-confusable-homoglyphs fonts-noto-cjk

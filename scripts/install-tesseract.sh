#!/usr/bin/env bash
# Installs the Debian packages that examples/ocr runs and is tested with.
set -euo pipefail
exec "$(dirname "$0")/install-packages.sh" tesseract-ocr tesseract-ocr-chi-sim fonts-noto-cjk

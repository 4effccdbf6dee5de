#!/bin/sh
# What Maven runs: `run.sh build` or `run.sh check`.
set -eu
cd "$(dirname "$0")/.."
for program in node npm; do
  if ! command -v "$program" >/dev/null 2>&1; then
    echo "The page is built with npm, and there is no '$program' on the PATH: install Node.js 20.19 or newer (it brings npm), then build again." >&2
    exit 1
  fi
done
exec node build/run.mjs "$1"

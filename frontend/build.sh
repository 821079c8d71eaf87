#!/usr/bin/env bash
# Builds dist/ when a source is newer than it; Maven calls this.
set -euo pipefail
cd "$(dirname "$0")"
if [ -f dist/css/app.css ] && [ -z "$(find src static package.json package-lock.json build.mjs -newer dist/css/app.css -print -quit)" ]; then
  exit 0
fi
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules
fi
npm run --silent build
touch dist/css/app.css

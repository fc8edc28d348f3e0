# The front door: `make` alone lists the targets, in French where the system speaks French.

CARGO ?= cargo
CHECKER = $(or $(CARGO_TARGET_DIR),target)/debug/checker
# `make check EX=04`, `make check ex=04` and `make check 04` are the same.
EX = $(ex)$(filter 0%,$(MAKECMDGOALS))
BIND =
ARGS =
# What the checker is built with, and what is there if it was built so before.
FEATURES =
BUILT = $(wildcard $(CHECKER))

# One exercise whose Cargo.toml is broken keeps cargo from building anything. The checker that is there tells which it
# is, and judges the others.
BROKEN_MANIFEST = { test -x $(CHECKER) && ! $(CARGO) metadata --no-deps --format-version 1 >/dev/null 2>&1; }

.PHONY: help check hint check-solutions tank demo test verdicts mutants docs lint bench checker

help: ## this list | cette liste
	@case "$${LC_ALL:-$${LC_MESSAGES:-$$LANG}}" in fr*) part=3;; *) part=2;; esac; \
	awk -F ' *(:.*##|[|]) *' -v part=$$part '/^[a-z-]+:.* ## /{ printf "make %-16s %s\n", $$1, $$part }' Makefile

# make's own "Error 1" after the report stays: a script has to see that points are missing.
check: checker ## judge your programs; one exercise: make check EX=04 | juger vos programmes ; un exercice : make check EX=04
	@$(CHECKER) check $(EX) $(ARGS)

hint: checker ## a hint after a check, one more at each call: make hint EX=04 | une piste après une vérification, une de plus à chaque appel : make hint EX=04
	@$(CHECKER) hint $(EX) $(ARGS)

check-solutions: checker ## judge the reference solutions | juger les solutions de référence
	@$(CHECKER) check --solutions $(EX) $(ARGS)

# What draws the picture is compiled for this alone.
tank: FEATURES = --features screen
tank: BUILT = $(wildcard $(dir $(CHECKER))deps/libratatui-*.rlib)
tank: checker ## a simulated mini-tank for the driver of exercise 07; elsewhere: make tank BIND=127.0.0.1:6003 | un mini-tank simulé pour le conducteur de l'exercice 07 ; ailleurs : make tank BIND=127.0.0.1:6003
	@$(CHECKER) tank $(BIND) $(ARGS)

demo: ## three Pis, a chat and an image, on this machine alone | trois Pi, un chat et une image, sur cette seule machine
	@$(CARGO) build --quiet --package sol05-chat --package sol06-image
	@demo/demo.py $(or $(CARGO_TARGET_DIR),target)/debug

# What the tests start is built first, so that none of them waits for it.
test: ## everything that has to hold | tout ce qui doit tenir
	@$(CARGO) build --quiet --workspace
	$(CARGO) test --quiet --no-fail-fast --package checker; all=$$?; \
	$(CARGO) test --quiet --package checker --features screen --test tank_screen && exit $$all

# A test compares them with what the checker says; told to, it writes them.
docs: ## the failures and the pictures in the documentation, as they are now | les échecs et les images de la documentation, à jour
	@UPDATE_DOCS=1 $(CARGO) test --quiet --package checker --test failures_in_docs --test first_programs
	@UPDATE_DOCS=1 $(CARGO) test --quiet --package checker --features screen --test tank_screen documentation

lint: ## formatting, and what the compiler and clippy have to say | mise en forme, et ce que disent le compilateur et clippy
	$(CARGO) fmt --all --check
	$(CARGO) clippy --quiet --workspace --all-targets -- -D warnings
	$(CARGO) clippy --quiet --package checker --all-targets --features screen -- -D warnings

# In the profile that students run, not in cargo's own for benches.
bench: ## how long verdicts take, and how fast the solutions are | combien de temps prennent les verdicts, et la vitesse des solutions
	@$(CARGO) bench --quiet --package checker --profile dev --bench verdict_time --bench throughput

# Each known program so many times, beside so many loops that never wait: make verdicts ROUNDS=20 LOAD=8
verdicts: ## are all known programs judged rightly, and always the same | tous les programmes connus sont-ils bien jugés, et toujours de même
	@$(CARGO) bench --quiet --package checker --profile dev --bench verdicts -- $(or $(ROUNDS),1) $(or $(LOAD),0) $(EX)

# Takes its time: each of some hundred changes is compiled and judged.
mutants: ## do the checks see every small change of the solutions: make mutants EX=04 | les vérifications voient-elles chaque petit changement des solutions
	@$(CARGO) bench --quiet --package checker --profile dev --bench mutants -- $(EX)

# An exercise's number among the goals names what is to be checked, and is nothing to make.
0%:
	@:

checker:
	@command -v $(CARGO) >/dev/null || { echo "no cargo here: install Rust, https://rustup.rs · installez Rust" >&2; exit 2; }
	@test -n "$(BUILT)" || echo "building the checker, only once, some minutes on a Pi · compilation du vérificateur, une seule fois, quelques minutes sur un Pi …" >&2
	@$(CARGO) build --quiet --package checker $(FEATURES) || $(BROKEN_MANIFEST)

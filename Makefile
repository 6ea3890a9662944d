# What a newcomer types. Each target is a script in scripts/; a second run installs nothing.

.DEFAULT_GOAL := help
.PHONY: help serve test dist lint bench bench-ui fuzz eval train

help: ## this list
	@sed -n 's/^\([a-z-]*\): ## /\1	/p' Makefile | while IFS='	' read -r name text; do printf 'make %-8s %s\n' "$$name" "$$text"; done

serve: ## build, then serve on http://127.0.0.1:8080/ (PORT=8081 changes it)
	@scripts/serve.sh

test: ## every test: native, in the browser, the flows on the built page; ends with the totals
	@scripts/test.sh

dist: ## build dist/, the folder to upload, and print its sizes
	@scripts/dist.sh

lint: ## rustfmt, and clippy for the native and the wasm32 build; warnings are errors
	@scripts/lint.sh

bench: ## speed of the core next to compromise and wink-nlp, on hostile texts too; sizes next to the budget
	@scripts/bench.sh

bench-ui: ## speed and memory of the page with a very large article, next to a peer
	@scripts/bench-ui.sh

fuzz: ## look for texts that break the core, for half an hour (TARGET=file SECONDS=60 change what and how long)
	@scripts/fuzz.sh

eval: ## score the core on our own articles, and on annotated corpora (CORPORA= names their folder)
	@scripts/eval.sh

train: ## learn the weights of bias markers anew (CORPORA= names the folder of corpora)
	@scripts/train.sh

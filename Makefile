# What a person does here every day. "make help" lists it.
# Needs Go and the PostgreSQL server's programs (no running server); the console,
# the files in frontend-contract and the Playground are made with npm.

GOLANGCI = v2.15.0
SHELL = /bin/bash
.SHELLFLAGS = -eu -o pipefail -c
.DEFAULT_GOAL = help
# Two packages at a time: each starts a PostgreSQL of its own.
TEST = go test -p 2 -timeout 15m

.PHONY: help run build console test e2e lint generate verify migration bench

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## start the development server: private PostgreSQL, demo data, console, Playground, mailbox
	@if command -v npm > /dev/null; then $(MAKE) --no-print-directory console || echo "The console could not be built: see above. All else is served."; \
	  elif [ ! -e console/dist/index.html ]; then echo "No console: install Node 20.19 or later with npm, then run \"make run\" again. All else is served."; fi
	@$(MAKE) --no-print-directory build
	@exec env TENANTRY_DEV=1 bin/tenantry serve

build:
	@go build -o bin/tenantry ./cmd/tenantry

console: console/dist/index.html ## build the console, which the next build of the program carries

# Everything that vite reads or the type checker looks at.
CONSOLE = $(shell find console/src console/public frontend-contract/generated -type f) $(wildcard console/*.json console/*.ts console/index.html)

console/dist/index.html: console/node_modules/.package-lock.json $(CONSOLE)
	cd console && npm run --silent build
	@touch $@

console/node_modules/.package-lock.json: console/package-lock.json
	cd console && npm ci --no-audit --no-fund
	@touch $@

test: ## build everything and run all tests
	@go build ./...
	@$(TEST) $(FLAGS) ./...

e2e: ## unit tests of the console, then its stories in Chromium against the real program
	@if [ -n "$${E2E_SKIP:-}" ]; then echo "E2E_SKIP is set: no stories"; exit 0; fi; \
	  $(MAKE) --no-print-directory console/node_modules/.package-lock.json && cd console; \
	  failed=0; npm run --silent test || failed=1; npm run --silent e2e || failed=1; exit $$failed

lint: bin/golangci-lint-$(GOLANGCI) ## gofmt, go vet, golangci-lint; types and oxlint for the console
	@unformatted=$$(git ls-files -z '*.go' | xargs -0 gofmt -l); \
	  if [ -n "$$unformatted" ]; then echo "run gofmt -w on:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	bin/golangci-lint-$(GOLANGCI) run ./...
	@if command -v npm > /dev/null; then $(MAKE) --no-print-directory console/node_modules/.package-lock.json && \
	  cd console && npm run --silent types && npm run --silent lint; \
	  else echo "npm is not installed: the console was left alone"; fi

# Built apart from our own modules, so that the linter's needs do not become ours.
bin/golangci-lint-$(GOLANGCI):
	@mkdir -p bin
	GOBIN=$(CURDIR)/bin/install GOFLAGS=-mod=mod go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI)
	@mv bin/install/golangci-lint $@ && rmdir bin/install

generate: ## ent, then gqlgen, then everything printed from them
	cd ent && go run entc.go
	go tool gqlgen
	go run ./cmd/tenantry config --markdown > docs/configuration.md
	go test ./frontend-contract -count=1 -update
	@if command -v npm > /dev/null; then $(MAKE) --no-print-directory frontend; \
	  else echo "npm is not installed: the TypeScript in frontend-contract was left alone"; fi

.PHONY: frontend
frontend: frontend-contract/node_modules/.package-lock.json
	cd frontend-contract && npm run --silent generate

frontend-contract/node_modules/.package-lock.json: frontend-contract/package-lock.json
	cd frontend-contract && npm ci --no-audit --no-fund
	@touch $@

verify: generate ## generated files are the ones committed, and everything builds
	go build ./...
	go vet ./ent/... ./graph/...
	go mod verify
	@git diff --exit-code --stat || { echo "make generate changes what is committed: commit its result"; exit 1; }
	@new=$$(git ls-files --others --exclude-standard -- ent graph frontend-contract docs authz); \
	  if [ -n "$$new" ]; then echo "files that are not committed:"; echo "$$new"; exit 1; fi
	@if command -v npm > /dev/null; then cd frontend-contract && npm run --silent types && npm run --silent breaking; fi

migration: ## draft the next migration: make migration name=add_something
	@go run ent/migration.go $(name)

.PHONY: audits
# The official GraphQL-over-HTTP audits against the real program. A GET needs
# the header that a page of another origin cannot send.
audits: build
	@if ! command -v npm > /dev/null; then echo "npm is not installed: no audits"; exit 0; fi; \
	  $(MAKE) --no-print-directory frontend-contract/node_modules/.package-lock.json; \
	  dir=$$(mktemp -d); chmod 755 $$dir; \
	  TENANTRY_DEV=1 TENANTRY_DATA_DIR=$$dir/data TENANTRY_ADDR=127.0.0.1:18099 bin/tenantry serve > $$dir/log 2>&1 & pid=$$!; \
	  trap 'kill -INT $$pid 2> /dev/null || true; wait $$pid || true; rm -rf "$$dir"' EXIT; \
	  for i in $$(seq 300); do grep -q 'is running' $$dir/log && break; \
	    kill -0 $$pid 2> /dev/null || { cat $$dir/log; exit 1; }; read -rt 0.1 <> <(:) || true; done; \
	  cd frontend-contract && GRAPHQL_URL=http://127.0.0.1:18099/graphql GRAPHQL_HEADER='GraphQL-Require-Preflight: 1' npm run --silent audits

.PHONY: examples
# A client for each GraphQL library, type-checked and run against the real program.
examples: build
	@if ! command -v npm > /dev/null; then echo "npm is not installed: no examples"; exit 0; fi; \
	  $(MAKE) --no-print-directory frontend-contract/examples/node_modules/.package-lock.json; \
	  cd frontend-contract/examples && npm run --silent types && npm test --silent

frontend-contract/examples/node_modules/.package-lock.json: frontend-contract/examples/package-lock.json
	cd frontend-contract/examples && npm ci --no-audit --no-fund
	@touch $@

.PHONY: fixtures
fixtures: build frontend-contract/examples/node_modules/.package-lock.json ## write frontend-contract/fixtures anew, from demo data
	cd frontend-contract/examples && npm run --silent fixtures

bench: build ## measure the running server: SIZE=100k (default) or 1m
	@go run ./bench

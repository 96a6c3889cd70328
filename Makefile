# SPDX-License-Identifier: MIT
# `make help` lists the targets.

VERSION := 1.0.0

PREFIX ?= /usr/local
DESTDIR ?=
ifeq ($(origin CC),default)
CC := gcc
endif
# -g1: functions and lines, in six sevenths of the time of -g. For a debugger CFLAGS='-O0 -g' is better than either.
CFLAGS ?= -O2 -g1
CLANG ?= clang
CLANG_TIDY ?= clang-tidy
CLANG_FORMAT ?= clang-format
CPPCHECK ?= cppcheck
# STATIC=no links the shared libraries. The static ones are the default because loading seven
# shared libraries takes longer than counting a vote.
STATIC ?= yes
# LIBRARIES_FROM=sources compiles the libraries too (.ci/libraries): for another machine or libc.
LIBRARIES_FROM ?= packages
# The ending of a program's name.
EXE :=
# Where this build goes; the sanitized and the clang build are this Makefile with another BUILD.
BUILD ?= build
JOBS ?= $(shell nproc)
# V=1 shows the commands.
Q := $(if $(V),,@)

# ---- What is compiled, and how

# What the system's part of the program is made of: src/base/system_*.c. page.mk has another list.
SYSTEM := posix unix linux
SOURCES := $(sort $(filter-out src/base/system_%.c,$(wildcard src/*.c src/*/*.c src/*/*/*.c)) \
	$(SYSTEM:%=src/base/system_%.c))
HEADERS := $(sort $(wildcard include/quorate/*.h src/*.h src/*/*.h src/*/*/*.h))
UNITS := $(sort $(wildcard tests/unit/test_*.c))
LAWS := $(sort $(wildcard tests/laws/*.c))
BENCHES := $(sort $(wildcard tests/bench/*.c))
TEST_HEADERS := $(sort $(wildcard tests/*.h tests/*/*.h))
TABLES := $(sort $(wildcard $(addsuffix *.csv,$(dir $(wildcard data/*/rules.csv))))) \
	data/bank-holidays.csv

OBJECTS := $(SOURCES:%.c=$(BUILD)/obj/%.o)
# The constitutions as C. A build for another machine takes those of one that runs here.
BUNDLED := $(BUILD)/bundled.c
LIBRARY := $(BUILD)/libquorate.a
LIBRARY_OBJECTS := $(filter-out $(BUILD)/obj/src/main.o,$(OBJECTS)) $(BUILD)/obj/bundled.o
UNIT_PROGRAMS := $(UNITS:%.c=$(BUILD)/%)
LAW_PROGRAMS := $(LAWS:%.c=$(BUILD)/%)
TEST_OBJECTS := $(UNITS:%.c=$(BUILD)/obj/%.o) $(LAWS:%.c=$(BUILD)/obj/%.o)
FAILING := $(BUILD)/failing/quorate
SPOILING := $(BUILD)/spoiling/readers $(BUILD)/spoiling/run
BENCH_PROGRAMS := $(BENCHES:tests/%.c=$(BUILD)/%)
BENCH_OBJECTS := $(BENCHES:%.c=$(BUILD)/obj/%.o)

STANDARD := -std=c11 -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wformat=2 -Wundef -Werror
# _FORTIFY_SOURCE is an error without optimisation, and hides overruns from the address sanitizer.
FORTIFY := $(if $(filter -fsanitize=%,$(CFLAGS)),,$(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),\
	-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2))
HARDENING := -fPIE -fstack-protector-strong $(FORTIFY)
INCLUDES := -Iinclude
DEFINES := -DQUORATE_VERSION='"$(VERSION)"'
# No object says in which folder it was compiled, so that the same sources make the same bytes anywhere.
ANYWHERE := -ffile-prefix-map='$(CURDIR)=.'
COMPILE = $(CC) $(STANDARD) $(WARNINGS) $(HARDENING) $(DEFINES) $(INCLUDES) $(CPPFLAGS) $(ANYWHERE) $(CFLAGS)
LINK = $(CC) $(CFLAGS) -pie -Wl,-z,relro,-z,now,--as-needed $(LDFLAGS)
# libc too: finding and relocating it takes longer than counting a vote. A sanitizer needs the shared one.
WHOLE := $(if $(filter no,$(STATIC))$(filter -fsanitize=%,$(CFLAGS)),-pie,-static-pie)
ifeq ($(STATIC),no)
LIBRARIES := -lcsv -ljansson -lutf8proc -lnettle -lexpat -lz
else
LIBRARIES := -l:libcsv.a -l:libjansson.a -l:libutf8proc.a -l:libnettle.a \
	-l:libexpat.a -l:libz.a
endif

.DEFAULT_GOAL := all
include .ci/libraries/libraries.mk

# Debian packages. What each is for stands in .ci/packages.
BUILD_PACKAGES := gcc libc6-dev libcsv-dev libjansson-dev libutf8proc-dev nettle-dev \
	libexpat1-dev zlib1g-dev
UNIT_PACKAGES := $(BUILD_PACKAGES) libcmocka-dev
BROWSER_PACKAGES := chromium nodejs npm
TEST_PACKAGES := $(UNIT_PACKAGES) clang clang-tidy clang-format cppcheck mandoc zsh fish python3 git $(BROWSER_PACKAGES)
PACKAGES = CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' CFLAGS='$(CFLAGS)' .ci/packages

# For a make inside a recipe: -j, unless the outer make has job slots to share already.
AGAIN = --no-print-directory $(if $(findstring --jobserver,$(MAKEFLAGS)),,-j$(JOBS))
# The same with one more than there are processors, where some wait for the network, the disk or a browser.
AGAIN_AND_ONE = --no-print-directory $(if $(findstring --jobserver,$(MAKEFLAGS)),,-j$(shell expr $(JOBS) + 1))

.DELETE_ON_ERROR:
.SECONDARY:
.SUFFIXES:
.PHONY: all programs page page-packages check-page check-page-cases documents deps demo test check gates check-unit check-laws check-cases check-readme \
	check-manual check-options check-oracle oracle oracle-faults check-faults faults check-fuzz check-schemas check-formats check-growth check-install check-arrows check-gates check-browser browser-packages messages coverage mcdc \
	screenshots pictures gallery sanitize clang lint lint-format lint-tidy lint-cppcheck lint-analyzer lint-analyzer-most lint-gcc \
	format forgeries prove mutants judge-mutants fuzz fuzz-readers fuzz-run bench bench-startup bless \
	install uninstall clean help FORCE

# ---- Building

all: $(BUILD)/quorate$(EXE) ## build the program (the default): build/quorate

programs: all $(FAILING) $(SPOILING) $(BUILD)/options $(UNIT_PROGRAMS) $(LAW_PROGRAMS) $(BENCH_PROGRAMS)

# A copy of what the linker made: that writes a file here and there, which then lies in the system's memory in small
# pages, and a program of ten rows takes a quarter longer.
$(BUILD)/quorate$(EXE): $(BUILD)/obj/src/main.o $(LIBRARY)
	@echo "  link     $@"
	$(Q)$(patsubst -pie,$(WHOLE),$(LINK)) -o $@.linked $^ $(LIBRARIES)
	@rm -f $@ && cp $@.linked $@ && rm $@.linked

# Made anew, so that the object of a source that is gone does not stay in it.
$(LIBRARY): $(LIBRARY_OBJECTS)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/obj/%.o: %.c $(BUILD)/flags | $(BUILD)/found-libraries
	@mkdir -p $(@D)
	@echo "  compile  $<"
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/obj/bundled.o: $(BUNDLED) $(BUILD)/flags | $(BUILD)/found-libraries
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/bundled.c: $(BUILD)/bundle $(BUILD)/tables $(TABLES)
	$(Q)$< $@ $(TABLES)

# The tables are read by the readers of every run.
$(BUILD)/bundle: $(BUILD)/obj/data/bundle.o $(filter $(addprefix $(BUILD)/obj/src/,base/% nouns/% sheet/% tables/%),$(OBJECTS))
	@echo "  link     $@"
	$(Q)$(LINK) -o $@ $^ $(LIBRARIES)

# A file that is touched only when what it says changes: the flags, and the names of the tables.
# Gates that run side by side ask at once, so that nothing is written to find out.
same = $(and $(findstring $(1),$(2)),$(findstring $(2),$(1)))
renew = $(if $(call same,$(strip $(file <$(1))),$(strip $(2))),,$(file >$(1),$(2)))

$(BUILD)/flags: FORCE | $(BUILD)/
	@$(call renew,$@,$(COMPILE) / $(LINK) $(LIBRARIES)):

$(BUILD)/tables: FORCE | $(BUILD)/
	@$(call renew,$@,$(TABLES)):

$(BUILD)/:
	@mkdir -p $@

# Asked once a build, so that a missing library is told by its package and not by its header.
$(BUILD)/found-libraries: | $(BUILD)/
	@$(if $(filter sources,$(LIBRARIES_FROM)),,$(PACKAGES) check $(BUILD_PACKAGES))
	@touch $@

$(BUILD)/found-cmocka: | $(BUILD)/
	@$(PACKAGES) check $(UNIT_PACKAGES)
	@touch $@

include src/page/page.mk .ci/packaging/dist.mk .ci/packaging/ports.mk

-include $(BUILD)/obj/docs/options.d $(BUILD)/obj/data/bundle.d $(OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d) $(BENCH_OBJECTS:.o=.d) \
	$(BUILD)/obj/tests/faults/failing.d $(BUILD)/obj/tests/faults/arena.d \
	$(BUILD)/obj/tests/fuzz/run.d $(BUILD)/obj/tests/fuzz/readers.d $(BUILD)/obj/tests/fuzz/standalone.d

# ---- What the documents say of options comes from the program's tables

DOCUMENTS_OF_OPTIONS := docs/quorate.1 $(sort $(wildcard docs/completion/*))

documents: $(BUILD)/options ## write what the manual and the completions say of options anew
	@for file in $(DOCUMENTS_OF_OPTIONS); do \
		$< "$$file" >$(BUILD)/document && { cmp -s $(BUILD)/document "$$file" || \
			cp $(BUILD)/document "$$file"; } || exit; \
	done

$(BUILD)/options: $(BUILD)/obj/docs/options.o $(LIBRARY)
	@echo "  link     $@"
	$(Q)$(LINK) -o $@ $^ $(LIBRARIES)

$(BUILD)/obj/docs/%.o: private INCLUDES := -Iinclude -Isrc

# ---- Packages and the first run

deps: ## install the Debian packages that the build and the unit tests need
	@$(PACKAGES) install $(UNIT_PACKAGES)

DEMO := tally -d meeting --date 2015-06-24 --motion "Adopt the frailty pathway proposal" \
	data/examples/meeting-2015-06-24.csv

demo: deps ## install what is missing, build, and count an example meeting
	@$(MAKE) $(AGAIN) all
	@printf '\n$$ quorate %s\n\n' '$(DEMO)'
	@$(BUILD)/quorate $(DEMO)

# ---- Tests. Each gate stands alone; `make test` runs them all, also past one that fails.

TALLY := $(BUILD)/tally
# What takes longest comes first, so that it does not run alone at the end.
GATES := check-browser $(if $(EVERYTHING),sanitize lint-analyzer-most) lint check-gates check-oracle \
	check-manual check-options check-laws check-cases check-unit check-schemas check-formats check-faults check-fuzz check-install check-readme check-arrows programs

# EVERYTHING=yes, as .ci/run has it, is with what takes longest. What only the gates need is installed while the
# programs are compiled.
test: ## install what is missing and run all gates but the longest (.ci/run: those too); closes with "N passed, N failed"
	@$(PACKAGES) install $(UNIT_PACKAGES)
	@$(MAKE) $(AGAIN_AND_ONE) --keep-going BROWSER_PACKAGES='$(TEST_PACKAGES)' $(BUILD)/browser/installed programs || true
	@$(PACKAGES) install $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory gates

check: test

# The gates run side by side, and each is told when it is done. One that leaves no file in `passed` has
# failed, whatever ended it.
gates:
	@rm -rf $(TALLY) && mkdir -p $(TALLY)/passed
	@$(MAKE) $(AGAIN_AND_ONE) --keep-going --output-sync=recurse $(GATES:%=$(TALLY)/passed/%) || true
	@for gate in $(GATES); do \
		[ -e $(TALLY)/passed/$$gate ] || echo $$gate >>$(TALLY)/broken; \
	done
	@tests/close $(TALLY)

$(TALLY)/passed/%: FORCE
	@printf '\n== make %s\n' $*
	@$(MAKE) $(AGAIN) --keep-going $*
	@touch $@ && echo '== make $* passed'

check-unit: $(UNIT_PROGRAMS) ## run the unit tests
	@mkdir -p $(TALLY)
	@tests/run_programs units $(TALLY)/units $^

check-laws: $(LAW_PROGRAMS) ## run random polls against the stated laws
	@mkdir -p $(TALLY)
	@tests/run_programs laws $(TALLY)/laws $^

# POLLS=N of `make oracle`, SEED=N for others.
POLLS ?= 100000
SEED ?= 1

check-oracle: $(BUILD)/quorate ## count 2,000 random polls a second time, from the documents alone
	@mkdir -p $(TALLY)
	@python3 tests/oracle $< --polls 2000 --tally $(TALLY)/oracle

oracle: $(BUILD)/quorate ## the same with POLLS=100000, some minutes
	@python3 tests/oracle $< --polls $(POLLS) --seed $(SEED)

oracle-faults: ## build a copy with each of six faults, which the oracle has to find; takes minutes
	@JOBS=$(JOBS) tests/oracle/run_faults $(BUILD)/faults

# The program with tests/faults/failing.c around what it asks of memory and of the system; each object of the
# arena is a block of its own, so that each can fail.
WRAPPED := malloc calloc realloc $(addprefix system_,look look_at find may_write each_name open open_to_write create \
	read write take_mode flush close link rename remove make_folder)

$(BUILD)/obj/tests/faults/arena.o: src/base/arena.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -DOBJECTS_APART=true -MMD -MP -c -o $@ $<

$(FAILING): $(BUILD)/obj/src/main.o $(BUILD)/obj/tests/faults/failing.o $(BUILD)/obj/tests/faults/arena.o $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  link     $@"
	$(Q)$(patsubst -pie,$(WHOLE),$(LINK)) $(WRAPPED:%=-Wl,--wrap=%) -o $@ $^ $(LIBRARIES)

check-faults: $(FAILING) ## make some requests for memory and to the system fail, and kill some runs
	@mkdir -p $(TALLY)
	@python3 tests/faults $< --every 400 --tally $(TALLY)/faults

faults: $(FAILING) ## make each of them fail, and kill a run at each change of the disk; takes minutes
	@python3 tests/faults $<

forgeries: $(BUILD)/tests/laws/forgeries ## forge saved results in every way at each of their words and figures
	@$< every

check-cases: $(BUILD)/quorate ## run the program on the cases in tests/cases
	@mkdir -p $(TALLY)
	@BIN=$< TALLY=$(TALLY)/cases tests/run_cases

check-readme: $(BUILD)/quorate ## run the examples in README.md, docs/guide.md and docs/writing-a-constitution.md
	@mkdir -p $(TALLY)
	@BIN=$< TALLY=$(TALLY)/examples tests/run_readme README.md
	@BIN=$< TALLY=$(TALLY)/guide tests/run_readme docs/guide.md
	@BIN=$< TALLY=$(TALLY)/writing tests/run_readme docs/writing-a-constitution.md

check-manual: $(BUILD)/quorate $(BUILD)/options ## lint the manual, run its examples, ask the completion and look headings up
	@mkdir -p $(TALLY)
	@tests/headings
	@BIN=$< tests/version docs/quorate.1 docs/CHANGELOG.md
	@BIN=$< OPTIONS=$(BUILD)/options TALLY=$(TALLY)/manual tests/run_manual docs/quorate.1 docs/completion/quorate

check-options: $(BUILD)/quorate ## try every option of every command: it is read, or it is refused
	@mkdir -p $(TALLY)
	@BIN=$< TALLY=$(TALLY)/options tests/run_options docs/completion/quorate.bash

check-schemas: $(BUILD)/quorate $(BUILD)/browser/installed ## hold the JSON of the cases and of the gallery against docs/schemas
	@mkdir -p $(TALLY)
	@BIN=$< tests/gallery $(BUILD)/gallery >/dev/null
	@rm -rf $(BUILD)/schemas && mkdir -p $(BUILD)/schemas
	@BIN=$< tests/formats/reports $(BUILD)/schemas >/dev/null
	@BUILD=$(BUILD) TALLY=$(TALLY)/schemas node tests/schemas.mjs docs/schemas tests/cases $(BUILD)/gallery $(BUILD)/schemas

check-formats: $(BUILD)/quorate $(BUILD)/browser/installed ## hold every format of some sixty reports against their text
	@mkdir -p $(TALLY)
	@BIN=$< tests/gallery $(BUILD)/formats >/dev/null
	@BIN=$< tests/formats/reports $(BUILD)/formats >/dev/null
	@TALLY=$(TALLY)/formats node tests/formats/law.mjs --every-exception $(BUILD)/formats

check-growth: $(BUILD)/quorate $(BUILD)/bench/make_poll ## count instructions: four times the work costs at most five times as much (takes minutes)
	@$(PACKAGES) install valgrind
	@mkdir -p $(TALLY)
	@BIN=$< MAKE_POLL=$(BUILD)/bench/make_poll JOBS=$(JOBS) TALLY=$(abspath $(TALLY))/growth tests/growth

check-install: all ## install below a folder of its own, follow the pages' links, and uninstall
	@MAKE='$(MAKE)' tests/installed

check-arrows: ## check what may include and call what
	@tests/arrows

check-gates: $(BUILD)/quorate $(BUILD)/options $(BUILD)/browser/installed ## check that the checks themselves can fail
	@BIN=$< BUILD=$(BUILD) MAKE='$(MAKE)' tests/check_gates

check-browser: $(BUILD)/quorate $(BUILD)/browser/installed ## open the HTML reports in Chromium (tests/browser)
	@mkdir -p $(TALLY)
	@BIN=$< BUILD=$(BUILD) TALLY=$(TALLY)/browser node tests/browser/check.mjs

screenshots: $(BUILD)/quorate $(BUILD)/browser/installed ## take pictures of the HTML reports: build/screenshots
	@BIN=$< BUILD=$(BUILD) node tests/browser/shots.mjs

pictures: $(BUILD)/quorate $(BUILD)/browser/installed ## take the two pictures that README.md and the guide show: docs/report-*.png
	@BIN=$< BUILD=$(BUILD) node tests/browser/pictures.mjs

gallery: $(BUILD)/quorate ## write every kind of report in every format: build/gallery/index.html
	@BIN=$< tests/gallery $(BUILD)/gallery

browser-packages:
	@$(PACKAGES) install $(BROWSER_PACKAGES)

# The packages of npm that drive and judge the browser and read the JSON schemas, as the lock file has them.
$(BUILD)/browser/installed: tests/browser/package.json tests/browser/package-lock.json \
		| browser-packages
	@mkdir -p $(@D) && cp $^ $(@D)
	@echo "  npm      $(@D)"
	@cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# -g1: a report names functions and lines, and it compiles in three quarters of the time. -no-pie and static
# runtimes: a program starts in two thirds of the time, and the cases start some thousands. malloc_context_size=2: a
# report tells who took memory but not by which way, and a run takes a tenth less. With 1 no leak would be found.
SANITIZERS := -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
SANITIZED := BUILD=build/sanitize CFLAGS='-O1 $(SANITIZERS)' LDFLAGS='-no-pie -static-libasan -static-libubsan'

sanitize: ## run units, laws and cases with the address and undefined-behaviour sanitizers
	@$(MAKE) $(AGAIN) $(SANITIZED) all $(UNITS:%.c=build/$@/%) $(LAWS:%.c=build/$@/%)
	@status=0; for part in unit laws cases; do \
		ASAN_OPTIONS=$${ASAN_OPTIONS-malloc_context_size=2:handle_sigill=1} \
			$(MAKE) --no-print-directory $(SANITIZED) check-$$part || status=1; \
	done; exit $$status

# -O0: the warnings are the same, and it takes a third of the time. lint-tidy sees what clang warns of, in tests
# too; what this adds is that clang makes a program of it.
clang: ## build the program with clang, warnings are errors
	@$(MAKE) $(AGAIN) BUILD=build/clang CC=$(CLANG) CFLAGS=-O0 all

# gcc's own analyzer, by its warnings, which are errors.
lint-gcc: ## compile with gcc -fanalyzer (by a build of its own; takes minutes)
	@$(MAKE) $(AGAIN) BUILD=build/fanalyzer CC=gcc CFLAGS='-O2 -fanalyzer' all

# private: the flags file would else be written with these.
$(BUILD)/obj/tests/%.o: private INCLUDES := -Iinclude -Isrc -Itests
# -O0: what a unit test itself does takes no time, and it compiles in a third of it.
$(BUILD)/obj/tests/unit/%.o: private CFLAGS += -O0
$(BUILD)/obj/tests/unit/%.o: private CPPFLAGS += -U_FORTIFY_SOURCE
$(TEST_OBJECTS): | $(BUILD)/found-cmocka

# A test that replaces a function of libc says so in a line: /* link: -Wl,--wrap=fsync */
$(UNIT_PROGRAMS) $(LAW_PROGRAMS): $(BUILD)/tests/%: $(BUILD)/obj/tests/%.o $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  link     $@"
	$(Q)$(LINK) $$(sed -n 's|^/\* link: \(.*\) \*/$$|\1|p' tests/$*.c) -o $@ $^ $(LIBRARIES) -lcmocka

# -O0: else a line is counted by what is left of it. Where the counts are written has to be known anywhere.
COVERED := BUILD=build/coverage CFLAGS='-O0 -g --coverage' ANYWHERE=

# Where a case limits how large a file may be, what is counted would be cut off too: the plain program runs there.
build/coverage/program build/mcdc/program: $(BUILD)/quorate Makefile
	@mkdir -p $(@D)
	@printf '#!/bin/sh\n[ "$$(ulimit -f)" = unlimited ] || exec %s "$$@"\nexec %s "$$@"\n' \
		'$(abspath $<)' '$(abspath $(@D)/quorate)' >$@
	@chmod +x $@

messages: build/coverage/program ## list the messages of the program that no case prints (by a build of its own)
	@$(MAKE) $(AGAIN) $(COVERED) all
	@PROGRAM=$< tests/messages build/coverage

coverage: build/coverage/program $(BUILD)/options ## tell which lines and branches of src no test reaches (by a build of its own)
	@$(PACKAGES) install $(TEST_PACKAGES) gcovr
	@$(MAKE) $(AGAIN) $(COVERED) programs
	@PROGRAM=$< OPTIONS=$(BUILD)/options SEEDS="$(SEEDS)" tests/coverage build/coverage

# Debian 12 has clang-19 in its security archive. An assertion decides nothing.
mcdc: build/mcdc/program $(BUILD)/options ## tell which conditions of src/decide no test shows to decide something (by a build of its own)
	@$(PACKAGES) install clang-19 llvm-19 libclang-rt-19-dev
	@$(MAKE) $(AGAIN) BUILD=build/mcdc CC=clang-19 CFLAGS='-O0 -g1 -w -DNDEBUG -fcoverage-mapping -fcoverage-mcdc \
		-fprofile-instr-generate=$(abspath build/mcdc)/told/%m.profraw' programs
	@PROGRAM=$< OPTIONS=$(BUILD)/options tests/coverage build/mcdc mcdc

prove: ## prove the arithmetic of thresholds and shares by Frama-C (takes minutes)
	@$(PACKAGES) install frama-c-base why3 z3 cvc4
	@JOBS=$(JOBS) tests/prove $(BUILD)/prove

# N=300 mutants drawn by SEED, ONLY=text of those of the sources with that in their path, whatever the folder. One
# shared library and beside it one of the mutant alone, so that a mutant is one object and its link.
MUTATED := BUILD=build/mutants STATIC=no CFLAGS='-O1 -fPIC -fno-semantic-interposition'
MUTATED_SANITIZED := BUILD=build/mutants-sanitized STATIC=no CFLAGS='-O1 -fPIC -fno-semantic-interposition $(SANITIZERS)'
N ?= 300

mutants: ## change src/decide and src/tables in N=300 places by SEED, and list what no test notices; takes an hour
	@$(MAKE) $(AGAIN) $(MUTATED) all $(UNITS:%.c=build/mutants/obj/%.o)
	@$(MAKE) $(AGAIN) $(MUTATED_SANITIZED) all $(UNITS:%.c=build/mutants-sanitized/obj/%.o)
	@$(MAKE) --no-print-directory $(MUTATED) judge-mutants

judge-mutants:
	@COMPILE='$(COMPILE)' LIBRARIES='$(LIBRARIES)' python3 tests/mutants $(BUILD) $(BUILD)-sanitized --count $(N) --seed $(SEED) \
		$(if $(ONLY),--only $(ONLY)) --jobs $(JOBS)

bless: $(BUILD)/quorate $(BUILD)/browser/installed ## rewrite what the cases, README, guide and pages expect, and list what was rewritten
	@BIN=$< tests/run_cases --bless
	@BIN=$< tests/run_readme --bless README.md
	@BIN=$< tests/run_readme --bless docs/guide.md
	@BIN=$< tests/run_readme --bless docs/writing-a-constitution.md
	@BIN=$< BUILD=$(BUILD) node tests/browser/check.mjs --bless

# ---- Lint

CHECKED := $(SOURCES) data/bundle.c docs/options.c $(UNITS) $(LAWS) $(BENCHES)
LINTED := $(sort $(SOURCES) $(wildcard src/base/system_*.c)) data/bundle.c docs/options.c $(HEADERS) \
	$(wildcard tests/*/*.c) $(TEST_HEADERS)

lint: lint-format lint-cppcheck lint-tidy ## clang-format, cppcheck and clang-tidy without its analyzer, all strict

lint-format:
	@$(CLANG_FORMAT) --dry-run -Werror $(LINTED)

format: ## lay the sources out by .clang-format
	@$(CLANG_FORMAT) -i $(LINTED)

lint-cppcheck: | $(BUILD)/
	@mkdir -p $(BUILD)/cppcheck
	@$(CPPCHECK) --quiet -j$(JOBS) --cppcheck-build-dir=$(BUILD)/cppcheck --std=c11 \
		--enable=warning,style,performance,portability --inline-suppr --error-exitcode=1 \
		--suppress=missingIncludeSystem --suppress=varFuncNullUB $(DEFINES) -Iinclude -Isrc -Itests \
		$(CHECKED)

lint-tidy: $(BUILD)/tidy.ok

# Reports, the readers of tables and tests take more than half of its time; all of them are run under the sanitizers,
# and the readers on spoilt tables too.
ANALYZED_MOST := $(filter-out src/report/% src/tables/%,$(SOURCES))

lint-analyzer: $(BUILD)/analyzer.ok ## clang-tidy's static analyzer, which takes longest
lint-analyzer-most: $(BUILD)/analyzer-most.ok ## the same without reports, tables and tests

# .clang-tidy says which checks there are; each of the two leaves out the other's.
$(BUILD)/tidy.ok: TOGETHER := 16
$(BUILD)/tidy.ok: LEFT_OUT := -clang-analyzer-*
$(BUILD)/analyzer.ok $(BUILD)/analyzer-most.ok: TOGETHER := 1
$(BUILD)/analyzer.ok $(BUILD)/analyzer-most.ok: LEFT_OUT := -bugprone-*,-cert-*,-clang-diagnostic-*,-misc-*,-performance-*,-portability-*,-readability-*

# What is looked at is what was made anew since all was found clean: an object is, when a header changes.
# NULL is a pointer in every libc that this is built for, so it may end a list of arguments.
$(BUILD)/tidy.ok $(BUILD)/analyzer.ok: LOOKED_AT := $(CHECKED)
$(BUILD)/analyzer-most.ok: LOOKED_AT := $(ANALYZED_MOST)
$(BUILD)/tidy.ok $(BUILD)/analyzer.ok: $(CHECKED:%.c=$(BUILD)/obj/%.o)
$(BUILD)/analyzer-most.ok: $(ANALYZED_MOST:%.c=$(BUILD)/obj/%.o)
$(BUILD)/tidy.ok $(BUILD)/analyzer.ok $(BUILD)/analyzer-most.ok: .clang-tidy tests/.clang-tidy
	@echo '$(if $(filter %.clang-tidy,$?),$(LOOKED_AT),$(?:$(BUILD)/obj/%.o=%.c))' | \
		CLANG_TIDY='$(CLANG_TIDY)' JOBS=$(JOBS) TOGETHER=$(TOGETHER) tests/tidy '$(LEFT_OUT)' \
		$(STANDARD) $(WARNINGS) $(DEFINES) -Iinclude -Isrc -Itests
	@touch $@

# ---- How long a run takes

BENCH := $(BUILD)/bench

# Files of the cases and of data/, as they are and spoilt: what each reader, and a whole run, makes of any bytes.
SEEDS = find tests/cases data -type f -size -9k \( -name '*.csv' -o -name '*.json' -o -name '*.jsonl' -o -name '*.xlsx' \
	-o -name '*.ods' \) -print0 | sort -z
FUZZING := -O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZ_SECONDS ?= 600
$(BUILD)/obj/tests/fuzz/%.o: private CPPFLAGS += -D_GNU_SOURCE

$(SPOILING): $(BUILD)/spoiling/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/obj/tests/fuzz/standalone.o $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  link     $@"
	$(Q)$(LINK) -o $@ $^ $(LIBRARIES)

$(BUILD)/fuzz/%: tests/fuzz/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -Isrc -D_GNU_SOURCE -fsanitize=fuzzer -o $@ $^ $(LIBRARIES)

check-fuzz: $(SPOILING) ## run the readers and the program on the tables of the cases, spoilt in places
	@$(SEEDS) | xargs -0 -n 4000 $(BUILD)/spoiling/readers 28
	@$(SEEDS) | xargs -0 -n 4000 $(BUILD)/spoiling/run 1

# The readers take a hundredth of the time of a whole run, so they are tried the more often: ten million times.
# SEED=2 has others than SEED=1.
fuzz: $(BUILD)/tests/unit/test_cut $(SPOILING) ## the same for longer, by libFuzzer too (FUZZ_SECONDS=600 each), and csv cut without libcsv
	@$< 300000
	@$(SEEDS) | xargs -0 -n 4000 $(BUILD)/spoiling/readers 7300
	@$(SEEDS) | xargs -0 -n 4000 $(BUILD)/spoiling/run 100
	@for target in readers run; do \
		$(MAKE) --no-print-directory fuzz-$$target || exit; \
	done

fuzz-readers fuzz-run: fuzz-%:
	@$(MAKE) $(AGAIN) BUILD=build/fuzzing CC=$(CLANG) CFLAGS='$(FUZZING) -fsanitize=fuzzer-no-link' build/fuzzing/fuzz/$*
	@$(SEEDS) | xargs -0 -n 4000 python3 tests/fuzz/seeds.py build/fuzzing/corpus-$*
	@build/fuzzing/fuzz/$* -dict=tests/fuzz/words.dict -max_len=8192 -timeout=60 -max_total_time=$(FUZZ_SECONDS) \
		-artifact_prefix=build/fuzzing/ -print_final_stats=1 build/fuzzing/corpus-$*

bench: $(BUILD)/quorate $(BENCH_PROGRAMS) ## measure what runs cost beside other tools and floors: build/bench.json
	@BUILD=$(BUILD) tests/bench/bench $(BUILD)/bench.json

bench-startup: $(BUILD)/quorate $(BENCH_PROGRAMS) ## the part of it about a run of ten rows
	@BUILD=$(BUILD) tests/bench/bench $(BUILD)/bench-startup.json "ten rows"

# The shared libraries, as others have them.
$(BENCH)/%: $(BUILD)/obj/tests/bench/%.o
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $< $(if $(filter packages,$(LIBRARIES_FROM)),-lcsv -lnettle,$(LIBRARIES))

# ---- Installing

DOCUMENTS := LICENSE $(wildcard README.md)
# These stand below share/doc/quorate as they stand here, so that the links of README.md and of the
# pages find them, and there is a constitution to copy.
REFERENCES := docs/CHANGELOG.md docs/architecture.md docs/coverage.md docs/formats.md docs/guide.md docs/install.md \
	docs/performance.md docs/releasing.md docs/rules.md docs/assurance.md docs/security.md docs/writing-a-constitution.md \
	docs/report-wide.png docs/report-phone.png $(sort $(wildcard docs/schemas/*.json)) data/README.md $(TABLES) \
	$(sort $(wildcard data/examples/*.csv data/examples/*/*.csv))
REFERENCE_FOLDERS := $(sort $(patsubst %/,%,$(dir $(REFERENCES))))
BASH_COMPLETIONS := $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS := $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS := $(PREFIX)/share/fish/vendor_completions.d

install: all ## install to PREFIX (/usr/local) below DESTDIR
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/doc/quorate' \
		'$(DESTDIR)$(PREFIX)/share/man/man1' '$(DESTDIR)$(BASH_COMPLETIONS)' \
		'$(DESTDIR)$(ZSH_COMPLETIONS)' '$(DESTDIR)$(FISH_COMPLETIONS)'
	install -m 755 -s $(BUILD)/quorate '$(DESTDIR)$(PREFIX)/bin/quorate'
	install -m 644 $(DOCUMENTS) '$(DESTDIR)$(PREFIX)/share/doc/quorate'
	for folder in $(REFERENCE_FOLDERS); do \
		install -d '$(DESTDIR)$(PREFIX)/share/doc/quorate/'"$$folder" || exit; \
	done
	for file in $(REFERENCES); do \
		install -m 644 "$$file" '$(DESTDIR)$(PREFIX)/share/doc/quorate/'"$$file" || exit; \
	done
	install -m 644 docs/quorate.1 '$(DESTDIR)$(PREFIX)/share/man/man1/quorate.1'
	install -m 644 docs/completion/quorate.bash '$(DESTDIR)$(BASH_COMPLETIONS)/quorate'
	install -m 644 docs/completion/quorate.zsh '$(DESTDIR)$(ZSH_COMPLETIONS)/_quorate'
	install -m 644 docs/completion/quorate.fish '$(DESTDIR)$(FISH_COMPLETIONS)/quorate.fish'

uninstall: ## take away what install put there
	rm -f '$(DESTDIR)$(PREFIX)/bin/quorate' '$(DESTDIR)$(PREFIX)/share/man/man1/quorate.1' \
		'$(DESTDIR)$(BASH_COMPLETIONS)/quorate' '$(DESTDIR)$(ZSH_COMPLETIONS)/_quorate' \
		'$(DESTDIR)$(FISH_COMPLETIONS)/quorate.fish'
	rm -rf '$(DESTDIR)$(PREFIX)/share/doc/quorate'

clean: ## remove build/
	rm -rf build

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

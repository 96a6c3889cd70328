# SPDX-License-Identifier: MIT
# The offline page: the program as WebAssembly and as plain JavaScript, in one HTML file. Part of the Makefile.

PAGE := $(BUILD)/page
PAGE_PACKAGES := clang lld llvm wasi-libc libclang-rt-14-dev-wasm32 binaryen nodejs
PAGE_MODULES := $(sort $(wildcard src/page/*.js))

WASM_CC := $(CLANG) --target=wasm32-wasi
WASM_CPPFLAGS := -Isrc/page/system -D_WASI_EMULATED_GETPID
WASM_CFLAGS := -Oz -flto

page: $(BUILD)/quorate.html ## write the offline page: build/quorate.html

check-page: $(BUILD)/quorate.html $(BUILD)/quorate $(BUILD)/browser/installed ## use the offline page in Chromium (tests/page)
	@mkdir -p $(TALLY)
	@BIN=$(BUILD)/quorate BUILD=$(BUILD) TALLY=$(TALLY)/page node tests/page/check.mjs

check-page-cases: $(PAGE)/quorate.wasm ## run the cases on the page's engine (takes minutes)
	@tests/run_elsewhere tests/page node tests/page/quorate.mjs $<

page-packages:
	@$(PACKAGES) install $(PAGE_PACKAGES)

# The program is this Makefile with another compiler. i64 as two of 32 bits: see src/page/wasi.js.
$(PAGE)/quorate.wasm: $(LIBRARY_FOLDER)/ready $(SOURCES) $(HEADERS) $(BUNDLED) | page-packages
	@$(MAKE) $(AGAIN) BUILD=$(PAGE)/program BUNDLED=$(BUNDLED) SYSTEM='posix wasi' LIBRARIES_FROM=sources CC='$(WASM_CC)' \
		CPPFLAGS='$(WASM_CPPFLAGS)' CFLAGS='$(WASM_CFLAGS)' HARDENING= AR=llvm-ar \
		LINK='$(WASM_CC) $(WASM_CFLAGS) -Wl,--strip-all -Wl,-z,stack-size=1048576' \
		LIBRARIES='-lwasi-emulated-getpid' all
	@wasm-opt --legalize-js-interface -o $@ $(PAGE)/program/quorate

$(PAGE)/quorate.js: $(PAGE)/quorate.wasm
	@echo "  wasm2js  $@"
	@wasm2js -Oz -o $@ $<

$(PAGE)/options.js: $(BUILD)/options src/page/options.js
	@mkdir -p $(@D)
	@$^ >$@

$(BUILD)/quorate.html: $(PAGE)/quorate.wasm $(PAGE)/quorate.js $(PAGE)/options.js src/page/assemble.mjs \
		src/page/page.html src/page/page.css $(PAGE_MODULES)
	@echo "  page     $@"
	@node src/page/assemble.mjs $(PAGE)/quorate.wasm $(PAGE)/quorate.js $(PAGE)/options.js $@

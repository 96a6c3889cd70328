# SPDX-License-Identifier: MIT
# The offline page: the program as WebAssembly and as plain JavaScript, in one HTML file. Part of the Makefile.

PAGE := $(BUILD)/page
PAGE_PACKAGES := clang lld llvm wasi-libc libclang-rt-14-dev-wasm32 binaryen dpkg-dev nodejs
LIBRARY_SOURCES := libcsv jansson utf8proc nettle expat zlib
PAGE_MODULES := $(sort $(wildcard src/page/*.js))

WASM_CC := $(CLANG) --target=wasm32-wasi
WASM_CPPFLAGS := -I$(PAGE)/include -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_GETPID -DUTF8PROC_STATIC -include src/page/system/missing.h
WASM_CFLAGS := -Oz -flto

page: $(BUILD)/quorate.html ## write the offline page: build/quorate.html

check-page: $(BUILD)/quorate.html $(BUILD)/quorate $(BUILD)/browser/installed ## use the offline page in Chromium (tests/page)
	@mkdir -p $(TALLY)
	@BIN=$(BUILD)/quorate BUILD=$(BUILD) TALLY=$(TALLY)/page node tests/page/check.mjs

check-page-cases: $(PAGE)/quorate.wasm ## run the cases on the page's engine (takes minutes)
	@tests/page/cases $<

# There are no packages of libraries for WebAssembly, so Debian's sources of them are compiled.
$(PAGE)/libraries/unpacked: .ci/sources
	@$(PACKAGES) install $(PAGE_PACKAGES)
	@echo "  sources  $(LIBRARY_SOURCES)"
	@.ci/sources $(@D) $(LIBRARY_SOURCES)
	@touch $@

JANSSON_PARTS := dump error hashtable hashtable_seed load memory pack_unpack strbuffer strconv utf value version
NETTLE_PARTS := sha256 sha256-compress write-be32 base16-encode
EXPAT_PARTS := xmlparse xmlrole xmltok
ZLIB_PARTS := adler32 crc32 inflate inffast inftrees zutil
LIBRARY_PARTS := libcsv/libcsv utf8proc/utf8proc $(JANSSON_PARTS:%=jansson/src/%) $(NETTLE_PARTS:%=nettle/%) \
	$(EXPAT_PARTS:%=expat/expat/lib/%) $(ZLIB_PARTS:%=zlib/%)

$(PAGE)/include/ready: $(PAGE)/libraries/unpacked $(wildcard src/page/system/*.h)
	@mkdir -p $(@D)/nettle
	@cd $(PAGE)/libraries && cp libcsv/csv.h jansson/src/jansson.h utf8proc/utf8proc.h ../include
	@cp $(PAGE)/libraries/nettle/*.h $(@D)/nettle
	@cd $(PAGE)/libraries && cp expat/expat/lib/expat.h expat/expat/lib/expat_external.h zlib/zlib.h zlib/zconf.h \
		../include
	@cp src/page/system/setjmp.h src/page/system/jansson_config.h $(@D)
	@: >$(@D)/jansson_private_config.h
	@: >$(@D)/nettle/version.h
	@: >$(@D)/expat_config.h
	@touch $@

$(PAGE)/libraries.a: $(PAGE)/include/ready
	@echo "  compile  $(LIBRARY_SOURCES) to WebAssembly"
	@mkdir -p $(PAGE)/objects && rm -f $@ $(PAGE)/objects/*
	@for part in $(LIBRARY_PARTS); do \
		$(WASM_CC) $(WASM_CFLAGS) -w $(WASM_CPPFLAGS) -I$(PAGE)/include/nettle -DHAVE_STDINT_H \
			-DHAVE_UNISTD_H -DHAVE_FCNTL_H -DHAVE_SYS_TIME_H -DHAVE_GETTIMEOFDAY -DXML_NS -DXML_POOR_ENTROPY \
			-c -o $(PAGE)/objects/$$(basename $$part).o $(PAGE)/libraries/$$part.c || exit; \
	done
	@llvm-ar rcs $@ $(PAGE)/objects/*.o

# The program is this Makefile with another compiler. i64 as two of 32 bits: see src/page/wasi.js.
$(PAGE)/quorate.wasm: $(PAGE)/libraries.a $(SOURCES) $(HEADERS) $(BUNDLED)
	@$(MAKE) $(AGAIN) BUILD=$(PAGE)/program BUNDLED=$(BUNDLED) CC='$(WASM_CC)' CPPFLAGS='$(WASM_CPPFLAGS)' CFLAGS='$(WASM_CFLAGS)' \
		HARDENING= AR=llvm-ar LINK='$(WASM_CC) $(WASM_CFLAGS) -Wl,--strip-all -Wl,-z,stack-size=1048576' \
		LIBRARIES='$(abspath $(PAGE))/libraries.a -lwasi-emulated-signal -lwasi-emulated-getpid' all
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

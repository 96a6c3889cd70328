# SPDX-License-Identifier: MIT
# The program for other systems, machines and C libraries, and the cases on each. Part of the Makefile.

WINDOWS_PACKAGES := $(SOURCE_PACKAGES) gcc-mingw-w64-x86-64-win32
WINE_PACKAGES := wine wine64
PORT_PACKAGES := $(SOURCE_PACKAGES) clang gcc-i686-linux-gnu libc6-dev-i386-cross gcc-s390x-linux-gnu \
	libc6-dev-s390x-cross qemu-user-static musl-tools
PORTS := clang i386 s390x musl

.PHONY: windows check-windows check-ports

# The program elsewhere is this Makefile in a folder of its own, with another compiler.
PORT = $(MAKE) $(AGAIN) BUNDLED=$(BUNDLED) LIBRARIES_FROM=sources CFLAGS=-O2 CPPFLAGS= LDFLAGS=

windows: $(LIBRARY_FOLDER)/ready $(BUNDLED) ## build the program for Windows: build/windows/quorate.exe
	@$(PACKAGES) install $(WINDOWS_PACKAGES)
	+@$(PORT) BUILD=$(BUILD)/windows SYSTEM=windows EXE=.exe CC=x86_64-w64-mingw32-gcc AR=x86_64-w64-mingw32-ar \
		HARDENING='$(WINDOWS_FORMATS)' LINK='x86_64-w64-mingw32-gcc -static -s -Wl,--no-insert-timestamp' all

# One server for all runs: it takes longer to start than they do, and its folder is there before them. It is sought
# below TMPDIR, of which each case has its own.
WINE := env TMPDIR=/tmp WINEPREFIX=$(abspath $(BUILD))/windows/wine WINEDEBUG=-all

# printf as in C11; what the compiler takes for its formats are those of another library.
WINDOWS_FORMATS := -D__USE_MINGW_ANSI_STDIO=1 -Wno-format

check-windows: windows ## run the cases on the program for Windows, under wine (takes minutes)
	@$(PACKAGES) install $(WINE_PACKAGES)
	@$(WINE) wineboot -i >/dev/null 2>&1; $(WINE) wineserver -w
	@export TIMEOUT=300; $(WINE) wineserver -p; \
	tests/run_elsewhere tests/windows $(WINE) LC_ALL=C.UTF-8 wine $(BUILD)/windows/quorate.exe; \
	status=$$?; $(WINE) wineserver -k; exit $$status

check-ports: ## run the cases on a build by clang, of 32 bits, big-endian, and with musl (takes minutes)
	@$(PACKAGES) install $(PORT_PACKAGES)
	@$(MAKE) $(AGAIN) $(LIBRARY_FOLDER)/ready $(BUNDLED)
	@status=0; for port in $(PORTS); do \
		echo "== $$port"; $(MAKE) --no-print-directory check-port-$$port || status=1; \
	done; exit $$status

check-port-%:
	+@$(PORT) BUILD=$(BUILD)/ports/$* $(PORT_$*) all
	@tests/run_elsewhere tests/ports $(RUN_$*) $(BUILD)/ports/$*/quorate

PORT_clang = CC='$(CLANG)'
PORT_musl = CC=musl-gcc WHOLE=-static
PORT_i386 = CC=i686-linux-gnu-gcc WHOLE=-static
PORT_s390x = CC=s390x-linux-gnu-gcc AR=s390x-linux-gnu-ar WHOLE=-static
RUN_s390x = qemu-s390x-static

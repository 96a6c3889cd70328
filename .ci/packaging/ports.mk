# SPDX-License-Identifier: MIT
# The program for other machines and C libraries, and the cases on each. Part of the Makefile.

PORT_PACKAGES := $(SOURCE_PACKAGES) clang gcc-i686-linux-gnu gcc-s390x-linux-gnu qemu-user-static musl-tools
PORTS := clang i386 s390x musl

.PHONY: check-ports

# The program elsewhere is this Makefile in a folder of its own, with another compiler.
PORT = $(MAKE) $(AGAIN) BUNDLED=$(BUNDLED) LIBRARIES_FROM=sources CFLAGS=-O2 CPPFLAGS= LDFLAGS=

check-ports: ## run the cases on a build by clang, of 32 bits, big-endian, and with musl (takes minutes)
	@$(PACKAGES) install $(PORT_PACKAGES)
	@$(MAKE) $(AGAIN) $(LIBRARY_FOLDER)/ready $(BUNDLED)
	@status=0; for port in $(PORTS); do \
		echo "== $$port"; $(MAKE) --no-print-directory check-port-$$port || status=1; \
	done; exit $$status

check-port-%:
	@$(PORT) BUILD=$(BUILD)/ports/$* $(PORT_$*) all
	@tests/run_elsewhere tests/ports $(RUN_$*) $(BUILD)/ports/$*/quorate

PORT_clang = CC='$(CLANG)'
PORT_musl = CC=musl-gcc WHOLE=-static
PORT_i386 = CC=i686-linux-gnu-gcc WHOLE=-static
PORT_s390x = CC=s390x-linux-gnu-gcc AR=s390x-linux-gnu-ar WHOLE=-static
RUN_s390x = qemu-s390x-static

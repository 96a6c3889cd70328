# SPDX-License-Identifier: MIT
# What a release is made of, in build/dist; docs/releasing.md says how it is made and checked. Part of the Makefile.

DIST := build/dist
RELEASE := quorate-$(VERSION)
LINUX = $(RELEASE)-linux-$(shell uname -m)
DIST_PACKAGES := $(BUILD_PACKAGES) $(PAGE_PACKAGES) $(WINDOWS_PACKAGES) musl-tools
CHECK_DIST_PACKAGES := $(DIST_PACKAGES) lintian mmdebstrap
DIST_PARTS := dist-source dist-linux dist-deb dist-windows dist-page dist-libraries

# Every date in a file of a release: that of the commit, which the files of the source tar have where there is no git.
DIST_TIME = $(or $(SOURCE_DATE_EPOCH),$(shell if [ -e .git ]; then git log -1 --format=%ct; else stat -c %Y Makefile; fi))
PACKAGING = SOURCE_DATE_EPOCH=$(DIST_TIME) VERSION=$(VERSION) .ci/packaging

DIST_LINUX = $(PORT) BUILD=$(BUILD)/ports/musl $(PORT_musl)
# With shared libraries, so that Debian's security updates of them reach it.
DIST_DEB = $(PORT) BUILD=$(BUILD)/shared LIBRARIES_FROM=packages STATIC=no

.PHONY: dist $(DIST_PARTS) check-dist

# What is built is what stands here, and what is packed is what git has.
dist: ## write what a release is made of: build/dist
	@if [ -e .git ] && [ -n "$$(git status --porcelain)" ]; then \
		git status --short; echo 'A release is made of a commit, and these are in none.'; exit 1; \
	fi
	@$(PACKAGES) install $(DIST_PACKAGES)
	@rm -rf $(DIST) && mkdir -p $(DIST)
	@$(MAKE) $(AGAIN) $(DIST_PARTS)
	@cd $(DIST) && LC_ALL=C sha256sum * >SHA256SUMS && cat SHA256SUMS

dist-source:
	@if [ -e .git ]; then git ls-files -z; else find . -path ./build -prune -o ! -type d -printf '%P\0'; fi | \
		$(PACKAGING)/tar $(DIST)/$(RELEASE).tar.gz $(RELEASE) .

dist-linux: $(BUNDLED) $(LIBRARY_FOLDER)/ready | dist-libraries
	@echo "  package  $(DIST)/$(LINUX).tar.gz"
	@rm -rf $(BUILD)/linux
	+@$(DIST_LINUX) DESTDIR=$(BUILD)/linux PREFIX= install >/dev/null
	@cp $(DIST)/$(RELEASE)-licences.txt $(BUILD)/linux/share/doc/quorate/licences.txt
	@find $(BUILD)/linux -type f -printf '%P\0' | $(PACKAGING)/tar $(DIST)/$(LINUX).tar.gz $(LINUX) $(BUILD)/linux

dist-deb: $(BUNDLED)
	@echo "  package  $(DIST)/quorate_$(VERSION)_*.deb"
	@rm -rf $(BUILD)/debian
	+@$(DIST_DEB) DESTDIR=$(BUILD)/debian PREFIX=/usr ZSH_COMPLETIONS=/usr/share/zsh/vendor-completions install >/dev/null
	@$(PACKAGING)/deb $(BUILD)/debian $(DIST)

dist-windows: windows
	@cp $(BUILD)/windows/quorate.exe $(DIST)

dist-page: $(BUILD)/quorate.html
	@cp $< $(DIST)/quorate.html

# What is in the files of a release besides the program, and under which licences.
dist-libraries: $(LIBRARY_FOLDER)/ready
	@$(PACKAGING)/libraries $(LIBRARY_FOLDER) $(DIST)/$(RELEASE) $(LIBRARY_SOURCES)

check-dist: $(BUILD)/quorate ## make the release twice and compare, then install and run what is in it (takes long)
	@$(PACKAGES) install $(CHECK_DIST_PACKAGES)
	@BIN=$< MAKE='$(MAKE)' tests/dist

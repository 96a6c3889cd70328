# SPDX-License-Identifier: MIT
# LIBRARIES_FROM=sources: Debian's sources of the libraries, with Debian's patches, compiled as the program is. For
# machines and libcs for which Debian has no packages of them. Part of the Makefile.

LIBRARY_SOURCES := libcsv jansson utf8proc nettle expat zlib
SOURCE_PACKAGES := dpkg-dev
# Unpacked once for all builds.
LIBRARY_FOLDER := build/libraries
LIBRARY_INCLUDE := $(LIBRARY_FOLDER)/include

JANSSON_PARTS := dump error hashtable hashtable_seed load memory pack_unpack strbuffer strconv utf value version
NETTLE_PARTS := sha256 sha256-compress sha256-meta hmac hmac-sha256 memxor write-be32 base16-encode
EXPAT_PARTS := xmlparse xmlrole xmltok
ZLIB_PARTS := adler32 crc32 inflate inffast inftrees zutil
LIBRARY_PARTS := libcsv/libcsv utf8proc/utf8proc $(JANSSON_PARTS:%=jansson/src/%) $(NETTLE_PARTS:%=nettle/%) \
	$(EXPAT_PARTS:%=expat/expat/lib/%) $(ZLIB_PARTS:%=zlib/%)

$(LIBRARY_FOLDER)/unpacked: .ci/sources
	@$(PACKAGES) install $(SOURCE_PACKAGES)
	@echo "  sources  $(LIBRARY_SOURCES)"
	@.ci/sources $(@D) $(LIBRARY_SOURCES)
	@touch $@

# The headers as they would be installed. What configure would have found out is jansson_config.h, and for the
# others that nothing is known.
$(LIBRARY_FOLDER)/ready: $(LIBRARY_FOLDER)/unpacked .ci/libraries/jansson_config.h
	@mkdir -p $(LIBRARY_INCLUDE)/nettle
	@cp .ci/libraries/jansson_config.h $(LIBRARY_INCLUDE)
	@cd $(@D) && cp nettle/*.h include/nettle && cp libcsv/csv.h jansson/src/jansson.h utf8proc/utf8proc.h \
		expat/expat/lib/expat.h expat/expat/lib/expat_external.h zlib/zlib.h zlib/zconf.h include
	@: >$(LIBRARY_INCLUDE)/jansson_private_config.h
	@: >$(LIBRARY_INCLUDE)/nettle/version.h
	@: >$(LIBRARY_INCLUDE)/expat_config.h
	@touch $@

ifeq ($(LIBRARIES_FROM),sources)
LIBRARIES :=
LIBRARY_OBJECTS += $(LIBRARY_PARTS:%=$(BUILD)/libraries/%.o)
DEFINES += -DUTF8PROC_STATIC -isystem $(LIBRARY_INCLUDE)

$(BUILD)/found-libraries: $(LIBRARY_FOLDER)/ready

# -w: the warnings are theirs.
$(BUILD)/libraries/%.o: $(LIBRARY_FOLDER)/ready $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(HARDENING) $(CPPFLAGS) $(ANYWHERE) $(CFLAGS) -w $(DEFINES) -I$(LIBRARY_INCLUDE)/nettle \
		-DHAVE_STDINT_H -DHAVE_UNISTD_H -DHAVE_FCNTL_H -DHAVE_SYS_TIME_H -DHAVE_GETTIMEOFDAY -DXML_NS \
		-DXML_POOR_ENTROPY -c -o $@ $(LIBRARY_FOLDER)/$*.c
endif

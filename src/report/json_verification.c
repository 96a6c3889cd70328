/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "phrases_verification.h"
#include "quorate/report.h"

static void put_files(struct json *object, const struct verification *verification)
{
    struct json *array = json_put_array(object, "files");
    for (size_t i = 0; i < verification->file_count; i++) {
        const struct verified_file *file = &verification->files[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "role", file->role);
        json_put_text(entry, "file", file->file);
        json_put_given(entry, "called", file->called);
        json_put_text(entry, "state", file_state_name(file->state));
        json_put_text(entry, "sha256_saved", file->saved);
        json_put_text(entry, "sha256_found", file->found);
    }
}

static void put_taken(struct json *object, struct taken_list list)
{
    struct json *array = json_put_array(object, "taken");
    for (size_t i = 0; i < list.count; i++) {
        struct json *entry = json_add_object(array);
        json_put_text(entry, "what", list.items[i].what);
        json_put_text(entry, "value", list.items[i].value);
    }
}

static void put_differences(struct json *object, const char *key,
                            const struct differences *differences)
{
    struct json *array = json_put_array(object, key);
    for (size_t i = 0; i < differences->count; i++) {
        struct json *entry = json_add_object(array);
        json_put_text(entry, "entry", differences->items[i].place);
        json_put_text(entry, "saved", differences->items[i].saved);
        json_put_text(entry, "counted", differences->items[i].counted);
    }
}

void report_json_verification(struct arena *arena, const void *value, struct buffer *out)
{
    const struct verification *verification = value;
    struct json *object = json_begin(arena);
    json_put_text(object, "schema", "quorate/verify/1");
    json_put_text(object, "version", verification->version);
    json_put_text(object, "saved_version", verification->saved_version);
    json_put_text(object, "constitution", verification->constitution);
    json_put_origin(object, &verification->origin);
    json_put_text(object, "body", verification->body);
    json_put_text(object, "result", verification->result.file);
    json_put_text(object, "result_sha256", verification->result.sha256);
    json_put_boolean(object, "same", verification->same);
    json_put_boolean(object, "proved", verification->proved);
    json_put_date(object, "destroyed", verification->destruction.on);
    json_put_date(object, "keep_until", verification->destruction.keep_until);
    json_put_number(object, "files_wrong", (int64_t)verification->files_wrong);
    json_put_number(object, "differing", (int64_t)verification->differences.all);
    put_taken(object, phrases_taken(arena, verification));
    put_files(object, verification);
    put_differences(object, "differences", &verification->differences);
    put_differences(object, "unproved", &verification->unproved);
    json_put_notes(object, phrases_verification_notes(arena, verification));
    json_finish(object, out);
}

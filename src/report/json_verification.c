/* SPDX-License-Identifier: MIT */
#include "json.h"
#include "phrases_verification.h"
#include "quorate/report.h"

static void put_files(struct json_writer *writer, struct json *object,
                      const struct verification *verification)
{
    struct json *array = json_put_array(writer, object, "files");
    for (size_t i = 0; i < verification->file_count; i++) {
        const struct verified_file *file = &verification->files[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "role", file->role);
        json_put_text(writer, entry, "file", file->file);
        if (file->called != NULL)
            json_put_text(writer, entry, "called", file->called);
        json_put_text(writer, entry, "state", file_state_name(file->state));
        json_put_text(writer, entry, "sha256_saved", file->saved);
        json_put_text(writer, entry, "sha256_found", file->found);
    }
}

static void put_taken(struct json_writer *writer, struct json *object, struct taken_list list)
{
    struct json *array = json_put_array(writer, object, "taken");
    for (size_t i = 0; i < list.count; i++) {
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "what", list.items[i].what);
        json_put_text(writer, entry, "value", list.items[i].value);
    }
}

static void put_differences(struct json_writer *writer, struct json *object, const char *key,
                            const struct differences *differences)
{
    struct json *array = json_put_array(writer, object, key);
    for (size_t i = 0; i < differences->count; i++) {
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "entry", differences->items[i].place);
        json_put_text(writer, entry, "saved", differences->items[i].saved);
        json_put_text(writer, entry, "counted", differences->items[i].counted);
    }
}

void report_json_verification(struct arena *arena, const void *value, struct buffer *out)
{
    const struct verification *verification = value;
    struct json_writer *writer = json_begin(arena, NULL);
    struct json *object = json_of_object(writer);
    json_put_text(writer, object, "schema", "quorate/verify/1");
    json_put_text(writer, object, "version", verification->version);
    json_put_text(writer, object, "saved_version", verification->saved_version);
    json_put_text(writer, object, "constitution", verification->constitution);
    json_put_origin(writer, object, &verification->origin);
    json_put_text(writer, object, "body", verification->body);
    json_put_text(writer, object, "result", verification->result.file);
    json_put_text(writer, object, "result_sha256", verification->result.sha256);
    json_put_boolean(writer, object, "same", verification->same);
    json_put_boolean(writer, object, "proved", verification->proved);
    json_put_date(writer, object, "destroyed", verification->destruction.on);
    json_put_date(writer, object, "keep_until", verification->destruction.keep_until);
    json_put_number(writer, object, "files_wrong", (int64_t)verification->files_wrong);
    json_put_number(writer, object, "differing", (int64_t)verification->differences.all);
    put_taken(writer, object, phrases_taken(arena, verification));
    put_files(writer, object, verification);
    put_differences(writer, object, "differences", &verification->differences);
    put_differences(writer, object, "unproved", &verification->unproved);
    json_put_notes(writer, object, phrases_verification_notes(arena, verification));
    json_finish(writer, object, out);
}

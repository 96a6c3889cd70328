/* SPDX-License-Identifier: MIT */
/*
 * node tests/schemas.mjs SCHEMAS FOLDER...: holds the results in the folders against the JSON schemas
 * in SCHEMAS. Results are the JSON files and what cases print (`out`): every text from a line "{" to
 * a line "}" in which a schema is named. A key that its schema does not know is a fault here, so that
 * the two are changed together, and so is a schema that no result is of.
 *
 * BUILD is where packages are kept (build), TALLY a file that is written with "passed failed".
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

const build = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..',
    process.env.BUILD ?? 'build');
const Ajv = createRequire(join(build, 'browser/package.json'))('ajv/dist/2020').default;

/* The same schema, which takes no keys but those that it names. */
function closed(schema) {
    if (Array.isArray(schema))
        return schema.map(closed);
    if (schema === null || typeof schema !== 'object')
        return schema;
    const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
    if (typeof schema.properties === 'object' && schema.type === 'object' &&
        !('additionalProperties' in schema))
        copy.unevaluatedProperties = false;
    return copy;
}

/* Every `out` and JSON file of a folder; those that a case only reads (cmd's inputs) are not ours. */
function filesOf(folder) {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath ?? entry.path, entry.name))
        .filter(file => basename(file) === 'out' || /\/files\/.*\.json$/.test(file) ||
            (file.endsWith('.json') && !file.includes('/cases/')))
        .sort();
}

function resultsOf(file) {
    return (readFileSync(file, 'utf8').match(/^\{\n[\s\S]*?^\}$/gm) ?? [])
        .filter(text => /^ *"schema": "/m.test(text));
}

const [schemas, ...folders] = process.argv.slice(2);
const validators = new Map();
for (const name of readdirSync(schemas).filter(file => file.endsWith('.json'))) {
    const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
    const schema = JSON.parse(readFileSync(join(schemas, name), 'utf8'));
    validators.set(schema.title, { check: ajv.compile(closed(schema)), results: 0 });
}

/* What is wrong with a result, in lines. */
function faultsOf(text) {
    let result;
    try {
        result = JSON.parse(text);
    } catch (error) {
        return [error.message];
    }
    const validator = validators.get(result.schema);
    if (validator === undefined)
        return [`there is no schema ${result.schema}`];
    validator.results++;
    validator.check(result);
    return (validator.check.errors ?? []).map(({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
}

let passed = 0, failed = 0;
function judge(name, faults) {
    if (faults.length === 0) {
        passed++;
        return;
    }
    failed++;
    console.log(`FAILED ${name}`);
    for (const fault of faults)
        console.log(`    ${fault}`);
}

for (const file of folders.flatMap(filesOf))
    for (const text of resultsOf(file))
        judge(file, faultsOf(text));
for (const [title, { results }] of validators)
    judge(title, results > 0 ? [] : ['no result is of this schema']);
if (validators.size === 0)
    judge(schemas, ['there are no schemas']);

console.log(`schemas: ${passed} passed, ${failed} failed`);
if (process.env.TALLY)
    writeFileSync(process.env.TALLY, `${passed} ${failed}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/* SPDX-License-Identifier: MIT */
/*
 * The pages that are looked at: what the program is run with, in which folder, and the outcome that
 * the title has to begin with. See examine.mjs for the rest.
 */
import { join } from 'node:path';

import { here, write } from './browser.mjs';

const examples = 'data/examples';
const own = name => `tests/browser/pages/${name}`;

const election = ['tally', '-d', 'election', '--candidates', 'candidates.csv'];
const tooShort = ['--opens', '2015-04-02 09:00', '--closes', '2015-04-09 17:00'];
const ruled = ['tally', '--rules', 'rules.csv', '--practices', 'practices.csv', 'ballots.csv'];

export const pages = [
    {
        name: 'meeting',
        title: 'Carried',
        arguments: ['tally', '-d', 'meeting', '--date', '2015-06-24',
            '--motion', 'Adopt the frailty pathway proposal',
            '--route', 'no consensus; practices had been consulted', 'meeting-2015-06-24.csv'],
        folder: examples,
    },
    {
        name: 'not-binding',
        title: 'Not binding',
        arguments: ['tally', '-d', 'meeting', 'ballots.csv'],
        folder: own('not-binding'),
    },
    {
        name: 'email',
        title: 'Carried',
        arguments: ['tally', '-d', 'email', '--date', '2015-07-03', 'email-2015-07-03.csv'],
        folder: examples,
    },
    {
        name: 'censure',
        title: 'Not binding',
        arguments: ['tally', '-d', 'censure', '--date', '2015-09-09', 'censure-2015-09-09.csv'],
        folder: examples,
    },
    {
        name: 'admission',
        title: 'Carried',
        arguments: ['tally', '-d', 'admission', '--motion', 'Admit the Thame Practice',
            'ballots.csv'],
        folder: own('admission'),
    },
    {
        name: 'secret-election',
        title: 'Elected',
        arguments: [...election, '--confirmed', '2015-10-09', 'ballots.csv'],
        folder: own('secret-election'),
        /* The same votes, cast by others. */
        twin: own('secret-election-twin'),
    },
    {
        name: 'shown-election',
        title: 'Elected',
        arguments: [...election, '--show-ballots', 'ballots.csv'],
        folder: own('secret-election'),
    },
    {
        name: 'further-election',
        title: 'Further election',
        arguments: ['tally', '-d', 'election', '--candidates', 'candidates-2015-10-01.csv',
            'election-2015-10-01.csv'],
        folder: examples,
    },
    {
        name: 'readings',
        title: 'Carried',
        arguments: ruled,
        folder: own('readings'),
    },
    {
        name: 'motions',
        title: 'Carried',
        arguments: ['tally', '-d', 'meeting', '--date', '2015-06-24', 'ballots.csv'],
        folder: own('motions'),
        sheets: 12,
    },
    {
        name: 'areas',
        title: 'Not carried',
        arguments: ['tally', '-C', 'constitution', 'ballots.csv'],
        folder: own('areas'),
    },
    {
        name: 'hostile-names',
        title: 'Carried',
        arguments: [...ruled.slice(0, -1), '--motion',
            '</title><script>alert("a motion")</script> & \'quotes\' "quotes"', 'ballots.csv'],
        folder: own('hostile-names'),
    },
    {
        name: 'localities',
        title: 'Carried',
        arguments: ['tally', '-C', 'oxfordshire-ccg-governing-body-2015', 'ballots.csv'],
        folder: own('localities'),
    },
    {
        name: 'share',
        title: '10 votes for 6 localities',
        arguments: ['share', '--whole'],
        folder: examples,
        signed: false,
    },
    {
        name: 'reweight',
        title: '1.12 of 10 votes',
        arguments: ['reweight', '--leave', 'K84001', '--keep', 'K84008',
            'nhsd-2021-01-gp-reg-pat-prac-all.csv'],
        folder: 'tests/data/nhs',
        signed: false,
        sheets: 6,
    },
    {
        name: 'quorum',
        title: 'Quorate, depending on how the rules are read',
        arguments: ['quorum', '-d', 'meeting', '--date', '2015-06-24', 'attendance.csv'],
        folder: own('quorum'),
        signed: false,
    },
    {
        name: 'no-quorum',
        title: 'Not quorate',
        arguments: ['quorum', '-d', 'censure', 'censure-2015-09-09.csv'],
        folder: examples,
        signed: false,
    },
    {
        name: 'every-kind',
        title: 'Quorate 3, not quorate 3, no quorum is asked for 2',
        arguments: ['quorum', '--date', '2015-06-24', 'meeting-2015-06-24.csv'],
        folder: examples,
        signed: false,
        sheets: 8,
    },
    {
        name: 'verify',
        title: 'Different',
        arguments: ['verify', 'result.json'],
        folder: own('verify'),
        status: 1,
        signed: false,
    },
    {
        name: 'too-short',
        title: 'Elected',
        arguments: [...election, ...tooShort, 'ballots.csv'],
        folder: own('too-short'),
    },
    {
        name: 'timetable',
        title: 'Too early',
        arguments: ['timetable', '-d', 'election', ...tooShort],
        folder: examples,
        signed: false,
    },
    {
        name: 'editions',
        title: 'Different',
        arguments: ['rules', '-C', 'ours', '--diff', 'south-east-oxfordshire-2015'],
        folder: 'tests/cases/rules/diff',
        signed: false,
        sheets: 4,
    },
    {
        name: 'roll',
        title: '9 practices, 88,071 patients',
        arguments: ['roll', '--practices', 'practices.csv', '--date', '2015-09-01'],
        folder: 'tests/cases/roll/roll-of-a-day',
        signed: false,
    },
    {
        name: 'rules',
        title: 'Rules',
        arguments: ['rules'],
        folder: examples,
        signed: false,
        sheets: 12,
    },
];

/* Those that are named, or all. */
export function chosenPages(names) {
    const unknown = names.filter(name => !pages.some(page => page.name === name));
    if (unknown.length > 0)
        throw new Error(`there is no page ${unknown.join(', ')} in pages.mjs`);
    return names.length > 0 ? pages.filter(({ name }) => names.includes(name)) : pages;
}

/* The subject of examine.mjs, with the page that the program writes. */
export function writePage({ arguments: words, folder, twin, status, ...entry }) {
    const { name } = entry;
    return {
        ...entry,
        ...write(name, words, folder, status),
        twin: twin && write(`${name}-twin`, words, twin).source,
        golden: join(here, 'golden', `${name}.yml`),
    };
}

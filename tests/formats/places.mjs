/* SPDX-License-Identifier: MIT */
/* What the law of formats knows of reports: where a label of the text stands elsewhere. */

/* The headings under which Markdown and HTML have what text has behind a label. */
export const HEADINGS = [
    [/^Margin$/, ['How close it was']],
    [/^(Valid|Quorum)$/, ['Was it valid?']],
    [/^(Result|Depends|Period|Ballots)$/, ['Outcome']],
    [/^(Own|Published)$/, ['Votes']],
    [/^Motion \d+$/, ['Outcomes']],
    [/^(Motion|Made by)$/, ['*']],
    [/^\[n\]$/, ['Notes']],
];

/* Where JSON has the figures, names and clauses of a fact: the keys of its poll, else of the whole; with
 * `whole` those of both.
 * The first that fits is it. */
export const PLACES = [
    { label: /^\[n\]$/, keys: ['notes'] },
    { label: /^Made by$/, keys: ['version'] },
    { title: true, keys: ['body', 'title', 'date', 'as_at', 'as_at_before', 'result', 'polls'] },
    { section: /^Governing Body/, kind: ['tally'], keys: ['share'] },
    { section: /^Basis/, label: /^As told$/, keys: ['options'] },
    { section: /^Basis/, kind: 'tally', label: /^Route$/, keys: ['route'] },
    { section: /^Basis/, kind: 'tally', label: /^Rules$/, keys: ['edition', 'body', 'constitution'] },
    { section: /^Basis/, kind: 'tally', label: /^Time$/, keys: ['period', 'options'] },
    { section: /^Basis/, kind: 'tally', label: /^List sizes$/, keys: ['as_at'] },
    { section: /^Basis/, kind: 'tally', keys: ['basis', 'as_at'], clause: true },
    { kind: ['tally', 'quorum'], label: /^Motion/, keys: ['motion', 'polls'] },
    { kind: 'tally', label: /^Result$/, keys: ['verdict', 'winner', 'run_off', 'counts', 'candidates', 'conditions', 'areas', 'period'] },
    { kind: 'tally', label: /^(Quorum|Valid)$/, keys: ['conditions', 'counts', 'areas'] },
    { kind: 'tally', label: /^Votes$/, keys: ['counts', 'candidates', 'other_count', 'conditions'] },
    { kind: 'tally', label: /^Interests$/, keys: ['interests', 'counts'] },
    { kind: 'tally', label: /^(Absent|No reply)$/, keys: ['absent'] },
    { kind: 'tally', label: /^Proxies$/, keys: ['proxies'] },
    { kind: 'tally', label: /^Rows$/, keys: ['ballots'] },
    { kind: 'tally', label: /^Margin$/, keys: ['margin', 'counts'] },
    { kind: 'tally', label: /^Period$/, keys: ['period'] },
    { kind: 'tally', label: /^(Void|Refused|Repeated|Superseded|Remarks)$/, keys: ['returns', 'refused', 'ballots'] },
    { label: /^(Also there|Not there)$/, keys: ['others', 'ballots', 'rows'] },
    { kind: 'tally', section: /^Who voted how/, keys: ['polls'] },
    { kind: 'tally', label: /^Areas$/, keys: ['areas'] },
    { kind: 'tally', label: /^Depends$/, keys: ['readings'] },
    { kind: 'tally', label: /^Ballots$/, keys: ['basis', 'destroy_on'] },
    { kind: 'quorum', label: /^(Result|Quorum|Valid)$/, keys: ['quorum', 'conditions', 'counts', 'basis', 'majority'] },
    { kind: 'quorum', label: /^Majority$/, keys: ['basis'], clause: true },
    { kind: 'quorum', label: /^(Leaving)$/, keys: ['leaving', 'conditions'] },
    { kind: 'quorum', label: /^(Who could)$/, keys: ['joining', 'conditions'] },
    { kind: 'quorum', label: /^Together$/, keys: ['joining', 'leaving'] },
    { kind: 'quorum', label: /^Repeated$/, keys: ['repeated'] },
    { kind: 'quorum', label: /^(Rule)$/, keys: ['conditions'], clause: true },
    { kind: 'quorum', label: /^Interests$/, keys: ['interests', 'counts'] },
    { kind: 'quorum', label: /^(Absent|No reply)$/, keys: ['absent'] },
    { kind: 'quorum', label: /^Proxies$/, keys: ['proxies'] },
    { kind: 'quorum', label: /^Refused$/, keys: ['refused'] },
    { kind: 'quorum', label: /^Rows$/, keys: ['rows'] },
    { kind: 'quorum', label: /^Depends$/, keys: ['readings'] },
    { section: /^Basis/, kind: 'quorum', label: /^(Quorum|Election)$/, keys: ['basis'], clause: true },
    { section: /^Basis/, kind: 'quorum', keys: ['as_at', 'edition', 'body', 'constitution'] },
    { kind: 'rules', label: /^(Kind|Rules)$/, keys: ['decision', 'edition', 'body', 'constitution'] },
    { kind: 'rules', label: /^[a-z]/, keys: ['decisions'] },
    { kind: 'rules', label: /./, keys: ['rules', 'readings'], whole: true, clause: true },
    { kind: 'rules', keys: ['rules', 'readings', 'decisions', 'title'] },
    { kind: 'editions', keys: ['was', 'is', 'decisions', 'rules', 'members'] },
    { kind: 'timetable', label: /^Rule$/, keys: ['period'], clause: true },
    { kind: 'timetable', keys: ['opens', 'closes', 'period', 'earliest_close', 'close', 'readings', 'days'] },
    { kind: 'verify', keys: ['files', 'result', 'differing', 'files_wrong', 'differences'] },
    { kind: 'share', section: /^Voting power/, keys: ['power', 'sum_of_votes', 'localities'] },
    { kind: 'share', section: /^Whole votes/, keys: ['whole'] },
    { kind: 'share', keys: ['votes_in_all', 'stated_total', 'sum_of_rows', 'localities'] },
    { kind: 'reweight', label: /^Result$/, keys: ['before', 'after', 'percent_change', 'change', 'share', 'share_before'] },
    { kind: 'reweight', label: /^New roll$/, keys: ['written_to', 'adopted', 'as_at'] },
    { kind: 'reweight', label: /^County$/, keys: ['area', 'area_total', 'area_in_file', 'practices_in_area'] },
    { kind: 'reweight', section: /^Weights/, keys: ['practices'] },
    { kind: 'reweight', section: /^Governing Body/, keys: ['share', 'share_before', 'as_at_before', 'as_at'] },
    { kind: 'reweight', section: /^Quorum/, keys: ['quorums', 'before', 'after'] },
    { kind: 'reweight', section: /^Voting power/, keys: ['power', 'before', 'after'] },
    { kind: 'reweight', section: /^Basis/, label: /^Rule$/, keys: ['clause'], clause: true },
    { kind: 'reweight', section: /^Basis/, keys: ['source'] },
];

/* Rows whose name JSON has as a key, or not at all, and the paths to their figures from the poll. */
export const TOTALS = [
    { name: /^\d+ \w+ for$/, kind: 'tally', paths: [['counts', 'for']] },
    { name: /^\d+ \w+ against$/, kind: 'tally', paths: [['counts', 'against']] },
    { name: /^\d+ \w+ abstained$/, kind: 'tally', paths: [['counts', 'abstained']] },
    { name: /^\d+ [a-z]+$/, kind: 'tally', paths: [['counts', 'all']] },
    { name: /^\d+ [a-z]+$/, kind: 'quorum', paths: [['counts', 'all'], ['polls', 0, 'counts', 'all']] },
    { name: /^(\d+ [a-z]+|Total)$/, kind: 'reweight', paths: [[]] },
    { name: /^(Patients|Of the county's|Share|Votes of \d+)$/, kind: 'reweight', paths: [['share'], ['share_before']] },
    { name: /^(Sum of the rows|Stated total|In all|On [\d,]+$)/, kind: 'share', paths: [[]] },
];

/* A cell of the text, and the value that says it in JSON. */
export const WORDS = [
    [/^For\b/, /^for$/],
    [/^Against\b/, /^against$/],
    [/^Abstained\b/, /^abstain$/],
    [/^(Absent|No reply)$/, /^(absent|no reply)$/],
    [/^(Present|Replied)\b/, /^(present|replied)$/],
    [/^Refused$/, /^refused$/],
    [/^Interest declared/, /^interested$/],
    [/^Ballot returned$/, /^returned$/],
    [/^No vote$/, /^present/],
    [/^Interest$/, /^interest/],
    [/\(deputy\b/, /^deputy$/],
    [/\(proxy\b/, /^proxy$/],
];

/* What may differ: this part of the text is not looked for. */
export const EXCEPTIONS = [
    { formats: ['json'], text: /^100(\.00?)?%$/, reason: 'the whole is 100% of itself' },
    { formats: ['json'], text: /^and \d+ other groups$/, reason: 'JSON lists the groups that text leaves out' },
    { formats: ['json'], kind: 'reweight', text: /^all but .*/, reason: 'JSON names who is in a group, text whoever is not where those are fewer' },
    { formats: ['json'], text: /the other \d+ \w+/, reason: 'all members but the one that is spoken of' },
    { formats: ['markdown'], kind: 'reweight', text: /, and how many percentage points they move$/, reason: 'the columns have headings for it' },
    { formats: ['markdown', 'html'], kind: 'quorum', text: /^Quorum: (?=.* on \d)/, reason: 'the whole page is of quorums, and says so once' },
    { formats: ['json'], text: /, which are those of the bundled constitution .*/, reason: 'JSON says that they are (differs_from_bundled), and not of which name' },
    { formats: ['json'], kind: 'reweight', text: /^The populations? of .* left blank: .*/, reason: 'JSON has null for each' },
    { formats: ['markdown', 'html'], kind: 'tally', label: /^Motion \d+$/, text: /^This depends on how the rules are read\.$/, reason: 'the word of the outcome says it there: "Carried, depending on how the rules are read"' },
    { formats: ['csv'], kind: 'tally', label: /^Votes$/, text: /^\d+ votes?$/, reason: 'a candidate has no row of its own' },
    { formats: ['csv'], kind: 'quorum', text: /^[\d,]+ .*(more than needed|short|must be in favour).*/, reason: 'a kind of decision has no row of its own' },
];

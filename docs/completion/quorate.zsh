#compdef quorate
# SPDX-License-Identifier: MIT
# Completes quorate's command line in zsh. It is installed as _quorate.

# By `make documents`, as far as "end". option table: zsh
_quorate_commands() {
    local -a commands=(
        'tally:count a vote'
        'quorum:is this attendance quorate, and who else would make it so'
        'template:a ballot file to fill in, one row a practice'
        'check:look for problems without counting'
        'share:each locality'\''s votes on the governing body'
        'reweight:this year'\''s list sizes from the NHS file, beside last year'\''s'
        'rules:the rules in use, each with its clause'
        'timetable:when a vote may close, working day by working day'
        'roll:the members of a day, their list sizes, and who makes a quorum'
        'verify:recount a saved result and compare'
        'register:the decisions of a register, and whether it is as it was written'
        'new:a folder with the tables of a constitution, to change and to keep'
    )
    _describe command commands
}

# What _arguments is to know of a command. Sets `options`.
_quorate_options() {
    case $1 in
    tally)
        options=(
            '(-d --decision)'{-d+,--decision=}'[what kind of decision it is, as the rules call it: meeting, email, censure, ...]:KIND:_quorate_kinds'
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--practices)'--practices='[take the practices and their list sizes from this table instead]:FILE:_files'
            '(--localities)'--localities='[take the localities of the county from this table instead]:FILE:_files'
            '(--candidates)'--candidates='[who may be voted for in an election]:FILE:_files'
            '(--voters)'--voters='[which e-mail addresses may vote for which practice; a ballot from another is refused]:FILE:_files'
            '(--interests)'--interests='[the register of interests; what a ballot does not declare is told in a note]:FILE:_files'
            '(--key)'--key='[of a secret vote: put a keyed hash of the ballots into the result, by the key in this file, which is made where there is none]:FILE:_files'
            '(--register)'--register='[add what was decided to this register, a line a motion; it is made where there is none]:FILE:_files'
            '*'--corrects='[with --register: it takes the place of the decision on line N, which is left as it is; may be given several times, for a line of each motion]:N: '
            '(--motion)'--motion='[what was voted on, where the ballots have no column for it]:TEXT: '
            '(--route)'--route='[how it came to a vote, for the record: "no consensus; practices had been consulted"]:TEXT: '
            '(--date)'--date='[the day of the meeting, or on which the vote closed: 2015-06-24 or 24/06/2015]:DATE: '
            '(--confirmed)'--confirmed='[the day on which the outcome was confirmed; the report then says when to destroy the ballots]:DATE: '
            '(--opens)'--opens='[when the vote opened, as "2015-06-24 09:00"; ballots received before that are refused]:TIME: '
            '(--closes)'--closes='[when the vote closed; ballots received after that are refused]:TIME: '
            '(--dates)'--dates='[which stands first in dates as 7/3/2015 in the ballots, where no date of their column proves it: day-first or month-first]:ORDER:(day-first month-first)'
            '(--holidays)'--holidays='[add the bank holidays in this table, announced after this version was made, to those of England that it knows]:FILE:_files'
            '(--casting-vote)'--casting-vote='[how the chair votes when a motion is tied: for or against]:VOTE:(for against)'
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '*'--column='[the column of the ballots that is headed so: practice="Which practice do you represent?"; may be given several times]:NAME=HEADING: '
            '*'--answer='[what is meant where the ballots say so: "I support the proposal"=for, or of a role "GP"=lead; may be given several times]:TEXT=WORD: '
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '(--brief)'--brief'[three lines a motion, for minutes: what was resolved, the votes with the quorum, and on what it rests]'
            '(--summary)'--summary'[what was decided on each motion, in figures, without the practices]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(--show-ballots)'--show-ballots'[tell who voted how in a secret vote, too]'
            '(--exit-code)'--exit-code'[tell the verdict by the exit status, too]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
            ':BALLOTS:_files'
        )
        ;;
    quorum)
        options=(
            '(-d --decision)'{-d+,--decision=}'[the kind of decision, as the rules call it: meeting, email, censure, ... (default: every kind)]:KIND:_quorate_kinds'
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--practices)'--practices='[take the practices and their list sizes from this table instead]:FILE:_files'
            '(--localities)'--localities='[take the localities of the county from this table instead]:FILE:_files'
            '(--voters)'--voters='[which e-mail addresses may vote for which practice; a ballot from another is refused]:FILE:_files'
            '(--interests)'--interests='[the register of interests; what a ballot does not declare is told in a note]:FILE:_files'
            '(--date)'--date='[the day of the meeting, or on which the vote closed: 2015-06-24 or 24/06/2015]:DATE: '
            '(--dates)'--dates='[which stands first in dates as 7/3/2015 in the attendance, where no date of their column proves it: day-first or month-first]:ORDER:(day-first month-first)'
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '*'--column='[the column of the attendance that is headed so: practice="Which practice are you from?"; may be given several times]:NAME=HEADING: '
            '*'--answer='[what is meant where the ballots say so: "I support the proposal"=for, or of a role "GP"=lead; may be given several times]:TEXT=WORD: '
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(--exit-code)'--exit-code'[tell the verdict by the exit status, too]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
            ':ATTENDANCE:_files'
        )
        ;;
    template)
        options=(
            '(-d --decision)'{-d+,--decision=}'[what kind of decision it is, as the rules call it: meeting, email, censure, ...]:KIND:_quorate_kinds'
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--practices)'--practices='[take the practices and their list sizes from this table instead]:FILE:_files'
            '(--localities)'--localities='[take the localities of the county from this table instead]:FILE:_files'
            '(--candidates)'--candidates='[who may be voted for in an election, to be told what may stand in the column "vote"]:FILE:_files'
            '(--run-off)'--run-off='[make the files of the further election that this saved result calls for: the ballots where -o says, and the candidates beside them]:RESULT:_files'
            '*'--motion='[what will be voted on, for a column "motion"; may be given several times. With --run-off: which of the result'\''s elections]:TEXT: '
            '(--date)'--date='[the day of the vote: whose roll it is, where that differs by day]:DATE: '
            '(--opens)'--opens='[when the vote opens; the ballots then have a column "received"]:TIME: '
            '(--closes)'--closes='[when the vote closes; the ballots then have a column "received"]:TIME: '
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '(-o --output)'{-o+,--output=}'[write the ballot file here, a table whose name ends in .csv or a workbook whose name ends in .xlsx, whole or not at all; - is standard output]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
        )
        ;;
    check)
        options=(
            '(-d --decision)'{-d+,--decision=}'[what kind of decision it is, as the rules call it: meeting, email, censure, ...]:KIND:_quorate_kinds'
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--practices)'--practices='[take the practices and their list sizes from this table instead]:FILE:_files'
            '(--localities)'--localities='[take the localities of the county from this table instead]:FILE:_files'
            '(--candidates)'--candidates='[who may be voted for in an election]:FILE:_files'
            '(--voters)'--voters='[which e-mail addresses may vote for which practice; a ballot from another is refused]:FILE:_files'
            '(--interests)'--interests='[the register of interests; what a ballot does not declare is told in a note]:FILE:_files'
            '(--motion)'--motion='[what was voted on, where the ballots have no column for it]:TEXT: '
            '(--date)'--date='[the day of the vote; it is then told whether the list sizes are of the year before it]:DATE: '
            '(--opens)'--opens='[when the vote opened, as "2015-06-24 09:00"; ballots then need the time they were received]:TIME: '
            '(--closes)'--closes='[when the vote closed; ballots then need the time they were received]:TIME: '
            '(--dates)'--dates='[which stands first in dates as 7/3/2015 in the ballots, where no date of their column proves it: day-first or month-first]:ORDER:(day-first month-first)'
            '(--for)'--for='[read the ballots as this command would, tally or quorum; else their headings tell whether they are votes or who was there]:COMMAND:(tally quorum)'
            '(--holidays)'--holidays='[add the bank holidays in this table, announced after this version was made, to those of England that it knows]:FILE:_files'
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '*'--column='[the column of the ballots that is headed so: practice="Which practice do you represent?"; may be given several times]:NAME=HEADING: '
            '*'--answer='[what is meant where the ballots say so: "I support the proposal"=for, or of a role "GP"=lead; may be given several times]:TEXT=WORD: '
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
            ':BALLOTS:_files'
        )
        ;;
    share)
        options=(
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--localities)'--localities='[take the localities of the county from this table instead]:FILE:_files'
            '(--date)'--date='[the day whose populations are taken, where the table has those of several dates]:DATE: '
            '(--whole)'--whole'[apportion whole votes, by largest remainder]'
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
        )
        ;;
    reweight)
        options=(
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--practices)'--practices='[take the roll, with the list sizes so far, from this table instead]:FILE:_files'
            '(--localities)'--localities='[take the localities of the county, for the share so far, from this table instead]:FILE:_files'
            '(--area)'--area='[the county'\''s code in the file, as 10Q (default: the area that most of the practices are in)]:CODE: '
            '(--total)'--total='[the county'\''s patients, instead of adding up the area in the file]:N: '
            '(--as-at)'--as-at='[the date of the list sizes, where the file carries none, or has columns of several]:DATE: '
            '*'--keep='[keep the size so far of the practice with this code; may be given several times]:CODE: '
            '*'--set='[state the size of the practice with this code; may be given several times]:CODE=N: '
            '*'--leave='[take the practice with this code off the roll; may be given several times]:CODE: '
            '(--adopt)'--adopt'[write the new sizes into the tables of the folder, as a column more with their date]'
            '(--undo)'--undo'[take the last adoption back, and do nothing else; no file of list sizes is given]'
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '(-f --format)'{-f+,--format=}'[how to write the report (default: text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the report, with -f csv, with a byte order mark, by which Excel knows that it is UTF-8]'
            '(-o --output)'{-o+,--output=}'[write the new roll to this file, a table whose name ends in .csv, whole or not at all; the report goes to standard output all the same]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
            '*:NATIONAL:_files'
        )
        ;;
    rules)
        options=(
            '(-d --decision)'{-d+,--decision=}'[what kind of decision it is, as the rules call it: meeting, email, censure, ...]:KIND:_quorate_kinds'
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--diff)'--diff='[what differs from this other edition, in place of the rules: a bundled constitution or a folder, as with -C]:OTHER:_quorate_constitutions'
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
        )
        ;;
    timetable)
        options=(
            '(-d --decision)'{-d+,--decision=}'[what kind of decision it is, as the rules call it: meeting, email, censure, ...]:KIND:_quorate_kinds'
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--opens)'--opens='[when the vote opens, with the time or the day alone]:TIME: '
            '(--closes)'--closes='[when it is to close: is that late enough?]:TIME: '
            '(--holidays)'--holidays='[add the bank holidays in this table, announced after this version was made, to those of England that it knows]:FILE:_files'
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
        )
        ;;
    roll)
        options=(
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--practices)'--practices='[take the practices and their list sizes from this table instead]:FILE:_files'
            '(--date)'--date='[the day whose roll it is, where that differs by day]:DATE: '
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '*'--sheet='[which sheet of a workbook is read; may be given several times]:NAME: '
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
        )
        ;;
    verify)
        options=(
            '(-C --constitution)'{-C+,--constitution=}'[whose rules: a bundled constitution, or a folder that holds rules.csv (default: the current folder where it holds one, else south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--rules)'--rules='[take the rules from this table instead]:FILE:_files'
            '(--practices)'--practices='[take the practices and their list sizes from this table instead]:FILE:_files'
            '(--localities)'--localities='[take the localities of the county from this table instead]:FILE:_files'
            '(--candidates)'--candidates='[who may be voted for in an election]:FILE:_files'
            '(--voters)'--voters='[which e-mail addresses may vote for which practice; a ballot from another is refused]:FILE:_files'
            '(--interests)'--interests='[the register of interests; what a ballot does not declare is told in a note]:FILE:_files'
            '(--ballots)'--ballots='[the ballots that were counted, where they are not beside the result under the same name]:FILE:_files'
            '(--destroyed)'--destroyed='[the ballots were destroyed on that day: prove what can be proved without them, by the rows that the result holds]:DATE: '
            '(--key)'--key='[the key with which secret ballots were counted: with it they are proved too]:FILE:_files'
            '(--holidays)'--holidays='[the bank holidays that were added]:FILE:_files'
            '(--encoding)'--encoding='[how tables are written that are not UTF-8: windows-1252 for what Excel saves as plain CSV]:NAME:(windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850)'
            '(--multi-line)'--multi-line'[take line breaks inside quotation marks, in columns that are not used]'
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(--show-ballots)'--show-ballots'[verify a result with secret votes]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
            '*:RESULT:_files'
        )
        ;;
    register)
        options=(
            '(--last)'--last='[the last hash that was kept of the register: only it shows whether lines at the end were cut off or written anew]:HASH: '
            '(--since)'--since='[list the decisions of this day and of later ones]:DATE: '
            '(--until)'--until='[list the decisions of this day and of earlier ones]:DATE: '
            '(--date)'--date='[the day by which it is told which ballots are to be destroyed]:DATE: '
            '(-f --format)'{-f+,--format=}'[how to write the result (default: from the name given to -o, else text)]:FORMAT:(text json html markdown csv)'
            '(--excel)'--excel'[begin the CSV result with a byte order mark, by which Excel knows that it is UTF-8]'
            '*'{-o+,--output=}'[write the result to this file, whole or not at all; - is standard output; may be given several times, for as many formats]:FILE:_files'
            '(--force)'--force'[let -o replace a file that exists]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
            ':REGISTER:_files'
        )
        ;;
    new)
        options=(
            '(-C --constitution)'{-C+,--constitution=}'[which bundled constitution to begin with (default: south-east-oxfordshire-2015)]:NAME:_quorate_constitutions'
            '(--empty)'--empty'[tables to fill in, in place of those of a bundled constitution]'
            '(-q --quiet)'{-q,--quiet}'[no warnings, only errors; nothing about what was written]'
            '(--color)'--color='[colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never]:WHEN:(auto always never)'
            '(-h --help)'{-h,--help}'[print examples, options and exit statuses]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
            ':FOLDER:_files'
        )
        ;;
    *)
        options=(
            '(-h --help)'{-h,--help}'[print the commands]'
            '(-V --version)'{-V,--version}'[the version of quorate]'
        )
        ;;
    esac
}
# option table: end

# Runs quorate for a list that it prints when a name is wrong. Nothing has that name.
_quorate_ask() {
    ${~program} tally "$@" /dev/null 2>&1 </dev/null
}

# The kinds of decision in the rules that are named elsewhere on the line.
_quorate_kinds() {
    local -a given kinds
    local option
    for option in -C --constitution --rules; do
        [[ -n ${opt_args[$option]-} ]] && given+=($option ${(Q)~opt_args[$option]})
    done
    kinds=(${(f)"$(_quorate_ask $given -d '?' |
        sed -n '1,/^The kinds of decision/d; s/^  //p' | sed 's/  .*//')"})
    compadd -a kinds
}

_quorate_constitutions() {
    local -a bundled
    bundled=(${(f)"$(_quorate_ask -C '?' | sed -n '1,/^The bundled constitutions/d; s/^  //p')"})
    compadd -a bundled
    _files -/
}

_quorate() {
    local -a options
    local program=$words[1]
    typeset -A opt_args
    if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
        _quorate_commands
        return
    fi
    if ((CURRENT > 2)); then
        shift words
        ((CURRENT--))
        _quorate_options $words[1]
    else
        _quorate_options ''
    fi
    _arguments -S $options
}

_quorate "$@"

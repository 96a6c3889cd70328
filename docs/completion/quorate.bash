# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# Completes quorate's command line in bash.

# By `make documents`, as far as "end". option table: bash
# The options of a command, and whether it takes files. Sets `names` and `files`.
_quorate_command() {
    files=no
    case $1 in
    tally)
        names='-d --decision -C --constitution --rules --practices --localities --candidates --voters --interests --key --register --corrects --motion --route --date --confirmed --opens --closes --dates --holidays --casting-vote --encoding --multi-line --sheet --column --answer -f --format --excel --brief --summary -o --output --force --show-ballots --exit-code -q --quiet --color -h --help -V --version'
        files=yes
        ;;
    quorum)
        names='-d --decision -C --constitution --rules --practices --localities --voters --interests --date --dates --encoding --multi-line --sheet --column --answer -f --format --excel -o --output --force --exit-code -q --quiet --color -h --help -V --version'
        files=yes
        ;;
    template)
        names='-d --decision -C --constitution --rules --practices --localities --candidates --run-off --motion --date --opens --closes --encoding --multi-line --sheet -o --output --force -q --quiet --color -h --help -V --version'
        ;;
    check)
        names='-d --decision -C --constitution --rules --practices --localities --candidates --voters --interests --motion --date --opens --closes --dates --for --holidays --encoding --multi-line --sheet --column --answer -f --format --excel -o --output --force -q --quiet --color -h --help -V --version'
        files=yes
        ;;
    share)
        names='-C --constitution --rules --localities --date --whole --encoding --multi-line --sheet -f --format --excel -o --output --force -q --quiet --color -h --help -V --version'
        ;;
    reweight)
        names='-C --constitution --rules --practices --localities --area --total --as-at --keep --set --leave --adopt --undo --encoding --multi-line --sheet -f --format --excel -o --output --force -q --quiet --color -h --help -V --version'
        files=yes
        ;;
    rules)
        names='-d --decision -C --constitution --rules --diff --encoding --multi-line --sheet -f --format --excel -o --output --force -q --quiet --color -h --help -V --version'
        ;;
    timetable)
        names='-d --decision -C --constitution --rules --opens --closes --holidays --encoding --multi-line --sheet -f --format --excel -o --output --force -q --quiet --color -h --help -V --version'
        ;;
    roll)
        names='-C --constitution --rules --practices --date --encoding --multi-line --sheet -f --format --excel -o --output --force -q --quiet --color -h --help -V --version'
        ;;
    verify)
        names='-C --constitution --rules --practices --localities --candidates --voters --interests --ballots --destroyed --key --holidays --encoding --multi-line -f --format --excel -o --output --force --show-ballots -q --quiet --color -h --help -V --version'
        files=yes
        ;;
    register)
        names='--last --since --until --date -f --format --excel -o --output --force -q --quiet --color -h --help -V --version'
        files=yes
        ;;
    new)
        names='-C --constitution --empty -q --quiet --color -h --help -V --version'
        files=yes
        ;;
    *)
        names='-h --help -V --version'
        ;;
    esac
}

# What may stand behind an option; 1 when it stands alone.
_quorate_value() {
    case $1 in
    -d | --decision) _quorate_kinds ;;
    -C | --constitution) _quorate_constitutions ;;
    --rules) _quorate_files ;;
    --practices) _quorate_files ;;
    --localities) _quorate_files ;;
    --candidates) _quorate_files ;;
    --voters) _quorate_files ;;
    --interests) _quorate_files ;;
    --ballots) _quorate_files ;;
    --destroyed) _quorate_nothing ;;
    --key) _quorate_files ;;
    --register) _quorate_files ;;
    --corrects) _quorate_nothing ;;
    --last) _quorate_nothing ;;
    --since) _quorate_nothing ;;
    --until) _quorate_nothing ;;
    --diff) _quorate_constitutions ;;
    --run-off) _quorate_files ;;
    --motion) _quorate_nothing ;;
    --route) _quorate_nothing ;;
    --date) _quorate_nothing ;;
    --confirmed) _quorate_nothing ;;
    --opens) _quorate_nothing ;;
    --closes) _quorate_nothing ;;
    --dates) _quorate_words day-first month-first ;;
    --for) _quorate_words tally quorum ;;
    --holidays) _quorate_files ;;
    --casting-vote) _quorate_words for against ;;
    --area) _quorate_nothing ;;
    --total) _quorate_nothing ;;
    --as-at) _quorate_nothing ;;
    --keep) _quorate_nothing ;;
    --set) _quorate_nothing ;;
    --leave) _quorate_nothing ;;
    --encoding) _quorate_words windows-1252 utf-8 utf-16le utf-16be iso-8859-1 iso-8859-15 macintosh cp437 cp850 ;;
    --sheet) _quorate_nothing ;;
    --column) _quorate_nothing ;;
    --answer) _quorate_nothing ;;
    -f | --format) _quorate_words text json html markdown csv ;;
    -o | --output) _quorate_files ;;
    --color) _quorate_words auto always never ;;
    *) return 1 ;;
    esac
    return 0
}

_quorate_commands() {
    _quorate_words tally quorum template check share reweight rules timetable roll verify register new
}
# option table: end

# One of these words.
_quorate_words() {
    mapfile -t COMPREPLY < <(compgen -W "$*" -- "$current")
    _quorate_nothing
}

# Something that only the user knows. What readline does by default is to offer files.
_quorate_nothing() {
    compopt +o default +o bashdefault
}

# A file: left to readline, which knows about spaces and quotation marks.
_quorate_files() {
    :
}

# Runs quorate for a list that it prints when a name is wrong. Nothing has that name.
_quorate_ask() {
    "${COMP_WORDS[0]/#\~/$HOME}" tally "$@" /dev/null 2>&1 </dev/null
}

# The rules that are named elsewhere on the line, without their quotation marks. Sets `given`.
_quorate_given() {
    local at option value
    given=()
    for ((at = 2; at < COMP_CWORD - 1; at++)); do
        option=${COMP_WORDS[at]} value=${COMP_WORDS[at + 1]}
        [[ $value == = ]] && value=${COMP_WORDS[at + 2]}
        value=${value//[\\\"\']/}
        case $option in
        -C | --constitution | --rules) given+=("$option" "${value/#\~/$HOME}") ;;
        esac
    done
}

_quorate_kinds() {
    local given kind
    _quorate_given
    while IFS= read -r kind; do
        [[ $kind == "$current"* ]] && COMPREPLY+=("$(printf '%q' "$kind")")
    done < <(_quorate_ask "${given[@]}" -d '?' |
        sed -n '1,/^The kinds of decision/d; s/^  //p' | sed 's/  .*//')
    _quorate_nothing
}

_quorate_constitutions() {
    local bundled
    bundled=$(_quorate_ask -C '?' | sed -n '1,/^The bundled constitutions/d; s/^  //p')
    mapfile -t COMPREPLY < <(
        compgen -W "$bundled" -- "$current"
        compgen -d -- "$current"
    )
    _quorate_nothing
    compopt -o filenames
}

_quorate() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local names files
    COMPREPLY=()
    if ((COMP_CWORD == 1)) && [[ $current != -* ]]; then
        _quorate_commands
        return
    fi
    _quorate_command "${COMP_WORDS[1]}"
    # bash makes three words of --color=auto.
    if [[ $current == = ]]; then
        current=
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    [[ " $names " == *" $before "* ]] && _quorate_value "$before" && return
    if [[ $current == -* ]]; then
        # shellcheck disable=SC2086
        _quorate_words $names
    elif [[ $files == no ]]; then
        _quorate_nothing
    fi
}

complete -o bashdefault -o default -F _quorate quorate

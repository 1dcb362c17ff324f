import { COMMANDS, COMPLETION_SHELLS, type CompletionShell, OPTIONS, type Option } from './options.ts';

const ENTRIES: readonly (readonly [name: string, option: Option])[] = Object.entries(OPTIONS);

/** What can stand in the place of the first document. */
const FIRST_WORDS = COMMANDS.map(({ usage, help }) => ({ word: usage.split(' ', 1)[0] ?? '', help }));

/** A script that completes the command's options and their values in a shell. */
export function completionScript(shell: CompletionShell): string {
  return { bash, zsh, fish }[shell]();
}

function bash(): string {
  const forms = ([name, { short }]: (typeof ENTRIES)[number]): string =>
    short === undefined ? `--${name}` : `--${name}|-${short}`;
  const cases = ENTRIES.flatMap((entry) => {
    const [, { value, choices, list, path }] = entry;
    if (value === undefined) return [];
    const values = choices === undefined ? (path ? 'files' : '') : `${list ? 'list' : 'words'} '${choices.join(' ')}'`;
    return [`    ${forms(entry)}) ${values === '' ? '' : `_adstrip_${values}; `}return ;;`];
  });
  return `# adstrip completion bash > /etc/bash_completion.d/adstrip
_adstrip_words() { COMPREPLY+=($(compgen -W "$1" -- "$word")); }
# What stands before the last comma stays.
_adstrip_list() { COMPREPLY=($(compgen -P "\${word%"\${word##*,}"}" -W "$1" -- "\${word##*,}")); }
_adstrip_files() { local IFS=$'\\n'; COMPREPLY+=($(compgen -f -- "$word")); }
_adstrip() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  # --format=json comes as three words.
  if [ "$word" = = ]; then word=
  elif [ "$before" = = ]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $before in
${cases.join('\n')}
    completion) [ "$COMP_CWORD" = 2 ] && _adstrip_words '${COMPLETION_SHELLS.join(' ')}' && return ;;
  esac
  case $word in
    -*) _adstrip_words '${ENTRIES.map(([name]) => `--${name}`).join(' ')}' ;;
    *)
      [ "$COMP_CWORD" = 1 ] && _adstrip_words '${FIRST_WORDS.map(({ word }) => word).join(' ')}'
      _adstrip_files ;;
  esac
}
complete -o filenames -F _adstrip adstrip
`;
}

function zsh(): string {
  const specs = ENTRIES.map(([name, { short, value, choices, list, path, multiple, help }]) => {
    const action = choices
      ? list
        ? `_values -s , ${value} ${choices.join(' ')}`
        : `(${choices.join(' ')})`
      : path
        ? '_files'
        : '';
    const argument = value === undefined ? '' : `:${zshWord(value)}:${action}`;
    const text = `[${zshWord(help)}]`;
    const forms = short === undefined ? [`--${name}`] : [`-${short}`, `--${name}`];
    const others = multiple ? '*' : `(${forms.join(' ')})`;
    return forms.map((form) => `    ${zshQuoted(`${others}${form}${text}${argument}`)}`).join(' \\\n');
  });
  return `#compdef adstrip
# adstrip completion zsh > "\${fpath[1]}/_adstrip"
_adstrip() {
  if [[ $words[2] = completion ]]; then
    compadd ${COMPLETION_SHELLS.join(' ')}
    return
  fi
  _arguments -s \\
${specs.join(' \\\n')} \\
    '1: :_adstrip_first' \\
    '*:document:_files'
}
_adstrip_first() {
  local -a commands=(${FIRST_WORDS.map(({ word, help }) => zshQuoted(`${word}:${help}`)).join(' ')})
  _describe command commands
  _files
}
# A file in fpath is the function's own body at its first call.
if [ "$funcstack[1]" = _adstrip ]; then _adstrip "$@"; else compdef _adstrip adstrip; fi
`;
}

/** Brackets and colons divide the parts of a specification. */
function zshWord(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function zshQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fish(): string {
  const lines = ENTRIES.map(([name, { short, value, choices, list, path, help }]) => {
    const parts = ['complete -c adstrip', ...(short === undefined ? [] : [`-s ${short}`]), `-l ${name}`];
    if (value !== undefined) parts.push(path ? '-r -F' : '-x');
    if (list) parts.push(`-a '(__fish_append , ${choices?.join(' ')})'`);
    else if (choices !== undefined) parts.push(`-a '${choices.join(' ')}'`);
    parts.push(`-d ${fishQuoted(help)}`);
    return parts.join(' ');
  });
  const commands = FIRST_WORDS.map(
    ({ word, help }) => `complete -c adstrip -n '__fish_is_first_arg' -a ${word} -d ${fishQuoted(help)}`,
  );
  return `# adstrip completion fish > ~/.config/fish/completions/adstrip.fish
${lines.join('\n')}
${commands.join('\n')}
complete -c adstrip -n '__fish_seen_subcommand_from completion' -x -a '${COMPLETION_SHELLS.join(' ')}'
`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

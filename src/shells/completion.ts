import { COMPLETION_SHELLS, type CompletionShell, OPTIONS, type Option } from './options.ts';

const ENTRIES: readonly (readonly [name: string, option: Option])[] = Object.entries(OPTIONS);

/** A script that completes the command's options and their values in a shell. */
export function completionScript(shell: CompletionShell): string {
  return { bash, zsh, fish }[shell]();
}

function bash(): string {
  const forms = ([name, { short }]: (typeof ENTRIES)[number]): string =>
    short === undefined ? `--${name}` : `--${name}|-${short}`;
  const cases = ENTRIES.flatMap((entry) => {
    const [, { value, choices, path }] = entry;
    if (value === undefined) return [];
    if (choices !== undefined)
      return [`    ${forms(entry)}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word")); return ;;`];
    if (path) return [`    ${forms(entry)}) COMPREPLY=($(compgen -f -- "$word")); return ;;`];
    return [`    ${forms(entry)}) return ;;`];
  });
  return `# adstrip completion bash > /etc/bash_completion.d/adstrip
_adstrip() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  case $before in
${cases.join('\n')}
    completion) [ "$COMP_CWORD" = 2 ] && COMPREPLY=($(compgen -W '${COMPLETION_SHELLS.join(' ')}' -- "$word")) && return ;;
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W '${ENTRIES.map(([name]) => `--${name}`).join(' ')}' -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
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
  _arguments -s \\
${specs.join(' \\\n')} \\
    '*:document:_files'
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
  const lines = ENTRIES.map(([name, { short, value, choices, path, help }]) => {
    const parts = ['complete -c adstrip', ...(short === undefined ? [] : [`-s ${short}`]), `-l ${name}`];
    if (value !== undefined) parts.push(path ? '-r -F' : '-x');
    if (choices !== undefined) parts.push(`-a '${choices.join(' ')}'`);
    parts.push(`-d '${help.replace(/[\\']/g, '\\$&')}'`);
    return parts.join(' ');
  });
  return `# adstrip completion fish > ~/.config/fish/completions/adstrip.fish
${lines.join('\n')}
complete -c adstrip -n '__fish_seen_subcommand_from completion' -x -a '${COMPLETION_SHELLS.join(' ')}'
`;
}

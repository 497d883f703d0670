import { longFlag } from "../option-name.ts";
import { familiesOf, wordsAfter, type CompletedCommand } from "./completed-command.ts";

/** Completion for bash: words of commands first, then the options of the command; files otherwise. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const families = familiesOf(commands).map(
    (family) => `    ${family}) words="${wordsAfter(family, commands).join(" ")}" ;;`,
  );
  const options = commands.map(
    ({ name, options }) => `    "${name}") words="${options.map(longFlag).join(" ")} --help" ;;`,
  );
  return `# bash completion for goldpan
_goldpan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" first="\${COMP_WORDS[1]}" words="" name
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${wordsAfter("", commands).join(" ")}" -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -eq 2 ]; then
    case "$first" in
${families.join("\n")}
    esac
  fi
  name="$first"
  case "$first" in ${familiesOf(commands).join("|")}) name="$first \${COMP_WORDS[2]}" ;; esac
  case "$current" in -*) case "$name" in
${options.join("\n")}
  esac ;; esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _goldpan goldpan
`;
}

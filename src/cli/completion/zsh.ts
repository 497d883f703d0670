import { longFlag } from "../option-name.ts";
import { familiesOf, wordsAfter, type CompletedCommand } from "./completed-command.ts";

/** Completion for zsh: words of commands first, then the options of the command; files otherwise. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const families = familiesOf(commands);
  const subcommands = families.map(
    (family) => `    ${family}) compadd -- ${wordsAfter(family, commands).join(" ")}; return ;;`,
  );
  const options = commands.map(
    ({ name, options }) =>
      `    "${name}") compadd -- ${options.map(longFlag).join(" ")} --help; return ;;`,
  );
  return `#compdef goldpan
# zsh completion for goldpan
_goldpan() {
  local name="\${words[2]}"
  if (( CURRENT == 2 )); then
    compadd -- ${wordsAfter("", commands).join(" ")}
    return
  fi
  if (( CURRENT == 3 )); then case "$name" in
${subcommands.join("\n")}
  esac; fi
  case "$name" in ${families.join("|")}) name="$name \${words[3]}" ;; esac
  if [[ "\${words[CURRENT]}" == -* ]]; then case "$name" in
${options.join("\n")}
  esac; fi
  _files
}
compdef _goldpan goldpan
`;
}

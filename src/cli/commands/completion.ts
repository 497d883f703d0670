import { GoldpanError } from "../../errors.ts";
import type { Shell } from "../completion/completion-script.ts";
import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { writeOutput } from "../terminal/output.ts";

const shells: readonly Shell[] = ["bash", "zsh", "fish", "powershell"];

function parse({ command, args: [found = ""] }: ParsedCall): Shell {
  const shell = shells.find((each) => each === found);
  if (shell !== undefined) return shell;
  const choices = shells.join(", ");
  throw new GoldpanError("USAGE_WRONG_CHOICE", { command, option: "<shell>", found, choices });
}

async function run(shell: Shell, terminal: Terminal): Promise<number> {
  const { completionScript } = await import("../completion/completion-script.ts");
  await writeOutput("-", terminal, await completionScript(shell, terminal.language));
  return exitCodes.done;
}

/** `goldpan completion SHELL`: a script that completes commands and options. */
export const completion: Command = defineCommand({
  args: "<shell>",
  usage: {
    en: "Print a script that completes commands and options in bash, zsh, fish or PowerShell",
    zh: "输出命令和选项的补全脚本, 支持 bash, zsh, fish, PowerShell",
  },
  examples: [
    "goldpan completion bash > ~/.local/share/bash-completion/completions/goldpan",
    "goldpan completion fish > ~/.config/fish/completions/goldpan.fish",
    "goldpan completion powershell >> $PROFILE",
  ],
  options: [],
  parse,
  run,
});

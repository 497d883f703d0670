import type { Language } from "../../errors.ts";
import { commonOptions } from "../common-options.ts";
import { commands } from "../program.ts";
import { bashScript } from "./bash.ts";
import type { CompletedCommand } from "./completed-command.ts";
import { fishScript } from "./fish.ts";
import { powershellScript } from "./powershell.ts";
import { zshScript } from "./zsh.ts";

/** Shells that there is a script for. */
export type Shell = "bash" | "zsh" | "fish" | "powershell";

const scripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** The script of a shell, made from the same data as the help. */
export async function completionScript(shell: Shell, language: Language): Promise<string> {
  const completed = await Promise.all(
    commands.map(async ({ name, summary, load }): Promise<CompletedCommand> => {
      const command = await load();
      const options = [...command.options, ...commonOptions(command)];
      return { name, summary: summary[language], options };
    }),
  );
  return scripts[shell](completed);
}

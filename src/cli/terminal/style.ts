import { Chalk } from "chalk";
import type { Manner } from "./terminal.ts";

type Paint = (text: string) => string;

/** The few colours there are; the words say the same without them. */
export interface Style {
  readonly done: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  readonly command: Paint;
  readonly dim: Paint;
}

/** Paints when the user sees colours, and hands texts through when not. */
export function styleOf({ color }: Pick<Manner, "color">): Style {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    done: chalk.green,
    error: chalk.red,
    warning: chalk.yellow,
    command: chalk.cyan,
    dim: chalk.dim,
  };
}

/** ``"hint: run `goldpan verify`"`` with the part in backticks painted. */
export function paintCommands(text: string, style: Style): string {
  return text.replaceAll(/`[^`]+`/g, (quoted) => style.command(quoted));
}

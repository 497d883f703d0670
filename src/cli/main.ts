import { showFrontPage } from "./front-page.ts";

/** The command line: what needs nothing is answered at once, the rest is loaded when it is asked for. */
export async function main(argv: readonly string[]): Promise<void> {
  if (showFrontPage(argv)) return;
  const { start } = await import("./command-line.ts");
  await start(argv);
}

import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createPartFile, type PartFile } from "../../workspace/part-files.ts";

/** The files with packed parts of one run, beside the workspace; whoever makes them removes them. */
export class PartFiles {
  readonly #beginning: string;
  readonly #paths: string[] = [];
  /** For the parts that this thread packs, where there are too many for memory. */
  readonly own: PartFile | undefined;

  constructor(workspacePath: string, hasMany: boolean) {
    this.#beginning = `${workspacePath}-staging-`;
    this.remove();
    const [path] = hasMany ? this.open(1) : [];
    this.own = path === undefined ? undefined : createPartFile(path);
  }

  /** The paths for so many further threads. */
  open(count: number): string[] {
    const first = this.#paths.length;
    const paths = Array.from({ length: count }, (_, at) => `${this.#beginning}${first + at}`);
    this.#paths.push(...paths);
    return paths;
  }

  /** Every file with packed parts; nothing may be added after. */
  close(): readonly string[] {
    this.own?.close();
    return this.#paths;
  }

  /** Those of a run that was killed too. */
  remove(): void {
    const folder = dirname(this.#beginning);
    const beginning = basename(this.#beginning);
    for (const name of readdirSync(folder)) {
      if (name.startsWith(beginning)) rmSync(join(folder, name), { force: true });
    }
  }
}

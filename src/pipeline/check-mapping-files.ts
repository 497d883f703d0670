import { readFile } from "node:fs/promises";
import { GoldpanError, type Problem } from "../errors.ts";
import { lintMapping } from "../mapping/lint-mapping.ts";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import type { SourceMapping } from "../mapping/source-mapping.ts";
import { testMapping, type MappingTestResult } from "../mapping/test-mapping.ts";
import type { Model } from "../model/entity.ts";

export interface CheckedMapping {
  readonly path: string;
  /** Things to think about; a mistake is an error and is thrown. */
  readonly warnings: readonly Problem[];
  readonly tests: readonly MappingTestResult[];
}

/** Checks mappings and runs their examples. Throws MAPPING_NOT_VALID with all mistakes of a file. */
export async function checkMappingFiles(
  paths: readonly string[],
  model: Model,
): Promise<CheckedMapping[]> {
  const checked: CheckedMapping[] = [];
  for (const path of paths) {
    const mapping = await readMapping(path, model);
    checked.push({
      path,
      warnings: lintMapping(mapping, model),
      tests: testMapping(mapping, model),
    });
  }
  return checked;
}

async function readMapping(path: string, model: Model): Promise<SourceMapping> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GoldpanError("IMPORT_FILE_MISSING", { file: path }, { cause });
  });
  return parseSourceMapping(text, path, model);
}

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { matchModelSchema, type MatchModel } from "../dedupe/match-model.ts";
import { GoldpanError } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";

/**
 * The model of the project's own for customers, where its settings name one; for other entities the
 * shipped one stands. Throws DEDUPE_MODEL_NOT_READ, naming the first place that is wrong.
 */
export async function readOwnModel(
  entity: EntityName,
  file: string | undefined,
  folder: string,
): Promise<MatchModel | undefined> {
  if (file === undefined || entity !== "customer") return undefined;
  const parsed = matchModelSchema.safeParse(await readJson(resolve(folder, file), file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw notRead(file, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

async function readJson(path: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (isMissing) throw notRead(file, "no such file", "没有这个文件");
    throw notRead(file, cause instanceof Error ? cause.message : String(cause));
  }
}

function notRead(file: string, reason: string, reasonZh: string = reason): GoldpanError {
  return new GoldpanError("DEDUPE_MODEL_NOT_READ", { file, reason, reasonZh });
}

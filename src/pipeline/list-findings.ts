import { GoldpanError } from "../errors.ts";
import { entityNames, type EntityName } from "../model/entity.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { FindingsList } from "../report/findings-text.ts";
import { scoringRules } from "../scoring/checks.ts";
import { findingsOf } from "../scoring/findings-of.ts";
import { byCodePoint } from "../text/code-point.ts";
import { iterateRegister } from "../workspace/findings.ts";
import { countGoldens } from "../workspace/goldens.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { countRecords } from "../workspace/records.ts";
import { FieldLookup } from "./health/field-lookup.ts";
import { scorableRecords } from "./health/scorable-records.ts";
import type { RunContext } from "./run-context.ts";

export interface FindingsQuestion {
  /** A code, or what codes begin with: "N201", "V". */
  readonly code?: string | undefined;
  /** A part of the finding (`code`, `severity`, `entity`, `field`) or a field of its record to count by. */
  readonly by?: string | undefined;
  /** How many to return, worst first; all of them when nothing is said. */
  readonly limit?: number | undefined;
}

/**
 * The register of problems, worst first: rows set aside at import, what normalizing found, rejected
 * rows, and what the checks find in the golden records, or in the records before there are any.
 * Throws USAGE_UNKNOWN_GROUP for a field that no entity has.
 */
export async function listFindings(
  question: FindingsQuestion,
  context: RunContext,
): Promise<FindingsList> {
  const { workspacePath, startedAt } = context;
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const groupOf = grouping(question.by, context, workspace);
    const worst = new WorstFirst(question.limit ?? Infinity);
    const counts = new Map<string, number>();
    let total = 0;
    for (const finding of allFindings(question.code ?? "", context, workspace)) {
      total += 1;
      worst.add(finding);
      if (groupOf === undefined) continue;
      const group = groupOf(finding);
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return { findings: worst.list(), total, counts: mostFirst(counts), by: question.by };
  } finally {
    workspace.close();
  }
}

function* allFindings(
  prefix: string,
  context: RunContext,
  workspace: Workspace,
): Generator<Finding> {
  yield* iterateRegister(workspace, prefix);
  if (!scoringRules.some(({ code }) => code.startsWith(prefix))) return;
  for (const entity of entityNames) {
    for (const finding of checkFindings(entity, context, workspace)) {
      if (finding.code.startsWith(prefix)) yield finding;
    }
  }
}

function checkFindings(
  entity: EntityName,
  { model, asOf, settings }: RunContext,
  workspace: Workspace,
): Iterable<Finding> {
  const on = countGoldens(workspace, entity) > 0 ? "golden" : "records";
  if (on === "records" && countRecords(workspace, entity) === 0) return [];
  const scope = { entity, model, asOf, settings: settings.scoring };
  return findingsOf(scorableRecords(workspace, { entity, on }, model), scope);
}

const parts = ["code", "severity", "entity", "field"] as const;

function grouping(
  by: string | undefined,
  { model }: RunContext,
  workspace: Workspace,
): ((finding: Finding) => string) | undefined {
  if (by === undefined) return undefined;
  const part = parts.find((each) => each === by);
  if (part !== undefined) return (finding) => finding[part] ?? "";
  const entities = entityNames.filter((entity) =>
    model.entities[entity].fields.some(({ name }) => name === by || name === `${by}s`),
  );
  if (entities.length === 0) throw new GoldpanError("USAGE_UNKNOWN_GROUP", { field: by });
  const lookup = new FieldLookup(workspace, model, by);
  return (finding) => lookup.valueOf(finding);
}

function mostFirst(counts: ReadonlyMap<string, number>): FindingsList["counts"] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || byCodePoint(a.value, b.value));
}

const severities: readonly Severity[] = ["error", "warning", "info"];
/** Rows that are lost and ids that clash come before values that are wrong, and those before gaps. */
const letters = "INUVKFMLC";

function byWorst(left: Finding, right: Finding): number {
  return (
    severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
    letters.indexOf(left.code.slice(0, 1)) - letters.indexOf(right.code.slice(0, 1)) ||
    byText(left, right, ["code", "entity", "record", "field", "value", "detail"])
  );
}

function byText(left: Finding, right: Finding, keys: readonly (keyof Finding)[]): number {
  for (const key of keys) {
    const order = byCodePoint(left[key] ?? "", right[key] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/** The worst so many of a stream; never holds more than twice as many. */
class WorstFirst {
  readonly #limit: number;
  #kept: Finding[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(finding: Finding): void {
    this.#kept.push(finding);
    if (this.#kept.length > this.#limit * 2 + 100) this.#kept = this.list();
  }

  list(): Finding[] {
    return this.#kept.sort(byWorst).slice(0, this.#limit);
  }
}

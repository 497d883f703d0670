import { entityNames, type EntityName } from "../model/entity.ts";
import {
  planOperationKinds,
  type PlanCounts,
  type PlanManifest,
  type PlanOperation,
} from "../model/plan.ts";
import { equation } from "./conservation.ts";
import { fitText } from "./fit-text.ts";
import { formatCount } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import { operationText, showsChange } from "./operation-text.ts";
import { reasonText } from "./reason-text.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** A plan as a person reads it. `operations` may be the first ones only; the manifest counts all. */
export interface PlanView {
  /** The store as the user named it. */
  readonly target: string;
  readonly manifest: Pick<PlanManifest, "counts">;
  readonly operations: readonly PlanOperation[];
  /** The first of what is left out: whole golden records, and values with a `field`. */
  readonly rejects: readonly LeftOut[];
  /** Golden records that are left out, and how many of them are rejected. */
  readonly leftOut: number;
  readonly rejected: number;
  readonly rejectedValues: number;
}

/** A golden record or one of its values that a plan leaves out. */
interface LeftOut {
  readonly entity: EntityName;
  readonly goldenId: string;
  /** "" for the whole record. */
  readonly field: string;
  readonly reason: string;
}

const shownOperations = 10;

/**
 * The screen of a dry run (`style.md` 7.2): the first ten changes field by field, counts by entity,
 * the law of golden records and operations, and "Nothing was written" last.
 */
export function planText(plan: PlanView, style: ReportStyle): string {
  const { language } = style;
  const head = `${say("willChange", language, { target: plan.target })}\n  ${say("planLegend", language)}\n`;
  const parts = [
    head,
    changesText(plan, style),
    tableText(plan.manifest, style),
    planLaws(plan, style),
    leftOutText(plan, style),
    planVerdict(plan, style),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

type Counts = PlanCounts & { readonly golden: number };

/** Counts of the entities that have golden records, in the order of loading. */
function countsOf({ counts }: PlanView["manifest"]): (readonly [string, Counts])[] {
  return entityNames.flatMap((entity) => {
    const found = counts[entity];
    return found === undefined || found.golden === 0 ? [] : [[entity, found] as const];
  });
}

function changesText(plan: PlanView, style: ReportStyle): string {
  const shown = plan.operations.filter(showsChange).slice(0, shownOperations);
  const all = countsOf(plan.manifest).reduce(
    (sum, [, each]) => sum + each.insert + each.update + each.merge + each.archive,
    0,
  );
  const texts = shown.map((operation) => operationText(operation, style));
  const count = all - shown.length;
  const rest = count > 0 ? [`  ${say("more", style.language, { count })}\n`] : [];
  return [...texts, ...rest].join("\n");
}

function tableText(manifest: PlanView["manifest"], style: ReportStyle): string {
  const kinds = ["golden", ...planOperationKinds] as const;
  const columns = kinds.map((kind) => ({
    title: say(kind, style.language),
    align: "right" as const,
  }));
  const rows = countsOf(manifest).map(([entity, counts]) => [
    labelOfEntity(entity, style.language),
    ...kinds.map((kind) => formatCount(counts[kind])),
  ]);
  const entity = { title: say("entity", style.language), align: "left" } as const;
  return textTable([entity, ...columns], rows, style);
}

/** The law of golden records and operations, entity by entity. */
export function planLaws({ manifest }: Pick<PlanView, "manifest">, style: ReportStyle): string {
  return countsOf(manifest)
    .map(([, counts]) => lawOf(counts, style))
    .join("");
}

function lawOf(counts: Counts, style: ReportStyle): string {
  const parts = planOperationKinds.map((kind) => [counts[kind], kind] as const);
  return equation([counts.golden, "goldenRecords"], parts, style);
}

function leftOutText({ rejects, leftOut, rejectedValues }: PlanView, style: ReportStyle): string {
  const { language, width = defaultWidth } = style;
  if (rejects.length === 0) return "";
  const count = leftOut + rejectedValues;
  const lines = rejects.map(({ entity, goldenId, field, reason }) => {
    const place = [entity, goldenId, field].filter((part) => part !== "").join("  ");
    return fitText(`    ${place}  ${reasonText(reason, style)}`, width);
  });
  const left = count - rejects.length;
  const more = left > 0 ? [`    ${say("more", language, { count: left })}`] : [];
  return `${[`  ${say("leftOut", language, { count })}`, ...lines, ...more].join("\n")}\n`;
}

/** What a plan will do in one sentence, and that nothing was written. */
export function planVerdict(
  { manifest }: Pick<PlanView, "manifest">,
  { language }: ReportStyle,
): string {
  const all = countsOf(manifest).map(([, counts]) => counts);
  const sums = Object.fromEntries(
    planOperationKinds.map((kind) => [kind, all.reduce((sum, each) => sum + each[kind], 0)]),
  );
  const isOpen = ["reject", "review", "skip"].some((kind) => sums[kind] !== 0);
  const open = isOpen ? `${say("planOpen", language, sums)}\n` : "";
  return `${open}${say("planVerdict", language, sums)}\n`;
}

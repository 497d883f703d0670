import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { EntityRecord } from "../../src/model/record.ts";
import { isUscc } from "../../src/normalize/uscc/check-digits.ts";
import { csvRow } from "../../src/report/csv.ts";
import { iterateClusters } from "../../src/workspace/clusters.ts";
import { openWorkspace } from "../../src/workspace/open-workspace.ts";
import { iterateRecords } from "../../src/workspace/records.ts";
import { listSources } from "../../src/workspace/source-files.ts";
import { iterateSourceRows } from "../../src/workspace/source-rows.ts";

/** The true customer and person behind a row of a file, which goldpan never reads. */
interface Truth {
  readonly customer: string;
  readonly contact: string;
  readonly branchOf: string;
}

const noTruth: Truth = { customer: "", contact: "", branchOf: "" };

/** A record of the workspace with its cluster and what is true about its row. */
interface Member {
  readonly record: EntityRecord;
  readonly cluster: string;
  readonly truth: Truth;
}

type Labelled = "customer" | "contact";

/**
 * Writes `<entity>-clusters.csv` from the workspace and `<entity>-labels.csv` from the truth, as
 * `goldpan evaluate` reads them.
 */
export function writeLabels(folder: string, truthFile: string): void {
  for (const entity of ["customer", "contact"] as const) {
    const known = membersOf(folder, truthFile, entity).filter(({ truth }) => truth[entity] !== "");
    const write = (name: string, head: string, valueOf: (member: Member) => string): void => {
      const rows = known.map((member) => [member.record.id, valueOf(member)]);
      const lines = [["record", head], ...rows].map((row) => csvRow(row, { excelSafe: false }));
      writeFileSync(join(folder, `${entity}-${name}.csv`), lines.join(""));
    };
    write("clusters", "cluster", ({ cluster }) => cluster);
    write("labels", "entity", ({ truth }) => truth[entity]);
  }
}

export interface HardCases {
  /** Clusters of customers that hold two different valid credit codes. */
  readonly twoCodes: number;
  /** Clusters that hold a branch and the company it is a branch of. */
  readonly branchWithParent: number;
}

/** What must never stand in one cluster, counted over the clusters of the workspace. */
export function countHardCases(folder: string, truthFile: string): HardCases {
  const clusters = new Map<string, Member[]>();
  for (const member of membersOf(folder, truthFile, "customer")) {
    clusters.set(member.cluster, [...(clusters.get(member.cluster) ?? []), member]);
  }
  let [twoCodes, branchWithParent] = [0, 0];
  for (const members of clusters.values()) {
    const codes = new Set(members.flatMap(({ record }) => validCodes(record)));
    if (codes.size > 1) twoCodes += 1;
    const customers = new Set(members.map(({ truth }) => truth.customer));
    customers.delete("");
    if (members.some(({ truth }) => customers.has(truth.branchOf))) branchWithParent += 1;
  }
  return { twoCodes, branchWithParent };
}

function validCodes({ values }: EntityRecord): string[] {
  return (values["uscc"]?.items ?? []).map(({ display }) => display).filter(isUscc);
}

function membersOf(folder: string, truthFile: string, entity: Labelled): Member[] {
  const truthByPlace = readTruth(truthFile);
  const path = join(folder, ".goldpan/workspace.db");
  const workspace = openWorkspace(path, { mode: "read", startedAt: "" });
  try {
    const truthByRow = new Map<number, Truth>();
    for (const { id, file } of listSources(workspace)) {
      for (const row of iterateSourceRows(workspace, id)) {
        truthByRow.set(row.id, truthByPlace.get(`${basename(file.path)}:${row.row}`) ?? noTruth);
      }
    }
    const clusterOf = new Map<string, string>();
    for (const { members } of iterateClusters(workspace, entity)) {
      for (const member of members) clusterOf.set(member, members[0] ?? member);
    }
    return Array.from(iterateRecords(workspace, entity), (record) => ({
      record,
      cluster: clusterOf.get(record.id) ?? record.id,
      truth: truthByRow.get(record.sourceRow) ?? noTruth,
    }));
  } finally {
    workspace.close();
  }
}

/** The generator writes no quotes into this file. */
function readTruth(file: string): ReadonlyMap<string, Truth> {
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [name = "", line = "", customer = "", contact = "", branchOf = ""] = row.split(",");
      return [`${name}:${line}`, { customer, contact, branchOf }];
    }),
  );
}

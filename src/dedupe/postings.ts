import type { KeyFamily } from "./key-family.ts";
import { accumulate, createGrowingInts, sharedInts, type GrowingInts } from "./growing-array.ts";
import { groupEntries, type GroupedEntries } from "./key-groups.ts";

/** What one family of keys did; printed by the report, so that nothing is dropped in silence. */
export interface KeyFamilyReport {
  readonly name: string;
  readonly keys: number;
  readonly groups: number;
  readonly largestGroup: number;
  /** Groups that were too large even when refined: dropped, or cut into overlapping windows. */
  readonly oversizedGroups: number;
}

/** Who meets whom: groups of records with an equal key, and the groups of each record (CSR, shared). */
export interface Postings {
  readonly groupOffsets: Int32Array;
  readonly members: Int32Array;
  readonly recordOffsets: Int32Array;
  readonly recordGroups: Int32Array;
  readonly familyOfGroup: Int32Array;
  readonly families: readonly KeyFamilyReport[];
}

interface GroupSink {
  readonly offsets: GrowingInts;
  readonly members: GrowingInts;
  readonly family: GrowingInts;
}

/** Groups the records by every family of keys; pairs are enumerated from it, never stored. */
export function buildPostings(families: readonly KeyFamily[], size: number): Postings {
  const sink = {
    offsets: createGrowingInts(),
    members: createGrowingInts(),
    family: createGrowingInts(),
  };
  sink.offsets.push(0);
  const reports = families.map((family, index) => addFamily(sink, family, index, size));
  const groupOffsets = sink.offsets.toShared();
  const members = sink.members.toShared();
  return {
    groupOffsets,
    members,
    ...groupsByRecord(groupOffsets, members, size),
    familyOfGroup: sink.family.toShared(),
    families: reports,
  };
}

function addFamily(
  sink: GroupSink,
  family: KeyFamily,
  index: number,
  size: number,
): KeyFamilyReport {
  const entries = groupEntries(family, size);
  const before = sink.family.length;
  let largestGroup = 0;
  let oversizedGroups = 0;
  forEachRun(entries, (start, end) => {
    const distinct = distinctRecords(entries.records.subarray(start, end));
    largestGroup = Math.max(largestGroup, distinct.length);
    oversizedGroups += addGroup(sink, family, index, distinct);
  });
  return {
    name: family.name,
    keys: entries.keys.length,
    groups: sink.family.length - before,
    largestGroup,
    oversizedGroups,
  };
}

function forEachRun({ keys }: GroupedEntries, visit: (start: number, end: number) => void): void {
  for (let start = 0; start < keys.length;) {
    let end = start + 1;
    while (end < keys.length && keys[end] === keys[start]) end += 1;
    if (end - start > 1) visit(start, end);
    start = end;
  }
}

function distinctRecords(records: Int32Array): Int32Array {
  return records.filter((record, at) => at === 0 || record !== records[at - 1]);
}

/** Adds a group, or its parts when it is too large; returns how many of them are still too large. */
function addGroup(sink: GroupSink, family: KeyFamily, index: number, members: Int32Array): number {
  const { refineBy, cap } = family;
  const isLarge = members.length > cap;
  const parts = isLarge && refineBy !== undefined ? partsBy(members, refineBy) : [members];
  let oversized = 0;
  for (const part of parts) {
    if (part.length > cap) oversized += 1;
    if (part.length <= cap) pushGroup(sink, index, part);
    else if (family.isWeak !== true) cutIntoWindows(sink, index, part, cap);
  }
  return oversized;
}

function partsBy(members: Int32Array, refineBy: (record: number) => number): Int32Array[] {
  const sorted = members.slice().sort((a, b) => refineBy(a) - refineBy(b) || a - b);
  const parts: Int32Array[] = [];
  for (let start = 0; start < sorted.length;) {
    const value = refineBy(sorted[start] ?? 0);
    let end = start + 1;
    while (end < sorted.length && refineBy(sorted[end] ?? 0) === value) end += 1;
    parts.push(sorted.subarray(start, end));
    start = end;
  }
  return parts;
}

/** Windows of `cap` that overlap by half, so that neighbours always meet. */
function cutIntoWindows(sink: GroupSink, index: number, members: Int32Array, cap: number): void {
  const step = Math.max(1, cap >> 1);
  for (let start = 0; start + step < members.length; start += step) {
    pushGroup(sink, index, members.subarray(start, start + cap));
  }
}

function pushGroup(sink: GroupSink, index: number, members: Int32Array): void {
  if (members.length < 2) return;
  for (const member of members) sink.members.push(member);
  sink.offsets.push(sink.members.length);
  sink.family.push(index);
}

/** The groups turned around: for each record the groups it is in, strongest family first. */
function groupsByRecord(
  groupOffsets: Int32Array,
  members: Int32Array,
  size: number,
): Pick<Postings, "recordOffsets" | "recordGroups"> {
  const recordOffsets = sharedInts(size + 1);
  for (const record of members) recordOffsets[record + 1] = (recordOffsets[record + 1] ?? 0) + 1;
  accumulate(recordOffsets);
  const next = recordOffsets.slice();
  const recordGroups = sharedInts(members.length);
  let group = 0;
  for (const [at, record] of members.entries()) {
    while (at >= (groupOffsets[group + 1] ?? 0)) group += 1;
    const slot = next[record] ?? 0;
    recordGroups[slot] = group;
    next[record] = slot + 1;
  }
  return { recordOffsets, recordGroups };
}

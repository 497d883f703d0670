import type { FamilyPostings } from "../../dedupe/blocking-keys/postings.ts";
import type { Certificate } from "../../dedupe/certificate.ts";
import type { ComparedPairs } from "../../dedupe/compare-pairs.ts";
import type { NameLetters } from "../../dedupe/name-letters.ts";
import type { PackedColumn, PackedRecords } from "../../dedupe/packed-records.ts";
import type { PatternCounts } from "../../dedupe/train/pattern-counts.ts";
import type { CertifySearch } from "./certify-search.ts";
import type { CompareRange } from "./compare-range.ts";
import type { FillRows, SignColumn } from "./lay-out-rows.ts";
import type { MadeRange, MadeRows, MakeRows } from "./make-rows.ts";
import type { RankedMatch } from "../../dedupe/lookup/match-lists.ts";
import type { NamesOfReferences } from "../../dedupe/lookup/names-of-references.ts";
import type { PackedPart } from "../../dedupe/packed-part.ts";
import type { JoinSomeColumns } from "./join-some-columns.ts";
import type { IndexNames } from "./index-names.ts";
import type { MatchQueries } from "./match-queries.ts";
import type { MergedGroup, MergeGroups } from "./merge-groups.ts";
import type { MergeParts } from "./merge-parts.ts";
import type { OrderedIds, OrderIds } from "./order-ids.ts";
import type { PackedRows } from "../row-packer.ts";
import type { PackRows } from "./pack-rows.ts";
import type { PackSide } from "./pack-sides.ts";
import type { PostFamilies } from "./post-families.ts";
import type { PostLookup } from "./post-lookup.ts";
import type { SendPart } from "./send-part.ts";
import type { CountMeetings, PlaceMeetings } from "./turn-postings.ts";
import type { SurveyedRows, SurveyRows } from "./survey-rows.ts";

/** What a worker can be asked; inputs and results are plain data over shared memory. */
export interface Tasks {
  readonly signColumn: (input: SignColumn) => Promise<NameLetters>;
  readonly measureRarities: (input: PackedRecords) => Promise<Readonly<Record<string, Uint8Array>>>;
  readonly fillRows: (input: FillRows) => Promise<void>;
  readonly post: (input: PostFamilies) => Promise<FamilyPostings[]>;
  readonly certify: (input: CertifySearch) => Promise<Certificate | undefined>;
  readonly countMeetings: (input: CountMeetings) => Promise<void>;
  readonly placeMeetings: (input: PlaceMeetings) => Promise<void>;
  readonly countPatterns: (input: CompareRange) => Promise<PatternCounts>;
  readonly compare: (input: CompareRange) => Promise<ComparedPairs>;
  readonly packRows: (input: PackRows) => Promise<PackedRows>;
  readonly packSides: (input: readonly PackSide[]) => Promise<PackedPart[]>;
  readonly joinSomeColumns: (input: JoinSomeColumns) => Promise<Record<string, PackedColumn>>;
  readonly indexNames: (input: IndexNames) => Promise<NamesOfReferences>;
  readonly postLookup: (input: PostLookup) => Promise<FamilyPostings[]>;
  readonly matchQueries: (input: MatchQueries) => Promise<(readonly RankedMatch[])[]>;
  readonly mergeParts: (input: MergeParts) => Promise<Record<string, PackedColumn>>;
  readonly surveyRows: (input: SurveyRows) => Promise<SurveyedRows>;
  readonly makeRows: (input: MakeRows, send: SendPart<MadeRange>) => Promise<MadeRows>;
  readonly orderIds: (input: OrderIds) => Promise<OrderedIds>;
  readonly mergeGroups: (input: MergeGroups, send: SendPart<MergedGroup>) => Promise<void>;
}

/** The tasks by name; each loads its code when it is first asked. */
export const tasks: Tasks = {
  signColumn: async (input) => (await import("./lay-out-rows.ts")).signColumn(input),
  measureRarities: async (input) => (await import("./lay-out-rows.ts")).measureRarities(input),
  fillRows: async (input) => (await import("./lay-out-rows.ts")).fillSomeRows(input),
  post: async (input) => (await import("./post-families.ts")).postSomeFamilies(input),
  certify: async (input) => (await import("./certify-search.ts")).certifySearch(input),
  countMeetings: async (input) => (await import("./turn-postings.ts")).countSomeMeetings(input),
  placeMeetings: async (input) => (await import("./turn-postings.ts")).placeSomeMeetings(input),
  countPatterns: async (input) => (await import("./count-patterns.ts")).countSomePatterns(input),
  compare: async (input) => (await import("./compare-range.ts")).compareRange(input),
  packRows: async (input) => (await import("./pack-rows.ts")).packRows(input),
  packSides: async (input) => (await import("./pack-sides.ts")).packSides(input),
  joinSomeColumns: async (input) => (await import("./join-some-columns.ts")).joinSomeColumns(input),
  indexNames: async (input) => (await import("./index-names.ts")).indexNames(input),
  postLookup: async (input) => (await import("./post-lookup.ts")).postLookup(input),
  matchQueries: async (input) => (await import("./match-queries.ts")).matchQueries(input),
  mergeParts: async (input) => (await import("./merge-parts.ts")).mergeParts(input),
  surveyRows: async (input) => (await import("./survey-rows.ts")).surveyRows(input),
  makeRows: async (input, send) => (await import("./make-rows.ts")).makeRows(input, send),
  orderIds: async (input) => (await import("./order-ids.ts")).orderIds(input),
  mergeGroups: async (input, send) => (await import("./merge-groups.ts")).mergeGroups(input, send),
};

/** Tasks whose code is worth loading before the first question, by what loads it. */
export const preparations = {
  packRows: async (): Promise<void> => void (await import("./pack-rows.ts")),
  packSides: async (): Promise<void> => void (await import("./pack-sides.ts")),
} as const;

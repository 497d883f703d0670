import type { ErrorCode, GoldpanError } from "../../errors.ts";
import type { Finding } from "../../model/finding.ts";

/** What a thread is asked to read. */
export interface WorkbookQuestion {
  readonly path: string;
  readonly sheet: string | undefined;
}

/** What it sends back, in this order: a start, each table with its rows behind it, an end. */
export type WorkbookMessage =
  | { readonly kind: "start" }
  | { readonly kind: "table"; readonly sheet: string | null; readonly findings: readonly Finding[] }
  | {
      readonly kind: "rows";
      /** Rows as JSON in UTF-8: a few large pieces cost less than many strings. */
      readonly json: Uint8Array<ArrayBuffer>;
      /** The number of each row, and how many cells it has. */
      readonly numbers: Int32Array<ArrayBuffer>;
      readonly widths: Int32Array<ArrayBuffer>;
    }
  | { readonly kind: "end"; readonly findings: readonly Finding[] }
  | {
      readonly kind: "refusal";
      readonly code: ErrorCode;
      readonly details: GoldpanError["details"];
    };

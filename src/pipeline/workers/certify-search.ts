import { certify, type Certificate } from "../../dedupe/certificate.ts";
import type { PreparedComparison } from "../../dedupe/compare-pairs.ts";
import type { DecidedPair } from "../../dedupe/decided-pairs.ts";

/** A search that is to be certified. */
export interface CertifySearch {
  readonly prepared: PreparedComparison;
  readonly decided: readonly DecidedPair[];
}

/** What it is worth. */
export function certifySearch({ prepared, decided }: CertifySearch): Certificate | undefined {
  return certify(prepared, decided);
}

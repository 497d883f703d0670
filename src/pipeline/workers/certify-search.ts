import { certify, type Certificate, type Search } from "../../dedupe/certificate.ts";
import {
  completeOptions,
  findPackedDuplicates,
  type SearchOptions,
} from "../../dedupe/find-duplicates.ts";
import type { PackedRecords } from "../../dedupe/packed-records.ts";

/** A search whose worth is measured. */
export interface CertifySearch {
  readonly packed: PackedRecords;
  readonly options: SearchOptions;
}

/** The certificate of the search; undefined where the credit codes cannot say. */
export function certifySearch({
  packed,
  options,
}: CertifySearch): Promise<Certificate | undefined> {
  const search: Search = (hidden) => findPackedDuplicates(hidden, options);
  return certify(packed, search, completeOptions(packed, options));
}

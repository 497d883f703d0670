import type { EntityRecord } from "../../model/record.ts";

/** What the packer needs to know of a feature. */
export interface FeatureColumn {
  readonly name: string;
  /** `text`: one key. `texts`: a set of keys. `number`: stored as it is. */
  readonly kind: "text" | "texts" | "number";
  /** Columns with the same dictionary share ids, so that their values can be compared. */
  readonly dictionary?: string;
  /** Edit distances are measured on it, so its text stays with the integers. */
  readonly keepsText?: boolean;
}

/** A feature of one record, as the kind of its column says: the last place where matching sees strings. */
export type FeatureValue = string | readonly string[] | number;

/** A column with the way to read it from what is seen of a record. */
export interface Feature<Seen> extends FeatureColumn {
  readonly read: (seen: Seen) => FeatureValue;
}

/** How the records of one entity are read: columns as plain data, values in their order. */
export interface FeatureReader {
  readonly columns: readonly FeatureColumn[];
  /** The values of each column, one a record: what reads a feature is at hand for all records at once. */
  read(records: readonly EntityRecord[]): readonly (readonly FeatureValue[])[];
}

/** A reader of features; `see` prepares once a record what several of them look at. */
export function featureReader<Seen>(
  features: readonly Feature<Seen>[],
  see: (record: EntityRecord) => Seen,
): FeatureReader {
  return {
    columns: features.map(({ read: _read, ...column }) => column),
    read(records) {
      const seen = records.map(see);
      return features.map(({ read }) => seen.map(read));
    },
  };
}

/** The name of the dictionary that gives a column its ids. */
export function dictionaryOf({ name, dictionary }: FeatureColumn): string {
  return dictionary ?? name;
}

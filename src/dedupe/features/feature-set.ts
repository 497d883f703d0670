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

/** The features of one record: the last place where matching sees strings. */
export interface FeatureSet {
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, number>>;
}

/** The name of the dictionary that gives a column its ids. */
export function dictionaryOf({ name, dictionary }: FeatureColumn): string {
  return dictionary ?? name;
}

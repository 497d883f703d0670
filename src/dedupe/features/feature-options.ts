import type { Field } from "../../model/entity.ts";

/** What feature extraction must be told beside the records. */
export interface FeatureOptions {
  /** Fields of the entity; custom ones that identify are compared as they ask. */
  readonly fields?: readonly Field[];
  /** A field of a customer that names its contacts. */
  readonly contactField?: string;
  /** Record id of a contact -> id of its customer's cluster, from the pass over customers. */
  readonly links?: ReadonlyMap<string, string>;
}

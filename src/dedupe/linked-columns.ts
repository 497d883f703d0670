import { countIds } from "./column-builder.ts";
import { Dictionary } from "./dictionary.ts";
import { accumulate, createGrowingInts, sharedInts } from "./growing-array.ts";
import { columnOf, type PackedColumn, type PackedRecords } from "./packed-records.ts";
import { emptyTextPool, poolSize } from "./text-pool.ts";

/**
 * Contacts whose customer is known by the cluster it fell into, from the pass over customers:
 * two writings of one employer become one. `clusterOf` gives "" for a contact without a customer.
 */
export function withCustomers(
  contacts: PackedRecords,
  clusterOf: (contact: number) => string,
): PackedRecords {
  const dictionary = new Dictionary();
  const values = sharedInts(contacts.size);
  for (let contact = 0; contact < contacts.size; contact += 1) {
    values[contact] = dictionary.idOf(clusterOf(contact));
  }
  const counts = countIds(values, dictionary.size);
  const none = new Int32Array(0);
  const customer: PackedColumn = {
    kind: "one",
    offsets: none,
    values,
    counts,
    text: emptyTextPool,
  };
  return { ...contacts, columns: { ...contacts.columns, customer } };
}

/**
 * Customers with the names of their contacts, evidence where companies are renamed or misspelt.
 * `customerOf` gives the position of a contact's customer, or -1. A title (王经理) names nobody.
 */
export function withContacts(
  customers: PackedRecords,
  contacts: PackedRecords,
  customerOf: (contact: number) => number,
): PackedRecords {
  const names = columnOf(contacts, "name");
  const isTitleOnly = columnOf(contacts, "isTitleOnly").values;
  const owners = Int32Array.from({ length: contacts.size }, (_, contact) => {
    const isNamed = (names.values[contact] ?? 0) !== 0 && isTitleOnly[contact] === 0;
    return isNamed ? customerOf(contact) : -1;
  });
  const column = gather(customers.size, owners, names);
  return { ...customers, columns: { ...customers.columns, contacts: column } };
}

/** The values of `column` as sets by owner; records without an owner (-1) are left out. */
function gather(size: number, owners: Int32Array, column: PackedColumn): PackedColumn {
  const { starts, gathered } = sortByOwner(size, owners, column.values);
  const offsets = createGrowingInts();
  const values = createGrowingInts();
  offsets.push(0);
  for (let owner = 0; owner < size; owner += 1) {
    const ids = gathered.subarray(starts[owner], starts[owner + 1]).sort();
    for (const [at, id] of ids.entries()) if (id !== ids[at - 1]) values.push(id);
    offsets.push(values.length);
  }
  const shared = values.toShared();
  const counts = countIds(shared, poolSize(column.text));
  return { kind: "set", offsets: offsets.toShared(), values: shared, counts, text: emptyTextPool };
}

function sortByOwner(
  size: number,
  owners: Int32Array,
  values: Int32Array,
): { readonly starts: Int32Array; readonly gathered: Int32Array } {
  const starts = new Int32Array(size + 1);
  for (const owner of owners) if (owner >= 0) starts[owner + 1] = (starts[owner + 1] ?? 0) + 1;
  accumulate(starts);
  const gathered = new Int32Array(starts[size] ?? 0);
  const next = starts.slice();
  for (const [record, owner] of owners.entries()) {
    if (owner < 0) continue;
    gathered[next[owner] ?? 0] = values[record] ?? 0;
    next[owner] = (next[owner] ?? 0) + 1;
  }
  return { starts, gathered };
}

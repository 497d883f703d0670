import type { EntityName, Field, Model } from "../../model/entity.ts";
import type { Finding } from "../../model/finding.ts";
import type { NormalizedItem } from "../../model/normalizer.ts";
import type { EntityRecord, RecordValue } from "../../model/record.ts";
import { normalizers } from "../../normalize/normalizers.ts";
import { foldKey } from "../../text/fold.ts";
import type { ReferenceKeys } from "../../workspace/reference-keys.ts";
import type { FieldChange } from "../normalize-field.ts";
import { coreOf, nameKeyOf, prefectureOf, recordKeys, referredEntities } from "./record-keys.ts";
import type { NormalizedDraft } from "./row-draft.ts";
import type { Staff } from "./staff.ts";

/** What resolving needs of the records that are there already. */
export interface ReferenceWorld {
  readonly model: Model;
  readonly keys: ReferenceKeys;
  readonly staff: Staff;
  readonly findRecord: (entity: EntityName, id: string) => EntityRecord | undefined;
}

/** How a text was taken: for one record, for none, or for one of several different ones. */
type Resolution = { readonly id: string } | "unknown" | "ambiguous";

/** Notes a finished record under everything it may be called by. */
export function noteRecord(record: EntityRecord, { keys, staff }: ReferenceWorld): void {
  if (record.entity === "user") staff.add(record);
  if (!referredEntities.includes(record.entity)) return;
  for (const key of recordKeys(record)) keys.add(record.entity, record.id, key);
}

/**
 * Ties the references of a record to records: the key of a reference becomes the id of what it
 * names. When nothing or no single thing has that name, text and key stay and a finding says so.
 * An owner always becomes a user. Fields that were tied by their place in the row stay.
 * References to the entity of the record itself wait until all its records are there.
 */
export function resolveReferences(
  draft: NormalizedDraft,
  world: ReferenceWorld,
  to: "others" | "own entity" = "others",
): NormalizedDraft {
  const { entity } = draft.record;
  let resolved: OpenDraft | undefined;
  for (const field of referencesOf(entity, world.model)) {
    const { name, refersTo } = field;
    if (draft.record.values[name] === undefined || draft.linked.has(name)) continue;
    if ((refersTo === entity) !== (to === "own entity")) continue;
    resolved ??= opened(draft);
    const { value, findings } = resolveField(field, resolved.record, draft.changes, world);
    resolved.values[name] = value;
    if (findings.length > 0) resolved.findings = [...resolved.findings, ...findings];
  }
  return completed(resolved ?? draft, world);
}

/** A draft whose values may still be replaced. */
interface OpenDraft extends NormalizedDraft {
  /** Those of the record. */
  readonly values: Record<string, RecordValue>;
  findings: readonly Finding[];
}

function opened({ record, changes, findings, linked, reject }: NormalizedDraft): OpenDraft {
  const values = { ...record.values };
  return { record: { ...record, values }, values, changes, findings, linked, reject };
}

const knownReferences = new WeakMap<Model, Map<EntityName, readonly Field[]>>();

/** The fields of an entity that refer to others, looked for once: it is asked for every record. */
function referencesOf(entity: EntityName, model: Model): readonly Field[] {
  const known = knownReferences.get(model) ?? new Map<EntityName, readonly Field[]>();
  knownReferences.set(model, known);
  const found =
    known.get(entity) ??
    model.entities[entity].fields.filter(({ refersTo }) => refersTo !== undefined);
  known.set(entity, found);
  return found;
}

interface ResolvedField {
  readonly value: RecordValue;
  readonly findings: readonly Finding[];
}

function resolveField(
  field: Field,
  record: EntityRecord,
  changes: readonly FieldChange[],
  world: ReferenceWorld,
): ResolvedField {
  const value = record.values[field.name] ?? { items: [], findings: [] };
  const findings: Finding[] = [];
  const setting = { record, changes, world };
  const items = value.items.map((item) => {
    const resolution = resolve(item, field, setting);
    if (typeof resolution !== "string") return tied(item, resolution.id);
    findings.push(openReference(resolution, item, field, record));
    return item;
  });
  if (findings.length === 0) return { value: { items, findings: value.findings }, findings };
  const codes = findings.map(({ code }) => code);
  return { value: { items, findings: [...new Set([...value.findings, ...codes])] }, findings };
}

function tied({ display, parsed }: NormalizedItem, key: string): NormalizedItem {
  return parsed === undefined ? { display, key } : { display, key, parsed };
}

function openReference(
  resolution: "unknown" | "ambiguous",
  { display }: NormalizedItem,
  { name }: Field,
  { id, entity }: EntityRecord,
): Finding {
  const code = resolution === "unknown" ? "N014" : "N015";
  return { code, severity: "warning", entity, record: id, field: name, value: display };
}

interface Setting {
  readonly record: EntityRecord;
  readonly changes: readonly FieldChange[];
  readonly world: ReferenceWorld;
}

function resolve(item: NormalizedItem, { refersTo, name }: Field, setting: Setting): Resolution {
  if (refersTo === "user") return { id: userOf(item, name, setting) };
  if (refersTo === undefined) return "unknown";
  const { record, world } = setting;
  const byId = world.findRecord(refersTo, `${record.system}:${foldWidth(item.display)}`);
  if (byId !== undefined) return { id: byId.id };
  const find = finder(refersTo, setting);
  const byCode = find("code", `${record.system}|${codeKey(item.display)}`);
  if (byCode !== "unknown") return byCode;
  if (refersTo === "customer") return customerOf(item, find);
  return refersTo === "contact"
    ? contactOf(item, record, find)
    : find("name", foldKey(item.display));
}

const foldWidth = (text: string): string => text.normalize("NFKC").trim();
const codeKey = (text: string): string =>
  normalizers.text
    .normalize(text, undefined, { repairs: "safe" })
    .display.replaceAll(/\s/g, "")
    .toLowerCase();

type Find = (kind: string, key: string) => Resolution;

function finder(entity: EntityName, { record, world }: Setting): Find {
  return (kind, key) => {
    const found = key === "" ? undefined : world.keys.find(entity, kind, key, record.system);
    if (found === undefined) return "unknown";
    return found.different > 1 ? "ambiguous" : { id: found.record };
  };
}

/** The first look-up that knows anything decides. */
function firstKnown(
  find: Find,
  ladder: readonly (readonly [kind: string, key: string])[],
): Resolution {
  for (const [kind, key] of ladder) {
    const found = find(kind, key);
    if (found !== "unknown") return found;
  }
  return "unknown";
}

function customerOf(item: NormalizedItem, find: Find): Resolution {
  const [name, core, region] = [nameKeyOf(item), coreOf(item), prefectureOf(item)];
  return firstKnown(find, [
    ["uscc", item.display.toUpperCase()],
    ["name", name],
    ["alias", name],
    ["core-in", core === "" ? "" : `${region}|${core}`],
    ["core", region === "" ? core : ""],
  ]);
}

function contactOf(item: NormalizedItem, { values }: EntityRecord, find: Find): Resolution {
  const text = item.display;
  const [customer] = values["customer"]?.items ?? [];
  const phone = /\d{7}/.test(text) ? keyBy("phone", text) : "";
  const email = text.includes("@") ? keyBy("email", text) : "";
  const direct = firstKnown(find, [
    ["account", codeKey(text)],
    ["phone", phone],
    ["email", email],
  ]);
  if (direct !== "unknown" || item.key === "") return direct;
  // The name of a person says who it is within a company, or where nobody else has it.
  if (customer === undefined) return find("person", item.key);
  return firstKnown(find, [
    ["person-at", `${customer.key}|${item.key}`],
    ["person-at", `${nameKeyOf(customer)}|${item.key}`],
  ]);
}

function keyBy(name: "phone" | "email", text: string): string {
  return normalizers[name].normalize(text, undefined, { repairs: "safe" }).key;
}

function userOf(item: NormalizedItem, field: string, { record, changes, world }: Setting): string {
  const [department] = field === "owner" ? (record.values["department"]?.items ?? []) : [];
  const isSuspended = changes.some((change) => change.field === field && change.rule === "N022");
  return world.staff.idOf(item, department?.display ?? "", isSuspended);
}

/** A record that names only a contact belongs to its customer; one that names nobody is listed. */
function completed(draft: NormalizedDraft, world: ReferenceWorld): NormalizedDraft {
  const { record } = draft;
  if (record.entity !== "activity" && record.entity !== "task") return draft;
  const customer = customerOfContact(record, world);
  if (customer !== undefined) return withCustomer(draft, customer);
  const isTied = ["customer", "contact", "opportunity"].some((each) => tiedTo(record, each) !== "");
  if (isTied) return draft;
  const { entity, id } = record;
  const finding: Finding = { code: "N016", severity: "warning", entity, record: id };
  return { ...draft, findings: [...draft.findings, finding] };
}

/** The customer of the contact that a record names, where it names none itself. */
function customerOfContact(
  record: EntityRecord,
  world: ReferenceWorld,
): NormalizedItem | undefined {
  const contact = tiedTo(record, "contact");
  if (contact === "" || (record.values["customer"]?.items ?? []).length > 0) return undefined;
  return world.findRecord("contact", contact)?.values["customer"]?.items[0];
}

const openCodes = ["N014", "N015"];

/** The id of the record that a field points to, "" when it points to none. */
function tiedTo({ values }: EntityRecord, field: string): string {
  const { items = [], findings = [] } = values[field] ?? {};
  return openCodes.some((code) => findings.includes(code)) ? "" : (items[0]?.key ?? "");
}

function withCustomer(draft: NormalizedDraft, customer: NormalizedItem): NormalizedDraft {
  const { record } = draft;
  const values = { ...record.values, customer: { items: [customer], findings: [] } };
  const change: FieldChange = {
    field: "customer",
    rule: "N023",
    before: "",
    after: customer.display,
  };
  return { ...draft, record: { ...record, values }, changes: [...draft.changes, change] };
}

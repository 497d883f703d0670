import type { KeyKind } from "../../model/inventory.ts";
import type { EntityName, Field, FieldType } from "../../model/entity.ts";
import { missingCode } from "../../normalize/missing-value.ts";
import { phone } from "../../normalize/phone/phone.ts";
import { foldKey } from "../../text/fold.ts";
import { narrow } from "../../text/width.ts";

/** The kind of key that a field is, whatever table it stands in; undefined for other fields. */
export function keyKindOf(
  entity: EntityName | null,
  field: Field | undefined,
): KeyKind | undefined {
  if (field === undefined || entity === null) return undefined;
  return kindOfName[field.name] ?? kindOfType[field.type];
}

/** `parent` names another company than the row is about, so not every reference counts. */
const kindOfName: Readonly<Record<string, KeyKind>> = {
  customer: "company",
  external_userid: "wechat",
  legal_name: "company",
  source_code: "code",
  // Since 2015 the tax number of a company is its credit code.
  tax_no: "uscc",
  uscc: "uscc",
  wechat_id: "wechat",
};
const kindOfType: Readonly<Partial<Record<FieldType, KeyKind>>> = {
  email: "email",
  phone: "phone",
};

/**
 * The keys in a cell, folded as far as one cell alone allows: matching proper is the work of
 * `dedupe`. `"138-0013-8001；0755-28780808"` as phone -> `+8613800138001`, `+8675528780808`
 */
export function keysIn(cell: string, kind: KeyKind): readonly string[] {
  const text = cell.trim();
  if (text === "" || missingCode(text) !== undefined) return [];
  if (kind === "company") return nonEmpty([foldKey(text)]);
  if (kind === "phone") {
    return nonEmpty(
      phone.normalize(text, noContext, { repairs: "safe" }).items.map((item) => item.key),
    );
  }
  if (kind === "email")
    return nonEmpty(
      narrow(text)
        .toLowerCase()
        .split(/[;；、,，\s]+/),
    );
  return nonEmpty([narrow(text).toUpperCase()]);
}

const noContext = phone.observe([]);

function nonEmpty(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key !== "");
}

import type { EntityName, Field } from "../../model/entity.ts";
import type {
  Normalized,
  NormalizedItem,
  Normalizer,
  NormalizeOptions,
} from "../../model/normalizer.ts";
import { normalizers } from "../../normalize/normalizers.ts";
import { foldKey } from "../../text/fold.ts";

const han = /\p{Script=Han}/u;
const words = /\p{L}{2,}\s+\p{L}/u;
/** What Fxiaoke puts behind the name of a colleague who left, and people in its manner. */
const suspended = /\s*[(（](?:已停用|停用|已离职|离职|已禁用|禁用)[)）]\s*$/u;

/**
 * The normalizer of a field that refers to another entity by text: a name is read as a name of that
 * kind, everything else (a code, a number, an address) stays text.
 */
export function referenceNormalizer({ refersTo }: Field): Normalizer {
  return (refersTo === undefined ? undefined : byEntity[refersTo]) ?? normalizers.text;
}

const byEntity: Readonly<Partial<Record<EntityName, Normalizer>>> = {
  customer: named((raw) =>
    han.test(raw) || words.test(raw) ? normalizers["company-name"] : normalizers.text,
  ),
  contact: named((raw) => (han.test(raw) ? normalizers["person-name"] : normalizers.text)),
  user: {
    name: "text",
    observe: () => undefined,
    normalize: (raw, _context, options) => readUser(raw, options),
  },
};

/** The reading of one name or the other; that it is odd as a name is no fault of a reference. */
function named(choose: (raw: string) => Normalizer): Normalizer {
  return {
    name: "text",
    observe: () => undefined,
    normalize: (raw, _context, options) => {
      const outcome = choose(raw).normalize(raw, undefined, options);
      return { ...outcome, findings: outcome.items.length === 0 ? outcome.findings : [] };
    },
  };
}

/** `"王敏(已停用)"` -> display "王敏", key "王敏", by N022 */
function readUser(raw: string, options: NormalizeOptions): Normalized {
  const text = raw.replace(suspended, "");
  const normalizer = han.test(text) ? normalizers["person-name"] : normalizers.text;
  const outcome = normalizer.normalize(text, undefined, options);
  const items = outcome.items.map(withKey);
  const isRepaired = text !== raw && options.repairs === "safe";
  const changes = isRepaired
    ? [{ rule: "N022", before: raw, after: text }, ...outcome.changes]
    : outcome.changes;
  const findings = items.length === 0 ? outcome.findings : [];
  return { ...outcome, items, changes, findings, key: items[0]?.key ?? "" };
}

/** `isSuspendedUser("王敏(已停用)")` -> true */
export function isSuspendedUser(raw: string): boolean {
  return suspended.test(raw);
}

/** Colleagues are known to each other: 王总 is a key where the owner of a customer stands. */
function withKey(item: NormalizedItem): NormalizedItem {
  return { ...item, key: item.key === "" ? foldKey(item.display) : item.key };
}

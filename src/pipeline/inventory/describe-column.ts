import type { EntityName, Field } from "../../model/entity.ts";
import type { InventoryColumn } from "../../model/inventory.ts";
import type { ColumnProfile, ColumnProfiler } from "./column-profile.ts";
import type { ColumnRole } from "./column-roles.ts";
import { personalColumn } from "./personal-data.ts";

/** A column as the inventory tells it: what it probably is, and what its cells are. */
export function describeColumn(
  heading: string,
  role: ColumnRole | null,
  profiler: ColumnProfiler,
): InventoryColumn {
  const { rows: _, names, ...profile } = profiler.profile();
  const [entity, field] = [role?.entity ?? null, role?.field];
  return {
    heading,
    entity,
    field: field?.name ?? null,
    ...profile,
    personal: personalOf({ heading, entity, field }, { ...profile, names }),
  };
}

interface NamedColumn {
  readonly heading: string;
  readonly entity: EntityName | null;
  readonly field: Field | undefined;
}

type Counted = Pick<ColumnProfile, "filled" | "names" | "personal">;

/** What the cells hold, and what the whole column is. */
function personalOf(column: NamedColumn, counted: Counted): InventoryColumn["personal"] {
  const { filled, personal } = counted;
  const whole = personalColumn(column.heading, column.entity, column.field);
  const cells = whole === "phone" ? filled - (personal.mobile ?? 0) : filled;
  if (whole !== undefined) return cells > 0 ? { ...personal, [whole]: cells } : personal;
  return column.field === undefined ? withNames(counted) : withNotes(column.field, counted);
}

/** Under a heading that nobody knows names are told by their letters. */
function withNames({ filled, names, personal }: Counted): InventoryColumn["personal"] {
  const isNames = names >= 3 && names * 10 >= filled * 8;
  return isNames ? { ...personal, "person-name": names } : personal;
}

function withNotes(
  { type, personal: isPersonal }: Field,
  { filled, personal }: Counted,
): InventoryColumn["personal"] {
  const isNote = type === "text" && isPersonal && filled > 0;
  return isNote ? { ...personal, "free-text": filled } : personal;
}

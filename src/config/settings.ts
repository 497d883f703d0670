import { z } from "zod";
import {
  dedupeSettings,
  survivorshipSettings,
  type DedupeSettings,
  type SurvivorshipSettings,
} from "../dedupe/settings.ts";
import { entityNames, type EntityName } from "../model/entity.ts";
import { scoringSettings, type ScoringSettings } from "../scoring/settings.ts";
import { customFieldSettings, type CustomFieldSettings } from "./custom-field.ts";

/** The CRM that golden records are loaded into. */
export interface StoreSettings {
  readonly type: "sqlite" | "postgres" | "mysql";
  /** File of a SQLite store, from the project folder. */
  readonly path?: string | undefined;
  readonly url?: string | undefined;
  /** Store mapping; without one goldpan makes tables of its own. */
  readonly mapping?: string | undefined;
}

/** The whole of goldpan.yaml, with every default filled in; the keys are those of the file. */
export interface Settings {
  readonly version: 1;
  readonly language?: "zh" | "en" | undefined;
  readonly timezone: string;
  readonly sources: readonly string[];
  readonly mappings: readonly string[];
  readonly model: {
    readonly fields: Readonly<
      Partial<Record<EntityName, Readonly<Record<string, CustomFieldSettings>>>>
    >;
  };
  readonly dedupe: DedupeSettings;
  readonly survivorship: SurvivorshipSettings;
  readonly scoring: ScoringSettings;
  readonly store?: StoreSettings | undefined;
  readonly references: {
    readonly registry?: string | undefined;
    readonly bounces?: string | undefined;
    readonly competitors?: string | undefined;
  };
  readonly privacy: {
    readonly mask: boolean;
    readonly retention_months?: number | undefined;
  };
}

const text = z.string().min(1);
const fieldName = z.string().regex(/^[a-z][a-z0-9_]*$/);

const store = z.strictObject({
  type: z.enum(["sqlite", "postgres", "mysql"]).describe("Kind of database / 数据库类型"),
  path: text.optional().describe("File of a SQLite store / SQLite 文件"),
  url: text.optional().describe("Address of a server, with secrets as ${NAME} / 数据库地址"),
  mapping: text
    .optional()
    .describe("Store mapping; without it goldpan makes the tables / 目标映射"),
});

const references = z.strictObject({
  registry: text.optional().describe("Companies as registered / 工商数据"),
  bounces: text.optional().describe("Addresses that bounced / 退信清单"),
  competitors: text.optional().describe("Companies that are no customers / 竞争对手"),
});

const privacy = z.strictObject({
  mask: z.boolean().default(true).describe("Mask personal data in logs and reports / 脱敏"),
  retention_months: z.int().min(1).optional().describe("How long rows are kept / 保存月数"),
});

/** `goldpan.yaml` (`contracts.md` 2): strict, an unknown key is an error. */
export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  version: z.literal(1).default(1),
  language: z.enum(["zh", "en"]).optional().describe("Of texts and reports / 语言"),
  timezone: text
    .refine(isTimezone, "a time zone like Asia/Shanghai")
    .default("Asia/Shanghai")
    .describe("In which dates without a zone are read / 时区"),
  sources: z.array(text).default([]).describe("Folders or globs with exports / 来源文件"),
  mappings: z.array(text).default(["mappings/*.yaml"]).describe("Source mappings / 来源映射"),
  model: z
    .strictObject({
      fields: z
        .partialRecord(z.enum(entityNames), z.record(fieldName, customFieldSettings))
        .default({})
        .describe("Fields of your own / 自定义字段"),
    })
    .default({ fields: {} }),
  dedupe: dedupeSettings.default(dedupeSettings.parse({})),
  survivorship: survivorshipSettings.default(survivorshipSettings.parse({})),
  scoring: scoringSettings.default(scoringSettings.parse({})),
  store: store.optional().describe("The CRM to load into / 目标库"),
  references: references.default({}),
  privacy: privacy.default({ mask: true }),
});

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

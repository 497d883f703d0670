import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describe as describeError, GoldpanError } from "../errors.ts";
import { describeSettings } from "./describe-settings.ts";
import { loadSettings, type LoadedSettings } from "./load-settings.ts";
import { modelOf } from "./model-of.ts";
import type { FlagSettings } from "./overrides.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-config-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function load(
  text: string,
  environment: Readonly<Record<string, string>> = {},
  flags: FlagSettings = {},
): LoadedSettings {
  writeFileSync(join(folder, "goldpan.yaml"), text);
  const below = join(folder, "exports", "2026");
  mkdirSync(below, { recursive: true });
  return loadSettings({ folder: below, flags, environment });
}

function problemsOf(run: () => unknown): string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    expect(error).toMatchObject({ code: "CONFIG_NOT_VALID", exitCode: 2 });
    return error.problems.map(
      ({ code, details, place }) =>
        `${place?.row}:${place?.column} ${code} ${describeError(code, details, "en")}`,
    );
  }
}

test("the project file is found above the folder, and defaults are filled in", () => {
  const { settings, projectDir } = load("version: 1\n");
  expect(projectDir).toBe(folder);
  expect(settings).toMatchObject({
    timezone: "Asia/Shanghai",
    dedupe: { recall: "normal" },
    scoring: { groups: ["department", "owner"] },
    privacy: { mask: true },
  });
  expect(Object.isFrozen(settings.scoring.gates)).toBe(true);
});

const broken = `version: 1
timezone: Asia/Shanghi
sorces: [exports]
store: { type: mysql, url: "mysql://me:secret@db/crm", mapping: "\${MAPPING_FILE}" }
model:
  fields:
    customer:
      uscc: { label: 信用代码 }
      udi_di: { label: 产品标识, pattern: "(", identify: true }
    accont: {}
dedupe: { recall: max }
scoring:
  gates:
    - { metrc: score.overall, min: 600 }
`;

test("every mistake of a project file is listed with its place", () => {
  expect(problemsOf(() => load(broken))).toMatchInlineSnapshot(`
    [
      "2:11 CONFIG_WRONG_VALUE \`timezone\` must be a time zone like Asia/Shanghai, found "Asia/Shanghi"",
      "3:1 CONFIG_UNKNOWN_KEY Unknown key \`sorces\`; did you mean \`sources\`?",
      "4:28 CONFIG_SECRET_IN_FILE \`store.url\` holds a password, it must come from the environment as \`\${NAME}\`",
      "4:65 CONFIG_ENV_MISSING \`store.mapping\` needs the environment variable \`MAPPING_FILE\`, which is not set",
      "8:7 CONFIG_FIELD_EXISTS \`customer\` already has a field \`uscc\`",
      "9:39 CONFIG_WRONG_VALUE \`model.fields.customer.udi_di.pattern\` must be a regular expression, found "("",
      "9:44 CONFIG_UNKNOWN_KEY Unknown key \`identify\`; did you mean \`identifies\`?",
      "10:5 CONFIG_UNKNOWN_KEY Unknown key \`accont\`; did you mean \`contact\`?",
      "11:19 CONFIG_UNKNOWN_VALUE \`dedupe.recall\` cannot be "max"; did you mean \`normal\`, \`high\`?",
      "14:7 CONFIG_MISSING_KEY \`scoring.gates.0.metric\` is missing",
      "14:9 CONFIG_UNKNOWN_KEY Unknown key \`metrc\`; did you mean \`metric\`?",
      "14:36 CONFIG_WRONG_VALUE \`scoring.gates.0.min\` must be <= 100, found 600",
    ]
  `);
});

test("a broken password is not shown", () => {
  try {
    load(broken);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    const secret = error.problems.find(({ code }) => code === "CONFIG_SECRET_IN_FILE");
    expect(JSON.stringify(secret)).not.toContain("secret@");
  }
});

test("flag outranks environment, environment the file, the file the default", () => {
  const text = `version: 1
language: en
timezone: Asia/Tokyo
store: { type: sqlite, path: "\${FOLDER}/crm.db" }
`;
  const environment = { FOLDER: "/data", GOLDPAN_TIMEZONE: "UTC", GOLDPAN_LANGUAGE: "en" };
  const loaded = load(text, environment, { language: "zh" });
  expect(loaded.settings).toMatchObject({
    language: "zh",
    timezone: "UTC",
    store: { path: "/data/crm.db" },
  });
  const described = describeSettings(loaded).map(
    ({ key, value, from }) => `${key} ${value} ${from}`,
  );
  expect(described).toEqual(
    expect.arrayContaining([
      "language zh flag",
      "timezone ${GOLDPAN_TIMEZONE} environment",
      "store.path ${FOLDER}/crm.db file",
      "privacy.mask true default",
    ]),
  );
});

test("custom fields join the model of their entity", () => {
  const { settings } = load(`version: 1
model:
  fields:
    customer:
      udi_di: { label: 产品标识, type: code, list: true, identifies: true, pattern: "^\\\\d{14}$" }
`);
  const fields = modelOf(settings).entities.customer.fields;
  expect(fields.at(-1)).toMatchObject({
    name: "udi_di",
    zh: "产品标识",
    type: "code",
    list: true,
    identifies: true,
    compare: "exact",
    pattern: "^\\d{14}$",
    custom: true,
  });
});

test.each([
  [() => loadSettings({ folder, flags: {}, environment: {} }), "CONFIG_MISSING", "none is there"],
  [
    () => loadSettings({ folder, file: "x.yaml", flags: {}, environment: {} }),
    "CONFIG_NOT_READABLE",
    "the file of --config is not there",
  ],
])("%o throws %s: %s", (run, code) => {
  expect(run).toThrow(expect.objectContaining({ code }));
});

test("the settings of the demo are valid", () => {
  const demo = resolve(import.meta.dirname, "../../fixtures/demo");
  const { settings } = loadSettings({ folder: demo, flags: {}, environment: {} });
  expect(settings.store).toEqual({ type: "sqlite", path: "crm.db" });
});

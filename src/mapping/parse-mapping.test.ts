import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { describe as describeError, GoldpanError } from "../errors.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import { mappingHash } from "./mapping-hash.ts";
import { parseSourceMapping, parseStoreMapping } from "./parse-mapping.ts";

const head = `version: 1
source: { files: [a.csv], system: crm }
entity: customer
`;

/** `row:column CODE message`, in the order in which a person reads them. */
function problemsOf(parse: () => unknown): string[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    expect(error).toMatchObject({ code: "MAPPING_NOT_VALID", exitCode: 2 });
    return error.problems.map(
      ({ code, details, place }) =>
        `${place?.row}:${place?.column} ${code} ${describeError(code, details, "en")}`,
    );
  }
}

const brokenSource = `version: 2
source:
  file: [a.csv]
  system: "old crm"
entity: custmer
row_keys: [编号]
fields:
  legal_nam: 客户名称
children:
  - entity: contact
    fields:
      nme: { from: [姓名, 姓名], transform: [fone], on_invalid: drop }
      title: 3
      mobiles: { const: a, from: 手机 }
  - entity: user
    fields: { name: 负责人 }
unmapped_columns: ignore
`;

test("every mistake of a source mapping is listed with its place", () => {
  expect(problemsOf(() => parseSourceMapping(brokenSource, "a.yaml", canonicalModel)))
    .toMatchInlineSnapshot(`
    [
      "1:10 MAPPING_UNKNOWN_VALUE \`version\` cannot be 2; did you mean \`1\`?",
      "3:3 MAPPING_MISSING_KEY \`source.files\` is missing",
      "3:3 MAPPING_UNKNOWN_KEY Unknown key \`file\`; did you mean \`files\`?",
      "4:11 MAPPING_WRONG_VALUE \`source.system\` must be /^[^:\\s]+$/, found "old crm"",
      "5:9 MAPPING_UNKNOWN_VALUE \`entity\` cannot be "custmer"; did you mean \`customer\`?",
      "6:1 MAPPING_UNKNOWN_KEY Unknown key \`row_keys\`; did you mean \`row_key\`?",
      "12:7 MAPPING_UNKNOWN_FIELD \`contact\` has no field \`nme\`; did you mean \`name\`?",
      "12:25 MAPPING_COLUMN_TWICE Column \`姓名\` is named twice for \`children.0.fields.nme.from\`",
      "12:42 MAPPING_UNKNOWN_VALUE \`children.0.fields.nme.transform.0\` cannot be "fone"; did you mean \`phone\`, \`region\`, \`person-name\`, \`address\`?",
      "12:61 MAPPING_UNKNOWN_VALUE \`children.0.fields.nme.on_invalid\` cannot be "drop"; did you mean \`keep\`, \`reject\`, \`set_null\`?",
      "13:14 MAPPING_WRONG_VALUE \`children.0.fields.title\` must be string | array | object, found 3",
      "14:7 MAPPING_RULE_EMPTY \`children.0.fields.mobiles\` takes its value from exactly one of \`from\` and \`const\`",
      "17:19 MAPPING_UNKNOWN_VALUE \`unmapped_columns\` cannot be "ignore"; did you mean \`store: extra\`, \`error\`, \`warn\`?",
    ]
  `);
});

const brokenStore = `version: 1
tables:
  customer:
    table: accounts
    columns: { name: legal_nme, code: { from: uscd }, gid: golden_id }
  acount: { table: a, columns: {} }
match: { customer: [[uscc], [lega_name]] }
write: { blank_sources: keep, conflict: { customer: { default: mine } } }
lookups: { customer: { level: { table: users, on: name } } }
verify: { sums: { customer: [legal_name] } }
`;

test("every mistake of a store mapping is listed with its place", () => {
  expect(problemsOf(() => parseStoreMapping(brokenStore, "s.yaml", canonicalModel)))
    .toMatchInlineSnapshot(`
    [
      "5:22 MAPPING_UNKNOWN_FIELD \`customer\` has no field \`legal_nme\`; did you mean \`legal_name\`?",
      "5:47 MAPPING_UNKNOWN_FIELD \`customer\` has no field \`uscd\`; did you mean \`uscc\`?",
      "6:3 MAPPING_UNKNOWN_KEY Unknown key \`acount\`; did you mean \`contact\`?",
      "7:30 MAPPING_UNKNOWN_FIELD \`customer\` has no field \`lega_name\`; did you mean \`legal_name\`?",
      "8:10 MAPPING_UNKNOWN_KEY Unknown key \`blank_sources\`; did you mean \`blank_source\`?",
      "8:64 MAPPING_UNKNOWN_VALUE \`write.conflict.customer.default\` cannot be "mine"; did you mean \`fill_only\`, \`source\`, \`target\`?",
      "9:24 MAPPING_TYPE_MISMATCH \`lookups.customer.level\` needs a field of type ref, but \`level\` is enum",
      "10:30 MAPPING_TYPE_MISMATCH \`verify.sums.customer.0\` needs a field of type amount | number, but \`legal_name\` is name",
    ]
  `);
});

test.each([
  ["fields: { legal_name: 客户名称 }", [], "the short form names a column"],
  ["fields: { legal_name: [客户名称, 单位] }", [], "several columns may stand in the short form"],
  ["fields: { source: { const: exhibition } }", [], "a constant needs no column"],
  ["fields: {}\nfields: {}", ["MAPPING_NOT_YAML"], "a key stands twice"],
  ["fields: {", ["MAPPING_NOT_YAML"], "the file is cut off"],
  ["", ["MAPPING_MISSING_KEY"], "nothing is mapped"],
  ["fields: []", ["MAPPING_WRONG_TYPE"], "a list stands where a map is needed"],
  ["fields: { phones: [电话, 电话] }", ["MAPPING_COLUMN_TWICE"], "one column is named twice"],
  ["fields: { phones: { required: true } }", ["MAPPING_RULE_EMPTY"], "a rule has no source"],
])("%s -> %j: %s", (text, codes) => {
  const problems = problemsOf(() => parseSourceMapping(head + text, "m.yaml", canonicalModel));
  expect(problems.map((problem) => problem.split(" ")[1])).toEqual(codes);
});

test("a parsed mapping is frozen to its depth, with short forms spelled out", () => {
  const mapping = parseSourceMapping(
    `${head}fields: { legal_name: 客户名称 }`,
    "m.yaml",
    canonicalModel,
  );
  expect(mapping.fields["legal_name"]).toEqual({
    from: ["客户名称"],
    required: false,
    on_invalid: "keep",
  });
  expect(Object.isFrozen(mapping.fields["legal_name"]?.from)).toBe(true);
});

test("comments, key order, line ends and short forms do not change the hash", () => {
  const one = parseSourceMapping(`${head}fields: { uscc: 代码, level: 级别 }`, "a", canonicalModel);
  const text = `# the old CRM\r\nfields: { level: [级别], uscc: { from: 代码 } }\r\n${head.replaceAll("\n", "\r\n")}`;
  expect(mappingHash(parseSourceMapping(text, "b", canonicalModel))).toBe(mappingHash(one));
  const other = parseSourceMapping(`${head}fields: { uscc: 代码 }`, "a", canonicalModel);
  expect(mappingHash(other)).not.toBe(mappingHash(one));
});

test("the mappings of the demo are valid", () => {
  const folder = resolve(import.meta.dirname, "../../fixtures/demo/mappings");
  for (const file of readdirSync(folder)) {
    const text = readFileSync(resolve(folder, file), "utf8");
    expect(problemsOf(() => parseSourceMapping(text, file, canonicalModel))).toEqual([]);
  }
});

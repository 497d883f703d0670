import { GoldpanError } from "../../errors.ts";
import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { writeOutput } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";

const kinds = ["source", "store"] as const;
type Kind = (typeof kinds)[number];

function parse({ command, args: [found = "source"] }: ParsedCall): Kind {
  const kind = kinds.find((each) => each === found);
  if (kind !== undefined) return kind;
  const choices = kinds.join(", ");
  throw new GoldpanError("USAGE_WRONG_CHOICE", { command, option: "[kind]", found, choices });
}

async function run(kind: Kind, terminal: Terminal): Promise<number> {
  const schemas = await import("../../pipeline/mapping-schemas.ts");
  const schema = schemas.mappingSchema(kind);
  await writeOutput("-", terminal, `${JSON.stringify(schema, null, 2)}\n`);
  return exitCodes.done;
}

/** `goldpan mapping schema`: for editors that complete and check YAML. */
export const mappingSchema: Command = defineCommand({
  args: "[kind]",
  usage: {
    en: "Print the JSON Schema (draft-07) of source mappings or store mappings, for editors",
    zh: "输出来源映射 (source) 或目标映射 (store) 的 JSON Schema (draft-07), 供编辑器使用",
  },
  examples: ["goldpan mapping schema > mapping.schema.json", "goldpan mapping schema store"],
  options: [],
  parse,
  run,
});

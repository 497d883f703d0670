import type { Problem } from "../errors.ts";
import { canonicalModel, findField } from "../model/canonical-model.ts";
import { freezeDeep } from "../mapping/freeze-deep.ts";
import { notValid, readStrictYaml } from "../mapping/strict-yaml.ts";
import { valueAt, type YamlDocument } from "../mapping/yaml-document.ts";
import { entityNames } from "../model/entity.ts";
import { expandValue, missingVariables, type Environment } from "./environment.ts";
import { applyOverrides, overridesFrom, type FlagSettings, type Override } from "./overrides.ts";
import { settingsSchema, type Settings } from "./settings.ts";

/** What stands above the project file. */
export interface SettingsAbove {
  readonly flags: FlagSettings;
  readonly environment: Environment;
}

/** The settings of a project, and what is needed to say where each comes from. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly overrides: readonly Override[];
  /** The project file as it was written, before variables and defaults. */
  readonly written: unknown;
}

/**
 * goldpan.yaml as a frozen value: flag over environment over file over default. Throws
 * CONFIG_NOT_VALID with every mistake of the file, each with its place.
 */
export function parseSettings(
  text: string,
  file: string,
  { flags, environment }: SettingsAbove,
): ParsedSettings {
  const overrides = overridesFrom(flags, environment);
  const { value, problems, document } = readStrictYaml(text, file, {
    schema: settingsSchema,
    area: "CONFIG",
    prepare: (written) => applyOverrides(expandValue(written, environment), overrides),
  });
  const all = [
    ...problems,
    ...missingVariables(document, environment),
    ...secretsIn(document),
    ...takenFields(document),
  ];
  if (value === undefined || all.length > 0) throw notValid("CONFIG", file, all);
  return { settings: freezeDeep(value), overrides, written: document.value };
}

const passwordInUrl = /:\/\/[^/@:]*:(?!\$\{)[^/@]+@/;

function secretsIn(document: YamlDocument): Problem[] {
  const path = ["store", "url"];
  const url = valueAt(document.value, path);
  if (typeof url !== "string" || !passwordInUrl.test(url)) return [];
  // Without the excerpt, which would show the password.
  const { place } = document.spotOfValue(path);
  return [{ code: "CONFIG_SECRET_IN_FILE", details: { key: "store.url" }, place }];
}

function takenFields(document: YamlDocument): Problem[] {
  return entityNames.flatMap((entity) => {
    const custom = valueAt(document.value, ["model", "fields", entity]);
    const names = typeof custom === "object" && custom !== null ? Object.keys(custom) : [];
    return names
      .filter((field) => findField(canonicalModel, entity, field) !== undefined)
      .map((field): Problem => {
        const spot = document.spotOfKey(["model", "fields", entity, field]);
        return { code: "CONFIG_FIELD_EXISTS", details: { entity, field }, ...spot };
      });
  });
}

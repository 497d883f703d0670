import { valueAt } from "../mapping/yaml-document.ts";
import { leavesOf, type Leaf } from "./environment.ts";
import { environmentName } from "./overrides.ts";
import type { ParsedSettings } from "./parse-settings.ts";

/** One setting, its value and who set it. */
export interface DescribedSetting {
  readonly key: string;
  readonly value: Leaf["value"];
  readonly from: "flag" | "environment" | "file" | "default";
}

/**
 * Every setting in effect with where it comes from. What came from a variable is shown as
 * `${NAME}`, because it may be a secret.
 */
export function describeSettings(parsed: ParsedSettings): DescribedSetting[] {
  return leavesOf(parsed.settings).map((leaf) => describeLeaf(leaf, parsed));
}

function describeLeaf({ path, value }: Leaf, parsed: ParsedSettings): DescribedSetting {
  const key = path.join(".");
  const override = parsed.overrides.find((each) => each.path === key);
  if (override?.from === "flag") return { key, value, from: "flag" };
  if (override !== undefined) {
    return { key, value: `\${${environmentName(override.path)}}`, from: "environment" };
  }
  const written = valueAt(parsed.written, path);
  if (written === undefined) return { key, value, from: "default" };
  const isReference = typeof written === "string" && written.includes("${");
  return { key, value: isReference ? written : value, from: "file" };
}

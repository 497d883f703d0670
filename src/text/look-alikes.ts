import groups from "./data/look-alikes.json" with { type: "json" };

let groupsByLetter: Map<string, number[]> | undefined;

function buildGroups(): Map<string, number[]> {
  const byLetter = new Map<string, number[]>();
  groups.forEach((letters, group) => {
    for (const letter of letters) byLetter.set(letter, [...(byLetter.get(letter) ?? []), group]);
  });
  return byLetter;
}

/** Letters that eyes and scanners take for each other: `"未", "末"` -> true, `"未", "来"` -> false */
export function lookAlike(left: string, right: string): boolean {
  groupsByLetter ??= buildGroups();
  const known = groupsByLetter.get(left) ?? [];
  return left === right || (groupsByLetter.get(right) ?? []).some((group) => known.includes(group));
}

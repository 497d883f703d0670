// A place, then what kind of branch it is; at most three letters follow the one that tells the kind.
const branchPattern = /^(.+?)([分支办营门经项店厂]).{0,3}$/u;

/**
 * A branch by its place and kind, so that a slip in 分公司 does not make it another one.
 * `branchKey("西安分司")` and `branchKey("西安分公司")` -> "西安分"; `branchKey("城东店")` -> "城东店"
 */
export function branchKey(branch: string): string {
  const [, place = branch, kind = ""] = branchPattern.exec(branch) ?? [];
  return place + kind;
}

/** Whether a key tells what kind of branch it is: `isBranchKey("西安分")` -> true, `isBranchKey("王经理")` -> false */
export function isBranchKey(key: string): boolean {
  return /^.{2,}[分支办营店厂]$/u.test(key);
}

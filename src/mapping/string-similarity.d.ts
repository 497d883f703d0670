declare module "string-similarity" {
  export function compareTwoStrings(first: string, second: string): number;
}

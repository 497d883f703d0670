/** A JSON array of texts that we wrote; most have one without escapes, and that needs no parser. */
export function readTexts(json: string): string[] {
  const isOne = json.startsWith('["') && json.indexOf('"', 2) === json.length - 2;
  if (isOne && !json.includes("\\")) return [json.slice(2, -2)];
  return JSON.parse(json) as string[];
}

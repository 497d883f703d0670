import { editDistance } from "../../text/edit-distance.ts";
import table from "./data/email-domains.json" with { type: "json" };

const providers: ReadonlySet<string> = new Set(table.providers);
const roles: ReadonlySet<string> = new Set(table.roles);
const typos = pairs(table.typos);
const suspicious = pairs(table.suspicious);
const wrongEnding = /\.(?:con|cmo|comm|c0m|ocm|vom|xom|cpm|coom|conm)$/;
const doubledEnding = /(\.com)\.(?:com|net)$/;
/** Shorter names ("163.com", "tom.com") have real neighbours one letter away. */
const shortestComparable = 8;
const comparable = table.providers
  .filter(({ length }) => length >= shortestComparable)
  .map((name) => ({ name, ends: endsOf(name) }));

/** The head or the tail of each of them. */
const comparableEnds: ReadonlySet<string> = new Set(comparable.flatMap(({ ends }) => ends));

function endsOf(domain: string): readonly [head: string, tail: string] {
  return [domain.slice(0, 3), domain.slice(-5)];
}

function pairs(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line) => {
      const [wrong = "", right = ""] = line.split(" ");
      return [wrong, right];
    }),
  );
}

/** `"qq.com"` -> true: anyone can have an address there, so it says nothing about the company */
export function isPublicDomain(domain: string): boolean {
  return providers.has(domain);
}

/** `"sales"` -> true: an account of a department, not of a person; `local` in lower case */
export function isRoleAccount(local: string): boolean {
  return roles.has(local);
}

/** The domain that a known typing mistake stands for. `"gmial.com"` -> "gmail.com", `"163.cmo"` -> "163.com" */
export function correctDomain(domain: string): string | undefined {
  const listed = typos.get(domain);
  if (listed !== undefined || domain.endsWith(".com") || !wrongEnding.test(domain)) return listed;
  const meant = domain.replace(wrongEnding, ".com");
  return providers.has(meant) ? meant : undefined;
}

/** What was probably meant; only a person can tell. `"zhaoda.con"` -> "zhaoda.com" */
export function suggestDomain(domain: string): string | undefined {
  if (providers.has(domain)) return undefined;
  const listed = suspicious.get(domain);
  if (listed !== undefined) return listed;
  if (wrongEnding.test(domain)) return domain.replace(wrongEnding, ".com");
  if (doubledEnding.test(domain)) return domain.replace(doubledEnding, "$1");
  if (domain.length < shortestComparable) return undefined;
  // One edit leaves the head or the tail of a name as it is: a cheap test before the costly one.
  const [head, tail] = endsOf(domain);
  if (!comparableEnds.has(head) && !comparableEnds.has(tail)) return undefined;
  return comparable.find(
    ({ name, ends }) =>
      (ends[0] === head || ends[1] === tail) && editDistance(domain, name, 1) === 1,
  )?.name;
}

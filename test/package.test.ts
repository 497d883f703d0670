import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/**
 * What a user gets: the packed tarball, installed in a folder with nothing else in it, on the Node
 * of the checkout and on the oldest one that is promised. Needs a registry; where there is none the
 * tests are skipped, which CI counts as a failure.
 */
const root = join(import.meta.dirname, "..");
const oldestNode = "22.14.0";
const folder = mkdtempSync(join(tmpdir(), "goldpan-package-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

function run(command: string, args: readonly string[], cwd: string): Outcome {
  const env = { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" };
  const result = spawnSync(command, args, { cwd, encoding: "utf8", env, timeout: 240_000 });
  return { stdout: result.stdout, stderr: result.stderr, code: result.status };
}

function npm(args: readonly string[], cwd: string): Outcome {
  return run("npm", [...args, "--no-audit", "--no-fund", "--prefer-offline"], cwd);
}

const hasRegistry = npm(["view", "zod", "version"], root).code === 0;

/** Installs a package into a folder of its own. */
function install(name: string, spec: string): string {
  const place = join(folder, name);
  mkdirSync(place);
  const { code, stderr } = npm(["install", "--prefix", place, spec], place);
  if (code !== 0) throw new Error(`cannot install ${spec}: ${stderr}`);
  return join(place, "node_modules");
}

let goldpan = "";
let node22 = "";
beforeAll(() => {
  if (!hasRegistry) return;
  // `dist/` is there: the tests run after the build.
  const packed = npm(["pack", "--ignore-scripts", "--pack-destination", folder], root);
  expect(packed.code).toBe(0);
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  goldpan = join(install("app", join(folder, tarball)), "goldpan/bin/goldpan.js");
  node22 = join(install("oldest-node", `node@${oldestNode}`), "node/bin/node");
}, 300_000);

test.skipIf(!hasRegistry).each([
  ["the Node of the checkout", () => process.execPath],
  [`Node ${oldestNode}`, () => node22],
])("the installed package helps, imports and loads on %s", (name, nodeOf) => {
  const project = join(folder, name.replaceAll(" ", "-"));
  cpSync(join(root, "fixtures/first-steps"), project, { recursive: true });
  const call = (...words: string[]): Outcome => run(nodeOf(), [goldpan, ...words], project);

  expect(call("--help")).toMatchObject({ stderr: "", code: 0 });
  expect(call("--help").stdout).toContain("goldpan import");
  expect(call("init", "--quiet").code).toBe(0);
  const imported = call("import", "--accept-suggested");
  expect(imported.stdout).toContain("8 source rows + 0 quarantined");
  expect(imported.code).toBe(0);
  const loaded = call("run", "--accept-suggested", "--apply");
  expect(loaded.stdout).toContain("the CRM was written to");
  expect(loaded.code).toBe(0);
});

test.skipIf(!hasRegistry)("the package has a command, and no source or test", () => {
  const place = join(goldpan, "../..");
  expect(readdirSync(place).toSorted()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "NOTICE",
    "README.md",
    "README.zh-CN.md",
    "bin",
    "dist",
    "package.json",
  ]);
  const files = readdirSync(join(place, "dist"), { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => /\.test\.|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  expect(readdirSync(join(place, "../.bin"))).toContain("goldpan");
});

/** The guard must not load what an old Node cannot: it runs on a Node that says it is old. */
test.each([
  ["en_US.UTF-8", "20.20.2", "error: goldpan needs Node 22.14 or newer, this is 20.20.2"],
  ["zh_CN.UTF-8", "22.13.1", "error: 需要 Node 22.14 或更高版本, 当前是 22.13.1"],
])("an older Node is told so in %s", (lang, version, message) => {
  const lone = join(folder, `lone-${version}`);
  cpSync(join(root, "bin"), join(lone, "bin"), { recursive: true });
  const claim = `Object.defineProperty(process.versions, "node", { value: "${version}" })`;
  const result = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(claim)}`, join(lone, "bin/goldpan.js")],
    { encoding: "utf8", env: { ...process.env, LANG: lang, LC_ALL: "", GOLDPAN_LANG: "" } },
  );
  expect(result.stderr).toContain(message);
  expect(result.status).toBe(3);
});

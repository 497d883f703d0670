import { expect, test } from "vitest";
import { Worker } from "node:worker_threads";
import { expectShortLives } from "./short-lives.ts";

/** Makes what lasts for some megabytes, and says how often it was looked through. */
const lasting = `
  const { PerformanceObserver, constants } = require("node:perf_hooks");
  const { parentPort } = require("node:worker_threads");
  let slow = 0;
  const count = (list) => {
    for (const { detail } of list.getEntries()) {
      if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) slow += 1;
    }
  };
  const observer = new PerformanceObserver(count);
  observer.observe({ entryTypes: ["gc"] });
  const kept = [];
  for (let at = 0; at < 400000; at += 1) kept.push({ at, text: "a" + at });
  setTimeout(() => parentPort.postMessage(slow + kept.length - 400000), 50);
`;

function slowCollections(): Promise<number> {
  const worker = new Worker(lasting, { eval: true });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

test("workers that start later do not look through a heap that is small", async () => {
  expect(await slowCollections()).toBeGreaterThan(0);
  expectShortLives();
  expect(await slowCollections()).toBe(0);
});

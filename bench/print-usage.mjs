import { writeFileSync } from "node:fs";

// Loaded before a measured command: leaves behind what the process used.
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMb: maxRSS / 1024 };
  writeFileSync(process.env.GOLDPAN_BENCH_USAGE, JSON.stringify(usage));
});

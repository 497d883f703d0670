// Prints the milliseconds of loading the built normalizers and of reading one first cell of each kind,
// by which every table is built.
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const cells = {
  "company-name": "深圳华宸精密机械有限公司",
  phone: "0755-28780808",
  uscc: "91110000 600037341L",
  address: "广东省深圳市南山区科技路1号",
  "person-name": "张伟经理",
  industry: "软件业",
  remark: "张三-华东机电",
  text: "華為技術",
};
const start = cpuMs();
const { normalizers } = await import("../../dist/normalize/normalizers.js");
const loaded = cpuMs();
for (const [name, cell] of Object.entries(cells)) {
  normalizers[name].normalize(cell, undefined, { repairs: "safe" });
}
console.log(JSON.stringify({ modulesMs: loaded - start, tablesMs: cpuMs() - loaded }));

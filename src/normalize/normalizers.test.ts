import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizerNames } from "../model/normalizer.ts";
import { normalizers } from "./normalizers.ts";

/** Pieces that cells of real tables are made of, so that most cells mean something. */
const pieces = fc.constantFrom(
  ...[
    "华宸精密",
    "有限公司",
    "（深圳）",
    "深圳市",
    "南山区",
    "朝阳区",
    "张三",
    "经理",
    "王",
    "1391234",
    "5678",
  ],
  ...[
    "021-",
    "58880000",
    "转801",
    "2024",
    "年3月5日",
    "/3/5",
    " 8:30",
    "50万",
    "元",
    "￥",
    "1,200",
    "-",
    "~",
  ],
  ...[
    "wang@",
    "zhaoda",
    ".com",
    "９１",
    "1100",
    "00600037341L",
    "、",
    "；",
    " ",
    "　",
    "\u200b",
    "(",
    ")",
    "无",
  ],
  ...["#N/A", "E+10", "A", "客户", "★", "🌹", "約", "％"],
);
const cells = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(""));

describe.each(normalizerNames)("%s", (name) => {
  const normalizer = normalizers[name];
  const alone = normalizer.observe([]);

  test("is registered under its own name", () => {
    expect(normalizer.name).toBe(name);
  });

  test("replays its changes from the raw to the display value", () => {
    fc.assert(
      fc.property(cells, (raw) => {
        const { changes, display } = normalizer.normalize(raw, alone, { repairs: "safe" });
        let replayed = raw;
        for (const { before, after } of changes) {
          expect(before).toBe(replayed);
          expect(after).not.toBe(before);
          replayed = after;
        }
        expect(replayed).toBe(display);
      }),
    );
  });

  test("reads its own display value as the same", () => {
    fc.assert(
      fc.property(cells, (raw) => {
        const first = normalizer.normalize(raw, alone, { repairs: "safe" });
        const again = normalizer.normalize(first.display, alone, { repairs: "safe" });
        expect([again.display, again.key, again.changes]).toEqual([first.display, first.key, []]);
      }),
    );
  });

  test("changes nothing when repairs are off, and knows the same", () => {
    fc.assert(
      fc.property(cells, (raw) => {
        const { key, findings } = normalizer.normalize(raw, alone, { repairs: "safe" });
        const untouched = normalizer.normalize(raw, alone, { repairs: "none" });
        expect(untouched).toMatchObject({ display: raw, key, findings, changes: [] });
      }),
    );
  });
});

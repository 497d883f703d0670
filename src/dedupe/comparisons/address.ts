import { byteAt, intAt } from "../element-at.ts";
import { slotOf } from "../compared-table.ts";
import { codeOf, levelOf, type Comparison } from "./comparison.ts";

/**
 * Compares street addresses: road with number, road alone, each by how rare it is. One road and
 * number in two cities are two places.
 */
export function address(regionIndex: number, elsewhere: readonly number[]): Comparison {
  const apart = elsewhere.reduce((bits, level) => bits | (1 << level), 0);
  return {
    name: "address",
    field: "address",
    levels: ["missing", "same-door", "same-road", "differ"],
    bind(table) {
      const { cells, rarities } = table;
      const roadSlot = slotOf(table, "road");
      const doorSlot = slotOf(table, "door");
      const none = new Uint8Array(0);
      const roads = rarities["road"] ?? none;
      const doors = rarities["door"] ?? none;
      return (left, right, codes) => {
        const road = intAt(cells, left + roadSlot);
        const other = intAt(cells, right + roadSlot);
        if (road === 0 || other === 0) return 0;
        const isApart = (apart & (1 << levelOf(intAt(codes, regionIndex)))) !== 0;
        if (isApart || road !== other) return 3;
        const door = intAt(cells, left + doorSlot);
        if (door !== 0 && door === cells[right + doorSlot]) return codeOf(1, byteAt(doors, door));
        return codeOf(2, byteAt(roads, road));
      };
    },
  };
}

import { columnOf } from "../packed-records.ts";
import type { Comparison } from "./comparison.ts";

/** Compares street addresses: road with number, road alone. */
export const address: Comparison = {
  name: "address",
  field: "address",
  levels: ["missing", "same-door", "same-road", "differ"],
  bind(packed) {
    const roads = columnOf(packed, "road").values;
    const doors = columnOf(packed, "door").values;
    return (left, right) => {
      if (roads[left] === 0 || roads[right] === 0) return 0;
      if (doors[left] !== 0 && doors[left] === doors[right]) return 1;
      return roads[left] === roads[right] ? 2 : 3;
    };
  },
};

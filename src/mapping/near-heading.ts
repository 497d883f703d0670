import Fuse from "fuse.js";
import { cleanHeading } from "../importers/clean-heading.ts";
import type { Entity } from "../model/entity.ts";
import { editDistance } from "../text/edit-distance.ts";

interface KnownHeading {
  readonly heading: string;
  readonly field: string;
}

/** Fuse's distance: 0 is the same, 1 is nothing in common. */
const farthest = 0.34;
const hanLetter = /\p{Script=Han}/u;

/**
 * Finds the field whose heading is closest to one that nobody knows, undefined when none is close.
 * `nearHeading(customer)("客户名称X")` -> "legal_name"
 */
export function nearHeading(entity: Entity): (column: string) => string | undefined {
  const known = entity.fields.flatMap(({ name, zh, aliases }): KnownHeading[] =>
    [zh, ...aliases].map((heading) => ({ heading: cleanHeading(heading), field: name })),
  );
  // Headings of one letter are close to everything.
  const fuse = new Fuse(
    known.filter(({ heading }) => heading.length > 1),
    {
      keys: ["heading"],
      threshold: farthest,
      includeScore: true,
      ignoreLocation: true,
    },
  );
  return (column) => {
    const cleaned = cleanHeading(column);
    const hits = fuse
      .search(cleaned)
      .filter(({ item }) => isOfSimilarLength(item.heading, cleaned))
      .filter(({ item }) => hanLetter.test(cleaned) || isMistyped(item.heading, cleaned));
    return hits[0]?.item.field;
  };
}

/** Letters of the alphabet say little each: rec_id and parentid share half of theirs. */
function isMistyped(known: string, heading: string): boolean {
  const limit = Math.max(1, Math.floor(heading.length / 6));
  return editDistance(known, heading, limit) <= limit;
}

/** 联系人 stands in 联系人生日, but does not mean it. */
function isOfSimilarLength(left: string, right: string): boolean {
  return Math.abs(left.length - right.length) <= Math.max(1, Math.floor(right.length / 3));
}

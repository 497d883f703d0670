import { columnOf, type PackedColumn, type PackedRecords } from "../packed-records.ts";
import { countedSize, countedValues, countsOf } from "../statistics/table-statistics.ts";
import { brandLetterName, brandRarities } from "./brand-rarity.ts";
import { letterRarities } from "./letter-rarity.ts";
import { placeRarities, placeRarityName } from "./place-rarity.ts";
import { rarities } from "./rarity.ts";
import { tellingWords } from "./telling-words.ts";

/** Where the rarities of the letters of trades stand among those of a table. */
export const tradeLetterName = "trade.letters";

type Rarities = Record<string, Uint8Array>;

const none = new Uint8Array(0);

/**
 * What each value of a table tells, in quarter bits by column and id: how far it narrows the table
 * down. Brands and worded fields are raised by their parts; beside the columns stand the letters of
 * brands and the places. In shared memory: made once, read by every thread.
 */
export function tableRarities(packed: PackedRecords): Rarities {
  const names = Object.keys(packed.columns);
  const plain = Object.fromEntries(
    names.map((name) => [name, rarities(countsOf(packed, name), countedSize(packed))]),
  );
  return { ...plain, ...companyRarities(packed, plain), ...wordedRarities(packed, plain) };
}

function companyRarities(packed: PackedRecords, plain: Rarities): Rarities {
  if (packed.entity !== "customer") return {};
  const counted = (name: string): PackedColumn => ({
    ...columnOf(packed, name),
    counts: countsOf(packed, name),
  });
  const brand = counted("brand");
  const letters = letterRarities(brand);
  return {
    [brandLetterName]: letters,
    [placeRarityName]: placeRarities(countedValues(packed, columnOf(packed, "region"))),
    [tradeLetterName]: letterRarities(counted("trade")),
    brand: brandRarities({
      brand,
      words: counted("industries"),
      plain: plain["brand"] ?? none,
      wordRarities: plain["industries"] ?? none,
      letters,
    }),
  };
}

function wordedRarities(packed: PackedRecords, plain: Rarities): Rarities {
  const entries = packed.customFields.flatMap(({ name }) => {
    const words = packed.columns[`words.${name}`];
    if (words === undefined) return [];
    const counts = countsOf(packed, `custom.${name}`);
    const column = { ...columnOf(packed, `custom.${name}`), counts };
    const wordRarities = plain[`words.${name}`] ?? none;
    const values = plain[`custom.${name}`] ?? none;
    return [[`custom.${name}`, tellingWords(values, { column, words, wordRarities })] as const];
  });
  return Object.fromEntries(entries);
}

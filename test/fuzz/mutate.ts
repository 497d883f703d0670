import type { Random } from "../../bench/generator/random.ts";

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

/** Bytes that mean something to a reader: quotes, delimiters, line ends, marks, leads of letters. */
const telling = [0, 9, 10, 13, 34, 39, 44, 59, 60, 61, 92, 124, 0x1a, 0x80, 0xe5, 0xff, 0xfe, 0xef];

const place = (bytes: Buffer, random: Random): number => random.below(bytes.length + 1);

function span(bytes: Buffer, random: Random): [start: number, end: number] {
  const start = place(bytes, random);
  return [start, Math.min(bytes.length, start + random.below(400))];
}

const mutations: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let count = 1 + random.below(8); count > 0 && copy.length > 0; count -= 1) {
      const at = random.below(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    }
    return copy;
  },
  function writeTelling(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let count = 1 + random.below(8); count > 0 && copy.length > 0; count -= 1)
      copy[random.below(copy.length)] = random.pick(telling);
    return copy;
  },
  function insertTelling(bytes, random) {
    const at = place(bytes, random);
    const added = Buffer.alloc(1 + random.below(6), random.pick(telling));
    return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
  },
  function cutOut(bytes, random) {
    const [start, end] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  function repeatPart(bytes, random) {
    const [start, end] = span(bytes, random);
    const times = 1 + random.below(30);
    const part = Buffer.concat(Array.from({ length: times }, () => bytes.subarray(start, end)));
    return Buffer.concat([bytes.subarray(0, end), part, bytes.subarray(end)]);
  },
  function zeroPart(bytes, random) {
    const [start, end] = span(bytes, random);
    return Buffer.from(bytes).fill(0, start, end);
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, place(bytes, random));
  },
  function splice(bytes, random, other) {
    return Buffer.concat([bytes.subarray(0, place(bytes, random)), other]);
  },
  function largeNumber(bytes, random) {
    const copy = Buffer.from(bytes);
    if (copy.length >= 4)
      copy.writeUInt32LE(0xfffffff0 + random.below(16), random.below(copy.length - 3));
    return copy;
  },
];

/** The bytes with one to four things done to them; `other` is what may be glued on. */
export function mutate(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let mutated = bytes;
  for (let count = 1 + random.below(4); count > 0; count -= 1)
    mutated = random.pick(mutations)(mutated, random, other);
  return mutated;
}

import { expect, test } from "vitest";
import { joinEncodedWords } from "./join-encoded-words.ts";

const joined = "=?gb2312?B?xOO6ww==?=";

test.each([
  ["=?gb2312?B?xOM=?= =?gb2312?B?usM=?=", joined, "two words"],
  ["=?gb2312?B?xA==?=\r\n =?GB2312?B?4w==?=\r\n\t=?gb2312?B?usM=?=", joined, "cut within letters"],
  ["=?gb2312?Q?=C4=E3?= =?gb2312?B?usM=?=", joined, "one quoted, one in base 64"],
  ["=?gb2312?Q?=C4=E3_?= =?gb2312?Q?=BA=C3?=", "=?gb2312?B?xOMgusM=?=", "a blank within"],
  ["=?gbk?B?xOM=?= =?utf-8?B?5aW9?=", "=?gbk?B?xOM=?= =?utf-8?B?5aW9?=", "two charsets"],
  ["=?gbk?B?xOM=?= and =?gbk?B?xOM=?=", "=?gbk?B?xOM=?= and =?gbk?B?xOM=?=", "text between"],
  ["Subject: Re: plain", "Subject: Re: plain", "no word at all"],
  [
    "From: =?gbk?B?xOM=?=\r\nTo: =?gbk?B?xOM=?=",
    "From: =?gbk?B?xOM=?=\r\nTo: =?gbk?B?xOM=?=",
    "another header",
  ],
])("%j -> %j: %s", (header, expected) => {
  expect(joinEncodedWords(header)).toBe(expected);
});

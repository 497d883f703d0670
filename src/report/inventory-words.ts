import type {
  Confidence,
  InventoryAdvice,
  InventoryOverlap,
  PatternClass,
  PersonalClass,
  SuspicionKind,
} from "../model/inventory.ts";
import type { Word } from "./words.ts";

export const patternWords: Readonly<Record<PatternClass, Word>> = {
  "resident-id": "patternResidentId",
  uscc: "patternUscc",
  email: "patternEmail",
  url: "patternUrl",
  phone: "patternPhone",
  date: "patternDate",
  number: "patternNumber",
  han: "patternHan",
  latin: "patternLatin",
  other: "patternOther",
};

export const suspicionWords: Readonly<Record<SuspicionKind, Word>> = {
  "missing-mark": "suspicionMissingMark",
  "formula-error": "suspicionFormulaError",
  exponent: "suspicionExponent",
  "digits-lost": "suspicionDigitsLost",
  mojibake: "suspicionMojibake",
  invisible: "suspicionInvisible",
  placeholder: "suspicionPlaceholder",
  "odd-date": "suspicionOddDate",
  unlike: "suspicionUnlike",
};

export const personalWords: Readonly<Record<PersonalClass, Word>> = {
  "person-name": "personName",
  mobile: "personMobile",
  phone: "personPhone",
  email: "personEmail",
  wechat: "personWechat",
  "resident-id": "personResidentId",
  "bank-card": "personBankCard",
  birthday: "personBirthday",
  "free-text": "personFreeText",
};

export const overlapWords: Readonly<Record<InventoryOverlap["kind"], Word>> = {
  rows: "kindRows",
  company: "kindCompany",
  uscc: "kindUscc",
  phone: "kindPhone",
  email: "kindEmail",
  wechat: "kindWechat",
  code: "kindCode",
};

export const adviceWords: Readonly<Record<InventoryAdvice["verdict"], Word>> = {
  migrate: "adviceMigrate",
  attach: "adviceAttach",
  reference: "adviceReference",
  copy: "adviceCopy",
  look: "adviceLook",
};

export const confidenceWords: Readonly<Record<Confidence, Word>> = {
  high: "confidenceHigh",
  medium: "confidenceMedium",
  low: "confidenceLow",
};

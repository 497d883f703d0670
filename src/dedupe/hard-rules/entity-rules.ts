import type { EntityName } from "../../model/entity.ts";
import { differentCreditCodes } from "./h1-different-credit-codes.ts";
import { personOrCompany } from "./h10-person-or-company.ts";
import { differentBranches } from "./h2-different-branches.ts";
import { sameGroup } from "./h3-same-group.ts";
import { differentRegions } from "./h4-different-regions.ts";
import { differentOrdinals } from "./h5-different-ordinals.ts";
import { nameGate } from "./h6-name-gate.ts";
import { brandIsNoName } from "./h7-generic-brand.ts";
import { titleIsNoName } from "./h7-title-is-no-name.ts";
import { equalCreditCodes } from "./h8-equal-credit-codes.ts";
import type { HardRule } from "./hard-rule.ts";

const customerRules: readonly HardRule[] = [
  differentCreditCodes,
  differentBranches,
  sameGroup,
  differentRegions,
  differentOrdinals,
  nameGate,
  brandIsNoName,
  equalCreditCodes,
  personOrCompany,
];

const contactRules: readonly HardRule[] = [nameGate, titleIsNoName];

/** The hard rules of an entity. H9, what people decided, needs no table: see `decided-pairs.ts`. */
export function entityRules(entity: EntityName): readonly HardRule[] {
  if (entity === "customer") return customerRules;
  return entity === "contact" ? contactRules : [];
}

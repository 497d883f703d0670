import { describeProfile } from "../../source-profile.contract.ts";
import { xingyunCustomers } from "./profile.ts";

describeProfile(xingyunCustomers, import.meta.dirname);

import { describeProfile } from "../../source-profile.contract.ts";
import { wukongCustomers } from "./profile.ts";

describeProfile(wukongCustomers, import.meta.dirname);

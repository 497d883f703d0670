import { describeProfile } from "../../source-profile.contract.ts";
import { wecomCustomers } from "./profile.ts";

describeProfile(wecomCustomers, import.meta.dirname);

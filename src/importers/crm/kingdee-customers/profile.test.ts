import { describeProfile } from "../../source-profile.contract.ts";
import { kingdeeCustomers } from "./profile.ts";

describeProfile(kingdeeCustomers, import.meta.dirname);

import { describeProfile } from "../../source-profile.contract.ts";
import { jsherpCustomers } from "./profile.ts";

describeProfile(jsherpCustomers, import.meta.dirname);

import { describeProfile } from "../../source-profile.contract.ts";
import { yonyouU8Customers } from "./profile.ts";

describeProfile(yonyouU8Customers, import.meta.dirname);

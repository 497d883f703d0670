import { describeProfile } from "../../source-profile.contract.ts";
import { fxiaokeCustomers } from "./profile.ts";

describeProfile(fxiaokeCustomers, import.meta.dirname);

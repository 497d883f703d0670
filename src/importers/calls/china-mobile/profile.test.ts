import { describeProfile } from "../../source-profile.contract.ts";
import { chinaMobileBill } from "./profile.ts";

describeProfile(chinaMobileBill, import.meta.dirname);

import { describeProfile } from "../../source-profile.contract.ts";
import { wecomBatchAdd } from "./profile.ts";

describeProfile(wecomBatchAdd, import.meta.dirname);

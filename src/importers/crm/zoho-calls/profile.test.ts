import { describeProfile } from "../../source-profile.contract.ts";
import { zohoCalls } from "./profile.ts";

describeProfile(zohoCalls, import.meta.dirname);

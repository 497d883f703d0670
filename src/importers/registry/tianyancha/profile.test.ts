import { describeProfile } from "../../source-profile.contract.ts";
import { tianyancha } from "./profile.ts";

describeProfile(tianyancha, import.meta.dirname);

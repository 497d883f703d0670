import { describeProfile } from "../../source-profile.contract.ts";
import { zohoNotes } from "./profile.ts";

describeProfile(zohoNotes, import.meta.dirname);

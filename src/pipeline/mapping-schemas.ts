export { mappingSchema } from "../mapping/mapping-schema.ts";

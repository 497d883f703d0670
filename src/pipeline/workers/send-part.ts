/** Hands over a part of the result before the whole is done; the buffers go along without a copy. */
export type SendPart<Part> = (part: Part, buffers: readonly ArrayBuffer[]) => void;

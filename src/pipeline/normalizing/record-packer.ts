import { matchingFields } from "../../dedupe/features/matching-fields.ts";
import { createPartPacker, type PartPacker } from "../../dedupe/pack.ts";
import type { PackedBlob } from "../../dedupe/packed-blobs.ts";
import { partBlobs } from "../../dedupe/packed-part-blobs.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { EntityRecord } from "../../model/record.ts";

/** Entities in which duplicates are looked for. */
export const packedEntities: readonly EntityName[] = ["customer", "contact"];

/** Packs the records that matching reads, while what their values mean is at hand. */
export interface RecordPacker {
  add(record: EntityRecord): void;
  /** Hands the last parts over. */
  finish(): void;
}

const recordsPerPart = 20_000;

/** A packer that hands its parts over buffer by buffer, numbered from 0 for each entity. */
export function createRecordPacker(
  model: Model,
  keep: (entity: EntityName, part: number, blob: PackedBlob) => void,
): RecordPacker {
  const packers = new Map(
    packedEntities.map((entity) => [entity, new EntityPacker(entity, model, keep)]),
  );
  return {
    add: (record) => packers.get(record.entity)?.add(record),
    finish: () => packers.forEach((packer) => packer.flush()),
  };
}

class EntityPacker {
  readonly #entity: EntityName;
  readonly #model: Model;
  readonly #keep: (entity: EntityName, part: number, blob: PackedBlob) => void;
  #packer: PartPacker;
  #records = 0;
  #part = 0;

  constructor(
    entity: EntityName,
    model: Model,
    keep: (entity: EntityName, part: number, blob: PackedBlob) => void,
  ) {
    this.#entity = entity;
    this.#model = model;
    this.#keep = keep;
    this.#packer = this.#create();
  }

  #create(): PartPacker {
    const { fields } = this.#model.entities[this.#entity];
    const options = { fields: matchingFields(this.#entity, { fields }) };
    return createPartPacker(this.#entity, options, "any");
  }

  add(record: EntityRecord): void {
    this.#packer.add(record);
    this.#records += 1;
    if (this.#records === recordsPerPart) this.flush();
  }

  flush(): void {
    if (this.#records === 0) return;
    for (const blob of partBlobs(this.#packer.finish())) this.#keep(this.#entity, this.#part, blob);
    this.#packer = this.#create();
    this.#records = 0;
    this.#part += 1;
  }
}

// What the gate of apps found, read back as what an app lacks. Undefined for what another gate found.
import type { GateFinding } from "@jumelage/api/schemas";
import { lackKinds, type ConsumerLack } from "@jumelage/engine";

export function lackOf({ code, params }: Pick<GateFinding, "code" | "params">): ConsumerLack | undefined {
  const kind = lackKinds.find((k) => code === `consumer-${k}`);
  if (kind === undefined) return undefined;
  const { consumer, name, channel, of, ids } = params;
  return {
    kind,
    consumer: String(consumer ?? ""),
    name: String(name ?? ""),
    channel: typeof channel === "string" ? channel : null,
    ...(typeof of === "string" ? { of } : {}),
    ids: Array.isArray(ids) ? ids : [],
  };
}

// Which addresses are on the public internet: what is not is never connected to, whatever name led there.
import { BlockList, isIP } from "node:net";

// IANA's special-purpose registries; of IPv6 only what is handed out for the public (2000::/3) can be public at all, so
// that mapped, translated, local, link-local and multicast addresses are none.
const special = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  special.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  // Teredo, benchmarking, ORCHID and the like.
  ["2001::", 23],
  ["2001:db8::", 32],
  // 6to4: an IPv4 address inside, possibly a private one.
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
] as const)
  special.addSubnet(network, prefix, "ipv6");
const handedOut = new BlockList();
handedOut.addSubnet("2000::", 3, "ipv6");

/** Whether this is an address of the public internet; false for whatever is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, "ipv4");
    case 6:
      return !address.includes("%") && handedOut.check(address, "ipv6") && !special.check(address, "ipv6");
    default:
      return false;
  }
}

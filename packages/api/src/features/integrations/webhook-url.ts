// Where a webhook may point: https, a host that the operator listed by name, and nothing else. What a name resolves to
// is judged when something is sent (apps/server/src/webhooks).

export type UrlProblem = "not-a-url" | "not-https" | "url-has-user" | "url-has-fragment" | "host-not-listed";

/** Why an address may not be used; `hosts` are names, with a port where it is not 443. */
export function urlProblem(address: string, hosts: readonly string[]): UrlProblem | undefined {
  // Spaces, tabs and line breaks, which a reader of addresses would take out, are in no honest one.
  if (/[\s\p{Cc}\\]/u.test(address) || !URL.canParse(address)) return "not-a-url";
  const url = new URL(address);
  if (url.protocol !== "https:") return "not-https";
  if (url.username !== "" || url.password !== "" || address.split("/")[2]?.includes("@") === true)
    return "url-has-user";
  if (address.includes("#")) return "url-has-fragment";
  // `host` is as the address is understood: a number in whichever notation is an address in four parts by now, and no
  // list of names holds one.
  return hosts.includes(url.host) ? undefined : "host-not-listed";
}

// Where a webhook leads: addresses that were tried on others to reach what is behind them.
import { urlProblem } from "@jumelage/api";
import { describe, expect, test } from "vitest";
import { createPost } from "./post.ts";
import { isPublicAddress } from "./public-address.ts";

const hosts = ["hooks.example", "hooks.example:8443"];

describe("what may be written down", () => {
  test.each([
    "https://hooks.example/",
    "https://hooks.example:443/a?b=c",
    "https://hooks.example:8443/x",
    "https://HOOKS.example/x",
  ])("%s", (url) => expect(urlProblem(url, hosts)).toBeUndefined());

  test.each([
    ["", "not-a-url"],
    ["hooks.example/x", "not-a-url"],
    ["//hooks.example/x", "not-a-url"],
    ["https://", "not-a-url"],
    ["https://hooks.example/ x", "not-a-url"],
    ["https://hooks.example\\@169.254.169.254/", "not-a-url"],
    ["https://hooks.example\t/", "not-a-url"],
    ["https://hooks.example\r\nHost: x/", "not-a-url"],
    ["https:\\\\hooks.example", "not-a-url"],
    ["http://hooks.example/", "not-https"],
    ["file:///etc/passwd", "not-https"],
    ["gopher://hooks.example/", "not-https"],
    ["ftp://hooks.example/", "not-https"],
    ["data:text/plain,x", "not-https"],
    ["javascript:alert(1)", "not-https"],
    ["ldap://hooks.example/", "not-https"],
    ["https://a@hooks.example/", "url-has-user"],
    ["https://a:b@hooks.example/", "url-has-user"],
    ["https://@hooks.example/", "url-has-user"],
    ["https://hooks.example@127.0.0.1/", "url-has-user"],
    ["https://hooks.example#@127.0.0.1/", "url-has-user"],
    ["https://hooks.example/#x", "url-has-fragment"],
    ["https://127.0.0.1/", "host-not-listed"],
    ["https://127.1/", "host-not-listed"],
    ["https://2130706433/", "host-not-listed"],
    ["https://0x7f000001/", "host-not-listed"],
    ["https://0177.0.0.1/", "host-not-listed"],
    ["https://0/", "host-not-listed"],
    ["https://0.0.0.0/", "host-not-listed"],
    ["https://169.254.169.254/latest/meta-data/", "host-not-listed"],
    ["https://10.0.0.1/", "host-not-listed"],
    ["https://192.168.0.1/", "host-not-listed"],
    ["https://①②⑦.⓪.⓪.①/", "host-not-listed"],
    ["https://[::1]/", "host-not-listed"],
    ["https://[::]/", "host-not-listed"],
    ["https://[::ffff:127.0.0.1]/", "host-not-listed"],
    ["https://[::ffff:a9fe:a9fe]/", "host-not-listed"],
    ["https://[fe80::1]/", "host-not-listed"],
    ["https://[64:ff9b::7f00:1]/", "host-not-listed"],
    ["https://localhost/", "host-not-listed"],
    ["https://localhost.localdomain/", "host-not-listed"],
    ["https://metadata.google.internal/", "host-not-listed"],
    ["https://hooks.example.evil.example/", "host-not-listed"],
    ["https://evil-hooks.example/", "host-not-listed"],
    ["https://hooks.example./", "host-not-listed"],
    ["https://hooks.example:22/", "host-not-listed"],
    ["https://hooks.example:80/", "host-not-listed"],
    ["https://127.0.0.1.nip.io/", "host-not-listed"],
    ["https://hooks。example.evil/", "host-not-listed"],
  ] as const)("%s: %s", (url, problem) => {
    expect(urlProblem(url, hosts)).toBe(problem);
  });

  test("with no list, nowhere", () => {
    expect(urlProblem("https://hooks.example/", [])).toBe("host-not-listed");
  });
});

describe("what a listed name may resolve to", () => {
  const elsewhere = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::a00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "",
    "hooks.example",
    "1.2.3",
  ];
  test.each(elsewhere)("not %s", async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    // One such address among good ones is enough.
    const post = createPost({
      resolve: async () => ["93.184.215.14", address],
      isAllowed: isPublicAddress,
      timeout: 1000,
    });
    expect(await post({ url: "https://hooks.example/", headers: {}, body: "" })).toEqual({
      failure: "private-address",
    });
  });

  test.each([
    "93.184.215.14",
    "8.8.8.8",
    "172.15.255.255",
    "172.32.0.1",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
    "2a00::1",
  ])("%s", (address) => expect(isPublicAddress(address)).toBe(true));

  test("sixty and more in all", () => {
    expect(elsewhere.length + 49).toBeGreaterThanOrEqual(60);
  });
});

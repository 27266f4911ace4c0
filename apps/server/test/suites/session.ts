import type { Session } from "@jumelage/api/schemas";
import { describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { Console, author, reviewer, selfCare } from "../clients.ts";

export function sessionTests(server: Running): void {
  describe("signing in", () => {
    it("says who may be signed in as, and that nobody is", async () => {
      const { data } = await new Console(server().url).query<Session>("session.get");
      expect(data.mode).toBe("demo");
      expect(data.person).toBeNull();
      expect(data.demoPeople.map((p) => p.id).toSorted()).toEqual(
        ["alex-roy", "camille-tremblay", "noa-bouchard", "dominique-gagnon", "sacha-lavoie"].toSorted(),
      );
      expect(data.demoPeople.every((p) => p.title.fr !== "" && p.title.en !== "")).toBe(true);
    });

    it("gives a session in a cookie that no script reads and no other site sends", async () => {
      const console = new Console(server().url);
      const answer = await console.mutate<Session>("session.signIn", { personId: author });
      expect(answer.data.person).toMatchObject({ id: author, admin: false });
      expect(answer.data.person?.roles).toContainEqual({ program: selfCare, roles: ["author"] });
      const [cookie = ""] = answer.headers.getSetCookie();
      expect(cookie).toMatch(/^jumelage=[A-Za-z0-9_-]{43};/);
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/);
      expect(cookie).toMatch(/Path=\//);
      expect((await console.query<Session>("session.get")).data.person?.id).toBe(author);
    });

    it("changes the token with every sign-in, and the one before is dead", async () => {
      const console = await Console.of(server().url, author);
      const before = console.cookie;
      await console.mutate("session.signIn", { personId: reviewer });
      expect(console.cookie).not.toBe(before);
      const old = new Console(server().url);
      old.cookie = before;
      expect((await old.query<Session>("session.get")).data.person).toBeNull();
    });

    it("ends with signing out, everywhere that token is", async () => {
      const console = await Console.of(server().url, author);
      const copy = new Console(server().url);
      copy.cookie = console.cookie;
      await console.mutate("session.signOut");
      expect(console.cookie).toBeUndefined();
      expect((await copy.query("programs.list")).status).toBe(401);
    });

    it("refuses a person who does not exist, an invented token, and a fixed one", async () => {
      const console = new Console(server().url);
      expect((await console.mutate("session.signIn", { personId: "nobody" })).refusal?.code).toBe(
        "not-found",
      );
      for (const token of ["", "x", "a".repeat(43), "a".repeat(5000), "%00", "'; drop table sessions; --"]) {
        console.cookie = `jumelage=${encodeURIComponent(token)}`;
        expect((await console.query("programs.list")).refusal?.code, token).toBe("signed-out");
      }
      const chosen = `jumelage=${"b".repeat(43)}`;
      console.cookie = chosen;
      await console.mutate("session.signIn", { personId: author });
      expect(console.cookie).not.toBe(chosen);
    });
  });
}

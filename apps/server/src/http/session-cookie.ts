// The cookie that holds the session token: the same for everybody who reads or sets it.
import type { CookieSerializeOptions } from "@fastify/cookie";
import type { Context } from "@jumelage/api";
import type { FastifyReply, FastifyRequest } from "fastify";

/** How the session travels; over https the cookie is Secure and bound to the host. */
export interface SessionCookie {
  of(request: FastifyRequest, reply: FastifyReply): Context["token"];
}

export function cookieOptions(secure: boolean): CookieSerializeOptions {
  return { path: "/", httpOnly: true, sameSite: "lax", secure };
}

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? "__Host-jumelage" : "jumelage";
  const options = cookieOptions(secure);
  return {
    of: (request, reply) => ({
      sent: request.cookies[name],
      set: (token, maxAgeSeconds) => void reply.setCookie(name, token, { ...options, maxAge: maxAgeSeconds }),
      clear: () => void reply.clearCookie(name, options),
    }),
  };
}

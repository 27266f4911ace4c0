// The OpenID Connect provider of the organisation: authorization code with PKCE, state and nonce, by openid-client.
// The provider's own description is fetched when it is first needed, so that a provider that is away stops no start.
import type { IdentityProvider } from "@jumelage/api";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  fetchUserInfo,
  None,
  type Configuration,
} from "openid-client";
import { isLoopback, type ProviderEnv } from "./env.ts";

/** The path the provider sends people back to. */
export const backPath = "/auth/back";

export interface ProviderOptions extends ProviderEnv {
  /** Where people reach this server, without a slash at its end. */
  readonly publicUrl: string;
}

/** How old the sign-in at the provider may be when the person is to show again who they are (seconds). */
const freshSeconds = 60;

/** The port of the sessions, over this provider. */
export function identityProvider(options: ProviderOptions): IdentityProvider {
  const redirectUri = options.publicUrl + backPath;
  let found: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    found ??= discover(options).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    name: options.name,
    issuer: options.issuer,
    async authorizationUrl({ state, nonce, codeVerifier, again }) {
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: "openid email",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        ...(again ? { prompt: "login", max_age: "0" } : {}),
      });
      return url.href;
    },
    async claims({ query, state, nonce, codeVerifier, again }) {
      const tokens = await authorizationCodeGrant(await configuration(), new URL(`${redirectUri}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
        ...(again ? { maxAge: freshSeconds } : {}),
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("the provider sent no identity");
      // Some providers put the address into the token, others answer it when asked.
      const said =
        claims["email"] === undefined && (await configuration()).serverMetadata().userinfo_endpoint
          ? await fetchUserInfo(await configuration(), tokens.access_token, claims.sub)
          : claims;
      const { email, email_verified: verified } = said;
      const { auth_time: at } = claims;
      return {
        subject: claims.sub,
        email: typeof email === "string" && verified === true ? email : undefined,
        authenticatedAt: typeof at === "number" ? new Date(at * 1000) : undefined,
      };
    },
  };
}

function discover({ issuer, clientId, clientSecret }: ProviderEnv): Promise<Configuration> {
  const url = new URL(issuer);
  return discovery(
    url,
    clientId,
    undefined,
    clientSecret === undefined ? None() : ClientSecretBasic(clientSecret),
    // Only a provider on this very machine may speak without TLS.
    url.protocol === "http:" && isLoopback(url.hostname) ? { execute: [allowInsecureRequests] } : {},
  );
}

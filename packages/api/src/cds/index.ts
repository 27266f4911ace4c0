// The CDS Hooks 2.0 doors, framework-neutral: `GET /cds-services` and `POST /cds-services/{program}`. Every call is
// authenticated by a token for the very address it is sent to.
import type { Deps } from "../deps.ts";
import { Refusal } from "../errors.ts";
import { languageOf } from "../public/problems.ts";
import { json, type PublicAnswer } from "../public/route.ts";
import { problemOf } from "../public/serve.ts";
import type { PublicState } from "../public/state.ts";
import { cdsCards, cdsServices } from "./services.ts";
import { cdsCaller } from "./token.ts";

export interface CdsRequest {
  /** The service that is called; absent: which services there are. */
  readonly service?: string;
  readonly body?: unknown;
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly requestId: string;
  /** Where people and applications reach this server, without a slash at the end. */
  readonly baseUrl: string;
}

/** Answers a CDS Hooks request; never throws. */
export async function serveCds(
  request: CdsRequest,
  context: { readonly deps: Deps; readonly state: PublicState },
): Promise<PublicAnswer> {
  const lang = languageOf(request.acceptLanguage);
  const { service } = request;
  try {
    const address = `${request.baseUrl}/cds-services${service === undefined ? "" : `/${service}`}`;
    const { programs } = await cdsCaller(request.authorization, address, context.deps);
    if (service === undefined) return json({ services: await cdsServices(programs, lang, context) });
    // For any other, the service does not exist.
    if (!programs.includes(service)) throw new Refusal("not-found");
    return json({ cards: await cdsCards(service, { body: request.body, lang }, context) });
  } catch (error) {
    return problemOf(error, {
      operation: service === undefined ? "cdsServices" : "cdsCards",
      request,
      deps: context.deps,
    });
  }
}

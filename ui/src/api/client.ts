import createClient from "openapi-fetch";
import { ApiError, Unreachable } from "./problem";
import type { paths } from "./schema";
import type { Problem } from "./types";

let csrfToken = "";

/** The token that every unsafe request carries; the session tells it. */
export function rememberCsrfToken(token: string) {
  csrfToken = token;
}

export function csrfHeader(): Record<string, string> {
  return { "X-CSRF-Token": csrfToken };
}

const safe = new Set(["GET", "HEAD"]);

const client = createClient<paths>({
  baseUrl: "/",
  // Asked for at the time of the call, so that a test or a tool may replace it.
  fetch: (request) => globalThis.fetch(request),
});

client.use({
  onRequest({ request }) {
    if (!safe.has(request.method) && csrfToken) request.headers.set("X-CSRF-Token", csrfToken);
    return request;
  },
  onError() {
    return new Unreachable();
  },
});

export { client };

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body, or an ApiError that says what went wrong. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiError(response.status, asProblem(error), response.headers.get("Retry-After"));
  return data as T;
}

function asProblem(body: unknown): Partial<Problem> | undefined {
  return typeof body === "object" && body !== null ? body : undefined;
}

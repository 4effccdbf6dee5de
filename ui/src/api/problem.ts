import { t } from "@/messages";
import type { FieldError, Problem } from "./types";

/** What the server answered instead of what was asked for: `message` is a sentence for a person. */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: FieldError[];

  constructor(status: number, problem?: Partial<Problem>, retryAfter?: string | null) {
    super(sentence(status, problem, retryAfter));
    this.status = status;
    this.fields = problem?.errors ?? [];
  }

  /** The sentences about other fields than these. */
  besides(fields: string[]): string[] {
    return this.fields.filter((error) => !fields.some((field) => this.about(field) === error.message)).map((error) => error.message);
  }

  /** The sentence about the field of one of these names, or nothing when it is fine. */
  about(...names: string[]): string | undefined {
    return this.fields.find(({ field }) => names.some((name) => field === name || field.endsWith(`.${name}`)))?.message;
  }
}

/** The network is gone: nobody answered. */
export class Unreachable extends Error {
  constructor() {
    super(t.errors.unreachable);
  }
}

function sentence(status: number, problem?: Partial<Problem>, retryAfter?: string | null): string {
  if (problem?.detail) return problem.detail;
  if (status === 429) return t.errors.tooMany(Number(retryAfter) || undefined);
  if (status === 401) return t.errors.signedOut;
  if (status === 403) return t.errors.forbidden;
  if (status === 404) return t.errors.notFound;
  if (status === 409) return t.errors.changed;
  return problem?.title ?? t.errors.unexpected;
}

/** The sentence to show beside the only field of a form: what the server says of the field, else what went wrong. */
export function explainAbout(field: string, error: unknown): string | undefined {
  if (!error) return undefined;
  return (error instanceof ApiError && error.about(field)) || explain(error);
}

export function explain(error: unknown): string {
  return error instanceof ApiError || error instanceof Unreachable ? error.message : t.errors.unexpected;
}

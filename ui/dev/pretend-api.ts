import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import type { CapsPlan, Overview, OwnCapsState, PlannedPost, Series, SeriesPreview, Session, SpacingPlan, Stop, TalentCaps, Variant, VariantState } from "../src/api/types";
import { accounts, actionsOf, activity, ahead, id, nextStepOf, pictures, requests, series, talents, users, variants } from "./pretend-data.ts";

/** A pretend API in the memory of the development server: for looking and clicking, never packaged. */

type Body = Record<string, unknown>;
const listeners = new Set<ServerResponse>();
const uploads = new Map<string, { type: string; bytes: Buffer }>();

function tell(kind: string, of: string) {
  for (const to of listeners) to.write(`event: change\ndata: ${JSON.stringify({ kind, id: of, at: new Date().toISOString() })}\n\n`);
}

function json(to: ServerResponse, status: number, body: unknown, type = "application/json") {
  to.writeHead(status, { "Content-Type": type }).end(body === undefined ? "" : JSON.stringify(body));
}

function problem(to: ServerResponse, status: number, detail: string, errors?: { field: string; message: string }[]) {
  json(to, status, { title: "Problem", status, detail, errors }, "application/problem+json");
}

async function bytesOf(from: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function sessionOf(from: IncomingMessage): Session | undefined {
  const email = /greenroom_session=([^;]+)/.exec(from.headers.cookie ?? "")?.[1];
  return email ? users[decodeURIComponent(email)] : undefined;
}

function become(variant: Variant, state: VariantState, more: Partial<Variant> = {}) {
  Object.assign(variant, { state, actions: actionsOf(state), nextStep: nextStepOf(state), version: variant.version + 1, updatedAt: new Date().toISOString(), ...more });
  tell("variant", variant.id);
}

function publishSoon(variant: Variant) {
  setTimeout(() => become(variant, "publishing"), 1_500);
  setTimeout(() => become(variant, "published", { publishedAt: new Date().toISOString(), remoteUrl: "https://example.org/posts/new" }), 4_000);
}

function act(to: ServerResponse, variant: Variant, verb: string, body: Body, who: Session) {
  if ("contentHash" in body && body.contentHash !== variant.contentHash) return problem(to, 409, "The text changed since you read it. Read it again, then approve.");
  if (verb === "approval" && variant.content.text.startsWith("Spring tour!") && !body.confirmRepeat) {
    const message = "The same text went out on this account on Monday 16 November, 09:30 (Europe/Stockholm). Change it, or confirm that it shall go out again.";
    return problem(to, 422, message, [{ field: "confirmRepeat", message }]);
  }
  if (verb === "take-back") become(variant, "awaiting_approval", { decidedBy: undefined });
  else if (verb === "approval") {
    const at = body.publishAt === "now" ? new Date().toISOString() : ((body.publishAt as string | undefined) ?? variant.publishAt ?? ahead(60 * 50));
    become(variant, "approved", { decidedBy: who.user.displayName, publishAt: at });
    if (body.publishAt === "now") publishSoon(variant);
  } else if (verb === "rejection") become(variant, "rejected", { rejectedReason: String(body.reason), decidedBy: who.user.displayName });
  else if (verb === "cancellation") become(variant, "cancelled");
  else if (verb === "schedule") become(variant, variant.state, { publishAt: body.publishAt === "now" ? new Date().toISOString() : String(body.publishAt), scheduleReason: `Set by ${who.user.displayName}.` });
  else if (verb === "retry") {
    become(variant, "approved", { failureReason: undefined });
    publishSoon(variant);
  } else if (verb === "settlement") become(variant, body.published ? "published" : "failed", { publishedAt: new Date().toISOString(), remoteUrl: (body.remoteUrl as string) || undefined, failureReason: "it isn't on the network" });
  json(to, 200, variant);
}

function edit(to: ServerResponse, variant: Variant, body: Body) {
  if (body.version !== variant.version) return problem(to, 409, "Somebody changed this meanwhile.");
  const text = typeof body.text === "string" ? body.text : variant.content.text;
  if (/cheap|world-class/i.test(text)) return problem(to, 422, "This can't be saved.", [{ field: "text", message: "It says something that is on the never-say list. Leave it out." }]);
  Object.assign(variant.content, { text, thread: body.thread ?? variant.content.thread, link: body.link ?? variant.content.link });
  variant.count.used = [...text].length;
  variant.contentHash += "1";
  become(variant, "awaiting_approval");
  json(to, 200, variant);
}

function overview(mine: Variant[]): Overview {
  const of = (...states: VariantState[]) => mine.filter((v) => states.includes(v.state));
  const masto = accounts[4];
  const unsure = of("unknown")[0];
  const blocked = of("blocked")[0];
  return {
    waiting: of("awaiting_approval").length,
    goingOutToday: of("approved", "queued", "publishing").length,
    publishedToday: of("published").length,
    failed: of("failed").length,
    unknown: of("unknown").length,
    blocked: of("blocked").length,
    accountsNeedingCare: 1,
    next: of("approved", "queued", "publishing"),
    care: [
      ...(masto ? [{ kind: "account", severity: "red" as const, sentence: "Mastodon of Mateo Fuentes has to be connected again: the access token was revoked.", subject: { kind: "account", id: masto.id }, talent: masto.talent }] : []),
      ...(unsure ? [{ kind: "unknown", severity: "amber" as const, sentence: "LinkedIn never said whether “Why the rye is late on Mondays” arrived. Please look.", subject: { kind: "variant", id: unsure.id }, talent: unsure.talent }] : []),
      ...(blocked ? [{ kind: "blocked", severity: "amber" as const, sentence: "“We are looking for an apprentice” says a word that Mateo Fuentes never says.", subject: { kind: "variant", id: blocked.id }, talent: blocked.talent }] : []),
    ],
  };
}

const stops: Stop[] = [];
const consents: { id: string }[] = [];
const ownCaps: { caps: TalentCaps; setAt?: string } = { caps: {} };

/** Every limit moves the first two posts that are to go out, so that there is something to look at. */
function capsPlan(): CapsPlan {
  const posts = variants
    .filter((v) => v.state === "approved" && v.publishAt)
    .slice(0, 2)
    .map((v): PlannedPost => ({ variantId: v.id, version: v.version, title: v.post.title ?? "", talent: v.talent, account: v.account, publishAt: v.publishAt, at: new Date(Date.parse(v.publishAt ?? "") + 43_200_000).toISOString(), moves: true, needsApproval: false, reason: "It is inside the quiet hours, which end the next morning (set by the talent: quiet hours 22:00 to 08:00)." }));
  return { posts, moving: posts.length, needingApproval: 0, staying: 0, digest: "pretended" };
}

function capsState(who: Session): OwnCapsState {
  const { dailyCap, pauseMinutes, quietHours } = ownCaps.caps;
  const words = [dailyCap && `at most ${dailyCap} posts a day over all accounts`, pauseMinutes && `at least ${pauseMinutes} minutes between two posts of an account`, quietHours && `nothing from ${quietHours.from} to ${quietHours.until}`];
  return { ...ownCaps, words: words.filter((one): one is string => Boolean(one)), timeZone: who.talent?.timeZone ?? "Europe/Stockholm", maySet: who.role === "talent" };
}

function stopOf(body: Body, who: Session): Stop {
  const account = accounts.find((one) => one.id === body.accountId);
  const talent = account?.talent ?? talents.find((one) => one.id === body.talentId);
  const panic = body.kind === "panic";
  const what = account ? `${account.handle} on ${account.platform}` : talent ? `${talent.displayName}'s posts` : "all posts of the agency";
  return {
    id: id(),
    scope: account ? "account" : talent ? "talent" : "tenant",
    kind: panic ? "panic" : "pause",
    policy: panic ? "HoldAndDrain" : "Hold",
    talent,
    account,
    sentence: panic ? `${who.user.displayName} stopped everything.` : `${who.user.displayName} put ${what} on hold.`,
    reason: body.reason as string | undefined,
    setBy: who.user.displayName,
    setAt: new Date().toISOString(),
    waiting: 2,
    access: panic ? ["aurora@musiker.social on Mastodon: the access is about to be given back."] : [],
    mayLift: true,
    lifting: panic ? `Only ${talent?.displayName ?? "the talent"} can let it go on.` : "An owner, admin or editor of the agency can let it go on.",
  };
}

function spaced(body: Body): SpacingPlan {
  const days = Number(body.days);
  const wanted = body.variants as (string | { id: string })[];
  const chosen = wanted.flatMap((one) => variants.filter((v) => v.id === (typeof one === "string" ? one : one.id)));
  const posts = chosen.map((v, n): PlannedPost => {
    const at = new Date(Date.parse(`${String(body.from)}T09:00:00Z`) + Math.floor((n * days) / chosen.length) * 86_400_000).toISOString();
    const stays = n === 4;
    const needsApproval = !stays && v.state === "approved";
    const reason = stays ? "No slot in these days is left for it; choose more days." : "Spaced out over some days: it is a free slot (account: slots).";
    return { variantId: v.id, version: v.version, title: v.post.title ?? "", talent: v.talent, account: v.account, publishAt: v.publishAt, at: stays ? undefined : at, moves: !stays, needsApproval, reason };
  });
  const count = (is: (post: PlannedPost) => boolean) => posts.filter(is).length;
  return { from: String(body.from), days, posts, moving: count((post) => post.moves), needingApproval: count((post) => post.needsApproval), digest: "pretended" };
}

/** Mondays in spring, over the change of the clocks. */
function previewed(): SeriesPreview {
  const time = (day: string, hour: number, offset: string, note?: string) => ({ at: `2027-${day}T0${hour}:00:00Z`, offset, note });
  return {
    timeZone: "Europe/Stockholm",
    times: [
      time("03-15", 8, "+01:00"),
      time("03-22", 8, "+01:00"),
      time("03-29", 7, "+02:00", "The clocks have changed by then; it stays 09:00."),
      time("04-05", 7, "+02:00"),
      time("04-12", 7, "+02:00"),
    ],
  };
}

async function signIn(from: IncomingMessage, to: ServerResponse) {
  const { email, password } = JSON.parse((await bytesOf(from)).toString()) as Record<string, string>;
  const found = users[email ?? ""];
  if (!found || password !== "greenroom") return problem(to, 401, "That e-mail and password don't fit together. Check both and try again.");
  to.setHeader("Set-Cookie", `greenroom_session=${encodeURIComponent(found.user.email)}; Path=/; HttpOnly; SameSite=Strict`);
  json(to, 200, found);
}

async function route(from: IncomingMessage, to: ServerResponse) {
  const url = new URL(from.url ?? "/", "http://localhost");
  const path = url.pathname.replace("/api/v1/", "").split("/");
  const verb = `${from.method} ${path[0]}${path[1] ? "/*" : ""}${path[2] ? `/${path[2]}` : ""}`;
  if (verb === "POST session") return signIn(from, to);
  const who = sessionOf(from);
  if (verb === "GET session") return who ? json(to, 200, who) : json(to, 204, undefined);
  if (!who) return problem(to, 401, "Sign in first.");
  if (verb === "DELETE session") {
    to.setHeader("Set-Cookie", "greenroom_session=; Path=/; Max-Age=0");
    return json(to, 204, undefined);
  }
  if (from.method !== "GET" && from.headers["x-csrf-token"] !== who.csrfToken) return problem(to, 403, "The page is out of date. Reload it.");

  const only = who.talent?.slug ?? url.searchParams.get("talent");
  const mine = <T extends { talent?: { slug: string; id: string } }>(items: T[]) => items.filter((item) => !only || item.talent?.slug === only || item.talent?.id === only);
  const page = <T>(items: T[]) => json(to, 200, { items, nextCursor: null });
  const states = url.searchParams.get("state")?.split(",");

  if (verb === "GET events") {
    to.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" }).write(": hello\n\n");
    listeners.add(to);
    return void from.on("close", () => listeners.delete(to));
  }
  if (verb === "GET talents") return page(talents.filter((talent) => !who.talent || talent.id === who.talent.id));
  if (verb === "GET talents/*") return json(to, 200, talents.find((talent) => talent.id === path[1]));
  if (verb === "GET accounts") return page(mine(accounts));
  if (verb === "GET stops") return json(to, 200, { items: stops.filter((stop) => !only || !stop.talent || stop.talent.slug === only || stop.talent.id === only).map((stop) => ({ ...stop, mayLift: (stop.kind === "panic") === (who.role === "talent") })) });
  if (verb === "POST stops") {
    const body = JSON.parse((await bytesOf(from)).toString()) as Body;
    const made = stopOf(body, who);
    stops.unshift(made);
    tell("talent", made.id ?? "");
    return json(to, 201, made);
  }
  if (verb === "DELETE stops/*") {
    stops.splice(0, stops.length, ...stops.filter((stop) => stop.id !== path[1]));
    return json(to, 204, undefined);
  }
  if (verb === "GET talents/*/standing-approvals") return json(to, 200, { items: consents, mayGive: who.role === "talent", operators: [{ id: "operator", displayName: "Olga Operator", role: "editor" }] });
  if (verb === "POST talents/*/standing-approvals") {
    const body = JSON.parse((await bytesOf(from)).toString()) as Body;
    const made = { id: id(), kind: String(body.kind), source: body.source, user: body.userId ? { id: String(body.userId), displayName: "Olga Operator", role: "editor" } : undefined, sentence: body.userId ? "Olga Operator may approve posts in Aurora Lindqvist's place." : "Posts from what you ask for in the portal go out without anybody being asked.", givenAt: new Date().toISOString() };
    consents.push(made);
    return json(to, 201, made);
  }
  if (verb === "DELETE talents/*/standing-approvals") {
    consents.splice(0, consents.length, ...consents.filter((one) => one.id !== path[3]));
    return json(to, 204, undefined);
  }
  if (verb === "GET talents/*/own-caps") return json(to, 200, capsState(who));
  if (verb === "POST talents/*/own-caps") return json(to, 200, capsPlan());
  if (verb === "PUT talents/*/own-caps") {
    const body = JSON.parse((await bytesOf(from)).toString()) as { caps: TalentCaps };
    const set = Object.keys(body.caps).length > 0;
    for (const post of set ? capsPlan().posts : []) {
      const variant = variants.find((v) => v.id === post.variantId);
      if (variant) become(variant, variant.state, { publishAt: post.at, scheduleReason: post.reason });
    }
    Object.assign(ownCaps, { caps: body.caps, setAt: set ? new Date().toISOString() : undefined });
    tell("talent", path[1] ?? "");
    return json(to, 200, capsState(who));
  }
  if (path[0] === "spacing-plans" && from.method === "POST") {
    const plan = spaced(JSON.parse((await bytesOf(from)).toString()) as Body);
    if (!path[1]) return json(to, 200, plan);
    for (const post of plan.posts) {
      const variant = variants.find((v) => v.id === post.variantId);
      if (variant && post.moves) become(variant, post.needsApproval ? "awaiting_approval" : variant.state, { publishAt: post.at, scheduleReason: post.reason });
    }
    return json(to, 200, { moved: plan.moving, needingApproval: plan.needingApproval });
  }
  if (verb === "GET overview") return json(to, 200, overview(mine(variants)));
  if (verb === "GET post-requests") return page(mine(requests));
  if (verb === "GET series") return json(to, 200, { items: mine(series), mayMake: true });
  if (verb === "POST series/*" && path[1] === "preview") return json(to, 200, previewed());
  if (verb === "POST series") {
    const body = JSON.parse((await bytesOf(from)).toString()) as Body;
    const talent = talents.find((one) => one.id === body.talentId) ?? talents[0];
    if (!talent) return problem(to, 422, "There is no such talent.");
    const rule = (body.recurrence as { rule: string } | undefined)?.rule;
    const made: Series = { id: id(), name: "made-here", version: 1, talent, kind: rule ? "recurrence" : "evergreen", text: String(body.text ?? ""), rule, accounts: [], ended: false, times: [], mayPause: true, mayChange: true };
    series.unshift(made);
    return json(to, 202, made);
  }
  const wanted = series.find((one) => one.id === path[1]);
  if (verb === "POST series/*/pause" && wanted) return json(to, 200, Object.assign(wanted, { pausedBy: who.user.displayName, pausedAt: new Date().toISOString() }));
  if (verb === "POST series/*/end" && wanted) return json(to, 200, Object.assign(wanted, { endsAt: new Date(Date.now() + 10_000).toISOString() }));
  if (verb === "DELETE series/*/end" && wanted) return json(to, 200, Object.assign(wanted, { endsAt: undefined }));
  if (verb === "PUT series/*" && wanted) return json(to, 200, Object.assign(wanted, { version: (wanted.version ?? 1) + 1, text: (JSON.parse((await bytesOf(from)).toString()) as Body).text }));
  if (verb === "DELETE series/*/pause" && wanted) return json(to, 200, Object.assign(wanted, { pausedBy: undefined, pausedAt: undefined }));
  if (verb === "GET activity") return page(mine(activity));
  const asSeen = (v: Variant): Variant => (who.role === "talent" ? v : { ...v, actions: v.actions.filter((one) => one !== "approve" && one !== "take_back" && one !== "reject") });
  if (verb === "GET variants") {
    return page(mine(variants).filter((v) => !states || states.includes(v.state)).map(asSeen));
  }
  if (verb === "GET media/*") {
    const upload = uploads.get(path[1] ?? "");
    to.setHeader("Content-Type", upload?.type ?? "image/svg+xml");
    return void to.end(upload?.bytes ?? pictures[path[1] ?? ""]);
  }
  if (verb === "POST uploads") {
    const bytes = await bytesOf(from);
    const sha256 = id();
    uploads.set(sha256, { type: from.headers["content-type"] ?? "", bytes });
    return json(to, 201, { uri: `media:${sha256}`, sha256, mediaType: from.headers["content-type"], bytes: bytes.length, url: `/api/v1/media/${sha256}` });
  }
  if (verb === "POST post-requests") {
    const body = JSON.parse((await bytesOf(from)).toString()) as Body;
    const talent = talents.find((one) => one.id === body.talentId) ?? talents[0];
    if (!talent) return problem(to, 422, "There is no such talent.");
    const made = { id: id(), talent, source: "portal", text: String(body.text), accounts: [], stage: "received" as const, createdAt: new Date().toISOString() };
    requests.unshift(made);
    tell("request", made.id);
    return json(to, 202, made);
  }
  const variant = variants.find((one) => one.id === path[1]);
  if (path[0] === "variants" && variant) {
    if (from.method === "GET") return json(to, 200, asSeen(variant));
    if (from.method === "DELETE") return act(to, variant, "take-back", {}, who);
    const body = JSON.parse((await bytesOf(from)).toString()) as Body;
    return from.method === "PATCH" ? edit(to, variant, body) : act(to, variant, path[2] ?? "", body, who);
  }
  return problem(to, 404, "There is no such thing here.");
}

export function pretendApi(): Plugin {
  return {
    name: "pretend-api",
    configureServer(server) {
      server.middlewares.use((from, to, next) => {
        if (!from.url?.startsWith("/api/")) return next();
        route(from, to).catch((error: unknown) => problem(to, 500, String(error)));
      });
    },
  };
}

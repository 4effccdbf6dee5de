import type { Account, Activity, PostRequest, Series, Session, TalentDetail, Variant, VariantAction, VariantState } from "../src/api/types";

/** What the pretend API of `npm run dev` knows. Only for looking at the page while nothing real runs. */

const now = Date.now();
export const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
export const ahead = (minutes: number) => ago(-minutes);

let last = 0;
export const id = () => `00000000-0000-7000-8000-${String(++last).padStart(12, "0")}`;

const auroraRef = { id: id(), slug: "aurora", displayName: "Aurora Lindqvist", timeZone: "Europe/Stockholm" };
const mateoRef = { id: id(), slug: "mateo", displayName: "Mateo Fuentes", timeZone: "America/New_York" };
export const refs = [auroraRef, mateoRef];

function account(talent: typeof auroraRef, platform: string, handle: string, more: Partial<Account>): Account {
  return {
    id: id(),
    platform,
    handle,
    displayName: talent.displayName,
    talent,
    channel: platform === "mastodon" ? "api" : "mcp",
    remoteId: `urn:${platform}:${handle}`,
    connected: true,
    health: "ok",
    dailyCap: 3,
    cooldownMinutes: 45,
    rules: [
      { rule: "daily_cap", words: "daily cap 3", source: "tenant north" },
      { rule: "cooldown", words: "cooldown 45 minutes", source: `account ${platform}-${handle}` },
      { rule: "blackouts", words: "1 blackout", source: `talent ${talent.slug}` },
    ],
    slots: [
      { day: "tuesday", time: "09:00" },
      { day: "thursday", time: "12:30" },
      { day: "friday", time: "17:15" },
    ],
    limits:
      platform === "x"
        ? { maxChars: 280, unit: "weighted", urlWeight: 23, maxImages: 4 }
        : platform === "mastodon"
          ? { maxChars: 500, unit: "graphemes", urlWeight: 23, maxImages: 4 }
          : { maxChars: 3000, unit: "chars", maxImages: 20 },
    capabilities: ["publish", "delete"],
    nextSlot: ahead(60 * 50),
    ...more,
  };
}

export const accounts: Account[] = [
  account(auroraRef, "linkedin", "aurora-lindqvist", {}),
  account(auroraRef, "x", "auroralindq", { dailyCap: 5, cooldownMinutes: 20 }),
  account(auroraRef, "mastodon", "aurora@musiker.social", {}),
  account(mateoRef, "linkedin", "mateo-fuentes", { slots: [{ day: "wednesday", time: "08:15" }] }),
  account(mateoRef, "mastodon", "mateo@kitchen.town", {
    health: "hard_block",
    connected: false,
    healthMessage: "Mastodon refused the access token: it was revoked. Connect the account again.",
    nextSlot: undefined,
  }),
];

const small = ({ id, platform, handle, displayName }: Account) => ({ id, platform, handle, displayName });
const [aLinked, aX, aMasto, mLinked, mMasto] = accounts as [Account, Account, Account, Account, Account];

const may: Partial<Record<VariantState, VariantAction[]>> = {
  awaiting_approval: ["approve", "edit", "reject", "reschedule", "cancel"],
  approved: ["edit", "take_back", "reschedule", "cancel"],
  queued: ["take_back", "cancel"],
  blocked: ["edit", "cancel"],
  failed: ["retry", "edit", "cancel"],
  unknown: ["settle_published", "settle_not_published"],
};

export function actionsOf(state: VariantState): VariantAction[] {
  return may[state] ?? [];
}

const nextSteps: Record<VariantState, string> = {
  draft: "It is checked, then it waits for a yes.",
  blocked: "Change the text so that it keeps to what is never said; then it waits for a yes.",
  awaiting_approval: "The talent decides. Without a yes it doesn't go out.",
  approved: "It goes out at its time by itself.",
  queued: "It is lined up and goes out at its time.",
  publishing: "It is being sent right now.",
  published: "It is live. Nothing more to do.",
  failed: "Nothing is sent until somebody tries again.",
  unknown: "Somebody looks whether it is there; until then nothing is sent again.",
  rejected: "It won't go out. The next draft learns from the reason.",
  cancelled: "It won't go out.",
  taken_down: "It is no longer on the network.",
};
export const nextStepOf = (state: VariantState) => nextSteps[state];

const ideas = {
  rehearsal: {
    id: id(),
    title: "What a silent rehearsal taught us",
    idea: "Aurora wants to tell how the choir sang better after an hour of only listening.",
    origin: "persona" as const,
    createdAt: ago(95),
  },
  tour: {
    id: id(),
    title: "Dates for the spring tour",
    idea: "Announce the five cities of the spring tour with the ticket link.",
    origin: "portal" as const,
    requestName: "req-5f2c81",
    createdAt: ago(240),
  },
  bread: {
    id: id(),
    title: "Why the rye is late on Mondays",
    idea: "A small, honest look behind the counter.",
    origin: "gitops" as const,
    requestName: "monday-rye",
    createdAt: ago(1500),
  },
  apprentice: { id: id(), title: "We are looking for an apprentice", idea: "Find one curious person who gets up early.", origin: "mail" as const, createdAt: ago(4000) },
};

const picture = (name: string, width: number, height: number, altText: string) => ({
  sha256: name,
  url: `/api/v1/media/${name}`,
  mediaType: "image/svg+xml",
  width,
  height,
  altText,
});
const hall = picture("hall", 1600, 900, "An empty concert hall in warm light, one music stand on the stage");
const hallWide = picture("hall", 1200, 627, "An empty concert hall in warm light, one music stand on the stage");
const loaf = picture("loaf", 1200, 627, "Four loaves of dark rye on a wooden shelf");

type More = Partial<Omit<Variant, "content">> & { content: Partial<Variant["content"]> & { text: string } };

function variant(post: (typeof ideas)[keyof typeof ideas], of: Account, state: VariantState, more: More): Variant {
  const used = more.count?.used ?? [...more.content.text].length;
  return {
    id: id(),
    post,
    talent: of.talent,
    account: small(of),
    state,
    stateText: "",
    version: 1,
    contentHash: "c0ffee",
    warnings: [],
    attempts: [],
    followUps: [],
    createdAt: post.createdAt,
    updatedAt: post.createdAt,
    nextStep: nextSteps[state],
    actions: actionsOf(state),
    ...more,
    count: { used, max: of.limits.maxChars, unit: of.limits.unit },
    content: { thread: [], media: [], options: {}, ...more.content },
  };
}

export const variants: Variant[] = [
  variant(ideas.rehearsal, aLinked, "awaiting_approval", {
    publishAt: ahead(60 * 46),
    scheduleReason: "Thursday 12:30 is the next free slot of this account.",
    content: {
      text: "Last Saturday our choir did something odd: for one whole hour, nobody sang.\n\nWe sat in a circle and listened. To the building, to the tram outside, to each other breathing. Then we sang the opening of the Duruflé, and it was the best we have sounded in three years.\n\nI have been a conductor for eighteen years and I still talk too much. Most of what a group needs to play well together isn't another instruction. It is the silence in which they can hear what the others already do.\n\nWhat would your team hear if everybody stopped for an hour?\n\n#ChoralMusic #Leadership #Listening",
      media: [hallWide],
      firstComment: "The piece is Duruflé's Ubi caritas. Here is a recording I love: https://example.org/ubi-caritas",
    },
  }),
  variant(ideas.rehearsal, aX, "awaiting_approval", {
    publishAt: ahead(60 * 46),
    count: { used: 258, max: 280, unit: "weighted" },
    content: {
      text: "For one hour on Saturday our choir didn't sing a note. We listened: to the hall, the tram outside, each other breathing. Then we sang the Duruflé, better than in three years.\n\nSilence is a rehearsal too. The whole story: https://example.org/silent-rehearsal #choir",
      media: [hall],
    },
  }),
  variant(ideas.rehearsal, aMasto, "awaiting_approval", {
    publishAt: ahead(60 * 46),
    content: {
      text: "An hour of rehearsal without a single sung note.\n\nWe listened to the hall, to the tram, to each other breathing. After that the Duruflé nearly sang itself. I talk too much as a conductor; this was a good reminder.\n\nHas your ensemble ever tried this? I would love to hear how it went.\n\n#ChoralMusic #Conducting",
      media: [hall],
    },
  }),
  variant(ideas.tour, aX, "awaiting_approval", {
    warnings: ["The second post of the thread has a link but no hashtag; earlier tour posts had one."],
    content: {
      text: "Spring tour! Five cities, one choir, and a programme we have wanted to sing for years. Dates below.",
      thread: [
        "12 March Uppsala\n14 March Gothenburg\n19 March Copenhagen\n21 March Hamburg\n27 March Berlin",
        "Tickets are on sale on Monday at 10:00: https://example.org/tour. Bring somebody who says they don't like choirs.",
      ],
      link: "https://example.org/tour",
    },
  }),
  variant(ideas.tour, aLinked, "approved", {
    publishAt: ahead(190),
    decidedBy: "Aurora Lindqvist",
    scheduleReason: "Moved 45 minutes later: cooldown of this account.",
    content: {
      text: "Five cities in March. I am proud of this programme, and prouder of the people who sing it.\n\nUppsala, Gothenburg, Copenhagen, Hamburg, Berlin.",
      link: "https://example.org/tour",
    },
  }),
  variant(ideas.tour, aMasto, "publishing", {
    publishAt: ago(0.2),
    decidedBy: "Aurora Lindqvist",
    content: { text: "Spring tour: Uppsala, Gothenburg, Copenhagen, Hamburg, Berlin. Come and say hello afterwards, I will be the one with the pencil. #ChoralMusic" },
    attempts: [{ number: 1, startedAt: ago(0.1), outcome: "sending" }],
  }),
  variant(ideas.bread, mLinked, "unknown", {
    publishAt: ago(42),
    decidedBy: "Mateo Fuentes",
    content: {
      text: "On Mondays the rye comes an hour late, and there is a reason: the sourdough rests on Sunday, and so do we.\n\nI used to apologise for it. Now I tell people what rest does to a dough.",
      media: [loaf],
    },
    attempts: [
      { number: 1, startedAt: ago(42), finishedAt: ago(41), outcome: "unknown", detail: "LinkedIn took the post and then closed the connection without an answer." },
    ],
  }),
  variant(ideas.bread, mMasto, "failed", {
    publishAt: ago(42),
    decidedBy: "Mateo Fuentes",
    failureReason: "Mastodon refused the access token: it was revoked",
    content: { text: "The rye is late on Mondays. The dough rests on Sundays, and so do we. #Sourdough" },
    attempts: [
      { number: 1, startedAt: ago(44), finishedAt: ago(44), outcome: "rate_limited", detail: "429: wait 60 seconds" },
      { number: 2, startedAt: ago(42), finishedAt: ago(42), outcome: "rejected", detail: "401: the access token was revoked" },
    ],
  }),
  variant(ideas.apprentice, mLinked, "blocked", {
    blockedReason: "it says “cheap”, which Mateo never says",
    content: { text: "Good bread isn't cheap, and neither is good training. We are looking for an apprentice who is curious and gets up early." },
  }),
  variant(ideas.apprentice, mMasto, "rejected", {
    rejectedReason: "It doesn't sound like me",
    decidedBy: "Mateo Fuentes",
    content: { text: "Exciting opportunity! Join our dynamic bakery team as an apprentice today!" },
  }),
  variant({ ...ideas.bread, id: id(), title: "The first loaf of the day", createdAt: ago(3000) }, mLinked, "published", {
    publishAt: ago(60 * 30),
    publishedAt: ago(60 * 30),
    decidedBy: "Mateo Fuentes",
    remoteUrl: "https://example.org/posts/1",
    content: { text: "4:10 in the morning. The first loaf is always for the person who mops the floor.", media: [loaf] },
    attempts: [{ number: 1, startedAt: ago(60 * 30), finishedAt: ago(60 * 30), outcome: "published" }],
  }),
  variant({ ...ideas.rehearsal, id: id(), title: "A pencil, not a pen", createdAt: ago(700) }, aMasto, "published", {
    publishAt: ago(200),
    publishedAt: ago(200),
    decidedBy: "Aurora Lindqvist",
    remoteUrl: "https://example.org/posts/2",
    content: { text: "Conductors write in pencil because every marking is a question you may want to take back." },
    attempts: [{ number: 1, startedAt: ago(200), finishedAt: ago(200), outcome: "published" }],
  }),
  variant({ ...ideas.rehearsal, id: id(), title: "Three things about breath", createdAt: ago(500) }, aX, "published", {
    publishAt: ago(150),
    publishedAt: ago(150),
    decidedBy: "Aurora Lindqvist",
    remoteUrl: "https://example.org/posts/3",
    alteredText: "Three things about breath, and the first",
    content: {
      text: "Three things about breath, and the first is that nobody notices it until it is gone.",
      thread: ["The second: a choir breathes in turns, so that the line never ends.", "The third: so should a team."],
    },
    followUps: [
      {
        position: 1,
        kind: "thread_part",
        name: "post 2 of the thread",
        text: "The second: a choir breathes in turns, so that the line never ends.",
        state: "failed",
        stateText: "The network or a check refused it; a person decides.",
        reason: "X refused it: You are not allowed to create a Tweet with duplicate content.",
        version: 4,
        actions: ["retry", "done", "leave_out"],
      },
      {
        position: 2,
        kind: "thread_part",
        name: "post 3 of the thread",
        text: "The third: so should a team.",
        state: "waiting",
        stateText: "Waits for its turn.",
        version: 1,
        actions: ["leave_out"],
      },
    ],
    attempts: [{ number: 1, startedAt: ago(150), finishedAt: ago(150), outcome: "published" }],
  }),
];

const profile = {
  bio: "Conductor of the Norrsken Chamber Choir. Grew up in Luleå, sang before she could read, has led choirs for eighteen years.",
  personality: "Warm, exact, a little dry. Tells small stories and lets the reader draw the conclusion.",
  audience: "Singers, people who lead teams, and those who think choirs aren't for them.",
  stories: ["The tram driver who stopped to listen", "How a broken organ made the best concert"],
  goals: ["Fill the spring tour: 2,000 tickets", "Be asked to speak about listening at one conference"],
  pillars: ["Listening", "Behind the rehearsal door", "Music for people who don't read it"],
  toneExamples: ["I still talk too much. Most conductors do.", "Nobody claps for the rest. They should."],
  neverSay: ["world-class", "game changer", "angelic voices"],
  hashtags: ["#ChoralMusic", "#Listening", "#Conducting"],
};

export const talents: TalentDetail[] = [
  {
    ...auroraRef,
    language: "en",
    status: "active",
    stopPolicy: "None",
    accounts: [aLinked, aX, aMasto].map(small),
    waiting: 4,
    scheduled: 1,
    nextGoesOutAt: ahead(190),
    needsCare: [],
    profile,
    policy: { dailyCap: 4, tickInterval: "PT6H", blackouts: ["Sundays", "20 December to 6 January"] },
  },
  {
    ...mateoRef,
    language: "en",
    status: "active",
    stopPolicy: "Hold",
    accounts: [mLinked, mMasto].map(small),
    waiting: 0,
    scheduled: 0,
    needsCare: ["1 post may or may not have gone out: please look.", "1 account: not connected, or blocked by the network."],
    profile: { ...profile, bio: "Baker in Brooklyn, third generation.", neverSay: ["cheap", "artisanal"] },
    policy: { dailyCap: 2, blackouts: [] },
  },
];

export const requests: PostRequest[] = [
  { id: id(), name: "req-91ab07", talent: auroraRef, source: "portal", text: "The masterclass for teachers in January: there are four places left, and nobody needs to be able to sing.", accounts: [aLinked, aMasto].map(small), stage: "drafting", createdAt: ago(2) },
  { id: id(), name: "req-5f2c81", talent: auroraRef, source: "portal", text: "Announce the spring tour. Keep it short, people want the dates.", accounts: [aLinked, aX, aMasto].map(small), stage: "complete", postId: ideas.tour.id, createdAt: ago(245) },
  { id: id(), name: "monday-rye", talent: mateoRef, source: "gitops", text: "Why is the rye late on Mondays?", accounts: [], stage: "complete", postId: ideas.bread.id, createdAt: ago(1510) },
  { id: id(), talent: mateoRef, source: "mail", text: "Voice memo: the new oven", accounts: [], stage: "failed", message: "The voice memo has no sound. Send it again, or write the thought down.", createdAt: ago(3000) },
];

export const series: Series[] = [
  { id: id(), name: "monday-rye", declaredIn: "northlight", talent: mateoRef, kind: "recurrence", text: "Why is the rye late on Mondays?", rule: "FREQ=WEEKLY;BYDAY=MO", nextAt: ahead(2900), sentence: "The next time is Monday.", ended: false, times: [], mayPause: true, mayChange: false },
  { id: id(), name: "choir-again", talent: auroraRef, kind: "evergreen", text: "How to join the choir: nobody has to sing in front of the others.", repeats: "how-to-join", intervalDays: 30, maximum: 6, sentence: "Aurora Lindqvist paused it.", ended: false, pausedBy: "Aurora Lindqvist", pausedAt: ago(300), times: [], mayPause: true, mayChange: true, version: 1, accounts: [] },
];

export const activity: Activity[] = [
  { id: id(), at: ago(2), actor: { kind: "user", name: "Aurora Lindqvist" }, act: "request.created", sentence: "Aurora Lindqvist asked for a post about the masterclass for teachers", subject: { kind: "request", id: "1" }, talent: auroraRef },
  { id: id(), at: ago(41), actor: { kind: "worker", name: "publish" }, act: "variant.unknown", sentence: "It isn't known whether “Why the rye is late on Mondays” went out on LinkedIn", subject: { kind: "variant", id: variants[6]?.id ?? "" }, talent: mateoRef },
  { id: id(), at: ago(95), actor: { kind: "agent", name: "Content" }, act: "variant.drafted", sentence: "The content agent wrote three versions of “What a silent rehearsal taught us”", subject: { kind: "post", id: ideas.rehearsal.id }, talent: auroraRef },
  { id: id(), at: ago(120), actor: { kind: "user", name: "Aurora Lindqvist" }, act: "variant.approved", sentence: "Aurora Lindqvist approved “Dates for the spring tour” for LinkedIn", subject: { kind: "variant", id: variants[4]?.id ?? "" }, talent: auroraRef },
  { id: id(), at: ago(200), actor: { kind: "worker", name: "publish" }, act: "variant.published", sentence: "“A pencil, not a pen” is live on Mastodon", subject: { kind: "variant", id: variants[11]?.id ?? "" }, talent: auroraRef },
  { id: id(), at: ago(1700), actor: { kind: "operator", name: "operator" }, act: "talent.held", sentence: "The operator put Mateo Fuentes on hold, as his resource asks", subject: { kind: "talent", id: mateoRef.id }, talent: mateoRef },
  { id: id(), at: ago(3100), actor: { kind: "user", name: "Mateo Fuentes" }, act: "variant.rejected", sentence: "Mateo Fuentes rejected “We are looking for an apprentice” for Mastodon: it doesn't sound like me", subject: { kind: "variant", id: variants[9]?.id ?? "" }, talent: mateoRef },
];

const tenant = { id: id(), name: "north", displayName: "North Agency" };
const session = (email: string, displayName: string, role: Session["role"], talent?: Session["talent"]): Session => ({
  user: { id: id(), email, displayName },
  tenant,
  role,
  talent,
  csrfToken: `token-of-${role}`,
  sandbox: true,
});

export const users: Record<string, Session> = {
  "operator@greenroom.test": session("operator@greenroom.test", "Nadia Berg", "owner"),
  "aurora@greenroom.test": session("aurora@greenroom.test", "Aurora Lindqvist", "talent", auroraRef),
};

const scene = (sky: string, low: string, shapes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" preserveAspectRatio="xMidYMid slice"><rect width="1600" height="900" fill="${sky}"/><rect y="620" width="1600" height="280" fill="${low}"/>${shapes}</svg>`;

export const pictures: Record<string, string> = {
  hall: scene(
    "#6b3f26",
    "#3a2115",
    `<path d="M0 620V90q800-170 1600 0v530z" fill="#8a5632"/><path d="M200 620V190q600-130 1200 0v430z" fill="#a86f43"/><path d="M430 620V280q370-90 740 0v340z" fill="#d29a62"/><circle cx="800" cy="300" r="120" fill="#f1cd96"/><path d="M785 420h30v300h-30z" fill="#20130c"/><path d="M690 380l220 0-24 110-172 0z" fill="#2d1b12"/><path d="M720 730h160v14H720z" fill="#20130c"/>`,
  ),
  loaf: scene(
    "#c9b79a",
    "#7a5a3a",
    [0, 1, 2, 3].map((n) => `<g transform="translate(${120 + n * 350} 430)"><path d="M0 190Q0 0 155 0t155 190z" fill="#5b3a20"/><path d="M60 90l60-50M130 100l60-60M200 110l50-50" stroke="#caa877" stroke-width="14"/></g>`).join(""),
  ),
};

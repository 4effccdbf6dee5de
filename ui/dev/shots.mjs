// Photographs every page in both themes and both sizes into shots/, and fails when the browser's console has an error
// or a warning, or axe-core finds what keeps people from using the page. BASE_URL: a running Greenroom (else the pretend API of dev/). OPERATOR, TALENT: `email:password`.
// CHROMIUM: the browser's program. SHOTS: the folder. ONLY: names that begin with this.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };
const themes = ["light", "dark"];
const folder = process.env.SHOTS ?? "shots";
const only = process.env.ONLY ?? "";
const people = {
  operator: process.env.OPERATOR ?? "operator@greenroom.test:greenroom",
  talent: process.env.TALENT ?? "aurora@greenroom.test:greenroom",
};

const press = (name) => async (page) => page.getByRole("button", { name, exact: true }).first().click();
const first = async (page) => {
  const row = page.getByRole("list", { name: "Posts" }).getByRole("link").first();
  if ((await row.count()) > 0) await row.click();
};

const choose = async (page) => {
  const boxes = page.getByRole("list", { name: "Posts" }).getByRole("checkbox");
  await boxes.nth(0).check();
  if ((await boxes.count()) > 1) await boxes.nth(1).check();
};

const stopped = async (page) => {
  await press("Stop")(page);
  await press("Stop everything now")(page);
  await page.getByRole("status", { name: "What is stopped" }).waitFor();
};

const pages = [
  { name: "sign-in", path: "/sign-in" },
  { name: "overview", who: "operator", path: "/" },
  { name: "talents", who: "operator", path: "/talents" },
  { name: "talent", who: "operator", path: "/talents", then: async (page) => page.locator("tbody a").first().click() },
  { name: "accounts", who: "operator", path: "/accounts" },
  { name: "queue", who: "operator", path: "/queue" },
  { name: "queue-panel", who: "operator", path: "/queue", then: first },
  { name: "queue-chosen", who: "operator", path: "/queue", then: choose },
  {
    name: "queue-space",
    who: "operator",
    path: "/queue?show=going-out",
    then: async (page) => {
      await choose(page);
      await press("Space out…")(page);
    },
  },
  { name: "queue-care", who: "operator", path: "/queue?show=care", then: first },
  { name: "queue-live", who: "operator", path: "/queue?show=live" },
  { name: "requests", who: "operator", path: "/requests" },
  {
    name: "series-new",
    who: "operator",
    path: "/requests?talent=aurora",
    then: async (page) => {
      await press("New series")(page);
      await page.getByText("The clocks have changed").waitFor();
    },
  },
  { name: "activity", who: "operator", path: "/activity" },
  { name: "palette", who: "operator", path: "/", then: async (page) => page.keyboard.press("Control+k") },
  { name: "help", who: "operator", path: "/", then: async (page) => page.keyboard.press("?") },
  { name: "me", who: "talent", path: "/me" },
  { name: "me-whole", who: "talent", path: "/me", whole: true },
  { name: "me-edit", who: "talent", path: "/me", then: press("Edit") },
  { name: "me-reject", who: "talent", path: "/me", then: press("Reject") },
  { name: "me-move", who: "talent", path: "/me", then: press("Change time") },
  { name: "me-ask", who: "talent", path: "/me/ask", whole: true },
  { name: "overview-hold", who: "operator", path: "/", then: press("Hold all posts") },
  { name: "me-repeat", who: "talent", path: "/me", then: press("Approve for X"), refused: true },
  { name: "me-stopped", who: "talent", path: "/me", then: stopped, after: press("Go on") },
  { name: "me-panic", who: "talent", path: "/me", then: press("Stop") },
  { name: "me-profile", who: "talent", path: "/me/profile", whole: true },
  {
    name: "me-limits",
    who: "talent",
    path: "/me/profile",
    whole: true,
    then: async (page) => {
      await page.getByLabel("Posts a day").fill("1");
      await page.getByText("Show which, and why").click();
    },
  },
];

async function pretend() {
  const { createServer } = await import("vite");
  const server = await createServer({ mode: "pretend", server: { port: 0 }, logLevel: "warn" });
  await server.listen();
  return { base: server.resolvedUrls.local[0], close: () => server.close() };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function barriers(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document);
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return serious.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  });
}

const complaints = [];
const place = process.env.BASE_URL ? { base: process.env.BASE_URL, close: async () => {} } : await pretend();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

async function settle(page) {
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached", timeout: 10_000 });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => Promise.all([...document.images].map((image) => (image.loading = "eager") && image.decode().catch(() => {}))));
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => (one.effect?.getTiming().iterations === Infinity ? null : one.finished.catch(() => {})))));
}

async function signIn(page, who) {
  const [email, password] = people[who].split(":");
  await page.goto(new URL("/sign-in", place.base).href);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("banner").waitFor();
}

async function photograph(context, { name, path, then, after, whole, refused }, suffix) {
  const page = await context.newPage();
  page.on("console", (message) => {
    // The browser reports by itself that an answer was a refusal.
    if (refused && message.text().includes("422")) return;
    if (["error", "warning"].includes(message.type())) complaints.push(`${name}-${suffix}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${name}-${suffix}: ${error.message}`));
  await page.goto(new URL(path, place.base).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settle(page);
  if (then) {
    await then(page);
    await page.waitForTimeout(300);
    await settle(page);
  }
  if (whole) {
    // A window as high as the page, so that what sticks to its edge stands where it belongs.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: page.viewportSize().width, height });
    await settle(page);
  }
  await page.screenshot({ path: `${folder}/${name}-${suffix}.png` });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const barrier of await barriers(page)) complaints.push(`${name}-${suffix}: ${barrier}`);
  if (wide > 0) complaints.push(`${name}-${suffix}: ${wide} px wider than the screen`);
  if (after) await after(page);
  await page.close();
}

mkdirSync(folder, { recursive: true });
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of themes) {
    for (const who of [undefined, "operator", "talent"]) {
      const wanted = pages.filter((page) => page.who === who && page.name.startsWith(only));
      if (wanted.length === 0) continue;
      const phone = size === "phone";
      const context = await browser.newContext({ viewport, colorScheme, isMobile: phone, hasTouch: phone, deviceScaleFactor: 1, reducedMotion: "reduce" });
      if (who) {
        const page = await context.newPage();
        await signIn(page, who);
        await page.close();
      }
      for (const one of wanted) {
        try {
          await photograph(context, one, `${size}-${colorScheme}`);
        } catch (error) {
          complaints.push(`${one.name}-${size}-${colorScheme}: ${error.message.split("\n")[0]}`);
        }
      }
      await context.close();
    }
  }
}
await browser.close();
await place.close();
complaints.forEach((complaint) => console.error(complaint));
console.log(`Photographs are in ${folder}/${complaints.length > 0 ? `, with ${complaints.length} complaints` : ""}.`);
process.exit(complaints.length > 0 ? 1 : 0);

import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { sessionQuery } from "./api/queries";
import type { Session } from "./api/types";
import { isPile, type Pile } from "./state/piles";
import { Broken } from "./shell/Broken";
import { NotFound } from "./shell/NotFound";

interface Context {
  queries: QueryClient;
}

/** The start of somebody: a talent's is the portal, everybody else's the dashboard. */
export function homeOf(session: Session): "/" | "/me" {
  return session.role === "talent" ? "/me" : "/";
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound, errorComponent: Broken });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { to?: string } => ({ to: text(search.to) }),
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session) throw redirect({ to: homeOf(session) });
  },
  component: lazyRouteComponent(() => import("./pages/sign-in/SignIn")),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: "/sign-in", search: { to: location.href === "/" ? undefined : location.href } });
    return { session };
  },
});

const dashboard = createRoute({
  getParentRoute: () => signedIn,
  id: "dashboard",
  // The talent that the switcher chose goes along from page to page.
  validateSearch: (search): { talent?: string } => ({ talent: text(search.talent) }),
  search: { middlewares: [retainSearchParams(["talent"])] },
  beforeLoad: ({ context }) => {
    if (context.session.role === "talent") throw redirect({ to: "/me" });
  },
  component: lazyRouteComponent(() => import("./shell/Dashboard")),
});

const overview = createRoute({
  getParentRoute: () => dashboard,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/overview/Overview")),
});

const talents = createRoute({
  getParentRoute: () => dashboard,
  path: "/talents",
  component: lazyRouteComponent(() => import("./pages/talents/Talents")),
});

const talent = createRoute({
  getParentRoute: () => dashboard,
  path: "/talents/$id",
  component: lazyRouteComponent(() => import("./pages/talents/Talent")),
});

const accounts = createRoute({
  getParentRoute: () => dashboard,
  path: "/accounts",
  component: lazyRouteComponent(() => import("./pages/accounts/Accounts")),
});

const queue = createRoute({
  getParentRoute: () => dashboard,
  path: "/queue",
  validateSearch: (search): { show?: Pile; post?: string; words?: string } => ({
    show: isPile(search.show) ? search.show : undefined,
    post: text(search.post),
    words: text(search.words),
  }),
  component: lazyRouteComponent(() => import("./pages/queue/Queue")),
});

const requests = createRoute({
  getParentRoute: () => dashboard,
  path: "/requests",
  component: lazyRouteComponent(() => import("./pages/requests/Requests")),
});

const activity = createRoute({
  getParentRoute: () => dashboard,
  path: "/activity",
  component: lazyRouteComponent(() => import("./pages/activity/ActivityPage")),
});

const portal = createRoute({
  getParentRoute: () => signedIn,
  path: "/me",
  beforeLoad: ({ context }) => {
    if (context.session.role !== "talent") throw redirect({ to: "/" });
  },
  component: lazyRouteComponent(() => import("./shell/Portal")),
});

const approvals = createRoute({
  getParentRoute: () => portal,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/approvals/Approvals")),
});

const ask = createRoute({
  getParentRoute: () => portal,
  path: "/ask",
  component: lazyRouteComponent(() => import("./pages/ask/Ask")),
});

const profile = createRoute({
  getParentRoute: () => portal,
  path: "/profile",
  component: lazyRouteComponent(() => import("./pages/me/Me")),
});

const routes = root.addChildren([
  signIn,
  signedIn.addChildren([
    dashboard.addChildren([overview, talents, talent, accounts, queue, requests, activity]),
    portal.addChildren([approvals, ask, profile]),
  ]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({ routeTree: routes, context: { queries }, defaultPreload: "intent", scrollRestoration: true });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/queries";
import type { Session } from "@/api/types";

/** Who is signed in. Only below the routes that ask for a sign-in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error("This page is shown to people who are signed in.");
  return data;
}

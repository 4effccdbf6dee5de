import { answer, client } from "@/api/client";
import { forgetOthers } from "@/post/unsaved";
import { sayError } from "./say";

/** Ends the session, and leaves nothing of it in the page: the browser loads the sign-in afresh. */
export async function signOut(): Promise<void> {
  try {
    await answer(client.DELETE("/api/v1/session"));
    forgetOthers();
    window.location.assign("/sign-in");
  } catch (error) {
    sayError(error);
  }
}

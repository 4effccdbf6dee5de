import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { answer, client, rememberCsrfToken } from "@/api/client";
import { ApiError, explain } from "@/api/problem";
import { sessionQuery } from "@/api/queries";
import { t } from "@/messages";
import { forgetOthers } from "@/post/unsaved";
import { homeOf } from "@/router";
import { Brand } from "@/shell/Brand";
import { useTitle } from "@/shell/useTitle";
import classes from "./SignIn.module.css";

export default function SignIn() {
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const { to } = useSearch({ from: "/sign-in" });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);

  useTitle(t.signIn.title);

  const signIn = useMutation({
    mutationFn: () => answer(client.POST("/api/v1/session", { body: { email: email.trim(), password } })),
    onSuccess: async (session) => {
      rememberCsrfToken(session.csrfToken);
      forgetOthers(session.user.id);
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, session);
      await router.invalidate();
      const home = homeOf(session);
      // Where somebody wanted to go, if it is a place of theirs.
      const wanted = to?.startsWith("/") && !to.startsWith("//") && to.startsWith("/me") === (home === "/me") ? to : home;
      await navigate({ href: wanted, replace: true });
    },
  });

  const problem = signIn.error;
  const wrong = problem instanceof ApiError && problem.status === 401 ? t.signIn.wrong : problem ? explain(problem) : undefined;

  return (
    <main className={classes.page}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (email.trim() && password) signIn.mutate();
        }}
      >
        <Brand />
        <h1>{t.signIn.title}</h1>
        <p className={classes.lead}>{t.signIn.lead}</p>
        {wrong && (
          <p role="alert" className={classes.wrong}>
            {wrong}
          </p>
        )}
        <TextInput
          type="email"
          size="md"
          label={t.signIn.email}
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && !email.trim() ? t.signIn.emailMissing : undefined}
        />
        <PasswordInput
          size="md"
          label={t.signIn.password}
          visibilityToggleButtonProps={{ "aria-label": t.signIn.reveal, tabIndex: 0 }}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && !password ? t.signIn.passwordMissing : undefined}
        />
        <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
          {t.signIn.submit}
        </Button>
      </form>
    </main>
  );
}

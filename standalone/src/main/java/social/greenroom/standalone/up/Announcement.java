package social.greenroom.standalone.up;

import social.greenroom.standalone.data.Endpoints;

/** What a person at the terminal reads. */
final class Announcement {
  private Announcement() {}

  static void step(String what) {
    System.out.printf("Starting %s ...%n", what);
  }

  static void print(Endpoints endpoints) {
    var text = new StringBuilder("\nGreenroom is ready.\n\n");
    line(text, "Page", endpoints.web());
    line(text, "Kubernetes", endpoints.kubernetes());
    line(text, "Sandbox", endpoints.sandbox() + "/timeline");
    if (!endpoints.users().isEmpty()) {
      text.append("\n  Sign in as\n");
      for (var user : endpoints.users()) {
        text.append(
            "    %-34s %s   %s%n"
                .formatted(
                    user.email(),
                    user.password(),
                    user.talent() == null ? user.role() : user.role() + " " + user.talent()));
      }
    }
    text.append("\nEverything here stays on this machine. Ctrl-C stops it.\n");
    System.out.print(text);
    System.out.flush();
  }

  private static void line(StringBuilder text, String name, String address) {
    text.append("  %-12s%s%n".formatted(name, address));
  }
}

package social.greenroom.core.network;

/**
 * How people write on a network. Matters of style, not limits: who drafts follows them, and a
 * talent's own wishes win.
 */
public record Conventions(
    String tone, String length, String hashtags, String link, String callToAction) {}

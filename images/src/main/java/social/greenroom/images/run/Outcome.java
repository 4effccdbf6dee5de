package social.greenroom.images.run;

/** How a program in a container ended, and what it wrote to both of its outputs. */
public record Outcome(int code, String output) {}

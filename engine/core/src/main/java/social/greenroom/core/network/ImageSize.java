package social.greenroom.core.network;

/** A picture's size in pixels. */
public record ImageSize(int width, int height) {}
